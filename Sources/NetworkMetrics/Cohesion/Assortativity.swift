import GraphCore

extension Graph {
  /// Whether nodes with many ties are tied to nodes with many ties: the correlation of degrees over the ties, from −1 to 1.
  ///
  /// Directed: Pearson's r between the out-degree of the source and the in-degree of the target, over arcs. Undirected: between the
  /// degrees of the two ends, each edge in both directions. Binary. `nil` where there are no ties or one of the two does not vary.
  /// Equal to networkx `degree_assortativity_coefficient`. All sums are whole numbers: nothing is rounded before the last division. O(nodes + arcs).
  ///
  /// Source: M. Newman, *Mixing patterns in networks*, Phys. Rev. E 67 (2003), doi:10.1103/PhysRevE.67.026126.
  ///
  /// - Throws: ``MetricError/cancelled``.
  public func degreeAssortativity(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Double? {
    guard out.arcCount > 0 else { return nil }
    let (leaving, mostLeaving) = out.lengthsOfRows
    let (arriving, mostArriving) = isDirected ? incoming.lengthsOfRows : (leaving, mostLeaving)
    let largest = max(mostLeaving, mostArriving)
    // A sum over arcs of two degrees multiplied: beyond the range of `Int` only where hubs are enormous.
    let (_, isBeyond) = (largest * largest).multipliedReportingOverflow(by: out.arcCount)
    let sums =
      isBeyond
      ? degreeSums(leaving, arriving, control, as: Int128.self)
      : degreeSums(leaving, arriving, control, as: Int.self)
    try control.check()
    return sums.correlation(arcs: out.arcCount)
  }

  /// Sums over all arcs, taken by stretches of nodes; `Number` must hold those of a stretch.
  func degreeSums<Number: FixedWidthInteger & Sendable>(
    _ leaving: [Int32],
    _ arriving: [Int32],
    _ control: RunControl,
    as _: Number.Type
  ) -> DegreeSums<Int128> {
    // A small graph is done before another thread has woken up.
    let shards = out.arcCount < 1 << 17 ? NodeShards(whole: out) : NodeShards(out)
    var sums = [DegreeSums<Number>](repeating: DegreeSums(), count: shards.count)
    sums.withUnsafeMutableBufferPointer { sums in
      nonisolated(unsafe) let sums = sums
      control.forEachShard(shards.count) { shard in
        addDegrees(of: shards.range(shard), leaving, arriving, to: &sums[shard])
      }
    }
    return sums.reduce(into: DegreeSums()) { $0.add($1) }
  }

  private func addDegrees<Number: FixedWidthInteger>(
    of nodes: Range<Int>,
    _ leaving: [Int32],
    _ arriving: [Int32],
    to sums: inout DegreeSums<Number>
  ) {
    // Running sums over all arcs of some dozen nodes, which have no short rows to guess the ends of; a row's sum is a difference of two.
    var running: [Number] = []
    var found = DegreeSums<Number>()
    out.withUnsafeRows { offsets, ends in
      leaving.withUnsafeBufferPointer { leaving in
        arriving.withUnsafeBufferPointer { arriving in
          var begin = nodes.lowerBound
          while begin < nodes.upperBound {
            let end = min(nodes.upperBound, begin + 64)
            let first = offsets[begin]
            let count = offsets[end] - first
            if running.count <= count { running = Array(repeating: 0, count: 2 * count + 1) }
            running.withUnsafeMutableBufferPointer { running in
              var sum: Number = 0
              for place in 0..<count {
                running[place] = sum
                sum &+= Number(truncatingIfNeeded: arriving[Int(ends[first &+ place])])
              }
              running[count] = sum
              // Variables of their own stay in registers.
              var (together, sources, squares): (Number, Number, Number) = (0, 0, 0)
              var upToHere: Number = 0
              for v in begin..<end {
                let upToNext = running[offsets[v + 1] &- first]
                let forth = Number(truncatingIfNeeded: leaving[v])
                together &+= forth &* (upToNext &- upToHere)
                sources &+= forth &* forth
                squares &+= forth &* forth &* forth
                upToHere = upToNext
              }
              found.together &+= together
              found.sources &+= sources
              found.sourceSquares &+= squares
            }
            begin = end
          }
          if isDirected {
            for v in nodes {
              let back = Number(truncatingIfNeeded: arriving[v])
              found.targets &+= back &* back
              found.targetSquares &+= back &* back &* back
            }
          } else {
            found.targets = found.sources
            found.targetSquares = found.sourceSquares
          }
        }
      }
    }
    sums = found
  }
}

/// Sums over arcs of the degree at the source, that at the target, their squares and their products.
struct DegreeSums<Number: FixedWidthInteger>: Equatable {
  var sources: Number = 0
  var targets: Number = 0
  var sourceSquares: Number = 0
  var targetSquares: Number = 0
  var together: Number = 0

  mutating func add<Other: FixedWidthInteger>(_ other: DegreeSums<Other>) {
    sources += Number(other.sources)
    targets += Number(other.targets)
    sourceSquares += Number(other.sourceSquares)
    targetSquares += Number(other.targetSquares)
    together += Number(other.together)
  }
}

extension DegreeSums where Number == Int128 {
  /// Pearson's r over so many arcs; `nil` where one of the two degrees does not vary.
  func correlation(arcs: Int) -> Double? {
    let arcs = Int128(arcs)
    let source = Self.gap(arcs, sourceSquares, sources, sources)
    let target = Self.gap(arcs, targetSquares, targets, targets)
    guard source > 0 && target > 0 else { return nil }
    let both = Self.gap(arcs, together, sources, targets)
    return max(-1, min(1, both / (source.squareRoot() * target.squareRoot())))
  }

  /// a·b − c·d, exact before it is rounded once; rounded earlier only where the products leave 128 bits.
  static func gap(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Double {
    let (first, firstOverflow) = a.multipliedReportingOverflow(by: b)
    let (second, secondOverflow) = c.multipliedReportingOverflow(by: d)
    return firstOverflow || secondOverflow
      ? Double(a) * Double(b) - Double(c) * Double(d) : Double(first - second)
  }
}

extension Adjacency {
  /// The number of arcs in each row, and the largest.
  fileprivate var lengthsOfRows: (lengths: [Int32], largest: Int) {
    var largest: Int32 = 0
    let lengths = withUnsafeRows { offsets, _ in
      [Int32](filling: nodeCount) { lengths, count in
        for v in 0..<nodeCount {
          let length = Int32(truncatingIfNeeded: offsets[v + 1] &- offsets[v])
          lengths[v] = length
          largest = max(largest, length)
        }
        count = nodeCount
      }
    }
    return (lengths, Int(largest))
  }
}
