extension Graph {
  /// What is wrong with the rows, in words, or `nil` when all is well; for tests and debug builds. O(nodes + arcs·log degree).
  ///
  /// Checked: targets are ascending, without repeats or loops; strengths are finite; both directions tell the same story
  /// with the same strengths. That every target is a node is seen to where an ``Adjacency`` is made.
  public func checkInvariants() -> String? {
    if let fault = Self.fault(in: out) { return "out: \(fault)" }
    if isDirected, let fault = Self.fault(in: incoming) { return "incoming: \(fault)" }
    for v in 0..<nodeCount {
      for arc in out.arcs(of: v) {
        let target = Int(out.targets[arc])
        guard let mirror = incoming.arc(from: target, to: v) else {
          return "\(v) → \(target) is missing in the other direction"
        }
        if incoming.weight(at: mirror) != out.weight(at: arc) {
          return "\(v) → \(target) has two strengths"
        }
      }
    }
    return incoming.arcCount == out.arcCount ? nil : "the directions differ in size"
  }

  private static func fault(in rows: Adjacency) -> String? {
    for v in 0..<rows.nodeCount {
      var previous: Int32 = -1
      for arc in rows.arcs(of: v) {
        let target = rows.targets[arc]
        guard target > previous else { return "row \(v) is not ascending" }
        guard Int(target) != v else { return "row \(v) holds a loop" }
        guard rows.weight(at: arc).isFinite else {
          return "row \(v) has a strength that is not finite"
        }
        previous = target
      }
    }
    return nil
  }
}
