import LearningRegion
import Testing

@testable import NetworkFormats

/// Whatever the bytes, every format gives a region or located errors, and never neither.
@Suite struct FormatHostileTests {
  static let formats = NetworkFormat.allCases.filter { $0.reader != nil }

  private func check(_ bytes: [UInt8], _ format: NetworkFormat) {
    let result = NetworkReader.read(bytes: bytes, name: "x", format: format)
    let diagnostics = result.report.diagnostics
    #expect((result.region == nil) == diagnostics.hasErrors, "\(format)")
    #expect(diagnostics.shown.count <= 20)
    #expect(diagnostics.rendered(.terminal).utf8.count < 100_000)
    for problem in diagnostics.shown where problem.severity == .error {
      #expect(problem.location != nil, "\(format): \(problem.message)")
    }
    guard let region = result.region else { return }
    // What was accepted can be written in this format and means the same then.
    for target in [format, .graphml, .gml] where target.isWritten {
      let again = NetworkReader.read(
        bytes: NetworkWriter.bytes(region, as: target),
        name: "again",
        format: target
      )
      let isNameless = target == .pajek || target == .dl
      if region.actors.count > 0, !isNameless || NetworkWriter.losses(of: region, in: target) == []
      {
        #expect(again.region?.actors.count == actorCount(region, in: target), "\(format) \(target)")
      }
    }
  }

  /// How many actors of a region a format holds: a table of ties has those with ties only.
  private func actorCount(_ region: Region, in format: NetworkFormat) -> Int {
    guard let capacity = format.writer(WritingOptions())?.capacity, !capacity.contains(.isolates)
    else { return region.actors.count }
    return Set(region.ties.sources).union(region.ties.targets).count
  }

  private func sample(_ format: NetworkFormat, seed: UInt64) throws -> [UInt8] {
    if format == .geojson {
      return Array(
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a",
        "properties": {"name": "Ås", "size": 3}, "geometry": {"type": "Point", "coordinates": [10.8, 59.7]}}]}
        """.utf8
      )
    }
    return NetworkWriter.bytes(try PlainRegion.make(seed: seed), as: format)
  }

  static let marks: [String] = [
    "\"", "<", ">", "&", "[", "]", "{", "}", "\n", "\\", "|", ",", ":", "=", "-", "*", "%", "#",
    "'", "1e999", "99999999999999999999", "nan", "!", "null", "->", "--", ";", "/*", "<!--",
    "data:", "n=0", "nm=9", "nr=2", "labels embedded", "*Matrix", "\u{301}", "id", "source",
  ]
  static let pieces: [[UInt8]] =
    marks.map { Array($0.utf8) } + [[0xff], [0x00], [0xc3], [0xef, 0xbb, 0xbf]]

  @Test(arguments: formats)
  func mutatedFiles(format: NetworkFormat) throws {
    var random = Seeded(seed: 77)
    let samples = try (0..<6).map { try sample(format, seed: $0) }
    for _ in 0..<100 {
      var bytes = samples.randomElement(using: &random)!
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: at)
        case 2:
          bytes.removeSubrange(at..<min(at + Int.random(in: 1...9, using: &random), bytes.count))
        case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(at...)
        }
      }
      check(bytes, format)
    }
  }

  @Test(arguments: formats)
  func wordsInAnyOrder(format: NetworkFormat) throws {
    var random = Seeded(seed: 78)
    let text = String(decoding: try sample(format, seed: 1), as: UTF8.self)
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) }
    for _ in 0..<80 {
      var bytes = Array((format == .dl ? "dl n=3 " : "").utf8)
      for _ in 0..<Int.random(in: 1...25, using: &random) {
        bytes += (Bool.random(using: &random) ? Self.pieces : words).randomElement(using: &random)!
        bytes.append(Bool.random(using: &random) ? 0x20 : 0x0a)
      }
      check(bytes, format)
    }
  }

  /// Text that is named by its beginning: a test names its arguments.
  struct Flood: Sendable, CustomTestStringConvertible {
    let format: NetworkFormat
    var start = ""
    let unit: String
    var count = 50_000
    var end = ""
    var testDescription: String {
      "\(format): \(start.prefix(30)) and \(count) × \(unit.prefix(20))"
    }
  }

  static let floods: [Flood] = [
    Flood(format: .graphml, start: "<graphml>", unit: "<a>"),
    Flood(
      format: .graphml,
      start: "<graphml><graph edgedefault='directed'>",
      unit: "<node id='a'/>",
      end: "</graph></graphml>"
    ),
    Flood(
      format: .graphml,
      start: "<!DOCTYPE g [<!ENTITY a '",
      unit: "b",
      end: "'>]><graphml>&a;</graphml>"
    ),
    Flood(format: .gexf, start: "<gexf><graph><nodes>", unit: "<node id='a'><nodes>"),
    Flood(format: .nodeLink, unit: "["), Flood(format: .nodeLink, unit: "{\"a\":"),
    Flood(format: .nodeLink, start: "{\"nodes\":[", unit: "{},", end: "{}],\"edges\":[]}"),
    Flood(format: .pajek, start: "*Vertices 2000000000\n", unit: "1 2\n"),
    Flood(format: .pajek, start: "*Vertices 100000\n*Matrix\n", unit: "1 "),
    Flood(format: .pajek, start: "*Vertices 2\n*Arcs\n", unit: "1 2 x\n"),
    Flood(format: .pajek, start: "*Vertices 2\n1 a ", unit: "[ ", count: 400_000),
    Flood(format: .dl, start: "dl n=3 format=edgelist1 data:\n", unit: "x y\n"),
    Flood(format: .gml, start: "graph ", unit: "[ a "),
    Flood(format: .gml, start: "graph [ node [ id 1 ", unit: "a 1 ", count: 200_000, end: "] ]"),
    Flood(format: .dl, start: "dl nr=0 nc=1000 nm=1000000 data:", unit: "\n", count: 10),
    Flood(format: .dl, start: "dl n=100000 format=lowerhalf data:", unit: "1 "),
    Flood(format: .dl, start: "dl n=99999999999 data:", unit: "1 ", count: 10),
    Flood(format: .dot, start: "graph ", unit: "{"),
    Flood(format: .dot, start: "digraph { {", unit: "a b c d e f g h i j ", count: 2, end: "} }"),
    Flood(format: .dot, start: "digraph {", unit: "{", count: 100_000),
  ]

  /// Each asks for many gigabytes: one long text for very many nodes or ties.
  static let multiplied: [Flood] = [
    Flood(format: .dot, start: "digraph {edge [label=\"\(long)\"] ", unit: "a->b;", end: "}"),
    Flood(format: .dot, start: "digraph {edge [\(long)=1] ", unit: "a->b;", end: "}"),
    Flood(
      format: .pajek,
      start: "*Vertices 2\n1 a\n2 b\n*Arcs :1 \"\(long)\"\n",
      unit: "1 2\n"
    ),
    Flood(
      format: .dl,
      start: "dl n=2 nm=1 format=edgelist1 matrix labels: \"\(long)\" data: ",
      unit: "1 2\n"
    ),
    Flood(format: .kumu, start: "From,To,Type\na,b", unit: "|b", end: ",\(long)\n"),
    Flood(format: .kumu, start: "From,To,Note\na,b", unit: "|b", end: ",\(long)\n"),
    Flood(format: .gephi, start: "Source,Target,\(long)\n", unit: "a,b,1\n"),
  ]
  private static let long = String(repeating: "x", count: 400_000)

  @Test(arguments: multiplied)
  func oneTextForMany(_ flood: Flood) {
    let text = flood.start + String(repeating: flood.unit, count: flood.count) + flood.end
    let result = read(text, as: "x", flood.format)
    #expect(result.region == nil)
    #expect(result.places.contains { $0.hasSuffix("field-too-long") }, "\(result.places)")
  }

  @Test(
    "a name of nothing but escapes is written in proportion",
    arguments: [
      NetworkFormat.graphml, .gexf, .gml, .dot, .nodeLink, .pajek, .edges,
    ]
  )
  func escapes(format: NetworkFormat) throws {
    let name = String(repeating: "&\\<\"", count: 80_000)
    let table = "source,target\n\"\(name.replacing("\"", with: "\"\""))\",b\n"
    let region = try #require(read(table, as: "x.csv").region)
    let time = ContinuousClock().measure {
      #expect(NetworkWriter.bytes(region, as: format).count > name.utf8.count)
    }
    #expect(time < .seconds(10))
  }

  @Test("many ties are written in proportion", arguments: [NetworkFormat.nodeLink, .gml])
  func manyTies(format: NetworkFormat) throws {
    let table = (0..<40_000).map { "a,b\($0)\n" }.joined()
    let region = try #require(read("source,target\n" + table, as: "x.csv").region)
    let time = ContinuousClock().measure {
      #expect(NetworkWriter.bytes(region, as: format).count > table.utf8.count)
    }
    #expect(time < .seconds(10))
  }

  @Test(arguments: floods)
  func aFlood(_ flood: Flood) {
    let clock = ContinuousClock()
    let text = flood.start + String(repeating: flood.unit, count: flood.count) + flood.end
    let time = clock.measure { check(Array(text.utf8), flood.format) }
    #expect(time < .seconds(10))
  }

  @Test func groupsOfNodesAreNotMultipliedWithoutEnd() {
    let names = (0..<20_000).map { "n\($0)" }.joined(separator: " ")
    let result = read("digraph { {\(names)} -> {\(names)} }", as: "x.dot")
    #expect(result.region == nil)
    #expect(result.places == ["x.dot:1:\(11 + 2 * names.utf8.count + 7) bad-syntax"])
  }
}
