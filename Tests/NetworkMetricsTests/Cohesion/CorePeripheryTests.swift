import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Core and periphery")
struct CorePeripheryTests {
  /// Pearson's correlation of two lists, `nil` where one does not vary.
  private func correlation(_ pairs: [(Double, Double)]) -> Double? {
    let n = Double(pairs.count)
    let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    let xy = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let xx = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
    let yy = pairs.reduce(0) { $0 + ($1.1 - my) * ($1.1 - my) }
    return xx > 1e-12 && yy > 1e-12 ? xy / (xx * yy).squareRoot() : nil
  }

  private func fit(
    _ table: Table,
    _ isCore: [Bool],
    _ value: TieValue,
    _ off: OffDiagonal
  ) -> Double? {
    var pairs: [(Double, Double)] = []
    for i in table.indices {
      for j in table.indices where i != j {
        if isCore[i] != isCore[j] && off == .missing { continue }
        let tie = value == .binary ? (table.has(i, j) ? 1 : 0) : table.weight(i, j)
        pairs.append((tie, isCore[i] && isCore[j] ? 1 : isCore[i] != isCore[j] ? 1 : 0))
      }
    }
    return correlation(pairs)
  }

  static let small = RandomGraphs.zoo.filter { (4...9).contains($0.graph.nodeCount) }

  @Test("the best of all cuts", arguments: small, OffDiagonal.allCases)
  func exact(_ named: NamedGraph, _ off: OffDiagonal) throws {
    let graph = named.graph
    let table = Table(graph)
    for value in TieValue.allCases {
      var best: Double?
      for code in 0..<(1 << graph.nodeCount)
      where code.nonzeroBitCount >= 2 && code.nonzeroBitCount <= graph.nodeCount - 2 {
        let cut = table.indices.map { code >> $0 & 1 == 1 }
        if let value = fit(table, cut, value, off), value > best ?? -2 { best = value }
      }
      let options = CorePeripheryOptions(offDiagonal: off, value: value)
      guard let best else {
        #expect(throws: MetricError.self) { try graph.corePeriphery(options) }
        continue
      }
      let found = try graph.corePeriphery(options)
      #expect(found.isExact && found.pValue == nil)
      #expect(agree(found.correlation, best))
      #expect(agree(fit(table, found.isCore, value, off), best))
    }
  }

  @Test("a planted core is found by search, and is no chance")
  func planted() throws {
    var random = RandomStream(seed: 6)
    var arcs = ArcList()
    for a in 0..<Int32(30) {
      for b in 0..<a {
        let p = a < 8 ? 0.95 : b < 8 ? 0.3 : 0.04
        if random.nextUnit() < p { arcs.append(from: a, to: b) }
      }
    }
    let graph = try arcs.makeGraph(nodeCount: 30, .undirected)
    for off in OffDiagonal.allCases {
      let found = try graph.corePeriphery(CorePeripheryOptions(offDiagonal: off, starts: 5))
      #expect(!found.isExact)
      #expect(agree(fit(Table(graph), found.isCore, .binary, off), found.correlation))
      if off == .missing { #expect(found.isCore == (0..<30).map { $0 < 8 }) }
    }
    let tested = try graph.corePeriphery(CorePeripheryOptions(starts: 2, randomGraphs: 9))
    #expect(tested.pValue == 0.1)
  }

  @Test(
    "no small change of coreness fits better",
    arguments: RandomGraphs.zoo.filter {
      $0.graph.nodeCount >= 3 && $0.graph.nodeCount <= 12
    }
  )
  func continuous(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let correlate = { (c: [Double]) in
      var pairs: [(Double, Double)] = []
      for i in table.indices {
        for j in table.indices where i != j { pairs.append((table.weight(i, j), c[i] * c[j])) }
      }
      return self.correlation(pairs)
    }
    let weights = table.indices.flatMap { i in
      table.indices.filter { $0 != i }.map { table.weight(i, $0) }
    }
    guard Set(weights).count > 1 else {
      #expect(throws: MetricError.self) { try graph.coreness(.weighted) }
      return
    }
    let found = try graph.coreness(.weighted)
    let c = found.scores.values.map { $0! }
    // Where coreness hardly varies, the variance of its products loses digits.
    #expect(agree(correlate(c), found.correlation, 1e-6))
    #expect(c.allSatisfy { $0 >= 0 })
    var random = RandomStream(seed: 1)
    for _ in 0..<50 {
      let near = c.map { max(0, $0 + 1e-4 * (random.nextUnit() - 0.5)) }
      if let value = correlate(near) { #expect(value <= found.correlation + 1e-5) }
    }
  }

  @Test("too small or constant")
  func refused() {
    #expect(throws: MetricError.self) {
      try RandomGraphs.path(3, .undirected).graph.corePeriphery()
    }
    #expect(throws: MetricError.self) {
      try RandomGraphs.empty(6, .undirected).graph.corePeriphery()
    }
  }
}
