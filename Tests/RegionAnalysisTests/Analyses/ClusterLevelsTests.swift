import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Clusters at every resolution")
struct ClusterLevelsTests {
  /// Four cliques of four; two and two of them joined by three ties, and these by one: a region with two levels.
  private func region() throws -> Region {
    let names = (0..<16).map { "n\($0)" }
    var ties: [String] = []
    for clique in 0..<4 {
      for a in 0..<4 { for b in 0..<a { ties.append("n\(4 * clique + a)-n\(4 * clique + b)") } }
    }
    for half in [0, 8] { for step in 0..<3 { ties.append("n\(half + step)-n\(half + 4 + step)") } }
    ties.append("n3-n11")
    return try TinyRegions.region(names.joined(separator: " "), ties.joined(separator: " ")) {
      $0.actors.attributes = [TinyRegions.column("half", (0..<16).map { $0 < 8 ? "w" : "e" })]
    }
  }

  private func study(_ objective: ClusterObjective) throws -> ClusterStudy {
    let region = try region()
    return try ClusterStudy(
      region,
      try region.graph(),
      question: .init(
        method: .leiden(objective, resolution: nil),
        profile: objective == .cpm ? 0.01...1 : 0.1...10,
        compare: "half"
      ),
      seed: 3,
      naming: Naming(.everybody, of: region, seed: 3)
    )
  }

  @Test(
    "both levels are plateaus, found without being told of them",
    arguments: ClusterObjective.allCases
  )
  func levels(objective: ClusterObjective) throws {
    let levels = try #require(try study(objective).levels)
    let plateaus = levels.levels.filter(\.isPlateau).map(\.partition.sizes)
    #expect(plateaus.contains([8, 8]) && plateaus.contains([4, 4, 4, 4]), "\(plateaus)")
    #expect(
      levels.table.columns == [
        "level", "from", "to", "share", "plateau", "clusters", "singletons", "nmi", "ami", "sizes",
      ]
    )
    // Levels meet and fill the range.
    let rows = levels.table.rows
    #expect(rows.first?[1] == .number(levels.range.lowerBound))
    #expect(rows.last?[2] == .number(levels.range.upperBound))
    for (a, b) in zip(rows, rows.dropFirst()) { #expect(a[2] == b[1]) }
    #expect(abs(rows.reduce(0) { $0 + ($1[3].numeric ?? 0) } - 1) < 1e-9)
    // The halves are exactly the column.
    let halves = try #require(levels.levels.firstIndex { $0.partition.sizes == [8, 8] })
    #expect(levels.agreement?[halves]?.normalizedMutualInformation == 1)
  }

  @Test("each clique lies wholly in its half")
  func nested() throws {
    let table = try #require(try study(.cpm).levels).nested
    let cliques = table.rows.filter { $0[2] == .integer(4) }
    #expect(cliques.count == 4 && cliques.allSatisfy { $0[4] == .number(1) })
    #expect(Set(cliques.map { $0[3].forReading }) == ["1", "2"])
  }

  @Test("the clusters of a study with a profile are those of its widest level with two or more")
  func widest() throws {
    let study = try study(.cpm)
    let levels = try #require(study.levels).levels
    let real = levels.filter { level in level.partition.sizes.count { $0 > 1 } > 1 }
    let widest = try #require(real.max { $0.share < $1.share })
    #expect(study.clusters.partition == widest.partition)
  }

  @Test(
    "quality as a line: no level is beaten by another inside its range",
    arguments: [ClusterObjective.cpm, .modularity]
  )
  func envelope(objective: ClusterObjective) throws {
    let study = try study(objective)
    let levels = try #require(study.levels).levels
    for level in levels {
      let middle = (level.range.lowerBound * level.range.upperBound).squareRoot()
      let quality = objective.quality(middle, of: study.graph.graph)
      let own = try study.graph.graph.quality(of: level.partition, quality) ?? 0
      for other in levels {
        let its = try study.graph.graph.quality(of: other.partition, quality) ?? 0
        #expect(its <= own + 1e-9)
      }
    }
  }
}
