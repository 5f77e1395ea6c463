import LearningRegion
import Testing

@testable import NetworkFormats

@Suite("Survey exports to regions")
struct SurveyImportTests {
  @Test("the samples make the regions written by hand", arguments: SurveyFixtures.all)
  func samples(sample: SurveyFixtures.Sample) throws {
    let outcome = try SurveyImport.ties(sample.paths, plan: sample.path("survey.yaml"))
    let region = try #require(outcome.reading.region, "\(outcome.places)")
    for (name, bytes) in RegionFolderWriter.files(region) {
      let expected = try sample.text("expected/\(name)")
      #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(name)")
    }
    #expect(RegionFolderWriter.files(region).count == 4)
  }

  @Test("what the samples' problems are")
  func problems() throws {
    func places(_ name: String) throws -> [String] {
      let sample = try #require(SurveyFixtures.all.first { $0.name == name })
      return try SurveyImport.ties(sample.paths, plan: sample.path("survey.yaml")).places
    }
    #expect(try places("forms-nb") == ["svar.csv:6:54 repeated-respondent"])
    #expect(
      try places("qualtrics-en") == [
        "responses.csv:8:183 missing-answers", "responses.csv:9:141 unfinished-answers",
      ]
    )
    #expect(
      try places("limesurvey-nb") == [
        "results-survey123456.csv:1:103 skipped-column",
        "results-survey123456.csv:2:2 loops",
        "results-survey123456.csv:2:101 unmatched-name",
        "results-survey123456.csv:4:36 unfinished-answers",
      ]
    )
    #expect(try places("kobo-en") == ["contacts.csv:3:2 unmatched-name"])
  }

  private let plan = """
    respondent: who
    roster: roster.csv
    relations:
      trust:
        list: friends

    """
  private let roster =
    "id,label,aliases,email\na,Sjøbris AS,Bris|SB,Post@Bris.no\nb,Kystnett,,\nc,Havet,,\n"

  @Test(
    "names: ids, labels, aliases and addresses, spaces in a row as one; nothing else is the same"
  )
  func names() throws {
    let answers = """
      who,friends
      a,Kystnett; Havet
      SB,Kystnett
      post@bris.no,Kystnett
      kystnett,"Sjøbris  AS;SJØBRIS A/S"

      """
    let outcome = try importSurvey(plan, ["roster.csv": roster, "answers.csv": answers])
    #expect(
      outcome.places == [
        "answers.csv:3:1 repeated-respondent", "answers.csv:4:1 repeated-respondent",
        "answers.csv:5:1 unmatched-name", "answers.csv:5:11 unmatched-name",
      ]
    )
    #expect(
      outcome.unmatched == [
        .init(name: "kystnett", count: 1, suggestion: "Kystnett", isAccepted: false),
        .init(name: "SJØBRIS A/S", count: 1, suggestion: "Sjøbris AS", isAccepted: false),
      ]
    )
    #expect(
      outcome.reading.ties == [
        "a>b trust 1", "kystnett>a trust 1", "kystnett>SJØBRIS A/S trust 1",
      ]
    )
    let merged = try importSurvey(
      plan,
      ["roster.csv": roster, "answers.csv": answers],
      options: .init(suggestions: .accept)
    )
    #expect(merged.reading.ties == ["a>b trust 1", "b>a trust 1"])
    #expect(merged.unmatched.map(\.isAccepted) == [true, true])
    #expect(merged.answers == ["a trust yes", "b trust yes", "c trust no"])
  }

  @Test("a file of names merges one by one, gives names to new actors, and leaves nobody out")
  func mapping() throws {
    let names = "name,actor\nKysten,Kystnett\nFjorden,Fjordbruk\nFjord bruk,Fjordbruk\nvet ikke,\n"
    let answers = "who,friends\na,Kysten;Fjorden;vet ikke\nc,Fjord bruk\n"
    let outcome = try importSurvey(
      plan + "names: names.csv\n",
      ["roster.csv": roster, "answers.csv": answers, "names.csv": names]
    )
    #expect(outcome.reading.ties == ["a>b trust 1", "a>Fjordbruk trust 1", "c>Fjordbruk trust 1"])
    #expect(outcome.unmatched.isEmpty && outcome.places.isEmpty)
  }

  @Test("a blank of somebody who answered is no tie, of somebody who did not is unknown")
  func blanks() throws {
    let plan = """
      respondent: who
      finished: end
      roster: roster.csv
      missing: ["99"]
      relations:
        trust: {columns: "Q1_{n}"}
        advice: {columns: "Q2_{n}"}

      """
    let answers = """
      who,end,Q1_1,Q1_2,Q2_1,Q2_2
      a,x,,2,99,99
      b,x,,,,
      c,,3,,,

      """
    let roster = "id,code\na,1\nb,2\nc,\nd,\n"
    let files = ["roster.csv": roster, "answers.csv": answers]
    let outcome = try importSurvey(plan, files)
    #expect(outcome.reading.ties == ["a>b trust 2"])
    #expect(
      outcome.answers == [
        "a trust yes", "b trust yes", "c trust no", "d trust no", "a advice no", "b advice yes",
        "c advice no", "d advice no",
      ]
    )
    let used = try importSurvey(plan + "unfinished: use\n", files)
    #expect(used.reading.ties == ["a>b trust 2", "c>a trust 3"])
    #expect(used.answers[2] == "c trust yes" && used.answers[6] == "c advice no")
  }

  @Test("who answered twice counts by the last finished answer")
  func twice() throws {
    let plan = "respondent: who\nfinished: end\nrelations: {trust: {list: f}}\n"
    let answers = "who,end,f\na,x,b\na,x,c\na,,d\n"
    let outcome = try importSurvey(plan, ["answers.csv": answers])
    #expect(outcome.reading.ties == ["a>c trust 1"])
    let hints = outcome.reading.report.diagnostics.shown.compactMap(\.hint)
    #expect(hints.contains("this later answer counts"))
    #expect(hints.contains("the earlier answer counts, because it came to the end"))
  }

  @Test("waves of a column, and of exports")
  func waves() throws {
    let byColumn = try importSurvey(
      "respondent: who\nwave_column: year\nrelations: {t: {list: f}}\n",
      ["answers.csv": "who,year,f\na,2025,b\nb,2023,a\na,2023,\n"]
    )
    #expect(byColumn.reading.region?.waves.map(\.name) == ["2023", "2025"])
    #expect(byColumn.answers == ["a t 2025 yes", "a t 2023 yes", "b t 2023 yes"])
    let byFile = try importSurvey(
      "respondent: who\nwaves: {two.csv: late, one.csv: early}\nrelations: {t: {list: f}}\n",
      ["one.csv": "who,f\na,b\n", "two.csv": "who,f\nb,a\n"],
      exports: ["one.csv", "two.csv"]
    )
    #expect(byFile.reading.region?.waves.map(\.name) == ["late", "early"])
    #expect(byFile.reading.region?.ties.wave(at: 0) == 1)
  }

  @Test("an actor asked in some waves only")
  func askedInWaves() throws {
    let outcome = try importSurvey(
      "respondent: who\nroster: roster.csv\nwave_column: w\nrelations: {t: {list: f}}\n",
      ["roster.csv": "id,waves\na,\nb,2\n", "answers.csv": "who,w,f\na,1,\na,2,b\n"]
    )
    #expect(outcome.answers == ["a t 1 yes", "a t 2 yes", "b t 2 no"])
  }

  @Test("oneself is nobody, and who is named twice counts once, by the largest strength")
  func selvesAndRepeats() throws {
    let plan = "respondent: who\nrelations: {t: {names: \"n{n}\", values: \"v{n}\"}}\n"
    let outcome = try importSurvey(
      plan,
      ["answers.csv": "who,n1,v1,n2,v2,n3,v3\na,b,1,b,4,a,5\n"]
    )
    #expect(outcome.reading.ties == ["a>b t 4"])
    #expect(outcome.places == ["answers.csv:2:1 loops"])
  }

  @Test("rows of a repeated group that belong to no row are told one by one")
  func orphans() throws {
    let outcome = try importSurvey(
      "respondent: name\nrelations: {t: {repeat: partner}}\n",
      [
        "main.csv": "name,_index\nAnn,1\nBob,2\n",
        "group.csv": "partner,_parent_index\nBob,1\nCat,9\nAnn,\nAnn,2\n",
      ],
      exports: ["main.csv", "group.csv"]
    )
    #expect(
      outcome.places == ["group.csv:3:5 missing-respondent", "group.csv:4:5 missing-respondent"]
    )
    #expect(outcome.reading.ties == ["Ann>Bob t 1", "Bob>Ann t 1"])
  }

  @Test("a second row about the same actor that says something else")
  func contradictoryRows() throws {
    let outcome = try importSurvey(
      """
      respondent: respondent
      member: member
      question: question
      value: value
      wave_column: wave
      relations: {t: {question: trust}, a: {question: advice}}

      """,
      [
        "answers.csv": """
        respondent,member,question,value,wave
        Ann,Bob,trust,2,1
        Ann,Bob,trust,2,1
        Ann,Bob,trust,0,1
        Ann,Bob,trust,1,2
        Ann,Bob,advice,1,1
        Bob,Ann,trust,3,1

        """
      ]
    )
    #expect(outcome.places == ["answers.csv:4:15 inconsistent"])
    #expect(outcome.reading.report.diagnostics.warningCount == 1)
    #expect(
      outcome.reading.ties == ["Ann>Bob t 2", "Ann>Bob t 1", "Bob>Ann t 3", "Ann>Bob a 1"]
    )
  }

  @Test("the text of a multiple choice that is not what its columns say")
  func contradictoryOptions() throws {
    let outcome = try importSurvey(
      "respondent: name\nrelations: {t: {columns: \"who/{n}\"}}\n",
      [
        "answers.csv": """
        name,who,who/Ann A,who/Bob,who/other,_id,_uuid
        Ann A,Bob,0,1,0,1,a
        Bob,Ann A other,1,0,1,2,b
        Cat,Bob Ann A,1,1,0,3,c
        Dag,Bob,1,0,0,4,d
        Eva,Bob,1,1,0,5,e
        Fin,,0,0,0,6,f

        """
      ]
    )
    let places = outcome.places.filter { $0.hasSuffix("inconsistent") }
    #expect(places == ["answers.csv:5:5 inconsistent", "answers.csv:6:5 inconsistent"])
    #expect(outcome.reading.ties.contains("Dag>Ann A t 1"))
  }
}
