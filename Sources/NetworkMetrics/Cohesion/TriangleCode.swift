import GraphCore

/// How the three pairs of a triangle are tied, as a number below 64: two bits per pair, from the end that comes first.
///
/// The three nodes are called 0, 1 and 2: first, second and third of ``OrientedSkeleton/Triangle``.
struct TriangleCode {
  let bits: Int

  init(_ bits: Int) { self.bits = bits }

  @inline(__always)
  init(_ triangle: OrientedSkeleton.Triangle) {
    bits =
      Int(triangle.firstSecond) | Int(triangle.firstThird) << 2 | Int(triangle.secondThird) << 4
  }

  /// Whether `from → to` is there, for different nodes 0, 1, 2.
  func hasArc(_ from: Int, _ to: Int) -> Bool {
    // Pairs 01, 02 and 12 take bits 0, 2 and 4; the arc against the order takes the bit above.
    let pair = 2 * (from + to - 1)
    return bits >> (from < to ? pair : pair + 1) & 1 == 1
  }

  /// The six ways of calling the nodes source, middle and target.
  static let orders = [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]

  /// In how many of them source → middle → target is shortened by source → target.
  var transitiveTriples: Int {
    Self.orders.count { hasArc($0.0, $0.1) && hasArc($0.1, $0.2) && hasArc($0.0, $0.2) }
  }

  /// The type of the triad; all three pairs are tied.
  var type: TriadType {
    let leaving = (0..<3).map { v in (0..<3).count { $0 != v && hasArc(v, $0) } }
    switch leaving.reduce(0, +) {
    case 6: return .t300
    case 5: return .t210
    case 4:
      // Two one-way pairs share the node that is in no mutual pair.
      let apex = (0..<3).first { v in
        (0..<3).allSatisfy { $0 == v || hasArc(v, $0) != hasArc($0, v) }
      }
      guard let apex else { preconditionFailure("four arcs on three tied pairs: one is mutual") }
      return leaving[apex] == 2 ? .t120D : leaving[apex] == 0 ? .t120U : .t120C
    default: return leaving == [1, 1, 1] ? .t030C : .t030T
    }
  }
}

extension OrientedSkeleton {
  /// How many triangles have each of the 64 codes.
  func triangleCodes(control: RunControl) throws(MetricError) -> [Int] {
    try tally(width: 64, phase: "triads", control: control) { triangle, counts in
      counts[TriangleCode(triangle).bits] &+= 1
    }
  }
}

/// Pairs of ties at a common node by how the two are directed, first all of them, then less those that a triangle closes.
struct PairsAtNodes {
  /// The triad that an open pair of each kind makes.
  static let types: [TriadType] = [.t021D, .t021U, .t021C, .t111D, .t111U, .t201]
  /// Counts parallel to `types`.
  private(set) var open = [Int](repeating: 0, count: 6)

  /// Adds the pairs at a node with so many ties that only leave, only arrive, or do both.
  mutating func add(leaving: Int, arriving: Int, mutual: Int, times: Int = 1) {
    open[0] += times * (leaving * (leaving - 1) / 2)
    open[1] += times * (arriving * (arriving - 1) / 2)
    open[2] += times * (leaving * arriving)
    open[3] += times * (mutual * arriving)
    open[4] += times * (mutual * leaving)
    open[5] += times * (mutual * (mutual - 1) / 2)
  }

  /// Takes away the three pairs of each of `times` triangles.
  mutating func subtract(_ code: TriangleCode, times: Int) {
    for v in 0..<3 {
      var (leaving, arriving, mutual) = (0, 0, 0)
      for u in 0..<3 where u != v {
        switch (code.hasArc(v, u), code.hasArc(u, v)) {
        case (true, true): mutual += 1
        case (true, false): leaving += 1
        default: arriving += 1
        }
      }
      add(leaving: leaving, arriving: arriving, mutual: mutual, times: -times)
    }
  }
}
