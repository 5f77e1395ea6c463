import GraphCore
import NetworkMetrics

extension Graph {
  /// For every node the pairs of its neighbours, one of each of two groups, that are not tied to each other: what it connects between the groups.
  ///
  /// Without direction; the node itself may be of either group or of none. O(Σ over nodes of the degrees of their neighbours).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public func pairsBetween(
    _ first: Int32,
    _ second: Int32,
    groupOf: [Int32],
    control: RunControl = RunControl()
  ) throws(MetricError) -> [Int] {
    precondition(groupOf.count == nodeCount && first != second, "two groups, one per node")
    let network = skeleton()
    var mark = [Int](repeating: -1, count: nodeCount)
    var counts = [Int](repeating: 0, count: nodeCount)
    for v in 0..<nodeCount {
      if control.isCancelled { throw .cancelled }
      let around = network.out.targets[network.out.arcs(of: v)]
      let ones = around.filter { groupOf[Int($0)] == first }
      let others = around.filter { groupOf[Int($0)] == second }
      guard !ones.isEmpty, !others.isEmpty else { continue }
      for node in others { mark[Int(node)] = v }
      var tied = 0
      for node in ones {
        tied += network.out.targets[network.out.arcs(of: Int(node))].count { mark[Int($0)] == v }
      }
      counts[v] = ones.count * others.count - tied
    }
    return counts
  }
  /// Of the pairs that ``pairsBetween(_:_:groupOf:control:)`` counts for one node, those that have nobody else in common: without it they need three steps or
  /// more. O(pairs · smaller degree).
  public func solePairsBetween(_ first: Int32, _ second: Int32, groupOf: [Int32], at node: Int)
    -> Int
  {
    precondition(groupOf.count == nodeCount && first != second, "two groups, one per node")
    let network = skeleton()
    let around = network.out.targets[network.out.arcs(of: node)].map { Int($0) }
    var count = 0
    for a in around where groupOf[a] == first {
      for b in around where groupOf[b] == second && !network.hasArc(from: a, to: b) {
        if !network.haveOtherCommonNeighbour(a, b, than: node) { count += 1 }
      }
    }
    return count
  }
}
