import GraphCore
@testable import NetworkMetrics
import TestSupport
import Testing

@Suite("Assortativity and mixing")
struct AssortativityTests {
  @Test("the correlation over the list of ties", arguments: RandomGraphs.zoo)
  func degrees(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    var pairs: [(Double, Double)] = []
    for a in table.indices {
      for b in table.indices where a != b && table.has(a, b) {
        let source = table.indices.count { table.has(a, $0) }
        let target = table.indices.count { table.has($0, b) }
        pairs.append((Double(source), Double(target)))
      }
    }
    let n = Double(pairs.count)
    let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    let sxy = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    let sxx = pairs.reduce(0) { $0 + ($1.0 - mx) * ($1.0 - mx) }
    let syy = pairs.reduce(0) { $0 + ($1.1 - my) * ($1.1 - my) }
    let varies = Set(pairs.map(\.0)).count > 1 && Set(pairs.map(\.1)).count > 1
    #expect(agree(try graph.degreeAssortativity(), varies ? sxy / (sxx * syy).squareRoot() : nil))
  }

  @Test("mixing tie by tie", arguments: RandomGraphs.zoo)
  func mixing(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    var random = RandomStream(seed: 4)
    let group = table.indices.map { _ in Int32(random.next(below: 4)) - 1 }
    let found = try graph.mixing(group: group, groupCount: 3)
    var counts = [Int](repeating: 0, count: 9)
    var (external, inside) = (0, 0)
    for a in table.indices where group[a] >= 0 {
      for b in table.indices where group[b] >= 0 && a != b && table.has(a, b) {
        counts[Int(group[a]) * 3 + Int(group[b])] += 1
        guard graph.isDirected || a < b else { continue }
        if group[a] == group[b] { inside += 1 } else { external += 1 }
      }
    }
    #expect(found.ties == counts)
    let all = external + inside
    #expect(agree(found.eiIndex, all > 0 ? Double(external - inside) / Double(all) : nil))
    for g in 0..<3 as Range<Int32> {
      var (out, own) = (0, 0)
      for tie in graph.ties() where group[tie.source] >= 0 && group[tie.target] >= 0 {
        guard group[tie.source] == g || group[tie.target] == g else { continue }
        if group[tie.source] == group[tie.target] { own += 1 } else { out += 1 }
      }
      #expect(
        agree(
          found.eiIndex(ofGroup: Int(g)),
          out + own > 0 ? Double(out - own) / Double(out + own) : nil
        )
      )
    }
  }

  @Test("sums beyond 64 bits, and products beyond 128")
  func large() {
    typealias Sums = DegreeSums<Int128>
    let far: Int128 = 1 << 100
    // A star with k leaves: 2k arcs; k of them from the hub to a leaf, k back.
    let k: Int128 = 1 << 40
    var star = Sums()
    star.sources = k * k + k
    star.targets = star.sources
    star.sourceSquares = k * k * k + k
    star.targetSquares = star.sourceSquares
    star.together = 2 * k * k
    #expect(agree(star.correlation(arcs: Int(2 * k)), -1))
    #expect(Sums.gap(3, 5, 2, 7) == 1)
    #expect(Sums.gap(far, 3, far, 2) == 0x1p100)
    #expect(Sums.gap(far, far, far, far / 2) == 0x1p199)
    // Both widths give the same.
    let graph = RandomGraphs.star(7, .undirected).graph
    let degrees = (0..<graph.nodeCount).map { Int32(graph.out.degree(of: $0)) }
    let wide = graph.degreeSums(degrees, degrees, RunControl(), as: Int128.self)
    #expect(graph.degreeSums(degrees, degrees, RunControl(), as: Int.self) == wide)
  }

  @Test("many nodes, taken by stretches: one thread or several")
  func stretches() throws {
    let (n, far) = (120_000, 500_000)
    let sources = (0..<5 * n).map { Int32($0 % n) }
    let targets = (0..<5 * n).map { Int32(($0 * 7 + far / ($0 % 97 + 1)) % n) }
    let graph = try ArcList(sources: sources, targets: targets).makeGraph(nodeCount: n, .undirected)
    #expect(graph.out.arcCount > 1 << 20)
    let one = try #require(try graph.degreeAssortativity())
    #expect(try graph.degreeAssortativity(control: RunControl(threads: 8)) == one)
    var (xy, x, xx, m) = (0.0, 0.0, 0.0, 0.0)
    for v in 0..<n {
      for w in graph.out[v] {
        let (a, b) = (Double(graph.out.degree(of: v)), Double(graph.out.degree(of: Int(w))))
        (xy, x, xx, m) = (xy + a * b, x + a, xx + a * a, m + 1)
      }
    }
    #expect(agree(one, (m * xy - x * x) / (m * xx - x * x)))
  }

  @Test("known cases")
  func known() throws {
    let star = RandomGraphs.star(5, .undirected).graph
    #expect(agree(try star.degreeAssortativity(), -1))
    #expect(try RandomGraphs.cycle(5, .undirected).graph.degreeAssortativity() == nil)
    // Two groups of two, one tie in each, none between: everything inside.
    let apart = try ArcList(sources: [0, 2], targets: [1, 3])
      .makeGraph(nodeCount: 4, .undirected)
    let mixing = try apart.mixing(group: [0, 0, 1, 1], groupCount: 2)
    #expect(mixing.eiIndex == -1)
    #expect(mixing.assortativity == 1)
    #expect(agree(mixing.expectedEIIndex, 1 - 2 * 4.0 / 12))
    let across = try apart.mixing(group: [0, 1, 0, 1], groupCount: 2)
    #expect(across.eiIndex == 1)
    #expect(across.assortativity == -1)
    #expect(try apart.mixing(group: [0, 0, 0, 0], groupCount: 1).assortativity == nil)
    #expect(throws: MetricError.self) { try apart.mixing(group: [0, 0, 0, 2], groupCount: 2) }
  }
}
