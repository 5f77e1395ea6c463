import Foundation
import Testing

@testable import RegionDiagrams

@Suite("Drawing maps")
struct DiagramRendererTests {
  private func draw(
    _ map: MapInput,
    _ format: DrawingFormat = .svg,
    _ change: (inout MapOptions) -> Void = { _ in }
  ) throws -> DiagramRenderer.Drawing {
    var options = MapOptions()
    change(&options)
    return try TestMaps.renderer.draw(map, options: options, format: format)
  }

  private func text(_ drawing: DiagramRenderer.Drawing) -> String {
    String(decoding: drawing.bytes, as: UTF8.self)
  }

  @Test("The same map twice is the same bytes", arguments: DrawingFormat.allCases)
  func deterministic(format: DrawingFormat) throws {
    let first = try draw(TestMaps.small(), format)
    let second = try draw(TestMaps.small(), format)
    #expect(first.bytes == second.bytes)
    #expect(first.bytes.count > 500)
  }

  @Test("Every engine draws all actors", arguments: MapOptions.Engine.allCases)
  func engines(engine: MapOptions.Engine) throws {
    var map = TestMaps.small()
    map.places = (0..<6).map { .init(latitude: 60 + Double($0), longitude: 5 + Double($0 % 3)) }
    let svg = text(try draw(map) { $0.engine = engine })
    for name in ["Alfa", "Beta AS", "Gamma", "Delta", "Epsilon", "Zeta"] {
      #expect(svg.contains("<title>\(name)</title>"))
      #expect(svg.contains(">\(name)</text>"))
    }
  }

  @Test("Options change the picture, and every one still draws")
  func options() throws {
    let plain = try draw(TestMaps.small()).bytes
    let changes: [(inout MapOptions) -> Void] = [
      { $0.groups = .outlined }, { $0.theme = .dark }, { $0.theme = .print },
      { $0.language = .norwegian }, { $0.names = .top(2) }, { $0.names = .top(0) },
      { $0.level = .clusters },
    ]
    for change in changes { #expect(try draw(TestMaps.small(), .svg, change).bytes != plain) }
  }

  @Test("Legend and description carry the facts")
  func legend() throws {
    let svg = text(try draw(TestMaps.small()))
    for part in [
      ">Sjø &amp; land</text>", ">North (3)</text>", ">not given (1)</text>", ">school (2)</text>",
      ">Area: Betweenness</text>", ">4</text>", ">2</text>", ">0</text>",
      ">trust, both ways (1)</text>",
      ">shared board (2)</text>", ">Wave: 2021</text>", ">Actors: 6 · Ties: 7</text>",
      ">Without ties (1)</text>", "role=\"img\"", "Cluster: North (3), South (2)",
    ] { #expect(svg.contains(part), "\(part)") }
  }

  @Test("Who has no name has a number, and the key says who")
  func key() throws {
    let svg = text(try draw(TestMaps.small()) { $0.names = .top(2) })
    #expect(svg.contains(">Numbers on the map</text>"))
    #expect(svg.contains(">Alfa</text>"))
    #expect(svg.contains(">Gamma</text>"))
    #expect(svg.contains(">3</text>"))
  }

  @Test("The PDF has the date of the data and no other")
  func pdfDate() throws {
    let bytes = try draw(TestMaps.small(), .pdf).bytes
    let plain = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x2E }, as: UTF8.self)
    #expect(plain.contains("/CreationDate (D:20211004000000Z)"))
    let table = try #require(plain.range(of: "startxref\n", options: .backwards))
    let offset = try #require(Int(plain[table.upperBound...].prefix { $0.isNumber }))
    #expect(String(decoding: bytes[offset..<offset + 4], as: UTF8.self) == "xref")
  }

  @Test("A map too large for paper gets fewer pixels")
  func pngCap() throws {
    var map = TestMaps.random(actors: 2, ties: 4, groups: 1, seed: 3)
    map.size = .init(title: "Degree", values: [1, 1])
    let composed = try TestMaps.renderer.compose(
      map,
      options: MapOptions(),
      watch: TestMaps.watch()
    )
    let page = composed.page
    #expect(Paper.dotsPerInch(width: page.width, height: page.height) == 150)
    // A hundred thousand facts make the page longer than any picture may be at 150 dpi.
    map.facts = (0..<9_000).map { "Fact \($0)" }
    let drawing = try draw(map, .png)
    let height = drawing.bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    let width = drawing.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(max(width, height) <= 8_000)
  }

  @Test("Names that try to escape arrive as they are written")
  func hostileNames() throws {
    var map = TestMaps.small()
    map.labels = [
      "back\\slash \\N", "R&D &amp; &lt;", "<b>bold</b>", "</svg><script>alert(1)</script>",
      "a\u{0}b\u{1B}\u{202E}c", String(repeating: "lang ", count: 60),
    ]
    map.title = "</title><script>alert(1)</script>"
    for format in DrawingFormat.allCases { _ = try draw(map, format) }
    let svg = text(try draw(map))
    #expect(!svg.contains("<script"))
    #expect(!svg.contains("<b>"))
    #expect(!svg.contains("\u{202E}"))
    #expect(!svg.contains("\u{1B}"))
    #expect(svg.contains(">back\\slash \\N</text>"))
    #expect(svg.contains(">R&amp;D &amp;amp; &amp;lt;</text>"))
    #expect(svg.contains(">&lt;b&gt;bold&lt;/b&gt;</text>"))
    #expect(svg.contains("…</text>"))
  }

  @Test("A locale with decimal commas changes nothing", arguments: [DrawingFormat.svg, .pdf])
  func locale(format: DrawingFormat) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("samspill-locale-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let make = Process()
    make.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    make.arguments = [
      "localedef", "-i", "nb_NO", "-f", "UTF-8", folder.appendingPathComponent("nb_NO.UTF-8").path,
    ]
    make.standardError = FileHandle.nullDevice
    try make.run()
    make.waitUntilExit()
    // Without localedef there is no such locale to try.
    guard FileManager.default.fileExists(atPath: folder.path + "/nb_NO.UTF-8/LC_NUMERIC") else {
      return
    }
    let norwegian = DiagramRenderer(
      programPath: "/usr/bin/env",
      arguments: [
        "LOCPATH=\(folder.path)", "LC_ALL=nb_NO.UTF-8", "LANG=nb_NO.UTF-8", TestMaps.program,
        "__render",
      ],
      deadline: 120
    )
    let other = try norwegian.draw(TestMaps.small(), format: format)
    #expect(other.bytes == (try draw(TestMaps.small(), format)).bytes)
  }

  @Test("More than 5 000 actors are refused, or shown as clusters")
  func large() throws {
    let map = TestMaps.random(actors: 5_001, ties: 9_000, groups: 30, seed: 9)
    #expect(throws: DrawingError.tooManyActors(5_001, limit: 5_000)) {
      try draw(map) { $0.level = .actors }
    }
    let drawing = try draw(map)
    #expect(drawing.level == .clusters)
    #expect(drawing.notes.contains { $0.contains("clusters") })
    var plain = map
    plain.groups = nil
    #expect(throws: DrawingError.tooManyActors(5_001, limit: 5_000)) { try draw(plain) }
  }

  @Test("Nobody tied to nobody, one actor, and nobody at all")
  func extremes() throws {
    var map = MapInput(
      title: "",
      labels: ["A", "B"],
      relations: [],
      ties: .init(sources: [], targets: [], weights: [], relations: [])
    )
    #expect(text(try draw(map)).contains(">A</text>"))
    map.labels = ["Alone"]
    for format in DrawingFormat.allCases { _ = try draw(map, format) }
    map.labels = []
    #expect(throws: DrawingError.noActors) { try draw(map) }
    map.labels = ["A", "B"]
    #expect(throws: DrawingError.self) { try draw(map) { $0.engine = .geo } }
  }

  @Test("Cancelling comes back as cancelled")
  func cancelled() {
    #expect(throws: DrawingError.cancelled) {
      try TestMaps.renderer.draw(TestMaps.small(), format: .svg) { true }
    }
  }

  @Test("A drawing program that does something else is an error, not a picture")
  func otherPrograms() {
    for program in ["/bin/true", "/bin/cat", "/bin/false"] {
      let renderer = DiagramRenderer(programPath: program, arguments: [], deadline: 20)
      for format in DrawingFormat.allCases {
        #expect(throws: DrawingError.self) { try renderer.draw(TestMaps.small(), format: format) }
      }
    }
  }
}
