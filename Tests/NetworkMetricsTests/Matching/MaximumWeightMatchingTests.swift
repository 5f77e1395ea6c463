import GraphCore
import TestSupport
import Testing

@testable import NetworkMetrics

@Suite("Maximum-weight matching")
struct MaximumWeightMatchingTests {
  private func graph(_ n: Int, _ ties: [(Int32, Int32, Double)]) throws -> Graph {
    try ArcList(sources: ties.map(\.0), targets: ties.map(\.1), weights: ties.map(\.2))
      .makeGraph(nodeCount: n, .undirected)
  }

  /// The largest weight by trying, for the first free node, every partner and none.
  private func best(_ graph: Graph, _ free: [Int]) -> Double {
    guard let first = free.first else { return 0 }
    let rest = Array(free.dropFirst())
    var most = best(graph, rest)
    for (place, other) in rest.enumerated() {
      guard let arc = graph.out.arc(from: first, to: other) else { continue }
      var others = rest
      others.remove(at: place)
      most = max(most, graph.out.weight(at: arc) + best(graph, others))
    }
    return most
  }

  private func check(_ matching: Matching, in graph: Graph) {
    for (node, mate) in matching.mate.enumerated() {
      guard let mate else { continue }
      #expect(matching.mate[mate] == node && graph.hasArc(from: node, to: mate))
    }
  }

  @Test("a path: the two outer ties beat the heavier middle")
  func path() throws {
    let matching = try graph(4, [(0, 1, 3), (1, 2, 5), (2, 3, 3)]).maximumWeightMatching()
    #expect(matching.weight == 6 && matching.mate == [1, 0, 3, 2])
    #expect(matching.pairs.map { [$0.lower, $0.upper] } == [[0, 1], [2, 3]])
    // The middle alone where it weighs more than both.
    let heavy = try graph(4, [(0, 1, 3), (1, 2, 7), (2, 3, 3)]).maximumWeightMatching()
    #expect(heavy.weight == 7 && heavy.mate == [nil, 2, 1, nil])
  }

  @Test("odd circles, nested")
  func blossoms() throws {
    // A triangle with tails: 0–1–2 and a tail on each.
    let tails = try graph(
      6,
      [(0, 1, 8), (1, 2, 9), (0, 2, 10), (0, 3, 5), (1, 4, 5), (2, 5, 6)]
    )
    #expect(try tails.maximumWeightMatching().weight == best(tails, Array(0..<6)))
    // Five in a circle whose member is a triangle once the first odd circle is shrunk.
    let nested = try graph(
      8,
      [
        (0, 1, 9), (0, 2, 9), (1, 2, 10), (1, 3, 8), (2, 4, 8), (3, 4, 10), (3, 5, 6), (4, 6, 3),
        (5, 7, 4),
      ]
    )
    #expect(try nested.maximumWeightMatching().weight == best(nested, Array(0..<8)))
  }

  @Test("nobody, no ties, ties that weigh nothing or less")
  func edges() throws {
    #expect(try graph(0, []).maximumWeightMatching() == Matching(mate: [], weight: 0))
    #expect(try graph(2, []).maximumWeightMatching().mate == [nil, nil])
    let worthless = try graph(3, [(0, 1, 0), (1, 2, -4)]).maximumWeightMatching()
    #expect(worthless.mate == [nil, nil, nil])
  }

  @Test("as the best of all matchings, whole weights", arguments: 0..<60)
  func whole(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed))
    let n = 2 + random.next(below: 9)
    let density = 0.2 + 0.8 * random.nextUnit()
    let largest = [1, 3, 20, 1000][seed % 4]
    var ties: [(Int32, Int32, Double)] = []
    for a in 0..<n {
      for b in 0..<a where random.nextUnit() < density {
        ties.append((Int32(a), Int32(b), Double(1 + random.next(below: largest))))
      }
    }
    let graph = try graph(n, ties)
    let matching = try graph.maximumWeightMatching()
    check(matching, in: graph)
    #expect(matching.weight == best(graph, Array(0..<n)))
  }

  @Test("as the best of all matchings, any weights; another order of nodes changes nothing")
  func fractions() throws {
    for seed in 0..<40 {
      var random = RandomStream(seed: 900 + UInt64(seed))
      let n = 3 + random.next(below: 7)
      var ties: [(Int32, Int32, Double)] = []
      for a in 0..<n {
        for b in 0..<a where random.nextUnit() < 0.7 {
          ties.append((Int32(a), Int32(b), random.nextUnit() * 1e-3))
        }
      }
      let weight = try graph(n, ties).maximumWeightMatching().weight
      #expect(abs(weight - best(try graph(n, ties), Array(0..<n))) <= 1e-9 * weight)
      let turned = ties.map { (Int32(n - 1) - $0.0, Int32(n - 1) - $0.1, $0.2) }
      let again = try graph(n, turned).maximumWeightMatching().weight
      #expect(abs(weight - again) <= 1e-9 * weight)
    }
  }

  @Test("stops when asked to")
  func cancelled() throws {
    let control = RunControl()
    control.cancel()
    let graph = try graph(2, [(0, 1, 1)])
    #expect(throws: MetricError.cancelled) { _ = try graph.maximumWeightMatching(control: control) }
  }
}
