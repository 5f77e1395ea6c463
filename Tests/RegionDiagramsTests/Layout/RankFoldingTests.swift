import Testing

@testable import RegionDiagrams

@Suite("Long ranks are folded into columns")
struct RankFoldingTests {
  @Test("A page, not a strip; parts stay together, nobody on anybody", arguments: [60, 230])
  func folded(people: Int) throws {
    var map = MapInput(
      title: "Levels",
      labels: ["The region"] + (0..<6).map { "Firm \($0)" } + (0..<people).map { "Person \($0)" },
      relations: [.init(name: "trust", isDirected: true)],
      ties: .init(sources: [7], targets: [8], weights: [1], relations: [0])
    )
    map.ranks = .init(
      names: ["Region", "Firms", "People"],
      rankOf: [0] + (0..<6).map { _ in 1 } + (0..<people).map { _ in 2 },
      parents: [-1] + (0..<6).map { _ in 0 } + (0..<people).map { Int32($0 % 6) + 1 },
      title: "Part of"
    )
    let page = try TestMaps.renderer.compose(map, options: MapOptions(), watch: TestMaps.watch())
      .page
    let arrangement = page.arrangement
    let box = arrangement.box
    #expect(box.height < 2 * box.width && box.width < 3 * box.height)
    #expect(arrangement.nameless.isEmpty)
    for (node, center) in arrangement.centers.enumerated() {
      for other in 0..<node {
        #expect((center - arrangement.centers[other]).length > 2 * page.scene.nodes[0].extent)
      }
    }
    for (index, name) in arrangement.names.enumerated() {
      for other in arrangement.names[..<index] { #expect(!name.box.overlaps(other.box)) }
    }
    // Firms stand left of all people.
    let firms = arrangement.centers[1...6].map(\.x)
    let others = arrangement.centers[7...].map(\.x)
    #expect((firms.max() ?? 0) < (others.min() ?? 0))
    // Read down the columns, the people of a firm follow one another.
    let order = (7..<arrangement.centers.count).sorted { a, b in
      let (left, right) = (arrangement.centers[a], arrangement.centers[b])
      return abs(left.x - right.x) > 20 ? left.x < right.x : left.y > right.y
    }
    let firmOf = order.map { ($0 - 7) % 6 }
    let changes = zip(firmOf, firmOf.dropFirst()).count { $0 != $1 }
    #expect(changes == 5)
  }
}
