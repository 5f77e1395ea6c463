import GraphCore
import LearningRegion
import NetworkMetrics
import TestSupport
import Testing

@testable import RegionIndicators

@Suite("Who stands between whom")
struct LearningBrokersTests {
  private func brokers(
    _ region: Region,
    permutations: Int = 0,
    seed: UInt64 = 1,
    threads: Int = 1,
    change: (inout BrokerOptions) -> Void = { _ in }
  ) throws -> LearningBrokers {
    let graph = try region.graph()
    var options = BrokerOptions()
    options.permutations = permutations
    options.seed = seed
    change(&options)
    return try LearningBrokers(
      of: graph,
      grouping: try Grouping(by: "type", of: region, graph),
      options,
      control: RunControl(threads: threads)
    )
  }

  /// Open two-paths through every node, by role, counted triple by triple from the definition.
  private func counted(_ graph: Graph, _ group: [Int32]) -> [BrokerRole: [Int]] {
    let n = graph.nodeCount
    var counts: [BrokerRole: [Int]] = [:]
    for role in BrokerRole.allCases { counts[role] = [Int](repeating: 0, count: n) }
    for v in 0..<n where group[v] >= 0 {
      for a in 0..<n where a != v && group[a] >= 0 && graph.hasArc(from: a, to: v) {
        for b in 0..<n where b != v && b != a && group[b] >= 0 && graph.hasArc(from: v, to: b) {
          guard !graph.hasArc(from: a, to: b) else { continue }
          let role: BrokerRole =
            switch (group[a] == group[v], group[v] == group[b], group[a] == group[b]) {
            case (true, true, _): .coordinator
            case (true, false, _): .representative
            case (false, true, _): .gatekeeper
            case (false, false, true): .itinerant
            case (false, false, false): .liaison
            }
          counts[role]?[v] += 1
          counts[.brokerage]?[v] += 1
        }
      }
    }
    return counts
  }

  @Test(
    "roles as counted triple by triple; who has no group has none",
    arguments: [
      RandomGraphs.gilbert(16, 0.2, .directed, seed: 41),
      RandomGraphs.gilbert(16, 0.25, .undirected, seed: 42),
      RandomGraphs.clustered(blocks: 3, size: 5, .directed, seed: 43),
    ]
  )
  func roles(named: NamedGraph) throws {
    let region = try SmallRegions.region(named.graph, groups: 3)
    let found = try brokers(region)
    let wanted = counted(try region.graph().graph, found.grouping.groupOf)
    for role in BrokerRole.allCases {
      let numbers = try #require(wanted[role])
      for (node, count) in found.roles[role].counts.enumerated() {
        #expect(count == (found.grouping.groupOf[node] < 0 ? nil : numbers[node]), "\(role)")
      }
    }
  }

  @Test("the other measures are those of the graph, with the options given")
  func measures() throws {
    let region = try SmallRegions.region(
      RandomGraphs.gilbert(20, 0.15, .undirected, seed: 44).graph,
      groups: 2
    )
    let graph = try region.graph().graph
    let plain = try brokers(region)
    #expect(try plain.betweenness == graph.betweenness().values)
    #expect(try plain.constraint == graph.structuralHoles().constraint.values)
    #expect(try plain.effectiveSize == graph.structuralHoles().effectiveSize.values)
    #expect(try plain.isArticulationPoint == graph.biconnectivity().isArticulationPoint)
    #expect(plain.permutationP.isEmpty)
    let shares = try brokers(region) { $0.normalization = .normalized }
    #expect(
      try shares.betweenness
        == graph.betweenness(BetweennessOptions(normalization: .normalized)).values
    )
  }

  @Test("the highest betweenness first, equal ones in node order")
  func ranking() throws {
    let region = try SmallRegions.region(
      types: ["a", "a", "a", "a", "a"],
      "0-1 1-2 2-3 3-4",
      directed: false
    )
    #expect(try brokers(region).ranking == [2, 1, 3, 0, 4])
  }

  /// All orders of `items`.
  private func orders(_ items: [Int32]) -> [[Int32]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { place in
      var rest = items
      let first = rest.remove(at: place)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test(
    "p comes near the share of all relabellings that reach the count",
    arguments: [true, false]
  )
  func permutationsByBruteForce(isDirected: Bool) throws {
    let region = try SmallRegions.region(
      types: ["x", "x", "y", "y", nil, "y"],
      "0-1 1-2 2-3 3-0 1-4 4-2 3-5 5-1",
      directed: isDirected
    )
    let graph = try region.graph().graph
    let rounds = 2000
    let found = try brokers(region, permutations: rounds)
    let group = found.grouping.groupOf
    let known = group.indices.filter { group[$0] >= 0 }
    let observed = counted(graph, group)
    var atLeast: [BrokerRole: [Int]] = [:]
    for role in BrokerRole.allCases { atLeast[role] = [Int](repeating: 0, count: group.count) }
    let all = orders(known.map { group[$0] })
    for order in all {
      var labels = group
      for (place, node) in known.enumerated() { labels[node] = order[place] }
      let counts = counted(graph, labels)
      for role in BrokerRole.allCases {
        for node in known where (counts[role]?[node] ?? 0) >= (observed[role]?[node] ?? 0) {
          atLeast[role]?[node] += 1
        }
      }
    }
    #expect(all.count == 120)
    for role in BrokerRole.allCases {
      let p = try #require(found.permutationP[role])
      for node in group.indices {
        guard group[node] >= 0 else {
          #expect(p[node] == nil)
          continue
        }
        let exact = Double(atLeast[role]?[node] ?? 0) / Double(all.count)
        let drawn = try #require(p[node])
        // Five standard deviations of a share over that many draws, and the one added to both sides.
        let deviation = (exact * (1 - exact) / Double(rounds)).squareRoot()
        #expect(abs(drawn - exact) <= 5 * deviation + 1.0 / Double(rounds), "\(role), \(node)")
        #expect(drawn >= 1.0 / Double(rounds + 1) && drawn <= 1)
      }
    }
  }

  @Test("one group only: every relabelling is the same, so p is 1")
  func oneGroup() throws {
    let region = try SmallRegions.region(
      types: ["x", "x", "x"],
      "0-1 1-2",
      directed: true
    )
    let found = try brokers(region, permutations: 19)
    for role in BrokerRole.allCases { #expect(found.permutationP[role] == [1, 1, 1]) }
  }

  @Test("the seed decides, the number of threads does not")
  func determinism() throws {
    let region = try SmallRegions.region(
      RandomGraphs.clustered(blocks: 4, size: 6, .directed, seed: 45).graph,
      groups: 3
    )
    let one = try brokers(region, permutations: 29, seed: 5)
    for threads in [2, 8] {
      let many = try brokers(region, permutations: 29, seed: 5, threads: threads)
      #expect(many.permutationP == one.permutationP)
      #expect(many.roles == one.roles)
      #expect(many.betweenness == one.betweenness)
      #expect(many.constraint == one.constraint)
      #expect(many.effectiveSize == one.effectiveSize)
    }
    #expect(try brokers(region, permutations: 29, seed: 6).permutationP != one.permutationP)
  }

  @Test("permutations report progress, and a run that is stopped has no result")
  func control() throws {
    let region = try SmallRegions.region(types: ["x", "y", "x"], "0-1 1-2", directed: true)
    let graph = try region.graph()
    var options = BrokerOptions()
    options.permutations = 5
    let heard = Heard()
    let grouping = try Grouping(by: "type", of: region, graph)
    _ = try LearningBrokers(
      of: graph,
      grouping: grouping,
      options,
      control: RunControl(report: { heard.hear($0) })
    )
    #expect(heard.complete.contains("permutations of the groups"))
    let stopped = RunControl()
    stopped.cancel()
    #expect(throws: MetricError.cancelled) {
      try LearningBrokers(of: graph, grouping: grouping, options, control: stopped)
    }
  }
}
