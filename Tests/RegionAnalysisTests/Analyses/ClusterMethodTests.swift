import Testing

@testable import RegionAnalysis

@Suite("Ways of finding clusters")
struct ClusterMethodTests {
  @Test("names are read back", arguments: ClusterMethod.names)
  func names(name: String) throws {
    let method = try #require(ClusterMethod(named: name))
    #expect(method.name == name)
  }

  @Test(
    "no other name is a method",
    arguments: ["", "Leiden", "attribute:", "attribute", "louvain"]
  )
  func unknown(name: String) { #expect(ClusterMethod(named: name) == nil) }

  private func clusters(_ method: ClusterMethod, runs: Int = 1) throws -> [Int] {
    try TwoTriangles.study(method, runs: runs).clusters.table.rows.map {
      Int($0[2].numeric ?? -1)
    }
  }

  @Test(
    "every method that cuts at the weak places finds the triangles",
    arguments: [
      .leiden(), .leiden(.directedModularity), .leiden(.cpm, resolution: nil), .truss(k: 3),
    ] as [ClusterMethod]
  )
  func triangles(method: ClusterMethod) throws {
    let found = try clusters(method)
    #expect(found[0] == found[1] && found[4] == found[5] && found[0] != found[4])
    #expect(found[6] == found.max())
  }

  @Test("levels of cores and trusses, with their names")
  func levels() throws {
    let cores = try TwoTriangles.study(.core()).clusters
    #expect(cores.table.rows.map { $0[2] } == [1, 1, 1, 1, 1, 1, 2].map { .integer($0) })
    #expect(cores.names == ["core 2", "core 0"] && cores.levelOfCluster == [2, 0])
    let trusses = try TwoTriangles.study(.truss()).clusters
    #expect(trusses.names == ["truss 3", "truss 0"])
  }

  @Test("the parts of a core, everybody else alone")
  func parts() throws {
    #expect(try clusters(.core(k: 2)) == [1, 1, 1, 1, 1, 1, 2])
    #expect(try clusters(.core(k: 3)) == [1, 2, 3, 4, 5, 6, 7])
    #expect(try clusters(.truss(k: 3)) == [1, 1, 1, 2, 2, 2, 3])
    #expect(
      try TwoTriangles.study(.core(k: 3)).notes.warnings == [
        "there is no 3-core: everybody is alone"
      ]
    )
  }

  @Test("link communities: the bridge's ends are in two or more, with shares that add up to 1")
  func links() throws {
    let found = try TwoTriangles.study(.links).clusters
    #expect(found.table.columns == ["id", "label", "cluster", "share"])
    var shares: [String: Double] = [:]
    var counts: [String: Int] = [:]
    for row in found.table.rows {
      shares[row[0].forReading, default: 0] += row[3].numeric ?? 0
      counts[row[0].forReading, default: 0] += 1
    }
    // The triangles are clusters of three ties, the bridge is one of its own.
    #expect(found.count == 3)
    #expect(counts == ["a": 1, "b": 1, "c": 2, "x": 2, "y": 1, "z": 1, "alone": 1])
    for (id, sum) in shares { #expect(abs(sum - (id == "alone" ? 0 : 1)) < 1e-12, "\(id)") }
    #expect(found.boundaryStrength[2].map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    #expect(found.modularity == nil && found.coverage == nil)
    let overview = try found.overview(of: try TwoTriangles.region().graph())
    #expect(overview.rows.map { $0[2] } == [.integer(3), .integer(3), .integer(2)])
    #expect(overview.rows.map { $0[3] } == [.integer(3), .integer(3), .integer(1)])
  }

  @Test("core and periphery of a star with a triangle in its middle")
  func corePeriphery() throws {
    let region = try TinyRegions.region("p a q b r c", "a-b b-c c-a p-a q-b r-c")
    let found = try ClusterAnalysis(
      of: try region.graph(),
      in: region,
      .corePeriphery,
      seed: 1,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    let names = found.partition.clusterOf.map { found.names?[Int($0)] ?? nil }
    #expect(names == ["periphery", "core", "periphery", "core", "periphery", "core"])
    // All pairs of the core are tied, none of the periphery is.
    #expect(found.quality.map { abs($0 - 1) < 1e-12 } == true)
  }

  @Test("several runs of what depends on the seed say how far they differ")
  func runs() throws {
    #expect(try TwoTriangles.study(.leiden(), runs: 5).clusters.stability == 0)
    #expect(try TwoTriangles.study(.labelPropagation, runs: 5).clusters.stability != nil)
    #expect(try TwoTriangles.study(.leiden()).clusters.stability == nil)
  }
}
