import GraphCore

/// Node measures for which the most centralised network is known.
public enum CentralizationMeasure: Sendable, Equatable, CaseIterable {
  /// ``GraphCore/Graph/degree(_:)`` with `.all`.
  case degree
  /// Ties received.
  case inDegree
  /// Ties sent.
  case outDegree
  /// Raw betweenness, undirected pairs once.
  case betweenness
  /// Wasserman–Faust closeness.
  case closeness
}

extension Graph {
  /// How far a network centres on one node: Σ (largest value − value), divided by the most that is possible with as many nodes.
  ///
  /// Freeman's index, from 0 (all alike) to 1 (a star). The possible maximum, with n nodes:
  ///
  /// | measure | directed | undirected |
  /// |---|---|---|
  /// | degree | 2(n − 1)(n − 2) | (n − 1)(n − 2) |
  /// | in-, out-degree | (n − 1)² | (n − 1)(n − 2) |
  /// | betweenness | (n − 1)²(n − 2) | half of that |
  /// | closeness | n − 1 | (n − 1)(n − 2)/(2n − 3) |
  ///
  /// As sna `centralization` with `degree` and `betweenness`; closeness is that of Wasserman and Faust here, which equals sna's
  /// where the graph is strongly connected only. `values` are raw, one per node. `nil` where the maximum is 0 or a value is undefined.
  ///
  /// Source: L. Freeman, *Centrality in social networks: conceptual clarification*, Social Networks 1 (1979),
  /// doi:10.1016/0378-8733(78)90021-7.
  public func centralization(_ values: NodeScores, of measure: CentralizationMeasure) -> Double? {
    precondition(values.count == nodeCount, "one value per node")
    let defined = values.values.compactMap { $0 }
    let most = largestSpread(measure)
    guard defined.count == nodeCount, let top = defined.max(), most > 0 else { return nil }
    return defined.reduce(0) { $0 + (top - $1) } / most
  }

  private func largestSpread(_ measure: CentralizationMeasure) -> Double {
    let n = Double(nodeCount)
    guard nodeCount > 1 else { return 0 }
    return switch (measure, isDirected) {
    case (.degree, true): 2 * (n - 1) * (n - 2)
    case (.inDegree, true), (.outDegree, true): (n - 1) * (n - 1)
    case (.degree, false), (.inDegree, false), (.outDegree, false): (n - 1) * (n - 2)
    case (.betweenness, true): (n - 1) * (n - 1) * (n - 2)
    case (.betweenness, false): (n - 1) * (n - 1) * (n - 2) / 2
    case (.closeness, true): n - 1
    case (.closeness, false): (n - 1) * (n - 2) / (2 * n - 3)
    }
  }
}
