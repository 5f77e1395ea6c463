graph [
  directed 1
  name "N"
  node [
    id 0
    label "A&#229;s &quot;x&quot;"
    size 2.5
    graphics [ x 1.0 y -2e1 ]
  ]
  node [ id 1 label "b" ]
  edge [ source 0 target 1 weight 3 key 0 ]
]
