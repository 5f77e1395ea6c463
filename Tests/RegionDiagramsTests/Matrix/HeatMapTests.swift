import Foundation
import Testing

@testable import RegionDiagrams

@Suite("The network as a table")
struct HeatMapTests {
  @Test("Groups stand together, the best connected first, those without a group last")
  func order() throws {
    var map = TestMaps.small()
    map.groups?.categories = [1, 0, 1, 0, 1, -1]
    let heat = try HeatMap(map)
    // Degrees: Alfa 4, Beta 3, Gamma 2, Delta 3, Epsilon 2.
    #expect(heat.order == [1, 3, 0, 2, 4, 5])
  }

  @Test("Every tie is a cell with its tie in words; without direction it is two")
  func cells() throws {
    let map = TestMaps.small()
    let svg = String(decoding: try HeatMap(map).svg, as: UTF8.self)
    for text in [
      "Alfa → Beta AS: 1", "Beta AS → Alfa: 2", "Delta → Epsilon: 3", "Alfa → Delta: 1",
      "Delta → Alfa: 1", "Epsilon → Alfa: 1", "Alfa → Epsilon: 1",
    ] { #expect(svg.contains("<title>\(text)</title>"), "\(text)") }
    #expect(!svg.contains("Gamma → Beta AS"))
    // Five arcs, and two undirected ties both ways.
    #expect(svg.components(separatedBy: " → ").count - 1 == 9)
  }

  @Test("A naive table has the same cells in the same tones", arguments: 1...5)
  func oracle(seed: Int) throws {
    let map = TestMaps.random(actors: 30, ties: 80, groups: 4, seed: UInt64(seed))
    let cells = HeatCells(map)
    var table = [[Double]](repeating: [Double](repeating: 0, count: 30), count: 30)
    for tie in map.ties.sources.indices {
      let (a, b) = (Int(map.ties.sources[tie]), Int(map.ties.targets[tie]))
      if a != b { table[a][b] += map.ties.weights[tie] }
    }
    for cell in cells.cells {
      let (a, b) = (cells.order[cell.row], cells.order[cell.column])
      #expect(table[a][b] == cell.weight)
      table[a][b] = 0
    }
    #expect(table.allSatisfy { $0.allSatisfy { $0 == 0 } })
    #expect(cells.blocks.flatMap { Array($0.rows) } == Array(0..<30))
  }

  @Test("Names do no harm, whatever they are", arguments: MapOptions.Theme.allCases)
  func hostile(theme: MapOptions.Theme) throws {
    var map = TestMaps.small()
    map.labels[0] = "</text><script>alert(1)</script>"
    map.title = "a < b & \"c\" \u{202E}x"
    map.groups?.names[0] = "<img src=x>"
    var options = MapOptions()
    options.theme = theme
    let heat = try HeatMap(map, options: options)
    let svg = String(decoding: heat.svg, as: UTF8.self)
    #expect(!svg.contains("<script") && !svg.contains("<img") && !svg.contains("\u{202E}"))
    #expect(try HeatMap(map, options: options).svg == heat.svg)
    // It is XML that the check of other drawings can read, with nothing left out but rectangles.
    let expectation = SVGCheck.Expectation(
      title: map.title,
      description: "",
      nodeNames: [],
      edges: 0
    )
    #expect(throws: Never.self) { try SVGCheck.rewrite(heat.svg, expectation) }
  }

  @Test("From two hundred actors on there are no names, beyond five thousand no picture")
  func large() throws {
    let map = TestMaps.random(actors: 260, ties: 400, groups: 5, seed: 3)
    let svg = String(decoding: try HeatMap(map).svg, as: UTF8.self)
    #expect(!svg.contains("rotate") && svg.contains("G4 (52)"))
    let many = TestMaps.random(actors: 5_001, ties: 1, groups: 1, seed: 3)
    #expect(throws: DrawingError.tooManyActors(5_001, limit: 5_000)) { try HeatMap(many) }
  }
}
