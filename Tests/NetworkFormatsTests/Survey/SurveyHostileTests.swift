import Testing

@testable import NetworkFormats

@Suite("Survey exports that are none")
struct SurveyHostileTests {
  private let plan = "respondent: who\nrelations: {t: {list: friends}}\n"

  @Test(
    "refused with their place, by init and by ties",
    arguments: [
      ("", "answers.csv empty-file"), ("\n\n", "answers.csv empty-survey"),
      ("who,friends\n", "answers.csv empty-survey"),
      ("who,friends\na,\"b\n", "answers.csv:2:3 unterminated-quote"),
      ("who,friends\na\n", "answers.csv:2:1 wrong-field-count"),
      ("who,friends\na,b,c\n", "answers.csv:2:5 wrong-field-count"),
      ("who,friends\na,\0\0\0b\n", "answers.csv:2 binary-file"),
    ]
  )
  func refused(text: String, place: String) throws {
    let files = ["answers.csv": text]
    let outcome = try importSurvey(plan, files)
    #expect(outcome.reading.region == nil && outcome.places.contains(place), "\(outcome.places)")
    let (proposal, reading) = try proposeSurvey(files)
    #expect(proposal == nil && reading.places.contains { $0.hasSuffix(place) }, "\(reading.places)")
  }

  @Test("nobody says who answered")
  func nobody() throws {
    let outcome = try importSurvey(plan, ["answers.csv": "who,friends\n,a;b\n ,c\n"])
    #expect(outcome.reading.region == nil)
    #expect(outcome.places == ["answers.csv empty-survey", "answers.csv:2:1 missing-respondent"])
  }

  @Test(
    "rows of nothing but blanks are none, whatever blanks: the heading is the first with a text"
  )
  func blankRows() throws {
    let outcome = try importSurvey(
      plan,
      ["answers.csv": "\u{b}\n\u{a0},\u{2003}\nwho,friends\n\u{b},\na,b\n"]
    )
    #expect(outcome.reading.region?.ties.count == 1, "\(outcome.places)")
  }

  @Test("headings twice")
  func headings() throws {
    let outcome = try importSurvey(plan, ["answers.csv": "who,who,friends\na,b,c\n"])
    #expect(outcome.places == ["survey.yaml:1:13 duplicate-column"])
  }

  @Test("an id of the roster twice is told of once, at its place")
  func ids() throws {
    let outcome = try importSurvey(
      plan + "roster: roster.csv\n",
      ["answers.csv": "who,friends\na,b\n", "roster.csv": "id,label\na,Ann\nb,Bo\na,Eva\n"]
    )
    #expect(outcome.places == ["roster.csv:4:1 duplicate-id"])
  }

  @Test("10 000 columns, and more than a workbook has", .timeLimit(.minutes(1)))
  func wide() throws {
    func export(_ count: Int) -> String {
      let headings = (1...count).map { "Q1_\($0)" }.joined(separator: ",")
      let cells = (1...count).map { $0 % 1000 == 0 ? "2" : "" }.joined(separator: ",")
      return "who,\(headings)\nann,\(cells)\n"
    }
    let wide = try importSurvey(
      "respondent: who\nrelations: {t: {columns: \"Q1_{n}\"}}\n",
      ["answers.csv": export(10_000)]
    )
    #expect(wide.reading.ties.count == 10 && wide.reading.ties[0] == "ann>1000 t 2")
    let (proposal, _) = try proposeSurvey(["answers.csv": export(10_000)])
    #expect(proposal?.relations == ["q1"])
    let wider = try importSurvey(plan, ["answers.csv": export(20_000)])
    #expect(wider.reading.region == nil && wider.places.first?.contains("too-many-columns") == true)
  }

  @Test("bombs of aliases, deep nesting and endless files in survey.yaml", .timeLimit(.minutes(1)))
  func bombs() throws {
    var bomb = "a0: &a0 [x, x]\n"
    for level in 1..<30 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let files = ["answers.csv": "who,friends\na,b\n"]
    #expect(try importSurvey(bomb, files).places.first?.hasSuffix("bad-yaml") == true)
    let deep = "respondent: " + String(repeating: "[", count: 100_000)
    #expect(try importSurvey(deep, files).places.first?.hasSuffix("bad-yaml") == true)
    let long = String(repeating: "# x\n", count: 300_000)
    #expect(try importSurvey(long, files).places == ["survey.yaml file-too-large"])
  }

  @Test("twenty problems are shown and the rest counted")
  func many() throws {
    let rows = (0..<500).map { "p\($0),much" }.joined(separator: "\n")
    let outcome = try importSurvey(
      "respondent: who\nrelations: {t: {columns: \"Q_{n}\", scale: [1, 5]}}\n",
      ["answers.csv": "who,Q_1\n\(rows)\n"]
    )
    #expect(outcome.reading.report.diagnostics.errorCount == 500)
    #expect(outcome.places.count == 20)
  }

  @Test("a column of waves that holds something else")
  func waves() throws {
    let rows = (0..<2100).map { "p\($0),w\($0),x" }.joined(separator: "\n")
    let outcome = try importSurvey(
      "respondent: who\nwave_column: w\nrelations: {t: {list: f}}\n",
      ["answers.csv": "who,w,f\n\(rows)\n"]
    )
    #expect(outcome.places == ["survey.yaml:2:14 too-many-rows"])
  }

  @Test("many columns that the plan does not name right are told quickly", .timeLimit(.minutes(1)))
  func manyWrong() throws {
    let headings = (0..<3000).map { "a\($0)" }
    let plan =
      "respondent: who\nrelations:\n  t:\n    columns:\n      a0: x\n"
      + headings.dropFirst().map { "      \($0)b: x\n" }.joined()
    let cells = String(repeating: ",1", count: headings.count)
    let outcome = try importSurvey(
      plan,
      ["answers.csv": "who,\(headings.joined(separator: ","))\nann\(cells)\n"]
    )
    #expect(outcome.reading.report.diagnostics.errorCount == 2999)
  }

  @Test("a repeated group that belongs to nothing")
  func orphan() throws {
    let files = ["answers.csv": "name,_parent_index,_index\na,1,1\n"]
    let (proposal, reading) = try proposeSurvey(files)
    #expect(proposal == nil && reading.report.diagnostics.hasErrors)
    let outcome = try importSurvey("respondent: name\nrelations: {t: {repeat: name}}\n", files)
    #expect(outcome.reading.region == nil && outcome.reading.report.diagnostics.hasErrors)
  }

  @Test("many strangers with many names in the roster", .timeLimit(.minutes(1)))
  func strangers() throws {
    let roster = "id\n" + (0..<2000).map { "Virksomhet nummer \($0)\n" }.joined()
    let answers = "who,friends\n" + (0..<1000).map { "Bedrift nummer \($0),Noen \($0)\n" }.joined()
    let outcome = try importSurvey(
      plan + "roster: roster.csv\n",
      ["roster.csv": roster, "answers.csv": answers]
    )
    #expect(outcome.unmatched.count == 2000)
    #expect(outcome.reading.region?.actors.count == 4000)
  }
}
