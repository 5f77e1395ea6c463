import GraphCore

extension Graph {
  /// The share of possible ties that are there, from 0 to 1; `nil` with fewer than two nodes.
  ///
  /// Directed: arcs / n(n − 1). Undirected: edges / (n(n − 1)/2). Binary: strengths do not count.
  ///
  /// `answered` says for each node whether it reported its ties; without it everybody did. What a silent node would have said
  /// is unknown, not zero, so only observed places count. Directed: arcs out of the r respondents / r(n − 1). Undirected, where
  /// one report makes a tie: edges with an end that answered / pairs with such an end. `nil` when nobody answered.
  public func density(answered: [Bool]? = nil) -> Double? {
    precondition(answered == nil || answered?.count == nodeCount, "one answer per node")
    let n = nodeCount
    let respondents = answered?.count { $0 } ?? n
    guard n > 1 && respondents > 0 else { return nil }
    guard let answered else { return Double(out.arcCount) / Double(n * (n - 1)) }
    if isDirected {
      var arcs = 0
      for v in 0..<n where answered[v] { arcs += out.degree(of: v) }
      return Double(arcs) / Double(respondents * (n - 1))
    }
    var edges = 0
    for tie in ties() where answered[tie.source] || answered[tie.target] { edges += 1 }
    let silent = n - respondents
    return Double(edges) / Double(n * (n - 1) / 2 - silent * (silent - 1) / 2)
  }
}
