import RegionGenerators
import Testing

@Suite("Growth with preferential attachment")
struct BarabasiAlbertTests {
  @Test func eachNewNodeBringsItsTies() throws {
    let ties = try GeneratedTies(BarabasiAlbert(nodes: 500, attachments: 4, seed: 1))
    for node in 4..<500 {
      let own = ties.sources.indices.filter { Int(ties.sources[$0]) == node }
      #expect(own.count == 4)
      #expect(own.allSatisfy { Int(ties.targets[$0]) < node })
    }
  }

  @Test func theFirstNodesAreAStar() throws {
    let ties = try GeneratedTies(BarabasiAlbert(nodes: 4, attachments: 3, seed: 1))
    #expect(ties.pairs == [Pair(0, 3), Pair(1, 3), Pair(2, 3)])
  }

  /// P(degree = k) = 2m(m + 1) / (k(k + 1)(k + 2)) in the limit (Bollobás et al. 2001).
  @Test func degreesFallAsTheThirdPower() throws {
    let nodes = 40_000
    let m = 2
    let ties = try GeneratedTies(BarabasiAlbert(nodes: nodes, attachments: m, seed: 7))
    let degrees = ties.degrees(of: nodes)
    for k in m...8 {
      let expected =
        Double(nodes) * Double(2 * m * (m + 1)) / Double(k * (k + 1) * (k + 2))
      let found = Double(degrees.filter { $0 == k }.count)
      // Five standard deviations of a Poisson count, and the limit is not quite reached.
      #expect(abs(found - expected) < 5 * expected.squareRoot() + 0.01 * expected, "degree \(k)")
    }
  }

  @Test(arguments: [(5, 0), (5, 5), (0, 1), (1 << 32, 2), (5000, 1001)])
  func sizesOutOfBounds(nodes: Int, attachments: Int) {
    #expect(throws: GeneratorError.self) {
      try BarabasiAlbert(nodes: nodes, attachments: attachments, seed: 1)
    }
  }
}
