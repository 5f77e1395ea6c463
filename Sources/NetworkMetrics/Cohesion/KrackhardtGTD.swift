import GraphCore

/// Krackhardt's four measures of how far an organisation is an out-tree, each 1 for a perfect hierarchy.
public struct KrackhardtGTD: Sendable, Equatable {
  /// Share of pairs of nodes that are in one weak component; `nil` with fewer than two nodes.
  public let connectedness: Double?
  /// Of the pairs in which one reaches the other, the share in which the other does not reach back; `nil` where nobody
  /// reaches anybody and for undirected graphs.
  public let hierarchy: Double?
  /// How few ties there are beyond those that hold the components together; `nil` where there is no room for more.
  public let efficiency: Double?
  /// Share of pairs in one component with a least upper bound; `nil` without a component of three and for undirected graphs.
  public let leastUpperBound: Double?
}

extension Graph {
  /// Graph-theoretic dimensions of hierarchy. Binary; arcs point from superior to subordinate (transpose first where they point up).
  ///
  /// With n_i the sizes of the weak components:
  ///
  /// - connectedness Σ n_i(n_i − 1) / (n(n − 1));
  /// - hierarchy: 1 − pairs that reach each other / pairs of which one reaches the other;
  /// - efficiency 1 − (arcs − Σ(n_i − 1)) / Σ[n_i(n_i − 1) − (n_i − 1)]; undirected with n_i(n_i − 1)/2 places;
  /// - least upper bound 1 − V / Σ (n_i − 1)(n_i − 2)/2 over n_i > 2, V the pairs without a least upper bound.
  ///
  /// The first three equal sna. An upper bound of a pair reaches both (every node reaches itself); the least is the
  /// one that all others reach, as Krackhardt defines it; sna's `lubness` asks for the highest instead. O(n·m/512) for the hierarchy; O(k³/64) time
  /// and k²/4 bytes for the bounds, k the number of strong components of one weak component.
  ///
  /// Source: D. Krackhardt, *Graph theoretical dimensions of informal organizations*, in: K. Carley, M. Prietula (eds), Computational
  /// Organization Theory, Lawrence Erlbaum 1994, 89–111.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func krackhardtGTD(
    control: RunControl = RunControl()
  ) throws(MetricError) -> KrackhardtGTD {
    let weak = try weakComponents(control: control)
    return KrackhardtGTD(
      connectedness: krackhardtConnectedness(weak),
      hierarchy: try krackhardtHierarchy(control: control),
      efficiency: krackhardtEfficiency(weak),
      leastUpperBound: try leastUpperBoundedness(weak, control: control)
    )
  }

  /// Krackhardt's connectedness alone, see ``krackhardtGTD(control:)``; `weak` are the weak components. O(components).
  public func krackhardtConnectedness(_ weak: Components) -> Double? {
    let n = Double(nodeCount)
    return nodeCount > 1 ? Self.orderedPairs(weak) / (n * (n - 1)) : nil
  }

  /// Krackhardt's efficiency alone, see ``krackhardtGTD(control:)``; `weak` are the weak components. O(components).
  public func krackhardtEfficiency(_ weak: Components) -> Double? {
    let together = Self.orderedPairs(weak)
    let needed = Double(nodeCount - weak.count)
    let room = (isDirected ? together : together / 2) - needed
    return room > 0 ? 1 - (Double(edgeCount) - needed) / room : nil
  }

  /// Ordered pairs of nodes in one component.
  private static func orderedPairs(_ weak: Components) -> Double {
    weak.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
  }

  /// Krackhardt's hierarchy alone, see ``krackhardtGTD(control:)``. O(n·m/512).
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func krackhardtHierarchy(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Double? {
    guard isDirected else { return nil }
    let ordered = try distanceTotals(control: control).pairs
    let strong = try strongComponents(control: control)
    let mutual = strong.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    // Each mutual pair is reached both ways, so that it was counted twice among the ordered ones.
    let either = ordered - mutual
    return either > 0 ? 1 - Double(mutual) / Double(either) : nil
  }

  /// Krackhardt's least upper boundedness alone, see ``krackhardtGTD(control:)``; `weak` are the weak components. O(k³/64) time, k²/4 bytes, k the
  /// number of strong components of one weak component.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func leastUpperBoundedness(
    _ weak: Components,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Double? {
    guard isDirected else { return nil }
    var most = 0.0
    var violations = 0
    let strong = try strongComponents(control: control)
    // The strong components of each weak one, by walking all nodes once.
    var strongOf = [[Int32]](repeating: [], count: weak.count)
    var seen = [Bool](repeating: false, count: strong.count)
    for v in 0..<nodeCount where !seen[Int(strong.componentOf[v])] {
      seen[Int(strong.componentOf[v])] = true
      strongOf[Int(weak.componentOf[v])].append(strong.componentOf[v])
    }
    let condensed = quotient(by: Partition(labels: strong.componentOf)).graph
    control.begin("least upper bounds", total: nodeCount)
    for (number, size) in weak.sizes.enumerated() where size > 2 {
      most += Double(size - 1) * Double(size - 2) / 2
      let parts = strongOf[number].map { Int($0) }.sorted()
      let bounds = try UpperBounds(condensed, parts: parts, sizes: strong.sizes, control: control)
      violations += try bounds.pairsWithoutLeast(control: control)
      control.advance(by: size)
    }
    return most > 0 ? 1 - Double(violations) / most : nil
  }
}
