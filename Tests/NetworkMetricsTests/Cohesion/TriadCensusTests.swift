import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Triad census")
struct TriadCensusTests {
  /// One graph on three nodes per type, written down from the pictures of Davis and Leinhardt.
  private static let examples: [TriadType: [(Int, Int)]] = [
    .t003: [], .t012: [(0, 1)], .t102: [(0, 1), (1, 0)],
    .t021D: [(1, 0), (1, 2)], .t021U: [(0, 1), (2, 1)], .t021C: [(0, 1), (1, 2)],
    .t111D: [(0, 1), (1, 0), (2, 1)], .t111U: [(0, 1), (1, 0), (1, 2)],
    .t030T: [(0, 1), (1, 2), (0, 2)], .t030C: [(0, 1), (1, 2), (2, 0)],
    .t201: [(0, 1), (1, 0), (1, 2), (2, 1)],
    .t120D: [(1, 0), (1, 2), (0, 2), (2, 0)], .t120U: [(0, 1), (2, 1), (0, 2), (2, 0)],
    .t120C: [(0, 1), (1, 2), (0, 2), (2, 0)],
    .t210: [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)],
    .t300: [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
  ]

  /// Sorted arcs of a triple under all six namings: the least is the same for triads of one type.
  private static func shape(_ arcs: [(Int, Int)]) -> [Int] {
    let namings = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    return namings.map { name in arcs.map { 3 * name[$0.0] + name[$0.1] }.sorted() }
      .min { $0.lexicographicallyPrecedes($1) }!
  }

  @Test("triple by triple", arguments: RandomGraphs.zoo.filter(\.graph.isDirected))
  func byDefinition(_ named: NamedGraph) throws {
    let table = Table(named.graph)
    var typeOf: [[Int]: TriadType] = [:]
    for (type, arcs) in Self.examples { typeOf[Self.shape(arcs)] = type }
    #expect(typeOf.count == 16)
    var wanted: [TriadType: Int] = [:]
    for (a, b, c) in table.triples {
      let nodes = [a, b, c]
      var arcs: [(Int, Int)] = []
      for i in 0..<3 {
        for j in 0..<3 where i != j && table.has(nodes[i], nodes[j]) { arcs.append((i, j)) }
      }
      wanted[typeOf[Self.shape(arcs)]!, default: 0] += 1
    }
    let census = try named.graph.triadCensus(control: RunControl(threads: 3))
    for type in TriadType.allCases { #expect(census[type] == wanted[type] ?? 0, "\(type)") }
  }

  @Test("a large ring, in numbers beyond 32 bits")
  func large() throws {
    let n = 200_000
    var arcs = ArcList()
    for v in 0..<Int32(n) { arcs.append(from: v, to: (v + 1) % Int32(n)) }
    let census = try arcs.makeGraph(nodeCount: n, .directed).triadCensus()
    #expect(census[.t021C] == n)
    #expect(census[.t012] == n * (n - 2) - 2 * n)
    #expect(census.counts.reduce(0, +) == 1_333_313_333_400_000)
  }

  @Test("undirected graphs and too many nodes are refused")
  func refused() throws {
    #expect(throws: MetricError.self) {
      try RandomGraphs.cycle(4, .undirected).graph.triadCensus()
    }
    let vast = try ArcList().makeGraph(nodeCount: 5_000_000, .directed)
    #expect(throws: MetricError.self) { try vast.triadCensus() }
  }
}
