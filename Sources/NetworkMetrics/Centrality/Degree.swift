import GraphCore

/// Which ties of a node are counted.
public enum TieDirection: Sendable, Equatable, CaseIterable {
  /// Ties that leave the node.
  case outgoing
  /// Ties that arrive at the node.
  case incoming
  /// Ties of both kinds, one that goes both ways counted twice; an undirected tie counts once.
  case all
}

extension Graph {
  /// The number of ties of every node.
  ///
  /// Directed: `outgoing` counts successors, `incoming` predecessors, `all` is their sum, so that a mutual pair adds 2.
  /// Undirected: the number of neighbours, whichever direction is asked for. Loops and parallel ties are gone before a graph
  /// exists. Isolates have 0. O(nodes).
  public func degree(_ direction: TieDirection = .all) -> [Int] {
    (0..<nodeCount).map { node in
      switch direction {
      case .outgoing: out.degree(of: node)
      case .incoming: incoming.degree(of: node)
      case .all:
        isDirected ? out.degree(of: node) + incoming.degree(of: node) : out.degree(of: node)
      }
    }
  }

  /// The number of ties of every node as a score.
  ///
  /// `normalized` divides by the most a simple graph allows: n − 1, and 2(n − 1) for `all` in a directed graph (networkx
  /// divides by n − 1 there too, which lets its values exceed 1). Undefined for a single node.
  public func degreeCentrality(
    _ direction: TieDirection = .all,
    normalization: Normalization = .raw
  ) -> NodeScores {
    let counts = degree(direction)
    switch normalization {
    case .raw: return NodeScores(counts.map { Double($0) })
    case .normalized:
      let most = (nodeCount - 1) * (isDirected && direction == .all ? 2 : 1)
      return NodeScores(counts.map { most > 0 ? Double($0) / Double(most) : nil })
    }
  }

  /// The summed strength of the ties of every node, added in row order.
  ///
  /// Ties without a weight count 1, so that the strength of an unweighted graph is its degree. Isolates have 0. O(nodes + arcs).
  /// `normalized` divides by (n − 1) times the largest strength of a single tie (twice that for `all` in a directed graph): the
  /// share of what a node would have if it were tied to everybody as strongly as anybody is. Undefined for a single node and
  /// where there are no ties.
  ///
  /// Source: A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani, *The architecture of complex weighted networks*,
  /// PNAS 101 (2004), doi:10.1073/pnas.0400087101.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)``; ``MetricError/notFinite(measure:)`` when a sum leaves `Double`.
  public func strength(
    _ direction: TieDirection = .all,
    normalization: Normalization = .raw
  ) throws(MetricError) -> NodeScores {
    try requireNonNegativeWeights()
    var sums = [Double](repeating: 0, count: nodeCount)
    if direction != .incoming { add(strengthsOf: out, to: &sums) }
    if direction == .incoming || (direction == .all && isDirected) {
      add(strengthsOf: incoming, to: &sums)
    }
    guard normalization == .normalized else {
      return try NodeScores(checking: sums, measure: "strength")
    }
    let strongest = out.weights?.max() ?? (out.arcCount > 0 ? 1 : 0)
    let most = strongest * Double((nodeCount - 1) * (isDirected && direction == .all ? 2 : 1))
    guard most > 0 else { return NodeScores([Double?](repeating: nil, count: nodeCount)) }
    return try NodeScores(checking: sums.map { $0 / most }, measure: "strength")
  }

  private func add(strengthsOf rows: Adjacency, to sums: inout [Double]) {
    for node in 0..<nodeCount {
      guard let weights = rows.weights else {
        sums[node] += Double(rows.degree(of: node))
        continue
      }
      for arc in rows.arcs(of: node) { sums[node] += weights[arc] }
    }
  }
}
