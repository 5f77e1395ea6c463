import GraphCore

/// Burt's measures of how far the contacts of a node are tied to each other already.
///
/// All five per node, `nil` for nodes without contacts. A contact (alter) is anybody tied to the node in either direction.
public struct StructuralHoles: Sendable, Equatable {
  /// How far a node's time goes to contacts that lead back to each other; large: closed in, small: open.
  public let constraint: NodeScores
  /// Number of contacts less the average overlap of each with the others.
  public let effectiveSize: NodeScores
  /// Effective size / number of contacts.
  public let efficiency: NodeScores
  /// How far the constraint comes from a single contact, from 0 (all alike) to 1; `nil` with one contact too.
  public let hierarchy: NodeScores
}

extension Graph {
  /// Constraint, effective size, efficiency and hierarchy of every node.
  ///
  /// With a(i, j) the strength of the arc (`binary`: 1) and s(i, j) = a(i, j) + a(j, i):
  /// p(i, j) = s(i, j) / Σ_k s(i, k), m(j, q) = s(j, q) / max_k s(j, k);
  ///
  /// - constraint Σ_j c(i, j), c(i, j) = (p(i, j) + Σ_q p(i, q) p(q, j))², q ≠ i, j; as igraph `constraint`;
  /// - effective size Σ_j (1 − Σ_q p(i, q) m(j, q)); as networkx `effective_size(g, nodes=[v])`;
  /// - efficiency: effective size / N, N the number of contacts j;
  /// - hierarchy Σ_j (c(i, j)/c̄) ln(c(i, j)/c̄) / (N ln N), c̄ the mean of c(i, j).
  ///
  /// Contacts are taken in either direction (networkx leaves out nodes that only others name). Ties of strength 0 are no
  /// ties. Each sum runs over ascending nodes, so it has the same bits whatever the number of threads. O(Σ degree²) time at worst.
  ///
  /// Source: R. Burt, *Structural Holes*, Harvard University Press 1992, chapter 2; S. Borgatti, *Structural holes: unpacking
  /// Burt's redundancy measures*, Connections 20 (1997).
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)`` when weighted; ``MetricError/cancelled``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``, ``MetricError/notFinite(measure:)``.
  public func structuralHoles(
    _ value: TieValue = .binary,
    control: RunControl = RunControl()
  ) throws(MetricError) -> StructuralHoles {
    let contacts = try ContactShares(self, value)
    let flat = try perNode(
      nodeCount,
      width: 3,
      phase: "structural holes",
      control: control
    ) { v, marks, row in
      contacts.measure(v, marks, row)
    }
    func column(_ read: (_ row: Int, _ contacts: Int) -> Double?) -> [Double?] {
      (0..<nodeCount).map { v in
        let count = contacts.rows.degree(of: v)
        return count == 0 ? nil : read(3 * v, count)
      }
    }
    return StructuralHoles(
      constraint: NodeScores(column { row, _ in flat[row] }),
      effectiveSize: NodeScores(column { row, _ in flat[row + 1] }),
      efficiency: NodeScores(column { row, count in flat[row + 1] / Double(count) }),
      hierarchy: NodeScores(column { row, count in count == 1 ? nil : flat[row + 2] })
    )
  }
}

/// Rows of shares: who takes which part of whose time.
private struct ContactShares: Sendable {
  /// Contacts in either direction, ascending; its weights are s(i, j).
  let rows: Adjacency
  /// p(i, j), parallel to the arcs.
  let share: [Double]
  /// m(j, q), parallel to the arcs.
  let overlap: [Double]

  init(_ graph: Graph, _ value: TieValue) throws(MetricError) {
    let contacts: Adjacency
    switch value {
    case .binary:
      contacts = graph.unweighted().symmetrized(.weak).out
    case .weighted:
      try graph.requireNonNegativeWeights()
      contacts = graph.symmetrized(.weak).out.withoutZeros()
    }
    rows = contacts
    var share = [Double](repeating: 0, count: contacts.arcCount)
    var overlap = share
    for v in 0..<contacts.nodeCount {
      var sum = 0.0
      var most = 0.0
      for arc in contacts.arcs(of: v) {
        sum += contacts.weight(at: arc)
        most = max(most, contacts.weight(at: arc))
      }
      guard sum.isFinite else { throw .notFinite(measure: "constraint") }
      for arc in contacts.arcs(of: v) {
        share[arc] = contacts.weight(at: arc) / sum
        overlap[arc] = contacts.weight(at: arc) / most
      }
    }
    self.share = share
    self.overlap = overlap
  }

  /// Puts constraint, effective size and hierarchy of `v` into `row`. `marks` is all zeros before and after.
  func measure(
    _ v: Int,
    _ marks: UnsafeMutablePointer<Double>,
    _ row: UnsafeMutablePointer<Double>
  ) {
    let own = rows.arcs(of: v)
    let count = own.count
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { invested in
      // invested[b] becomes p(v, j) + Σ_q p(v, q) p(q, j) for the contact j at place b; a mark is the place plus one.
      for place in 0..<count {
        invested.initializeElement(at: place, to: share[own.lowerBound + place])
        marks[Int(rows.targets[own.lowerBound + place])] = Double(place + 1)
      }
      var redundancy = 0.0
      for place in 0..<count {
        let via = share[own.lowerBound + place]
        forEachCommon(own, with: Int(rows.targets[own.lowerBound + place]), marks) { leg, other in
          invested[other] += via * share[leg]
          redundancy += share[own.lowerBound + other] * overlap[leg]
        }
      }
      for arc in own { marks[Int(rows.targets[arc])] = 0 }
      var constraint = 0.0
      for place in 0..<count { constraint += invested[place] * invested[place] }
      row[0] = constraint
      row[1] = Double(count) - redundancy
      row[2] = Self.concentration(invested, constraint)
    }
  }

  /// Calls `body` with the arc of `contact` and the place in the row `own` of every common contact, ascending.
  @inline(__always)
  private func forEachCommon(
    _ own: Range<Int>,
    with contact: Int,
    _ marks: UnsafeMutablePointer<Double>,
    _ body: (_ leg: Int, _ place: Int) -> Void
  ) {
    // A hub's row is searched for the few contacts of a small node instead of being read through.
    if rows.degree(of: contact) / 16 > own.count {
      for place in 0..<own.count {
        if let leg = rows.arc(from: contact, to: Int(rows.targets[own.lowerBound + place])) {
          body(leg, place)
        }
      }
      return
    }
    for leg in rows.arcs(of: contact) {
      let mark = marks[Int(rows.targets[leg])]
      if mark > 0 { body(leg, Int(mark) - 1) }
    }
  }

  /// Σ (c/c̄) ln(c/c̄) / (N ln N) of the squares c of `invested`, whose sum is `constraint`.
  private static func concentration(
    _ invested: UnsafeMutableBufferPointer<Double>,
    _ constraint: Double
  ) -> Double {
    let count = Double(invested.count)
    guard count > 1 && constraint > 0 else { return 0 }
    var sum = 0.0
    for part in invested {
      let ratio = part * part / constraint * count
      // x ln x goes to 0 with x.
      if ratio > 0 { sum += ratio * naturalLogarithm(ratio) }
    }
    return sum / (count * naturalLogarithm(count))
  }
}

extension Adjacency {
  /// The rows without arcs of strength 0.
  func withoutZeros() -> Adjacency {
    guard let weights, weights.contains(0) else { return self }
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var kept: [Int] = []
    for v in 0..<nodeCount {
      for arc in arcs(of: v) where weights[arc] != 0 { kept.append(arc) }
      offsets.append(kept.count)
    }
    return Adjacency(
      offsets: offsets,
      targets: kept.map { targets[$0] },
      weights: kept.map { weights[$0] }
    )
  }
}
