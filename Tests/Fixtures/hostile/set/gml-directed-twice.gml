graph [
  directed 1
  directed 0
  node [ id 1 label "a" ]
  node [ id 2 label "b" ]
]
