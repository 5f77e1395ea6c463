Creator "igraph"
Version 1
# comment
graph
[
  directed 0
  node
  [
    id 5
    name "a"
  ]
  edge
  [
    source 5
    target 5
    note "x"
  ]
]
