import Testing

@testable import RegionAnalysis

@Suite("Borders of clusters")
struct ClusterBordersTests {
  @Test("ties to the neighbour and through whom, from either side")
  func borders() throws {
    let study = try TwoTriangles.study(.truss(k: 3))
    let table = study.clusters.borders(of: study.graph)
    #expect(table.columns == ["cluster", "neighbour", "ties", "bridge_actors", "actors"])
    #expect(
      table.rows == [
        [.integer(1), .integer(2), .integer(1), .integer(1), .text("c")],
        [.integer(2), .integer(1), .integer(1), .integer(1), .text("x")],
      ]
    )
  }

  @Test("arcs count one by one, the neighbour with most ties and the busiest actor come first")
  func directed() throws {
    let region = try TinyRegions.region("a b p q r", "p-a a-p b-p q-a r-b b-r", directed: true) {
      $0.actors.attributes = [TinyRegions.column("town", ["one", "one", "two", "two", "three"])]
    }
    let graph = try region.graph()
    let clusters = try ClusterAnalysis(
      of: graph,
      in: region,
      .attribute("town"),
      seed: 1,
      naming: Naming(.everybody, of: region, seed: 1)
    )
    let first = clusters.borders(of: graph).rows.filter { $0[0] == .integer(1) }
    #expect(first.map { $0[1] } == [.integer(2), .integer(3)])
    #expect(first.map { $0[2] } == [.integer(4), .integer(2)])
    #expect(first.map { $0[4] } == [.text("a; b"), .text("b")])
  }

  @Test("how much of each actor's tie weight lies outside")
  func boundary() throws {
    let study = try TwoTriangles.study(.truss(k: 3))
    let table = study.clusters.boundary(of: study.graph)
    #expect(table.columns == ["id", "label", "cluster", "boundary_strength", "neighbours"])
    // c: 2 of 4; x: 2 of 4; alone: none of none.
    #expect(
      table.rows.map { $0[3] } == [0, 0, 0.5, 0.5, 0, 0].map { .number($0) } + [.missing]
    )
    #expect(table.rows.map { $0[4] } == [0, 0, 1, 1, 0, 0, 0].map { .integer($0) })
    let wide = study.clusters.tableWithBoundary(of: study.graph)
    #expect(wide.columns == ["id", "label", "cluster", "boundary_strength"])
    #expect(wide.rows.map { $0[3] } == table.rows.map { $0[3] })
  }

  @Test("where nobody is named, rows and lists are in the order of pseudonyms")
  func hidden() throws {
    let study = try TwoTriangles.study(.truss(k: 3), .nobody)
    for table in [study.clusters.table, study.clusters.boundary(of: study.graph)] {
      let ids = table.rows.map { $0[0].forReading }
      #expect(ids == (1...7).map { "actor-\($0)" })
    }
  }
}
