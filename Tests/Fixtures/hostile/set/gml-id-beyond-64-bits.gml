graph [
  directed 1
  node [ id 99999999999999999999 ]
]
