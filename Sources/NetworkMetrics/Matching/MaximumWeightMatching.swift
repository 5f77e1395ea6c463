import GraphCore

/// Pairs of nodes of which no two share a node.
public struct Matching: Sendable, Equatable {
  /// The partner of each node; `nil` for nodes without one.
  public let mate: [Int?]
  /// Summed strength of the ties between partners.
  public let weight: Double

  /// The pairs, the lower node first, in ascending order.
  public var pairs: [(lower: Int, upper: Int)] {
    mate.enumerated().compactMap { node, mate in
      guard let mate, node < mate else { return nil }
      return (node, mate)
    }
  }
}

extension Graph {
  /// A matching of the largest summed strength, on any undirected graph: Edmonds' blossom method, primal and dual.
  ///
  /// Strengths that are not above 0 count as no tie. Whole strengths up to 2⁴⁰ are used as they are, others rounded to 2⁻⁴⁰ of the
  /// largest, so that the sum is optimal to one part in 10⁹ for up to a thousand pairs. Of several best matchings the same one is
  /// found each time. Component by component; of a component of k nodes O(k³) time and 24·k² bytes. As networkx
  /// `max_weight_matching` (the weight; the pairs may differ between equals).
  ///
  /// Source: J. Edmonds, *Maximum matching and a polyhedron with 0,1-vertices*, J. Research NBS 69B (1965), doi:10.6028/jres.069B.013; Z.
  /// Galil, *Efficient algorithms for finding maximum matching in graphs*, ACM Computing Surveys 18 (1986), doi:10.1145/6462.6502.
  ///
  /// - Precondition: the graph is undirected.
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func maximumWeightMatching(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Matching {
    precondition(!isDirected, "matchings are of undirected graphs")
    let scale = wholeScale
    var mate = [Int?](repeating: nil, count: nodeCount)
    for members in try weakComponents(control: control).partition.members where members.count > 1 {
      try MemoryBudget.require(members.count, of: 24 * members.count)
      var place: [Int32: Int] = [:]
      for (number, node) in members.enumerated() { place[Int32(node)] = number }
      var search = BlossomSearch(nodeCount: members.count)
      for (number, node) in members.enumerated() {
        for arc in out.arcs(of: node) {
          guard let other = place[out.targets[arc]], out.weight(at: arc) > 0 else { continue }
          search.connect(number, other, Int((out.weight(at: arc) * scale).rounded()))
        }
      }
      for (number, partner) in try search.run(control).enumerated() {
        mate[members[number]] = partner.map { members[$0] }
      }
    }
    var weight = 0.0
    for (node, partner) in mate.enumerated() {
      guard let partner, node < partner, let arc = out.arc(from: node, to: partner) else {
        continue
      }
      weight += out.weight(at: arc)
    }
    return Matching(mate: mate, weight: weight)
  }

  /// What strengths are multiplied with to become whole numbers that can be added without overflow.
  private var wholeScale: Double {
    let limit = 0x1p40
    guard let weights = out.weights, let top = weights.max(), top > 0 else { return 1 }
    if top <= limit, weights.allSatisfy({ $0 == $0.rounded() }) { return 1 }
    return limit / top
  }
}
