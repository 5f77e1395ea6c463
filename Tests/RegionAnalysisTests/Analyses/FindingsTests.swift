import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

/// Every sentence, compared with what was worked out on paper.
@Suite("Findings in sentences")
struct FindingsTests {
  private func sentences(
    _ region: Region,
    by column: String? = nil,
    _ rule: Naming.Rule = .everybody
  ) throws -> [String] {
    let graph = try region.graph()
    let naming = Naming(rule, of: region, seed: 1)
    let clusters = try ClusterAnalysis(
      of: graph,
      in: region,
      .leiden(resolution: 1),
      seed: 1,
      naming: naming
    )
    let grouping =
      if let column {
        try Grouping(by: column, of: region, graph)
      } else {
        Grouping(clusters: clusters.partition, seed: 1)
      }
    let brokers = try LearningBrokers(of: graph, grouping: grouping)
    return try Findings(of: graph, brokers, clusters, naming: naming).sentences
  }

  @Test("two triangles joined by one tie")
  func barbell() throws {
    let region = try TinyRegions.region("a b c x y z w", "a-b b-c c-a x-y y-z z-x c-x")
    // c and x stand on 3·2 = 6 paths each, of 6·5/2 = 15 pairs. Without c the five others lose
    // {a, b} × {x, y, z}: 6 of the 10 pairs.
    #expect(
      try sentences(region) == [
        "7 actors and 7 ties; 1 without any tie.",
        "c and x are the strongest brokers, with the same betweenness of 6.",
        "Among the clusters c is most often a representative, from its own group to another: "
          + "2 of its 4 open two-step paths, each counted in both orders.",
        "If c left, 6 of the 10 pairs of others in reach of each other would be gone (60 %).",
        "2 clusters of 3 and 3 actors; 86 % of the ties lie inside them (modularity 0.36).",
        "Fragile: 1 tie has no way round: c – x.",
        "The network depends on c and x: without any one of them some of the others are cut off "
          + "from the rest.",
      ]
    )
  }

  @Test("a ring: somebody is in between, and nothing hangs on anybody")
  func ring() throws {
    let region = try TinyRegions.region("a b c d e", "a-b b-c c-d d-e e-a a-c")
    let said = try sentences(region)
    #expect(said[0] == "5 actors and 6 ties; everybody has a tie.")
    // b–d goes by c, b–e by a; c–e goes by a or d, a–d by c or e: a and c have 1.5 each.
    #expect(said[1] == "a and c are the strongest brokers, with the same betweenness of 1.5.")
    #expect(
      said.contains(
        "If a left, the others would still reach whom they reach now, by other paths."
      )
    )
    #expect(said.contains("No tie is fragile: each has a way round it."))
    #expect(!said.contains { $0.contains("depends on") })
  }

  @Test("a star that everything goes through, directed")
  func directedStar() throws {
    let region = try TinyRegions.region(
      [
        .init("hub", label: "The hub"), .init("p", type: "person"), .init("q"), .init("r"),
      ],
      "p-hub q-hub hub-r hub-q",
      directed: true
    ) { draft in
      draft.actors.attributes = [TinyRegions.column("side", ["h", "in", "in", "out"])]
    }
    // Open two-step paths through the hub: p→q, p→r, q→r. Between one and the same group: p→q.
    #expect(
      try sentences(region, by: "side", .organisations) == [
        "4 actors and 4 ties; everybody has a tie.",
        "The hub is the strongest broker: betweenness 3.",
        "Among the groups by side The hub is most often a liaison, between two groups that are not "
          + "its own: 2 of its 3 open two-step paths.",
        "If The hub left, 3 of the 3 ways from one of the others to another would be gone (100 %).",
        "One cluster of 4 actors; 100 % of the ties lie inside it (modularity 0).",
        "Fragile: 3 ties have no way round: The hub – person-1, The hub – q and The hub – r.",
        "The network depends on The hub: without it some of the others are cut off from the rest.",
      ]
    )
  }

  @Test("a coordinator works inside its own group")
  func coordinator() throws {
    let region = try TinyRegions.region("a b c", "a-b b-c", directed: true) { draft in
      draft.actors.attributes = [TinyRegions.column("g", ["x", "x", "x"])]
    }
    #expect(
      try sentences(region, by: "g")[2]
        == "Among the groups by g b is most often a coordinator, between members of its own group: "
        + "1 of its 1 open two-step paths."
    )
  }

  @Test("everybody knows everybody: nobody stands between")
  func clique() throws {
    let said = try sentences(try TinyRegions.region("a b c", "a-b b-c c-a"))
    #expect(
      said == [
        "3 actors and 3 ties; everybody has a tie.",
        "Nobody stands between others: no shortest path has an actor in its middle.",
        "One cluster of 3 actors; 100 % of the ties lie inside it (modularity 0).",
        "No tie is fragile: each has a way round it.",
      ]
    )
  }

  @Test(
    "nothing to say about networks without ties",
    arguments: [("", "0 actors"), ("a", "1 actor"), ("a b", "2 actors")]
  )
  func empty(ids: String, count: String) throws {
    #expect(try sentences(try TinyRegions.region(ids, "")) == ["\(count) and 0 ties."])
  }

  @Test("more than five fragile ties and persons are counted, not all named")
  func many() throws {
    let ids = (0..<9).map { "n\($0)" }.joined(separator: " ")
    let ties = (1..<9).map { "n\($0 - 1)-n\($0)" }.joined(separator: " ")
    let said = try sentences(try TinyRegions.region(ids, ties))
    #expect(
      said.contains(
        "Fragile: 8 ties have no way round: n0 – n1, n1 – n2, n2 – n3, n3 – n4 and n4 – n5 (and 3 more)."
      )
    )
    #expect(
      said.contains(
        "The network depends on n1, n2, n3, n4, n5 and 2 more: without any one of them some of the others are cut off from the rest."
      )
    )
    #expect(said[1] == "n4 is the strongest broker: betweenness 16, followed by n3 with 15.")
  }
}
