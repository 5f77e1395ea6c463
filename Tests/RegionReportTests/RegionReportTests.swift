import Foundation
import LearningRegion
import RegionAnalysis
import RegionDiagrams
import Testing

@testable import RegionReport

@Suite("the report of a region")
struct RegionReportTests {
  @Test("names do no harm wherever they stand", arguments: ReportLanguage.allCases)
  func hostileNames(language: ReportLanguage) throws {
    let (text, _) = try TestReports.html(TestReports.region(), language: language)
    #expect(text.components(separatedBy: "<script").count == 3, "the data, the script, no third")
    #expect(text.components(separatedBy: "</script").count == 3)
    #expect(!text.contains("<img"))
    #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
    // A quote with a combining mark is another character, and a quote all the same.
    let scalars = Array(text.unicodeScalars)
    let unescaped = scalars.indices.dropLast().count {
      scalars[$0] == "\"" && scalars[$0 + 1] == "\u{338}"
    }
    // Only in the data block, where the quote is escaped by a backslash.
    let inData = scalars.indices.dropFirst().dropLast().count {
      scalars[$0 - 1] == "\\" && scalars[$0] == "\"" && scalars[$0 + 1] == "\u{338}"
    }
    #expect(unescaped == inData && inData > 0)
    #expect(text.contains("Sjø &amp; &lt;land&gt;") && !text.contains("<land>"))
    // A name is not a template.
    #expect(text.contains("{{title}}"))
  }

  @Test("the data of the page is JSON with the names as they are")
  func data() throws {
    let (text, _) = try TestReports.html(TestReports.region())
    let json = try #require(
      TestReports.between("id=\"data\">", "</script>", in: text)
    )
    #expect(!json.unicodeScalars.contains("\u{2028}") && !json.contains("<"))
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let object = try #require(parsed as? [String: Any])
    let map = try #require(object["map"] as? [String: Any])
    #expect(map["names"] as? [String] == TestReports.hostileNames)
    #expect((map["x"] as? [Double])?.count == 10)
    #expect(map["waves"] as? [String] == ["2023", "2024"])
    let tables = try #require(object["tables"] as? [String: Any])
    #expect(Set(tables.keys).isSuperset(of: ["actors", "brokers", "clusters", "ties", "waves"]))
  }

  @Test("the policy allows the page's own script and style, and nothing else")
  func policy() throws {
    let (text, _) = try TestReports.html(TestReports.region())
    let policy = try #require(
      TestReports.between("Content-Security-Policy\" content=\"", "\"", in: text)
    ).replacing("&#39;", with: "'")
    let script = try #require(TestReports.between("<script>", "</script>", in: text))
    let style = try #require(TestReports.between("<style>", "</style>", in: text))
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(policy.contains("script-src '\(ContentSecurity.hash(script))'"))
    #expect(policy.contains("style-src '\(ContentSecurity.hash(style))'"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
    let markup = text.replacing(script, with: "").replacing(style, with: "")
    #expect(!markup.contains(" style=\""))
    for address in ["src=\"", "url(", "@import", "<iframe", "<object", "<base"] {
      #expect(!text.contains(address), "\(address)")
    }
    let links = text.matches(of: /href="([^"]*)"/).map { String($0.1) }
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0 == "data:," })
  }

  @Test("every link within the page leads somewhere, and no id is there twice")
  func links() throws {
    let (text, _) = try TestReports.html(TestReports.region(), language: .norwegian)
    let ids = text.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = text.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(targets.count > 10)
    for target in targets { #expect(ids.contains(target), "#\(target)") }
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"nb\">"))
    #expect(text.contains("<h1>") && text.contains("<title>"))
  }

  @Test("nobody is named where nobody is to be", arguments: ReportLanguage.allCases)
  func anonymous(language: ReportLanguage) throws {
    let names = (0..<10).map { "Secret \($0)" }
    let region = try TestReports.region(names: names)
    let (text, _) = try TestReports.html(region, .nobody, language: language)
    #expect(!text.contains("Secret") && text.contains("actor-10") && !text.contains("Sjø"))
    #expect(!text.contains("\"a3\"") && !text.contains(">a3<"))
    // Two persons are too few to be told apart by their type.
    #expect(!text.contains("\"person\""))
    let (some, _) = try TestReports.html(region, .organisations, language: language)
    #expect(!some.contains("Secret 1") && !some.contains("Secret 6") && some.contains("Secret 2"))
  }

  @Test("the same region, options and program give the same bytes")
  func determinism() throws {
    let region = try TestReports.region()
    let first = try TestReports.html(region).text
    #expect(try TestReports.html(region).text == first)
    #expect(try TestReports.html(region, language: .norwegian).text != first)
  }

  @Test("Norwegian has a decimal comma in the page and a dot in its data")
  func numbers() throws {
    let region = try TestReports.region()
    let (text, _) = try TestReports.html(region, language: .norwegian)
    let json = try #require(TestReports.between("id=\"data\">", "</script>", in: text))
    let body = text.replacing(json, with: "")
    #expect(body.firstMatch(of: /<td class="n"><bdi>[0-9]+,[0-9]+<\/bdi>/) != nil)
    #expect(body.firstMatch(of: /<td class="n"><bdi>[0-9]+\.[0-9]+<\/bdi>/) == nil)
    #expect(json.firstMatch(of: /[0-9]\.[0-9]/) != nil)
  }

  @Test("without a drawing there is a report all the same, and it says why")
  func withoutDrawing() throws {
    let broken = DiagramRenderer(programPath: "/nonexistent/samspill")
    let (text, notes) = try TestReports.html(TestReports.region(), renderer: broken)
    #expect(notes.contains { $0.contains("the drawing could not be made") })
    #expect(text.contains("the drawing could not be made"))
    #expect(text.contains("data-table=\"actors\""))
    #expect(!text.contains("id=\"stage\""))
    // The rows of the ties come from the map where there is one; without it the page has them itself.
    let json = try #require(TestReports.between("id=\"data\">", "</script>", in: text))
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let tables = try #require(parsed?["tables"] as? [String: Any])
    let ties = try #require(tables["ties"] as? [String: Any])
    #expect(ties["ofTies"] as? Bool == false && (ties["rows"] as? [Any])?.isEmpty == false)
  }

  @Test("one wave: its figures, all waves on the map")
  func oneWave() throws {
    let region = try TestReports.region()
    let (text, _) = try TestReports.html(region, wave: .named("2023"))
    #expect(text.contains("Figures are of wave 2023."))
    let json = try #require(TestReports.between("id=\"data\">", "</script>", in: text))
    #expect(json.contains("\"wave\":0") && json.contains("\"waves\":[\"2023\",\"2024\"]"))
  }

  @Test("the first finding is who answered", arguments: ReportLanguage.allCases)
  func answersFirst(language: ReportLanguage) throws {
    let (text, _) = try TestReports.html(TestReports.region(), language: language)
    let findings = try #require(TestReports.between("<ul class=\"headlines\">", "</ul>", in: text))
    let first = try #require(TestReports.between("<li>", "</li>", in: findings))
    #expect(first.contains(language("Who was asked and who answered", "Hvem som ble spurt")))
    #expect(first.contains("href=\"#x-response_rate\""))
    let topics = findings.matches(of: /class="topic">([^<]+)</).map { String($0.1) }
    #expect(topics.count > 4 && Set(topics).count == topics.count)
  }

  @Test("what the data do not hold stands in one table at the end of the profile")
  func gaps() throws {
    let (text, _) = try TestReports.html(TestReports.region())
    let profile = try #require(
      TestReports.between("<section id=\"profile\"", "</section>", in: text)
    )
    let tables = profile.components(separatedBy: "<h3>").dropFirst()
    #expect(tables.count > 2)
    #expect(tables.last?.hasPrefix("Not measured: what it takes") == true)
    for table in tables {
      #expect(table.contains(">not measured<") == (table == tables.last))
    }
    #expect(profile.contains("class=\"bar\""))
  }

  @Test("an actor is on the map of the waves it belongs to")
  func presence() throws {
    var draft = RegionDraft()
    draft.waves = [Wave(name: "2023"), Wave(name: "2024")]
    draft.declaredWaves = 2
    for (id, waves) in [("a", ["2023"]), ("b", []), ("c", ["2023", "2024"]), ("d", ["2024"])] {
      var actor = Actor(id: id)
      actor.waves = waves
      draft.actors.append(actor)
    }
    for (source, target, wave) in [(0, 1, 0), (1, 2, 0), (2, 3, 1), (3, 1, 1)] {
      var tie = Tie(source: Int32(source), target: Int32(target))
      tie.wave = Int32(wave)
      draft.ties.append(tie)
    }
    let (text, _) = try TestReports.html(try Region(draft), wave: .named("2024"))
    #expect(text.contains("\"actorWaves\":[1,3,3,2]"))
    // Where no actor names its waves, nothing is said of them.
    let (everybody, _) = try TestReports.html(TestReports.region())
    #expect(everybody.contains("\"actorWaves\":[]"))
  }

  @Test("a Norwegian report explains every figure in Norwegian")
  func explanations() throws {
    let (text, _) = try TestReports.html(TestReports.region(), language: .norwegian)
    let entries = text.components(separatedBy: "<article class=\"entry\"").dropFirst()
    #expect(entries.count > 80)
    for entry in entries {
      #expect(entry.contains("<p lang=\"nb\">"), "\(entry.prefix(60))")
    }
  }

  @Test("an empty network is refused")
  func empty() throws {
    #expect(throws: (any Error).self) { try TestReports.html(Region(RegionDraft())) }
  }

  @Test("actors without any tie, or with one, make a report")
  func sparse() throws {
    var draft = RegionDraft()
    draft.actors.append(Actor(id: "a"))
    draft.actors.append(Actor(id: "b"))
    let (untied, _) = try TestReports.html(try Region(draft))
    #expect(untied.contains("2 actors"))
    #expect(untied.contains("<p>Nobody stands between others.</p>"))
    #expect(untied.contains("<p>There are no clusters of two or more actors.</p>"))
    // Somebody alone belongs to no cluster in any table.
    #expect(!untied.contains("Cluster 1"))
    draft.ties.append(Tie(source: 0, target: 1))
    let (tied, _) = try TestReports.html(try Region(draft))
    #expect(tied.contains("Nobody stands between others"))
  }

  @Test(
    "of many sentences the first are shown and the rest unfolds",
    arguments: ReportLanguage.allCases
  )
  func manySentences(language: ReportLanguage) throws {
    var draft = RegionDraft()
    for place in 0..<12 {
      var actor = Actor(id: "a\(place)")
      actor.label = "Works \(place)"
      actor.needs = place < 2 ? ["welding"] : []
      actor.offers = ["export"]
      draft.actors.append(actor)
      draft.ties.append(Tie(source: Int32(place), target: Int32((place + 1) % 12)))
    }
    let (text, _) = try TestReports.html(try Region(draft), language: language)
    let profile = try #require(
      TestReports.between("<section id=\"profile\"", "</section>", in: text)
    )
    let rows = profile.components(separatedBy: "<tr ")
    let long = rows.filter { $0.contains("<details>") }
    #expect(!long.isEmpty)
    for row in long {
      let halves = row.components(separatedBy: "<details>")
      #expect(halves.count == 2 && halves[0].components(separatedBy: "<p>").count == 6)
      let rest = halves[1].components(separatedBy: "<p>").count - 1
      #expect(rest > 1)
      #expect(halves[1].contains(language("and \(rest) more", "og \(rest) til")))
    }
    for row in rows where !row.contains("<details>") {
      #expect(row.components(separatedBy: "<p>").count <= 7)
    }
  }

  @Test("several relations: the page says why their ties are more than those of all together")
  func severalRelations() throws {
    var draft = RegionDraft()
    for id in ["a", "b", "c"] { draft.actors.append(Actor(id: id)) }
    var advice = Relation(name: "advice")
    advice.directed = true
    var joint = Relation(name: "joint")
    joint.directed = false
    draft.relations = [advice, joint]
    for (source, target, relation) in [(0, 1, 0), (1, 2, 0), (0, 1, 1)] {
      draft.ties.append(
        Tie(source: Int32(source), target: Int32(target), relation: Int32(relation), weight: 1)
      )
    }
    // Together a→b, b→c, b→a, a→c and c→a; apart two and two.
    draft.ties.append(Tie(source: 2, target: 0, relation: 1, weight: 1))
    let (text, _) = try TestReports.html(try Region(draft))
    #expect(
      text.contains(
        "rest on <strong>5</strong> ties: between the same two a tie of several relations counts once, and one without direction counts both ways; relation by relation there are 4."
      )
    )
    #expect(text.contains("of the ties are returned; a tie of a relation without direction"))
  }
}
