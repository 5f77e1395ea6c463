import GraphCore

extension Graph {
  /// Whether nodes with many ties are tied to nodes with many ties: the correlation of degrees over the ties, from −1 to 1.
  ///
  /// Directed: Pearson's r between the out-degree of the source and the in-degree of the target, over arcs. Undirected: between the
  /// degrees of the two ends, each edge in both directions. Binary. `nil` where there are no ties or one of the two does not vary.
  /// Equal to networkx `degree_assortativity_coefficient`. O(nodes + arcs), summed in row order, the in-degrees of a row as whole numbers.
  ///
  /// Source: M. Newman, *Mixing patterns in networks*, Phys. Rev. E 67 (2003), doi:10.1103/PhysRevE.67.026126.
  public func degreeAssortativity() -> Double? {
    guard out.arcCount > 0 else { return nil }
    let leaving = out.lengthsOfRows
    let arriving = isDirected ? incoming.lengthsOfRows : leaving
    let arcs = Double(out.arcCount)
    // Every arc out of v brings its out-degree, every arc into v its in-degree.
    let meanSource = leaving.reduce(0.0) { $0 + Double($1) * Double($1) } / arcs
    let meanTarget = arriving.reduce(0.0) { $0 + Double($1) * Double($1) } / arcs
    var (together, sources, targets) = (0.0, 0.0, 0.0)
    out.withUnsafeRows { offsets, ends in
      arriving.withUnsafeBufferPointer { arriving in
        for v in 0..<nodeCount {
          let x = Double(leaving[v]) - meanSource
          let y = Double(arriving[v]) - meanTarget
          sources += Double(leaving[v]) * x * x
          targets += Double(arriving[v]) * y * y
          var reached = 0
          var arc = offsets[v + 1] - 1
          // Of an edge one direction is enough: the sorted row is read from its end down to the node itself.
          let last = isDirected ? -1 : Int32(truncatingIfNeeded: v)
          while arc >= offsets[v] && ends[arc] > last {
            reached &+= Int(arriving[Int(ends[arc])])
            arc -= 1
          }
          let read = Double(offsets[v + 1] - 1 - arc)
          together += x * (Double(reached) - read * meanTarget)
        }
      }
    }
    if !isDirected { together *= 2 }
    // What rounding leaves of a constant is far below the smallest spread that one differing degree makes.
    guard sources > 1e-9 * arcs && targets > 1e-9 * arcs else { return nil }
    return max(-1, min(1, together / (sources.squareRoot() * targets.squareRoot())))
  }
}

extension Adjacency {
  /// The number of arcs in each row.
  fileprivate var lengthsOfRows: [Int32] {
    withUnsafeRows { offsets, _ in
      [Int32](filling: nodeCount) { lengths, count in
        for v in 0..<nodeCount {
          lengths[v] = Int32(truncatingIfNeeded: offsets[v + 1] - offsets[v])
        }
        count = nodeCount
      }
    }
  }
}
