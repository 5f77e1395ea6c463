import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Gould-Fernandez brokerage")
struct GouldFernandezTests {
  @Test("path by path", arguments: RandomGraphs.zoo, [false, true])
  func byDefinition(_ named: NamedGraph, _ someWithout: Bool) throws {
    let table = Table(named.graph)
    var random = RandomStream(seed: 9)
    let group = table.indices.map { _ in Int32(random.next(below: 3) * 7) }.map {
      someWithout && random.nextUnit() < 0.2 ? -1 : $0
    }
    var wanted = [BrokerRole: [Int]]()
    for role in BrokerRole.allCases {
      wanted[role] = [Int](repeating: 0, count: table.indices.count)
    }
    for v in table.indices where group[v] >= 0 {
      for a in table.indices where a != v && group[a] >= 0 && table.has(a, v) {
        for b in table.indices
        where b != v && b != a && group[b] >= 0 && table.has(v, b) && !table.has(a, b) {
          let role: BrokerRole =
            switch (group[a] == group[v], group[v] == group[b], group[a] == group[b]) {
            case (true, true, _): .coordinator
            case (true, false, _): .representative
            case (false, true, _): .gatekeeper
            case (false, false, true): .itinerant
            case (false, false, false): .liaison
            }
          wanted[role]![v] += 1
          wanted[.brokerage]![v] += 1
        }
      }
    }
    let found = try named.graph.brokerageRoles(group: group, control: RunControl(threads: 2))
    for role in BrokerRole.allCases {
      for v in table.indices {
        #expect(found[role].counts[v] == (group[v] < 0 ? nil : wanted[role]![v]), "\(role) \(v)")
      }
      #expect(found[role].total.count == wanted[role]!.reduce(0, +))
      #expect(
        found[role].expected.values.indices.allSatisfy {
          (found[role].expected[$0] == nil) == (group[$0] < 0)
        }
      )
    }
  }

  /// Nine nodes, groups 0 0 0 0 1 1 1 2 2, and the thirty arcs v → v+1, v+2, v+4 (mod 9) and 0 → 8, 3 → 1, 6 → 5.
  private func example() throws -> (Graph, [Int32]) {
    var arcs = ArcList()
    for v in 0..<Int32(9) {
      for step in [1, 2, 4] as [Int32] { arcs.append(from: v, to: (v + step) % 9) }
    }
    for (a, b) in [(0, 8), (3, 1), (6, 5)] as [(Int32, Int32)] { arcs.append(from: a, to: b) }
    return (try arcs.makeGraph(nodeCount: 9, .directed), [0, 0, 0, 0, 1, 1, 1, 2, 2])
  }

  /// R 4.2.2, sna 2.7-1: `brokerage(A, c(0,0,0,0,1,1,1,2,2))$z.nli`, its columns w_I, w_O, b_IO, b_OI, b_O, t.
  @Test("z as in sna on a directed graph")
  func known() throws {
    let (graph, group) = try example()
    let found = try graph.brokerageRoles(group: group)
    #expect(found[.coordinator].counts == [0, 2, 1, 1, 0, 0, 0, 0, 0])
    #expect(found[.brokerage].counts == [8, 7, 7, 8, 6, 8, 8, 7, 8])
    #expect(agree(found[.coordinator].z[1], 1.642732276062))
    #expect(found[.coordinator].z[7] == nil)
    #expect(agree(found[.itinerant].z[5], 0.415473749383))
    #expect(agree(found[.representative].z[6], 1.909839615994))
    #expect(agree(found[.gatekeeper].z[0], 1.521842667206))
    #expect(agree(found[.liaison].z[8], 1.299846904331))
    #expect(agree(found[.brokerage].z[4], 0.0855986841405))
    #expect(agree(found[.liaison].total.expected, 14.58333333333))
  }

  @Test("the null model matches simulation", arguments: [Direction.directed, .undirected])
  func simulation(_ direction: Direction) throws {
    let sizes = [4, 3, 2]
    let group = sizes.enumerated().flatMap {
      [Int32](repeating: Int32($0.offset), count: $0.element)
    }
    // 18 of 36 pairs, or 36 of 72 places: density one half.
    let half = try densityOneHalf(direction)
    let model = try half.brokerageRoles(group: group)
    var random = RandomStream(seed: 77)
    let draws = 3000
    var sum = [BrokerRole: Double]()
    var squares = [BrokerRole: Double]()
    var nodeSum = [BrokerRole: Double]()
    var nodeSquares = [BrokerRole: Double]()
    for _ in 0..<draws {
      let graph = RandomGraphs.gilbert(9, 0.5, direction, seed: random.next()).graph
      let roles = try graph.brokerageRoles(group: group)
      for role in BrokerRole.allCases {
        let total = Double(roles[role].total.count)
        sum[role, default: 0] += total
        squares[role, default: 0] += total * total
        let own = Double(roles[role].counts[5]!)
        nodeSum[role, default: 0] += own
        nodeSquares[role, default: 0] += own * own
      }
    }
    for role in BrokerRole.allCases {
      let mean = sum[role]! / Double(draws)
      let deviation = (squares[role]! / Double(draws) - mean * mean).squareRoot()
      #expect(abs(mean / model[role].total.expected - 1) < 0.03, "\(role)")
      #expect(abs(deviation / model[role].total.standardDeviation - 1) < 0.05, "\(role)")
      let nodeMean = nodeSum[role]! / Double(draws)
      let spread = (nodeSquares[role]! / Double(draws) - nodeMean * nodeMean).squareRoot()
      #expect(abs(nodeMean / model[role].expected[5]! - 1) < 0.1, "\(role)")
      guard let z = model[role].z[5] else { continue }
      let stated = (Double(model[role].counts[5]!) - model[role].expected[5]!) / z
      if z != 0 { #expect(abs(spread / stated - 1) < 0.06, "\(role)") }
    }
  }

  private func densityOneHalf(_ direction: Direction) throws -> Graph {
    var arcs = ArcList()
    var place = 0
    for a in 0..<Int32(9) {
      for b in 0..<Int32(9) where direction == .directed ? a != b : a < b {
        if place % 2 == 0 { arcs.append(from: a, to: b) }
        place += 1
      }
    }
    return try arcs.makeGraph(nodeCount: 9, direction)
  }

  @Test("groups that do not fit are refused")
  func refused() {
    let graph = RandomGraphs.path(3, .directed).graph
    #expect(throws: MetricError.self) { try graph.brokerageRoles(group: [0, 1]) }
    #expect(throws: MetricError.self) { try graph.brokerageRoles(group: [0, -2, 1]) }
  }

  @Test("nobody has a group")
  func nobody() throws {
    let roles = try RandomGraphs.path(3, .directed).graph.brokerageRoles(group: [-1, -1, -1])
    #expect(roles[.brokerage].counts == [nil, nil, nil])
    #expect(roles[.brokerage].total.count == 0)
    #expect(roles[.brokerage].total.z == nil)
  }
}

@Suite("Permuted brokerage")
struct BrokeragePermutationTests {
  @Test("p is near the share over all ways of dealing labels")
  func exhaustive() throws {
    let graph = RandomGraphs.gilbert(7, 0.4, .directed, seed: 8).graph
    let group: [Int32] = [0, 0, 0, 1, 1, 1, -1]
    let observed = try graph.brokerageRoles(group: group)
    var share = [BrokerRole: [Double]]()
    var ways = 0.0
    for code in 0..<64 where code.nonzeroBitCount == 3 {
      let dealt = (0..<6).map { Int32(code >> $0 & 1) } + [-1]
      let drawn = try graph.brokerageRoles(group: dealt)
      ways += 1
      for role in BrokerRole.allCases {
        for v in 0..<6 where drawn[role].counts[v]! >= observed[role].counts[v]! {
          share[role, default: [Double](repeating: 0, count: 6)][v] += 1
        }
      }
    }
    let tested = try graph.brokeragePermutation(group: group, permutations: 600, seed: 5)
    for role in BrokerRole.allCases {
      #expect(tested[role][6] == nil)
      for v in 0..<6 { #expect(abs(tested[role][v]! - share[role]![v] / ways) < 0.08) }
    }
    #expect(tested[.brokerage].values.prefix(6).allSatisfy { $0 == 1 })
    #expect(throws: MetricError.self) {
      try graph.brokeragePermutation(group: group, permutations: 0)
    }
  }
}
