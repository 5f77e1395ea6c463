import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionAnalysis

@Suite("Between which ranks an actor may lie")
struct RankIntervalsTests {
  /// Actors 0 … n−1 with these arcs; `silent` were asked and did not answer, the others did.
  private func region(_ n: Int, _ arcs: [(Int, Int)], silent: [Int]) throws -> RegionGraph {
    var draft = RegionDraft()
    for v in 0..<n { draft.actors.append(Actor(id: "a\(v)")) }
    _ = draft.relationIndex("names")
    for (source, target) in arcs { draft.appendTie(from: "a\(source)", to: "a\(target)") }
    for v in 0..<n {
      draft.roster.rows.append(RosterEntry(respondent: "a\(v)", answered: !silent.contains(v)))
    }
    return try Region(draft).graph()
  }

  private func intervals(
    _ name: String,
    _ graph: RegionGraph,
    threads: Int = 1
  ) throws -> RankIntervals {
    let measures = try Catalogue.nodeMeasures(named: [name])
    let found = try RankIntervals.of(
      measures,
      graph,
      MeasureOptions(),
      control: RunControl(threads: threads)
    )
    return try #require(found.first)
  }

  @Test("where everybody answered, the interval is the rank")
  func nothingUnknown() throws {
    // A path 0 → 1 → 2 → 3: the two in the middle lie on two shortest paths each and share rank 1.
    let found = try intervals("betweenness", region(4, [(0, 1), (1, 2), (2, 3)], silent: []))
    #expect(found.low == [3, 1, 1, 3])
    #expect(found.high == found.low)
  }

  @Test("an unknown arc that may be there widens the interval, one that cannot matter does not")
  func oneSilent() throws {
    // 0 → 1 and 0 → 2 are known; 2 is silent. Density of the answers: 2 of 4, so each arc of 2
    // is there half of the time.
    let found = try intervals("in_closeness", region(3, [(0, 1), (0, 2)], silent: [2]))
    // With 2 → 1, actor 1 is reached by two others directly; without, 1 and 2 are alike. It is never behind.
    #expect(found.low[1] == 1)
    #expect(found.high[1] == 1)
    // Actor 0 is reached by nobody, and last, unless 2 → 0 is there: then it is as near as 2 is.
    #expect(found.low[0] == 2)
    #expect(found.high[0] == 3)
  }

  @Test("the same draws whatever the threads", arguments: [2, 8])
  func threads(_ threads: Int) throws {
    let graph = try region(
      8,
      [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (6, 1)],
      silent: [3, 6, 7]
    )
    #expect(
      try intervals("betweenness", graph) == intervals("betweenness", graph, threads: threads)
    )
  }

  @Test("the table has the intervals only below the wanted response rate")
  func table() throws {
    let graph = try region(4, [(0, 1), (1, 2), (2, 3)], silent: [2, 3])
    var draft = RegionDraft()
    for v in 0..<4 { draft.actors.append(Actor(id: "a\(v)")) }
    let naming = Naming(.everybody, of: try Region(draft), seed: 1)
    let measures = try Catalogue.nodeMeasures(named: ["in_degree", "betweenness"])
    let doubtful = try CentralityAnalysis(of: graph, measures, naming: naming)
    #expect(
      doubtful.table.columns
        == [
          "id", "label", "in_degree", "betweenness", "betweenness_rank_low",
          "betweenness_rank_high",
        ]
    )
    #expect(doubtful.notes.warnings.count == 1)
    let enough = try CentralityAnalysis(of: graph, measures, naming: naming, minimumResponse: 0.5)
    #expect(enough.table.columns == ["id", "label", "in_degree", "betweenness"])
  }
}
