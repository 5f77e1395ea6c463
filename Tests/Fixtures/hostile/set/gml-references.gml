graph [
  directed 1
  node [ id 1 label "&#197;s &quot;x&quot;" ]
]
