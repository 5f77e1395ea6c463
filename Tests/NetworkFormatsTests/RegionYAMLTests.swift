import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct RegionYAMLTests {
  private func read(_ yaml: String) throws -> ReadingResult {
    try readFolder(["ties.csv": "source,target\na,b\n", "region.yaml": yaml])
  }

  @Test func everythingIsRead() throws {
    let region = try #require(
      read(
        """
        title: "Coast: north"
        date: 2025-04
        language: nb
        purpose: |
          Two lines
          of *text* & more
        consent: yes, all of them
        sources: [one, 'two']
        boundary: {rule: all, decided_by: board, date: 2024, method: roster}
        relations:
          Trust: {kind: Trust, directed: no, scale: [-2, 2.5], label: Stoler på}
          far: {kind: distance}
          plain:
        actor_types:
          lab: {label: Laboratory, sphere: research}
        waves:
          - name: "2"
            date: 2020
          - 1
        """
      ).region
    )
    let header = region.header
    #expect(header.title == "Coast: north")
    #expect(header.date == Day(year: 2025, month: 4))
    #expect(header.purpose == "Two lines\nof *text* & more\n")
    #expect(header.consent == "yes, all of them")
    #expect(header.sources == ["one", "two"])
    #expect(header.boundary.decidedBy == "board")
    #expect(region.relations.prefix(3).map(\.name) == ["Trust", "far", "plain"])
    #expect(region.relations[0].kind == .trust)
    #expect(region.relations[0].directed == false)
    #expect(region.relations[0].scale == -2...2.5)
    #expect(region.relations[2] == Relation(name: "plain"))
    #expect(
      region.actorTypes == [ActorTypeInfo(name: "lab", label: "Laboratory", sphere: "research")]
    )
    #expect(region.waves == [Wave(name: "2", date: Day(year: 2020)), Wave(name: "1")])
    #expect(region.declaredWaves == 2)
  }

  @Test(arguments: ["", "# nothing\n", "---\n...\n", "~", "title:\n"])
  func emptyIsFine(yaml: String) throws {
    let result = try read(yaml)
    #expect(result.places == [])
    #expect(result.region?.header == RegionHeader())
  }

  @Test(arguments: [
    ("just text", "region.yaml:1:1 wrong-kind"), ("- a\n- b", "region.yaml:1:1 wrong-kind"),
    ("title: [a]", "region.yaml:1:8 wrong-kind"), ("a: 1\n---\nb: 2", "region.yaml:2:1 bad-yaml"),
    ("title: \"x", "region.yaml:1:10 bad-yaml"), ("\ttitle: x", "region.yaml:1:1 bad-yaml"),
    ("waves: [{date: 2020}]", "region.yaml:1:9 missing-value"),
    ("relations: {a: {directed: perhaps}}", "region.yaml:1:27 bad-choice"),
    ("[a]: b", "region.yaml:1:1 wrong-kind"), ("title: *x", "region.yaml:1:8 bad-yaml"),
    ("title: a\u{2028}date: x", "region.yaml:1:16 bad-date"),
  ])
  func mistakes(yaml: String, place: String) throws {
    let result = try read(yaml)
    #expect(result.places.first == place)
    #expect(result.region == nil)
  }

  @Test func bombsAreRefusedBeforeTheyAreBuilt() throws {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1..<12 {
      let parts = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(parts)]\n"
    }
    bomb += "? *a11\n: x\n"
    let result = try read(bomb)
    #expect(result.places == ["region.yaml:2:10 bad-yaml"])
  }

  @Test func textThatOnlyLooksLikeAnchorsIsText() throws {
    let result = try read("title: A & B *star*\npurpose: |\n  *bold* and R&D\n")
    #expect(result.places == [])
    #expect(result.region?.header.title == "A & B *star*")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "a: {", "- - ["])
  func deepNestingEnds(unit: String) throws {
    let result = try read(String(repeating: unit, count: 100_000))
    #expect(result.region == nil)
    #expect(result.places.first?.hasSuffix("bad-yaml") == true)
  }

  @Test func largeFilesAreRefused() throws {
    let result = try read("# " + String(repeating: "x", count: YAMLDocument.largest))
    #expect(result.places == ["region.yaml file-too-large"])
  }

  @Test func aThousandWavesTooManyIsOneError() throws {
    let waves = (0..<5_000).map { "w\($0)" }.joined(separator: ", ")
    let result = try read("waves: [\(waves)]")
    #expect(result.places.first == "region.yaml:1:1 too-many-rows")
  }

  @Test func quotedTextReadsBack() throws {
    for text in [
      "a", "\"", "\\", "a: b # c", "\u{1b}\u{85}\u{2028}", "- x", "~", "yes", "æ\n\tø", " x ",
      "&e *e", "R&D, *D", "Å&b and *b",
    ] {
      let result = try read("title: " + YAMLText.quoted(text) + "\n")
      #expect(result.region?.header.title == text)
    }
  }

  /// A parser gives up looking for the colon of a key after 1024 characters.
  @Test func keysOfAnyLengthReadBack() throws {
    for count in [990, 1_030, 20_000] {
      let name = String(repeating: "ø", count: count)
      let key = YAMLText.key(name, indent: 2)
      let result = try read("relations:\n\(key)\n    label: \"x\"\n")
      #expect(result.region?.relations.first?.name == name)
      #expect(result.region?.relations.first?.label == "x")
    }
  }

  @Test func aMarkInsideAWordIsNoAnchor() throws {
    #expect(try read("title: R&D and 5*D\n").region?.header.title == "R&D and 5*D")
    #expect(try read("title: &D x\npurpose: *D\n").places == ["region.yaml:2:10 bad-yaml"])
  }

  @Test(
    "tags are refused at their place",
    arguments: [
      ("title: !!python/object x", "1:8"), ("date: 2020\ntitle: !foo bar", "2:8"),
      ("sources: [a, !foo b]", "1:14"), ("relations: !foo {a: {kind: trust}}", "1:12"),
      ("!foo title: x", "1:1"),
    ]
  )
  func tags(yaml: String, place: String) throws {
    #expect(try read(yaml).places == ["region.yaml:\(place) bad-yaml"])
  }

  @Test("an exclamation mark in a text is no tag, nor is what a key looks like")
  func noTags() throws {
    let yaml = "relations: {1: {kind: trust}, 2.5: , yes: , 2020-01-01: , ~: , <<: }\n"
    #expect(!(try read(yaml).places.contains { $0.hasSuffix("bad-yaml") }))
    #expect(try read("title: \"!x\"\npurpose: Go!\n").region?.header.title == "!x")
  }

  @Test(
    "a key that is there twice is told at the second",
    arguments: [
      ("title: a\ndate: 2020\ntitle: b\n", "3:1"), ("boundary: {rule: a, rule: b}", "1:21"),
      ("relations:\n  a:\n    kind: trust\n    label: kind\n    \"kind\": trust\n", "5:5"),
      ("waves:\n  - name: a\n    name: b\n", "3:5"), ("{title: a,\n title: b}", "2:2"),
    ]
  )
  func repeatedKeys(yaml: String, place: String) throws {
    #expect(try read(yaml).places == ["region.yaml:\(place) duplicate-key"])
  }

  @Test(
    "what is wrong is said in our words",
    arguments: [
      ("- a\n- b", "region.yaml should be lines of \"key: value\", and this is a list"),
      (
        String(repeating: "[", count: 2000),
        "this is not YAML: lists and keys are nested too deep"
      ),
      ("sources: [a", "this is not YAML: a list in brackets is not closed, or lacks a comma"),
      ("title: a: b", "this is not YAML: a key cannot stand here"),
      ("title: \"x", "this is not YAML: a quote is not closed"),
    ]
  )
  func words(yaml: String, message: String) throws {
    #expect(try read(yaml).report.diagnostics.shown.first?.message == message)
  }

  @Test("a file that is no text is not asked to be a table")
  func binary() throws {
    let problem = try #require(read("title: a\0\0\0b\n").report.diagnostics.shown.first)
    #expect(problem.code == .binaryFile && problem.hint == "write region.yaml as text (UTF-8)")
  }
}
