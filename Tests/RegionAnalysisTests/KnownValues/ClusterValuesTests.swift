import GraphCore
import LearningRegion
import NetworkMetrics
import Testing

@testable import RegionAnalysis

/// Clusters of the data sets as igraph 1.0.0 and scikit-learn 1.9.1 have them; `Tests/Fixtures/clusters/README.md` names the calls.
@Suite("Clusters of the data sets as public tools find and compare them")
struct ClusterValuesTests {
  static let folder = Fixtures.repository.appending(path: "Tests/Fixtures/clusters")
  static func records(_ name: String) -> [[String: String]] {
    (try? FixtureTable(folder.appending(path: name)).records) ?? []
  }

  private func graph(_ region: Region) throws -> RegionGraph {
    var projection = GraphProjection()
    projection.wave = .all
    return try region.graph(projection)
  }

  @Test("every data set is there")
  func complete() {
    #expect(Self.records("best-modularity.csv").map { $0["dataset"] } == Fixtures.datasetNames)
    #expect(Self.records("agreement.csv").count >= 5)
  }

  @Test(
    "the best of fifty runs is as good as the best of fifty of igraph",
    arguments: records("best-modularity.csv")
  )
  func best(_ record: [String: String]) throws {
    let graph = try graph(try Fixtures.region(try #require(record["dataset"])))
    #expect(graph.graph.nodeCount == Int(try #require(record["nodes"])))
    let wanted = try #require(record["modularity"].flatMap { Double($0) })
    let runs = try graph.graph.leidenRuns(50, LeidenOptions(seed: 20_261_123))
    let found = try #require(runs.best.quality)
    #expect(found >= wanted - 1e-9, "\(found) \(wanted)")
    // igraph's best is the best there is, or nearly.
    #expect(found <= wanted + 1e-3)
    #expect(abs((try graph.graph.quality(of: runs.best.partition) ?? 0) - found) < 1e-12)
  }

  @Test("agreement of two columns to 1e-9", arguments: records("agreement.csv"))
  func agreement(_ record: [String: String]) throws {
    let region = try Fixtures.region(try #require(record["dataset"]))
    let study = try ClusterStudy(
      region,
      try graph(region),
      question: .init(
        method: .attribute(try #require(record["first"])),
        compare: record["second"]
      ),
      seed: 1,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    let found = try #require(study.comparison)
    #expect(found.compared == Int(try #require(record["actors"])))
    let agreement = try #require(found.agreement)
    for (name, value) in [
      ("nmi", agreement.normalizedMutualInformation), ("ami", agreement.adjustedMutualInformation),
      ("ari", agreement.adjustedRandIndex), ("vi", agreement.variationOfInformation),
    ] {
      let wanted = try #require(record[name].flatMap { Double($0) })
      #expect(abs(value - wanted) <= 1e-9 * max(1, abs(wanted)), "\(name) \(value) \(wanted)")
    }
  }
}
