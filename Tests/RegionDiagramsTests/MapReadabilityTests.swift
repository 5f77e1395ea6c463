import Testing

@testable import RegionDiagrams

/// Real networks at their default engine: nothing may lie on anything.
@Suite("Maps that can be read")
struct MapReadabilityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var relation: String
    var color: String
    var isDirected = true
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nfdi-consortia", relation: "names-as-partner", color: "in_2021"),
    Case(name: "krackhardt-managers", relation: "advice", color: "department"),
    Case(name: "lazega-lawyers", relation: "advice", color: "office"),
    Case(name: "bristol-civic", relation: "shared-members", color: "type", isDirected: false),
    Case(name: "ryanair-charleroi", relation: "influence-contact", color: "sector"),
  ]

  @Test("Names on nothing, legend beside the map, everything on the page", arguments: cases)
  func overlaps(example: Case) throws {
    let map = try TestMaps.dataset(
      example.name,
      relation: example.relation,
      color: example.color,
      isDirected: example.isDirected
    )
    var options = MapOptions()
    options.groups = .outlined
    let composed = try TestMaps.renderer.compose(map, options: options, watch: TestMaps.watch())
    let arrangement = composed.page.arrangement
    let names = arrangement.allNames
    #expect(arrangement.nameless.isEmpty)
    #expect(arrangement.numbered.isEmpty)
    for (index, name) in names.enumerated() {
      for other in names[(index + 1)...] { #expect(!name.box.overlaps(other.box)) }
      for (node, center) in arrangement.centers.enumerated() where !name.isInside {
        let look = composed.page.scene.nodes[node]
        let side = 2 * look.radius * look.shape.halfSide
        let square = Box(center: center, width: side, height: side)
        #expect(
          look.shape == .box
            ? !name.box.overlaps(square) : !name.box.overlaps(disc: center, radius: look.radius)
        )
      }
    }
    for node in arrangement.centers.indices {
      for other in 0..<node {
        let distance = (arrangement.centers[node] - arrangement.centers[other]).length
        let nodes = composed.page.scene.nodes
        #expect(distance > nodes[node].radius + nodes[other].radius)
      }
    }
    let page = Box(left: 0, bottom: 0, right: composed.page.width, top: composed.page.height)
    var texts: [Box] = []
    for case .text(_, _, let box, _) in composed.page.furniture {
      #expect(box.left >= page.left && box.right <= page.right)
      #expect(box.bottom >= page.bottom && box.top <= page.top)
      #expect(!box.overlaps(arrangement.box))
      for other in texts { #expect(!box.overlaps(other)) }
      texts.append(box)
    }
    #expect(!texts.isEmpty)
    for name in names { #expect(name.style.size >= 10) }
  }

  @Test("Numbers stand for names, and never where names are numbers themselves")
  func numbers() throws {
    func arranged(_ labels: [String]) throws -> MapArrangement {
      var map = TestMaps.random(actors: labels.count, ties: 60, groups: 4, seed: 3)
      map.labels = labels
      var options = MapOptions()
      options.names = .top(10)
      return try TestMaps.renderer.compose(map, options: options, watch: TestMaps.watch())
        .page.arrangement
    }
    let words = try arranged((0..<40).map { "Actor \($0)" })
    #expect(words.numbered.count > 20 && words.nameless.isEmpty)
    let digits = try arranged((0..<40).map(String.init))
    #expect(digits.numbered.isEmpty && digits.nameless.count > 20)
  }

  @Test("At 500 actors names still lie on nothing, and most that were chosen have room")
  func large() throws {
    let map = TestMaps.random(actors: 500, ties: 900, groups: 12, seed: 5)
    let composed = try TestMaps.renderer.compose(
      map,
      options: MapOptions(),
      watch: TestMaps.watch()
    )
    let names = composed.page.arrangement.allNames
    for (index, name) in names.enumerated() {
      for other in names[(index + 1)...] { #expect(!name.box.overlaps(other.box)) }
    }
    #expect(names.count >= 30)
  }
}
