graph [
  directed 1
  node [ id 1 graph [ node [ id 2 ] ] ]
]
