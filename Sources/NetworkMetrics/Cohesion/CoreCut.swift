import GraphCore

/// A cut into core and periphery, with the sums that its correlation needs kept up to date while nodes change sides.
struct CoreCut: Sendable {
  private(set) var isCore: [Bool]
  private let counted: Graph
  private let offDiagonal: OffDiagonal
  private let isDirected: Bool
  /// Sums over ordered pairs by number of core nodes in the pair: strengths and their squares.
  private var sums = [0.0, 0, 0]
  private var squares = [0.0, 0, 0]
  private var coreCount = 0

  /// Everybody in the periphery.
  init(_ graph: Graph, _ value: TieValue, _ offDiagonal: OffDiagonal) {
    counted = value == .binary ? graph.unweighted() : graph
    isDirected = graph.isDirected
    self.offDiagonal = offDiagonal
    isCore = [Bool](repeating: false, count: graph.nodeCount)
    for v in 0..<graph.nodeCount {
      for arc in counted.out.arcs(of: v) {
        sums[0] += counted.out.weight(at: arc)
        squares[0] += counted.out.weight(at: arc) * counted.out.weight(at: arc)
      }
    }
  }

  private var nodeCount: Int { isCore.count }

  /// Correlation of ties and ideal pattern; `nil` where a side has fewer than two nodes or one of the two does not vary.
  var correlationIfAny: Double? {
    let (k, r) = (Double(coreCount), Double(nodeCount - coreCount))
    guard k >= 2 && r >= 2 else { return nil }
    let (inside, between) = (k * (k - 1), 2 * k * r)
    let ones = offDiagonal == .one ? inside + between : inside
    let all = inside + r * (r - 1) + (offDiagonal == .one ? between : 0)
    let tiesInOnes = offDiagonal == .one ? sums[2] + sums[1] : sums[2]
    let sum = tiesInOnes + sums[0]
    let square = squares[0] + squares[2] + (offDiagonal == .one ? squares[1] : 0)
    let mean = sum / all
    let variance = square / all - mean * mean
    let patternVariance = ones / all * (1 - ones / all)
    // What rounding leaves of a constant is no variance.
    guard variance > 1e-12 * max(1, square / all) && patternVariance > 0 else { return nil }
    let covariance = tiesInOnes / all - ones / all * mean
    return covariance / (variance * patternVariance).squareRoot()
  }

  /// The same where it is known to exist.
  var correlation: Double { correlationIfAny ?? 0 }

  /// Lets a node change sides.
  mutating func flip(_ v: Int) {
    let before = isCore[v] ? 1 : 0
    move(counted.out, v, before)
    if isDirected { move(counted.incoming, v, before) }
    coreCount += isCore[v] ? -1 : 1
    isCore[v].toggle()
  }

  private mutating func move(_ rows: Adjacency, _ v: Int, _ before: Int) {
    // An undirected edge stands for two ordered pairs, an arc for one.
    let times = isDirected ? 1.0 : 2.0
    for arc in rows.arcs(of: v) {
      let other = isCore[Int(rows.targets[arc])] ? 1 : 0
      let weight = rows.weight(at: arc)
      sums[before + other] -= times * weight
      squares[before + other] -= times * weight * weight
      sums[1 - before + other] += times * weight
      squares[1 - before + other] += times * weight * weight
    }
  }

  /// Whether this cut is to be preferred to another: more correlation, then a smaller core, then lower nodes in it.
  private func isBetter(than other: CoreCut?) -> Bool {
    guard let value = correlationIfAny else { return false }
    guard let other, let known = other.correlationIfAny else { return true }
    if abs(value - known) > 1e-12 { return value > known }
    if coreCount != other.coreCount { return coreCount < other.coreCount }
    return other.isCore.lexicographicallyPrecedes(isCore) { !$0 && $1 }
  }

  /// The best of all cuts, each reached from the one before by one change.
  mutating func compareAll(control: RunControl) throws(MetricError) -> CoreCut? {
    var best: CoreCut?
    for step in 1..<(1 << nodeCount) {
      if step & 0xfff == 0 { try control.check() }
      // Gray code: the bit that changes is the lowest one set in the count of steps.
      flip(step.trailingZeroBitCount)
      if isBetter(than: best) { best = self }
    }
    return best
  }

  /// The best cut found from several starts.
  mutating func search(
    _ graph: Graph,
    starts: Int,
    _ random: inout RandomStream,
    control: RunControl
  ) throws(MetricError) -> CoreCut? {
    let degrees = graph.degree()
    let order = degrees.indices.sorted {
      degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1
    }
    let empty = self
    var best: CoreCut?
    for v in order.dropLast(2) {
      flip(v)
      if isBetter(than: best) { best = self }
    }
    if var first = best {
      try first.climb(control: control)
      if first.isBetter(than: best) { best = first }
    }
    for _ in 0..<starts {
      var cut = empty
      for v in degrees.indices where random.next() >> 63 == 1 { cut.flip(v) }
      try cut.climb(control: control)
      if cut.isBetter(than: best) { best = cut }
    }
    return best
  }

  /// Moves single nodes, then exchanges pairs, as long as that is better.
  private mutating func climb(control: RunControl) throws(MetricError) {
    var improved = true
    while improved {
      improved = false
      try control.check()
      for v in 0..<nodeCount where improves({ $0.flip(v) }, { $0.flip(v) }) { improved = true }
      if improved || nodeCount > 500 { continue }
      for v in 0..<nodeCount where isCore[v] {
        try control.check()
        for u in 0..<nodeCount where !isCore[u] {
          let exchange = { (cut: inout CoreCut) in
            cut.flip(v)
            cut.flip(u)
          }
          if improves(exchange, exchange) {
            improved = true
            break
          }
        }
      }
    }
  }

  /// Makes a change and takes it back unless the correlation rises by more than rounding.
  private mutating func improves(
    _ change: (inout CoreCut) -> Void,
    _ back: (inout CoreCut) -> Void
  ) -> Bool {
    let before = correlationIfAny ?? -2
    change(&self)
    if let after = correlationIfAny, after > before + 1e-12 { return true }
    back(&self)
    return false
  }
}
