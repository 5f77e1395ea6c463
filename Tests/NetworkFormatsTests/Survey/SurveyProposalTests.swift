import LearningRegion
import Testing

@testable import NetworkFormats

@Suite("What is proposed for a survey export")
struct SurveyProposalTests {
  @Test("the tools are recognised", arguments: SurveyFixtures.all)
  func tools(sample: SurveyFixtures.Sample) throws {
    let (proposal, reading) = try SurveyImport.propose(
      sample.paths,
      rosterName: "survey-roster.csv"
    )
    #expect(proposal?.tool == sample.tool, "\(reading.places)")
  }

  /// A proposal with the exports it is for, taken without a change.
  private func taken(_ sample: SurveyFixtures.Sample) throws -> SurveyImport.Outcome {
    let (found, _) = try SurveyImport.propose(sample.paths, rosterName: "survey-roster.csv")
    let proposal = try #require(found)
    let folder = RegionFolder()
    folder.put(Array(proposal.plan.utf8), as: "survey.yaml")
    folder.put(proposal.roster, as: "survey-roster.csv")
    return try withExtendedLifetime(folder) {
      try SurveyImport.ties(sample.paths, plan: folder.path + "/survey.yaml")
    }
  }

  @Test("a proposal can be taken as it is", arguments: SurveyFixtures.all)
  func canBeTaken(sample: SurveyFixtures.Sample) throws {
    let outcome = try taken(sample)
    #expect(outcome.reading.region != nil, "\(outcome.places)")
  }

  /// Who names whom in a relation, by labels, for comparing regions whose ids differ.
  private func pairs(_ region: Region, _ relation: String) -> Set<String> {
    guard let number = region.relations.firstIndex(where: { $0.name == relation }) else {
      return []
    }
    var pairs: Set<String> = []
    for row in 0..<region.ties.count where Int(region.ties.relation(at: row)) == number {
      let tie = region.ties[row]
      pairs.insert(
        "\(region.actors.label(of: Int(tie.source))) > \(region.actors.label(of: Int(tie.target)))"
      )
    }
    return pairs
  }

  @Test(
    "where the export has the names, the proposal gives the ties of the plan written by hand",
    arguments: [
      ("forms-nb", "collaboration", "collaboration"), ("forms-nb", "contact", "question_1"),
      ("qualtrics-en", "trust", "trust"), ("qualtrics-en", "knowledge", "knowledge"),
      ("kobo-en", "partners", "partners"), ("long-en", "trust", "trust"),
      ("long-en", "collaboration", "collaboration"),
    ]
  )
  func sameTies(name: String, relation: String, proposed: String) throws {
    let sample = try #require(SurveyFixtures.all.first { $0.name == name })
    let byHand = try SurveyImport.ties(sample.paths, plan: sample.path("survey.yaml"))
    let one = try #require(byHand.reading.region)
    let other = try #require(try taken(sample).reading.region)
    #expect(!pairs(one, relation).isEmpty)
    #expect(pairs(one, relation) == pairs(other, proposed), "\(other.relations.map(\.name))")
  }

  @Test(
    "codes of one question, names of the other: no code stands for two",
    arguments: [true, false]
  )
  func codesAndNames(namesFirst: Bool) throws {
    let named = ["s_5_1;s_5_2;s_5_3", "Dag;Eva;", "Dag;;Finn"]
    let coded = ["s_4_1;s_4_2;s_4_3", "2;1;", "1;;3"]
    let starts = [
      "respondentid;organization;statinternal_1;created;statcollect_1;statoverall_1;statoverall_4;b_1",
      "1;77;1;2025-01-10;1;0;1;Ann", "2;77;1;2025-01-10;1;0;1;Bo",
    ]
    let lines = starts.indices.map { line in
      let cells = namesFirst ? [named[line], coded[line]] : [coded[line], named[line]]
      return ([starts[line]] + cells).joined(separator: ";") + "\n"
    }
    let files = ["answers.csv": lines.joined()]
    let proposal = try #require(try proposeSurvey(files).proposal)
    let isSaid = proposal.remarks.contains { $0.contains("same codes in other questions") }
    #expect(isSaid == namesFirst)
    let outcome = try importSurvey(
      proposal.plan,
      files.merging(["survey-roster.csv": String(decoding: proposal.roster, as: UTF8.self)]) { $1 }
    )
    let region = try #require(outcome.reading.region, "\(outcome.places)")
    let who: Set = ["Ann > Dag", "Ann > Eva", "Bo > Dag", "Bo > Finn"]
    #expect(pairs(region, "s_5") == who)
    let unknown: Set = ["Ann > 1", "Ann > 2", "Bo > 1", "Bo > 3"]
    #expect(pairs(region, "s_4") == (namesFirst ? who : unknown))
  }

  @Test("numbers are no names: who answers with codes is not taken for a code")
  func codes() throws {
    let (found, _) = try SurveyImport.propose(
      [SurveyFixtures.all[4].path("dataset.csv")],
      rosterName: "r.csv"
    )
    let proposal = try #require(found)
    #expect(proposal.plan.contains("respondent: \"b_1\"\n"))
    #expect(proposal.relations == ["s_4", "s_5"] && proposal.actorCount == 7)
  }

  @Test("the words of a scale are no names, though the question speaks of organisations")
  func scaleUnderNames() throws {
    let answers = """
      who,organisation_1,organisation_2
      ann,Weekly,Monthly
      bo,Monthly,Never

      """
    let (found, _) = try proposeSurvey(["answers.csv": answers])
    let proposal = try #require(found)
    #expect(!proposal.plan.contains("    names: "))
  }

  @Test("names that may be one are told, and stand in the roster as two")
  func similar() throws {
    let answers =
      "who,friends\nSjøbris AS,Kystnett;Havet\nKystnett,SJØBRIS A/S;Havet\nHavet,Kystnett;Sjøbris AS\n"
    let (found, _) = try proposeSurvey(["answers.csv": answers])
    let proposal = try #require(found)
    #expect(proposal.similar.count == 1)
    #expect(proposal.actorCount == 4)
    #expect(String(decoding: proposal.roster, as: UTF8.self).contains("same as "))
  }

  @Test("questions that name nobody who answered are left out and told")
  func unrelated() throws {
    let (found, _) = try SurveyImport.propose(
      [SurveyFixtures.all[1].path("responses.csv")],
      rosterName: "r.csv"
    )
    #expect(found?.relations == ["trust", "knowledge"])
    let answers = """
      org,meets_1,meets_2,likes_1,likes_2,likes_3
      x,y,,1,2,3
      y,x,z,3,2,1
      z,x,y,1,1,1

      """
    let (other, _) = try proposeSurvey(["answers.csv": answers])
    #expect(other?.relations.first == "meets")
  }

  /// Answers, and the scale that is guessed from them.
  struct Words: Sendable {
    let answers: [String]
    let scale: [String]
    let values: [Double]
    var isOrderUnknown = false
  }

  static let scales: [Words] = [
    Words(
      answers: ["Aldri", "Ukentlig", "Månedlig"],
      scale: ["Aldri", "Månedlig", "Ukentlig"],
      values: [0, 3, 4]
    ),
    Words(
      answers: ["High", "Very high", "Low"],
      scale: ["Low", "High", "Very high"],
      values: [2, 4, 5]
    ),
    Words(
      answers: ["rødt", "grønt"],
      scale: ["rødt", "grønt"],
      values: [1, 2],
      isOrderUnknown: true
    ),
    Words(
      answers: ["weekly", "blue"],
      scale: ["weekly", "blue"],
      values: [1, 2],
      isOrderUnknown: true
    ),
  ]

  @Test("scales of words", arguments: scales)
  func words(words: Words) {
    let guess = ScaleGuess.guess(words.answers, leavingOut: [])
    let expected = zip(words.scale, words.values).map { AnswerScale.Word(text: $0, value: $1) }
    #expect(guess.scale == .words(expected))
    #expect(guess.isOrderUnknown == words.isOrderUnknown)
  }

  @Test("scales of numbers, and none")
  func numbers() {
    #expect(ScaleGuess.guess(["3", "1", "5"], leavingOut: []).scale == .range(0...5))
    #expect(ScaleGuess.guess(["1", "1"], leavingOut: []).scale == nil)
    #expect(ScaleGuess.guess(["x", "x"], leavingOut: []).scale == nil)
    #expect(ScaleGuess.guess([], leavingOut: []).scale == nil)
    #expect(ScaleGuess.guess(["1", "weekly", "daily"], leavingOut: []).scale == nil)
  }

  @Test("questions fall into what they ask and about whom")
  func wordings() throws {
    let split = try #require(QuestionGuess.split(["Who? - Aker - Nord", "Who? - Aker - Sør"]))
    #expect(split.question == "Who? - Aker" && split.alters == ["Nord", "Sør"])
    let brackets = try #require(QuestionGuess.split(["Hvor ofte [A]", "Hvor ofte [AB]"]))
    #expect(brackets.question == "Hvor ofte" && brackets.alters == ["A", "AB"])
    #expect(QuestionGuess.split(["Alpha", "Alba"]) == nil)
    #expect(QuestionGuess.split(["A - x", "A - x"]) == nil)
    #expect(QuestionGuess.split([]) == nil)
  }

  @Test(
    "a column without a heading, which no plan can name, is not the one that says who answered",
    arguments: [",member\nx,quest\n", ",member\nx,\n", "a,,member\n1,x,\n2,y,\n"]
  )
  func noHeading(text: String) throws {
    let proposal = try #require(try proposeSurvey(["answers.csv": text]).0)
    let outcome = try importSurvey(proposal.plan, ["answers.csv": text])
    #expect(
      outcome.reading.report.diagnostics.shown.map(\.message) == ["there are no relations"]
    )
  }

  @Test("headings that look like an anchor and its alias make a plan that is read")
  func anchors() throws {
    let (proposal, _, outcome) = try proposed("Name,Whom &e trust *e\nAnn,Bo;Eva\nBo,Ann\n")
    #expect(proposal.plan.contains(#"\x26e"#), "\(proposal.plan)")
    #expect(outcome.reading.region?.ties.count == 3, "\(outcome.places)")
  }

  @Test("of columns with one heading a plan has the first")
  func oneHeadingTwice() throws {
    let text = "navn,Ann,Bo,Ann\nAnn,,2,1\nBo,3,,1\nCy,1,1,1\n"
    let proposal = try #require(try proposeSurvey(["answers.csv": text]).0)
    #expect(proposal.relations.count == 1)
    let roster = String(decoding: proposal.roster, as: UTF8.self)
    let files = ["answers.csv": text, "survey-roster.csv": roster]
    let outcome = try importSurvey(proposal.plan, files)
    #expect(outcome.reading.report.diagnostics.errorCount == 0, "\(outcome.places)")
  }

  @Test(
    "without a question about others the plan says so, and lacks its relations alone",
    arguments: [
      "respondent,member,quest,note\nTown of Sund,Boatyard North,trust,3\nBoatyard North,Town of Sund,trust,2\n",
      // The headings of one row per answer, and no question in any.
      "respondent,member,question,value\nTown of Sund,Boatyard North,,3\n",
    ]
  )
  func noQuestion(text: String) throws {
    let (found, _) = try proposeSurvey(["answers.csv": text])
    let proposal = try #require(found)
    #expect(proposal.relations.isEmpty)
    #expect(
      proposal.remarks.contains(
        "no question that names others was found: write the relations yourself"
      )
    )
    let outcome = try importSurvey(proposal.plan, ["answers.csv": text])
    #expect(outcome.reading.report.diagnostics.errorCount == 1, "\(outcome.places)")
    #expect(outcome.reading.report.diagnostics.shown.first?.message == "there are no relations")
  }

  @Test("patterns find columns and pass over what was written beside a choice")
  func patterns() throws {
    let pattern = try #require(ColumnPattern("Q5_{n}"))
    let columns = pattern.columns([
      "Q5_1", "Q5_2_TEXT", "Q5_", "Q51_3", "Q5_other", "Q5_DO_1", "Q5_x",
    ])
    #expect(columns.map(\.code) == ["1", "x"] && columns.map(\.column) == [0, 6])
    #expect(ColumnPattern("Q5_") == nil && ColumnPattern("{n}_{n}") == nil)
    #expect(ColumnPattern("[{n}]")?.code(in: "[🌊]") == "🌊")
  }

  @Test("times of Microsoft Forms in all countries' ways")
  func times() {
    for time in ["8/20/25 12:51:45", "12.03.2025 09:14:22", "2025-03-12T09:14:22", "45728.39"] {
      #expect(FormsColumns.isTime(time), "\(time)")
    }
    for text in ["12", "Sjøbris 12:30", "anonymous", "", "2025"] {
      #expect(!FormsColumns.isTime(text), "\(text)")
    }
  }

  /// What is proposed for answers, and its outcome when it is taken as it is.
  private func proposed(_ text: String) throws -> (
    proposal: SurveyProposal, reading: ReadingResult, outcome: SurveyImport.Outcome
  ) {
    let (found, reading) = try proposeSurvey(["answers.csv": text])
    let proposal = try #require(found)
    let roster = String(decoding: proposal.roster, as: UTF8.self)
    let files = ["answers.csv": text, "survey-roster.csv": roster]
    return (proposal, reading, try importSurvey(proposal.plan, files))
  }

  private static let forms = "ID,Start time,Completion time,Email,Name,"
  private static let time = "1/5/24 10:00,1/5/24 10:05"

  /// Answers of Microsoft Forms behind the times, and the column that says who answered.
  static let signedIn: [(rows: [String], respondent: String)] = [
    (["a@x.no,Ann,Bob;", "a@x.no,Ann,Cat;", "b@x.no,Bob,Ann;"], "Name"),
    // One choice each, so that the question is no list.
    (["a@x.no,Ann,Bob", "b@x.no,Bob,Cat", "c@x.no,Cat,Ann", "a@x.no,Ann,Dag"], "Name"),
    (["a@x.no,,Bob;", "b@x.no,,Ann;Cat;"], "Email"),
    (["anonymous,,Bob;", "anonymous,,Ann;Cat;"], "ID"),
    (["anonymous,anonymous,Bob;", "anonymous,anonymous,Ann;Cat;"], "ID"),
    (["a@x.no,Ann,Bob;C"], "Name"),
  ]

  @Test("Microsoft Forms: the question about others is not who answered", arguments: signedIn)
  func respondents(rows: [String], respondent: String) throws {
    let lines = rows.enumerated().map { "\($0 + 1),\(Self.time),\($1)\n" }.joined()
    let text = Self.forms + "Who do you cooperate with?\n" + lines
    let proposal = try #require(try proposeSurvey(["answers.csv": text]).proposal)
    #expect(proposal.tool == .forms)
    #expect(proposal.plan.contains("respondent: \"\(respondent)\"\n"))
  }

  @Test("a question of Microsoft Forms that is repeated for few is a relation too")
  func repeatedQuestion() throws {
    let (proposal, _, outcome) = try proposed(
      Self.forms + "Who?,Who?2\n1,\(Self.time),a@x.no,Ann,Bob;,Cat;\n"
        + "2,\(Self.time),b@x.no,Bob,Ann;,\n3,\(Self.time),c@x.no,Cat,Ann;,\n"
    )
    #expect(proposal.relations == ["who", "who_2"])
    #expect(outcome.reading.ties.contains("Ann>Cat who_2 1"))
  }

  @Test("words among numbers: those that are no answer are missing, the others told")
  func wordsAmongNumbers() throws {
    let (proposal, reading, outcome) = try proposed(
      "respondent,member,question,value\nAnn,Bob,trust,vet ikke\nBob,Ann,trust,3\n"
        + "Cat,Ann,trust,5\nCat,Bob,trust,1x\n"
    )
    #expect(proposal.plan.contains("missing: [\"vet ikke\"]\n"))
    #expect(proposal.plan.contains("scale: [0, 5]\n"))
    #expect(reading.places.map { FileName.last($0) } == ["answers.csv:5:15 bad-number"])
    #expect(reading.report.diagnostics.warningCount == 1)
    #expect(outcome.places.contains("answers.csv:5:15 bad-number"))
  }

  @Test("decimal commas are numbers", arguments: ["trust_{n}", "one row per answer"])
  func decimalCommas(layout: String) throws {
    let text =
      layout == "trust_{n}"
      ? "navn;trust_1;trust_2;trust_3\nAnn;;1,5;10,0\nBo;2,5;;3,5\n"
      : "respondent;member;question;value\nÅse;Bo;trust;1,5\nBo;Åse;trust;2,5\nCy;Bo;trust;10,0\n"
    let (proposal, _, outcome) = try proposed(text)
    #expect(proposal.plan.contains("scale: [0, 10]\n"), "\(proposal.plan)")
    let ties = outcome.reading.ties
    for weight in ["1.5", "2.5", "10"] {
      #expect(ties.contains { $0.hasSuffix("trust \(weight)") }, "\(ties)")
    }
  }

  @Test("SurveyXact with few of its columns, and its status is no relation")
  func surveyXact() throws {
    let (proposal, _, outcome) = try proposed(
      "respondent;s_1_1;s_1_2;s_1_3;stat_1;stat_2;closeTime\nAnn;0;1;1;1;0;2024-05-01\n"
        + "Bob;1;0;1;1;0;2024-05-01\nCat;1;;;0;1;\n"
    )
    #expect(proposal.tool == .surveyxact && proposal.relations == ["s_1"])
    #expect(outcome.answers.contains("Cat s_1 no") && outcome.answers.contains("Ann s_1 yes"))
    let table = "respondent;stat_1;stat_2;stat_3\nAnn;1;0;1\nBob;1;0;2\n"
    let other = try #require(try proposeSurvey(["answers.csv": table]).proposal)
    #expect(!other.relations.contains("stat"))
  }
}
