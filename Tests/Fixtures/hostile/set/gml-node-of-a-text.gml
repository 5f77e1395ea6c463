graph [
  directed 1
  node "x"
]
