import Testing

@testable import RegionAnalysis

@Suite("The catalogue of measures")
struct CatalogueTests {
  static let names = Catalogue.entries.map(\.name)

  @Test("every name stands once")
  func unique() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Self.names.count > 40)
  }

  @Test("names are lower snake case", arguments: names)
  func snakeCase(name: String) {
    let allowed = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    #expect(allowed && !name.hasPrefix("_") && !name.hasSuffix("_") && !name.contains("__"))
  }

  @Test(
    "every entry says what it is, how to read it, how not to, and where it comes from",
    arguments: names
  )
  func texts(name: String) throws {
    let text = try #require(Catalogue.entry(name)).explanation
    for (field, value) in [
      ("title", text.title), ("definition", text.definition), ("formula", text.formula),
      ("reading", text.reading), ("caution", text.caution), ("source", text.source),
    ] {
      #expect(!value.isEmpty, "\(field)")
      #expect(value.first?.isWhitespace == false && value.last?.isWhitespace == false, "\(field)")
      #expect(!value.contains("  ") && !value.contains("\n"), "\(field)")
    }
    for (field, sentence) in [
      ("definition", text.definition), ("reading", text.reading), ("caution", text.caution),
    ] {
      #expect(sentence.first?.isLowercase == false, "\(field): \(sentence)")
      #expect(sentence.last == ".", "\(field): \(sentence)")
    }
    #expect(text.sameAs?.isEmpty != true)
  }

  @Test("every source is a paper with a DOI or pages, or a book with its year", arguments: names)
  func sources(name: String) throws {
    let source = try #require(Catalogue.entry(name)).explanation.source
    let hasDOI = source.contains("doi:10.")
    let hasYear = source.contains("(19") || source.contains("(20")
    #expect(hasYear, "\(source)")
    let isBook = [
      "Graph Theory (1969)", "Analyzing Social Networks (2013)",
      "Computational Organization Theory (1994)", "Learning together for local innovation (2007)",
      "Work is learning and learning is the work (2012)",
    ].contains { source.contains($0) }
    let hasPages = source.contains(/\((19|20)\d\d\), \d+–\d+/)
    #expect(hasDOI || hasPages || isBook, "\(source)")
  }

  @Test("`all` is every measure, in the order of the list, and a name asked for twice comes once")
  func choosing() throws {
    #expect(
      try Catalogue.nodeMeasures(named: ["all"]).map(\.name)
        == Catalogue.nodeMeasures.map(\.name)
    )
    #expect(
      try Catalogue.nodeMeasures(named: ["pagerank", "degree", "pagerank"]).map(\.name)
        == ["pagerank", "degree"]
    )
    let mixed = try Catalogue.networkMeasures(
      named: ["ties", "all"],
      including: [.groups, .onRequest]
    ).map(\.name)
    #expect(mixed.first == "ties" && mixed.count == Catalogue.networkMeasures.count)
    #expect(
      try Catalogue.tieMeasures(named: ["all"]).map(\.name) == [
        "edge_betweenness", "bridge", "span", "embeddedness", "reciprocated", "weight",
      ]
    )
    #expect(
      try Catalogue.nodeMeasures(named: Catalogue.usualNodeMeasures).map(\.name)
        == Catalogue.usualNodeMeasures
    )
  }

  @Test("what is slow, or compares groups, is not among all unless it is asked for")
  func onRequest() throws {
    let plain = try Catalogue.networkMeasures(named: ["all"]).map(\.name)
    #expect(!plain.contains("small_world") && !plain.contains("core_periphery"))
    #expect(!plain.contains("ei_index") && !plain.contains("mixing"))
    let grouped = try Catalogue.networkMeasures(named: ["all"], including: .groups).map(\.name)
    #expect(Set(grouped).subtracting(plain).contains("ei_index"))
    #expect(!grouped.contains("small_world"))
    let slow = try Catalogue.networkMeasures(named: ["all"], including: .onRequest).map(\.name)
    #expect(Set(slow).subtracting(plain) == ["small_world", "core_periphery"])
    #expect(try Catalogue.networkMeasures(named: ["small_world"]).map(\.name) == ["small_world"])
  }

  @Test("the assortativity of any column is explained by one text")
  func assortativity() {
    #expect(Catalogue.entry("assortativity_sphere")?.name == "assortativity")
    #expect(Catalogue.entry("assortativity_degree")?.name == "assortativity_degree")
  }

  @Test("names that nothing has, with what could have been meant")
  func unknown() {
    #expect(
      throws: UnknownName(name: "betweeness", what: "measure of actors", near: ["betweenness"])
    ) { try Catalogue.nodeMeasures(named: ["degree", "betweeness"]) }
    #expect(throws: UnknownName(name: "xyzzy", what: "measure of actors", near: [])) {
      try Catalogue.nodeMeasures(named: ["xyzzy"])
    }
    #expect(throws: UnknownName.self) { try Catalogue.networkMeasures(named: ["betweenness"]) }
    #expect(throws: UnknownName.self) { try Catalogue.nodeMeasures(named: [""]) }
    #expect(Catalogue.entry("Betweenness") == nil)
  }

  @Test(
    "near names, nearest first",
    arguments: [
      ("degre", ["degree", "in_degree", "out_degree"]),
      ("DEGREE", ["degree", "in_degree", "out_degree"]),
      ("closness", ["closeness"]), ("page_rank", ["pagerank"]), ("q", []),
      ("cluster", ["clustering"]), ("", []), ("dergee", ["degree"]), ("clsoeness", ["closeness"]),
    ]
  )
  func near(word: String, names: [String]) {
    let all = ["degree", "in_degree", "out_degree", "closeness", "pagerank", "clustering"]
    #expect(NearNames.nearest(to: word, among: all) == names)
  }

  @Test("at most five are named, and a long word costs nothing")
  func bounds() {
    let all = (0..<50).map { "measure_\($0)" }
    #expect(NearNames.nearest(to: "measure_7", among: all).count == 5)
    #expect(NearNames.nearest(to: "measure_7", among: all).first == "measure_7")
    #expect(NearNames.nearest(to: String(repeating: "é", count: 100_000), among: all).isEmpty)
  }
}
