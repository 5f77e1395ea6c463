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
    let leaving = degree(.outgoing)
    let arriving = degree(.incoming)
    guard out.arcCount > 0 else { return nil }
    let arcs = Double(out.arcCount)
    var meanSource = 0.0
    var meanTarget = 0.0
    for v in 0..<nodeCount {
      // Every arc out of v brings its out-degree, every arc into v its in-degree.
      meanSource += Double(leaving[v]) * Double(leaving[v]) / arcs
      meanTarget += Double(arriving[v]) * Double(arriving[v]) / arcs
    }
    var (together, sources, targets) = (0.0, 0.0, 0.0)
    out.withUnsafeRows { offsets, ends in
      arriving.withUnsafeBufferPointer { arriving in
        for v in 0..<nodeCount {
          let x = Double(leaving[v]) - meanSource
          let y = Double(arriving[v]) - meanTarget
          sources += Double(leaving[v]) * x * x
          targets += Double(arriving[v]) * y * y
          var reached = 0
          for arc in offsets[v]..<offsets[v + 1] { reached &+= arriving[Int(ends[arc])] }
          together += x * (Double(reached) - Double(leaving[v]) * meanTarget)
        }
      }
    }
    // What rounding leaves of a constant is far below the smallest spread that one differing degree makes.
    guard sources > 1e-9 * arcs && targets > 1e-9 * arcs else { return nil }
    return max(-1, min(1, together / (sources.squareRoot() * targets.squareRoot())))
  }
}
