Cion 1
# comment
graph
[
  direc‹ire "N"
  node [
    id 0
    lÿbel "A&ÿÿÿÿÿquot;"
    s [ x 1.0 y -2e1 ]
  ]
  node [ id 1lab "b" ]
  edge [ source 0 target 2 weight 1 key 0 ]‹‹‹‹‹‹name "N"
  node [
  INFdÿÿÿÿÿÿÿÿ"b" id 2 lab.weightupÿÿÿÿÿ+úúúúúúúú
higher_educationƒshare 4
î.ote "x" eÿÿÿ~l "b" ]
 iname "N"
  node‹‹‹Žted 0
  node  [
    id 5
    name "a" soINFe 5
    higher_educaXXXXXXXXXXXXXXXXXXXXXXXXXtion_share 0000000000000
    yargWet 5
n.o.ote "x" targWet 4
    n€otÿÿÿe "x"
  ]
]
