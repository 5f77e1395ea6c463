import LearningRegion
import Testing

@testable import NetworkFormats

/// What a format can hold comes back equal, and what it cannot is said.
@Suite struct FormatRoundTripTests {
  static let whole: [NetworkFormat] = [.graphml, .gexf, .graphology, .kumuJSON, .dot]
  static let oneDirection: [NetworkFormat] = [.nodeLink, .cytoscape, .d3]
  static let names: [NetworkFormat] = [.gml, .pajek, .dl]

  private func check(_ region: Region, _ format: NetworkFormat) {
    let bytes = NetworkWriter.bytes(region, as: format)
    for asked in [format, nil] {
      let ending = format.endings.first ?? ".json"
      let result = NetworkReader.read(bytes: bytes, name: "x" + ending, format: asked)
      #expect(result.report.diagnostics.rendered() == "", "\(format)")
      guard let back = result.region else { continue }
      let changes = PlainRegion.tables(back).difference(from: PlainRegion.tables(region)).prefix(4)
      #expect(changes.isEmpty, "\(format): \(changes)")
      for relation in region.relations {
        let same = back.relations.first { $0.name == relation.name }
        #expect(same?.directed == relation.directed, "\(format)")
      }
    }
  }

  @Test(arguments: whole, 0..<25)
  func randomRegionsComeBackEqual(format: NetworkFormat, seed: UInt64) throws {
    check(try PlainRegion.make(seed: seed), format)
  }

  @Test(arguments: oneDirection, 0..<25)
  func directedRegionsComeBackEqual(format: NetworkFormat, seed: UInt64) throws {
    check(try PlainRegion.make(seed: seed, mixed: false), format)
  }

  @Test(arguments: [NetworkFormat.graphml, .gexf])
  func declaredColumnsKeepTheirOrder(format: NetworkFormat) throws {
    var draft = try #require(
      read("source,target,note,colour\na,b,,red\nb,a,x,\n", as: "x.csv").region
    )
    .draft
    for name in ["size", "age"] {
      var column = AttributeColumn(name: name)
      column.values[name == "size" ? 1 : 0] = "3"
      draft.actors.attributes.append(column)
    }
    let region = try Region(draft)
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: format), name: "x")
    #expect(back.actorColumns == ["size: ·, 3", "age: 3, ·"])
    #expect(back.tieColumns == ["note: ·, x", "colour: red, ·"])
  }

  /// Names, ends, weights and relations where a format holds no columns.
  @Test(arguments: names, 0..<25)
  func namesAndTiesComeBack(format: NetworkFormat, seed: UInt64) throws {
    let region = try PlainRegion.make(seed: seed, mixed: false)
    let bytes = NetworkWriter.bytes(region, as: format)
    let result = NetworkReader.read(bytes: bytes, name: "x" + (format.endings.first ?? ""))
    #expect(result.report.diagnostics.rendered() == "", "\(format)")
    func safe(_ text: String) -> String {
      guard format == .dl else { return text }
      return text.replacing(anyOf: ["\""], with: "'").replacing(anyOf: ["\n", "\r"], with: " ")
    }
    let wanted = ReadingResult(region: region, report: result.report)
    #expect(result.ids == wanted.ids.map(safe))
    #expect(result.ties.sorted() == wanted.ties.map(safe).sorted(), "\(format)")
  }

  /// Ties with all their columns, from actors that have ties.
  @Test(arguments: [NetworkFormat.gephi, .kumu], 0..<25)
  func tablesOfTiesComeBack(format: NetworkFormat, seed: UInt64) throws {
    let region = try PlainRegion.make(seed: seed, mixed: false)
    let bytes = NetworkWriter.bytes(region, as: format)
    let result = NetworkReader.read(bytes: bytes, name: "x.csv", format: format)
    #expect(result.report.diagnostics.rendered() == "", "\(format)")
    let wanted = ReadingResult(region: region, report: result.report)
    #expect(result.ties == wanted.ties, "\(format)")
    let known = wanted.tieColumns.filter { !$0.hasPrefix("type: ") }
    #expect(result.tieColumns.filter { !$0.hasPrefix("type") } == known, "\(format)")
  }

  @Test func everythingThatIsLostIsSaid() throws {
    let seed = (0..<50 as Range<UInt64>).first {
      !RandomRegion.draft(seed: $0).arenas.rows.isEmpty
    }
    let region = try Region(RandomRegion.draft(seed: try #require(seed)))
    let wholeOnes: [NetworkFormat] = [.folder, .xlsx]
    for format in NetworkFormat.allCases where format.isWritten && !wholeOnes.contains(format) {
      let losses = NetworkWriter.losses(of: region, in: format)
      #expect(losses.contains { $0.contains("arenas.csv") }, "\(format)")
      #expect(losses.contains { $0.contains("region.yaml") }, "\(format)")
    }
    for format in wholeOnes { #expect(NetworkWriter.losses(of: region, in: format) == []) }
  }

  @Test func lossesAreThoseOfTheFormat() throws {
    let text = """
      source,target,relation,weight,wave
      a,b,trust,2,w1
      a,b,trust,2,w1
      b,c,advice,1,
      """
    var draft = try #require(read(text, as: "x.csv").region).draft
    draft.relations[1].directed = false
    draft.actors.append(Actor(id: "alone"))
    let region = try Region(draft)
    #expect(NetworkWriter.losses(of: region, in: .graphml) == [])
    #expect(
      NetworkWriter.losses(of: region, in: .pajek) == ["columns of ties dropped: \"wave\""]
    )
    #expect(
      NetworkWriter.losses(of: region, in: .nodeLink) == [
        "undirected ties of \"advice\" as two, one each way"
      ]
    )
    #expect(
      NetworkWriter.losses(of: region, in: .edges) == [
        "actors without ties dropped: 1", "that \"advice\" is undirected",
      ]
    )
  }

  @Test func endingsAndNames() {
    #expect(NetworkFormat(ending: "A.GraphML") == .graphml)
    #expect(NetworkFormat(ending: "x.net") == .pajek)
    #expect(NetworkFormat(ending: "x.gv") == .dot)
    #expect(NetworkFormat(ending: "folder") == nil)
    #expect(NetworkFormat(rawValue: "node-link") == .nodeLink)
    #expect(NetworkFormat.allCases.filter { !$0.isWritten } == [.geojson, .ucinet])
  }

  @Test(
    arguments: [
      ("<?xml version='1.0'?><x:graphml xmlns:x='y'>", NetworkFormat.graphml),
      ("  <gexf version=\"1.3\">", .gexf), ("*Vertices 3\n", .pajek), ("*network a\n", .pajek),
      ("graph [\n", .gml), ("graph\r\n  [", .gml), ("Creator \"igraph\"\ngraph\n[", .gml),
      ("graph { a }", .dot), ("strict digraph x {", .dot), ("DL N=3", .dl), ("dl\nn=3", .dl),
    ] as [(String, NetworkFormat)]
  )
  func contentGoesBeforeTheName(text: String, format: NetworkFormat) {
    Array(text.utf8).withUnsafeBytes { bytes in
      #expect(FormatDetection.detect(name: "x.csv", head: bytes) == .readable(format))
    }
  }
}

extension FormatRoundTripTests {
  @Test func aKeyMadeOfANameIsNoColumnThatTheModelKnows() throws {
    let text = #"{"nodes": [{"id": "a", "higher.education_share": 4}], "edges": []}"#
    let region = try #require(read(text, as: "x.json").region)
    let written = NetworkWriter.bytes(region, as: .gml)
    let back = NetworkReader.read(bytes: written, name: "y.gml")
    #expect(back.region != nil)
    #expect(back.actorColumns == ["higher_education_share_2: 4"])
  }

  @Test func aWeightThatAnotherTakesThePlaceOfIsNone() throws {
    let text = "strict digraph { a -> b [weight=0]; a -> b [weight=1] }"
    let region = try #require(read(text, as: "x.dot").region)
    let back = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .dot), name: "y.dot")
    #expect(back.region?.ties == region.ties)
    #expect(!region.ties.isWeighted)
  }

  @Test func quotesInNamesOfRelationsAreALossInDL() throws {
    let region = try #require(
      read("source,target,relation\na,b,\"tru\"\"st\"\n", as: "x.csv").region
    )
    #expect(
      NetworkWriter.losses(of: region, in: .dl).contains("quotes and line ends replaced in 1 names")
    )
  }
}
