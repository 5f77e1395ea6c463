import GraphCore

extension Graph {
  /// At least as many steps as the longest of all shortest paths has.
  ///
  /// Within a strong component any two nodes are at most as far apart as the way to and from a hub; from one component to another a path adds at most one such
  /// stretch and one arc per component it passes, which is the longest path through the condensed graph. In undirected graphs twice the eccentricity of a hub,
  /// never more than the nodes of a component less one. Weights do not count. O(nodes + arcs), 40 bytes per node.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  func longestDistanceBound(control: RunControl) throws(MetricError) -> Int {
    try MemoryBudget.require(nodeCount, of: 56)
    let parts = try strongComponents(control: control)
    let spans = try spans(of: parts, control: control)
    guard isDirected else { return spans.max() ?? 0 }
    // Components from the last one upwards: what is below a component is known before it.
    let condensed = quotient(by: Partition(labels: parts.componentOf)).graph
    var missing = condensed.degree(.outgoing)
    var order = (0..<condensed.nodeCount).filter { missing[$0] == 0 }
    var longest = spans
    var head = 0
    while head < order.count {
      let part = order[head]
      head += 1
      for above in condensed.incoming[part] {
        let above = Int(above)
        longest[above] = max(longest[above], spans[above] + 1 + longest[part])
        missing[above] -= 1
        if missing[above] == 0 { order.append(above) }
      }
    }
    return min(longest.max() ?? 0, max(0, nodeCount - 1))
  }

  /// Per strong component: at least the largest distance between two of its nodes.
  private func spans(of parts: Components, control: RunControl) throws(MetricError) -> [Int] {
    var hub = [Int](repeating: -1, count: parts.count)
    for v in 0..<nodeCount {
      let part = Int(parts.componentOf[v])
      if hub[part] < 0 || out.degree(of: v) > out.degree(of: hub[part]) { hub[part] = v }
    }
    // Two searches never meet: they stay in their components. One array of distances serves all of them, and one the way back.
    var there = [Int32](repeating: -1, count: nodeCount)
    var back = isDirected ? [Int32](repeating: -1, count: nodeCount) : []
    var queue: [Int32] = []
    var spans = [Int](repeating: 0, count: parts.count)
    for (part, size) in parts.sizes.enumerated() where size > 1 {
      if part & 1023 == 0 { try control.check() }
      let outward = Self.depth(from: hub[part], out, parts.componentOf, &there, &queue)
      let inward =
        isDirected
        ? Self.depth(from: hub[part], incoming, parts.componentOf, &back, &queue) : outward
      spans[part] = min(size - 1, outward + inward)
    }
    return spans
  }

  /// The largest distance from `start` within its component.
  private static func depth(
    from start: Int,
    _ rows: Adjacency,
    _ part: [Int32],
    _ distance: inout [Int32],
    _ queue: inout [Int32]
  ) -> Int {
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(start))
    distance[start] = 0
    var head = 0
    var deepest: Int32 = 0
    while head < queue.count {
      let v = Int(queue[head])
      head += 1
      deepest = distance[v]
      for w in rows[v] where distance[Int(w)] < 0 && part[Int(w)] == part[v] {
        distance[Int(w)] = distance[v] + 1
        queue.append(w)
      }
    }
    return Int(deepest)
  }
}
