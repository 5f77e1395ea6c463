import Testing

@testable import NetworkFormats

@Suite("survey.yaml")
struct SurveyPlanTests {
  private let answers = "who,friends,Q1_1,Q1_2,Q1_9\nann,bo;cy,1,2,\nbo,,x,,\n"

  /// The places and the hints of the problems of a plan.
  private func problems(
    _ plan: String,
    roster: String = "id,code\nann,1\nbo,2\n"
  ) throws -> [(place: String, hint: String)] {
    let outcome = try importSurvey(plan, ["answers.csv": answers, "roster.csv": roster])
    #expect(outcome.reading.region == nil)
    return zip(outcome.places, outcome.reading.report.diagnostics.shown).map { ($0, $1.hint ?? "") }
  }

  private static let end = "relations:\n  t:\n    list: friends\n"

  /// A plan with one mistake, where it is told and what is said to be done; an empty hint is not looked at.
  struct Mistake: Sendable {
    let plan: String
    let place: String
    var hint = ""
  }

  static let mistakes: [Mistake] = [
    Mistake(
      plan: "respondant: who\n" + end,
      place: "survey.yaml:1:1 unknown-key",
      hint: "did you mean \"respondent\"?"
    ),
    Mistake(
      plan: "respondent: whom\n" + end,
      place: "survey.yaml:1:13 unknown-column",
      hint: "did you mean \"who\"?"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    colums: \"Q1_{n}\"\n",
      place: "survey.yaml:4:5 unknown-key",
      hint: "did you mean \"columns\"?"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    columns: \"Q1_\"\n",
      place: "survey.yaml:4:14 bad-pattern",
      hint: "such as \"Q7_{n}\" for Q7_1, Q7_2, …"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    list: freinds\n",
      place: "survey.yaml:4:11 unknown-column",
      hint: "did you mean \"friends\"?"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    list: friends\n    columns: \"Q1_{n}\"\n",
      place: "survey.yaml:5:5 inconsistent",
      hint: "ask about each relation in one way"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    list: friends\n    alters: {a: b}\n",
      place: "survey.yaml:5:13 inconsistent"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t: {kind: trust}\n",
      place: "survey.yaml:3:3 missing-value",
      hint: "one of columns, list, names, question and repeat"
    ),
    Mistake(
      plan: "respondent: who\nwave: a\nwave_column: b\n" + end,
      place: "survey.yaml:3:1 inconsistent",
      hint: "wave: one name for all; wave_column: a column says it; waves: one name per export"
    ),
    Mistake(
      plan: "respondent: who\nwaves: {anwsers.csv: \"1\"}\n" + end,
      place: "survey.yaml:2:8 unknown-wave",
      hint: "did you mean \"anwsers.csv\" to be it?"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    list: friends\n    scale: {x: much}\n",
      place: "survey.yaml:5:16 bad-number"
    ),
    Mistake(
      plan: "respondent: who\nrelations:\n  t:\n    list: friends\n    kind: trustt\n",
      place: "survey.yaml:5:11 bad-choice",
      hint:
        "did you mean \"trust\"? it can be trust, knowledge, collaboration, advice, formal, friendship, distance, other"
    ),
    Mistake(
      plan: "respondent: [who\n",
      place: "survey.yaml:2:1 bad-yaml"
    ),
    Mistake(
      plan: "respondent: who\nrespondent: who\n" + end,
      place: "survey.yaml:2:1 duplicate-key",
      hint: "keep one of the two"
    ),
    Mistake(
      plan: "- who\n",
      place: "survey.yaml:1:1 wrong-kind",
      hint: "such as \"respondent: Q1\""
    ),
    Mistake(
      plan: "respondent: !!python/object who\n" + end,
      place: "survey.yaml:1:13 bad-yaml",
      hint: "leave out the word that begins with \"!\", or put the text between quotes"
    ),
    Mistake(
      plan: "respondent: who\0\0\0\n" + end,
      place: "survey.yaml:1 binary-file",
      hint: "write survey.yaml as text (UTF-8)"
    ),
    Mistake(
      plan: "a: &a [x]\nb: *a\nrespondent: who\n" + end,
      place: "survey.yaml:2:4 bad-yaml",
      hint: "write the text out where it is used"
    ),
    Mistake(
      plan: "",
      place: "survey.yaml empty-file"
    ),
    Mistake(
      plan: "# nothing\n",
      place: "survey.yaml empty-file",
      hint: "`samspill survey init EXPORT` writes one"
    ),
  ]

  @Test("mistakes are told with line, column and what to do", arguments: mistakes)
  func told(mistake: Mistake) throws {
    let found = try problems(mistake.plan)
    let first = try #require(found.first { $0.place == mistake.place }, "\(found)")
    if !mistake.hint.isEmpty { #expect(first.hint == mistake.hint) }
  }

  @Test("answers that are not on the scale, at their cells")
  func answersOffScale() throws {
    let plan = "respondent: who\nroster: roster.csv\nrelations:\n  t:\n    columns: \"Q1_{n}\"\n"
    #expect(
      try problems(plan + "    scale: [1, 5]\n").map(\.place)
        == ["answers.csv:2:1 loops", "answers.csv:3:5 bad-number"]
    )
    #expect(
      try problems(plan + "    scale: {X: 1, \"1\": 2}\n").map(\.place)
        == ["answers.csv:2:1 loops", "answers.csv:2:13 unknown-answer"]
    )
    #expect(
      try problems(plan + "    scale: [2, 5]\nno_tie: [x]\n").map(\.place)
        == ["answers.csv:2:11 out-of-scale"]
    )
  }

  @Test("a code that nobody has is an error where its column has answers")
  func codes() throws {
    let plan = "respondent: who\nroster: roster.csv\nrelations: {t: {columns: \"Q1_{n}\"}}\n"
    #expect(
      try problems(plan, roster: "id,code\nann,1\nbo,\n").map(\.place)
        == [
          "answers.csv:1:18 unknown-alter", "answers.csv:2:1 loops", "answers.csv:3:5 bad-number",
        ]
    )
  }

  @Test("a roster with one name for two, an unknown parent, an unknown word")
  func rosters() throws {
    let plan = "respondent: who\nroster: roster.csv\n" + Self.end
    #expect(
      try problems(plan, roster: "id,label,aliases\na,Ann,\nb,Bo,x|Ann\n").map(\.place)
        == ["roster.csv:3:8 ambiguous-name"]
    )
    #expect(
      try problems(plan, roster: "id,parent\nann,nobody\nbo,\ncy,\n").map(\.place)
        == ["roster.csv:2:5 unknown-actor"]
    )
    #expect(
      try problems(plan, roster: "id,asked\nann,perhaps\n").map(\.place)
        == ["roster.csv:2:5 bad-choice"]
    )
    #expect(
      try problems(plan, roster: "id,code\nann,1\nbo,1\n").map(\.place)
        == ["roster.csv:3:4 ambiguous-name"]
    )
    #expect(
      try problems(plan, roster: "id\nann\nann\nbo\ncy\n").map(\.place)
        == ["roster.csv:3:1 duplicate-id"]
    )
  }

  @Test("an actor in a circle of parents is refused with its place")
  func circles() throws {
    let plan = "respondent: who\nroster: roster.csv\n" + Self.end
    #expect(
      try problems(plan, roster: "id,parent\nann,bo\nbo,ann\ncy,\n").map(\.place)
        == ["roster.csv:3:4 cycle"]
    )
  }

  @Test(
    "without a scale a word is a mark among words, and a slip among numbers",
    arguments: [
      (["vet ikke", "3", "5", "1x"], ["answers.csv:2:6", "answers.csv:5:6"]),
      (["nan", "1"], ["answers.csv:2:6"]), (["x", "x", "1"], []), (["x", "0", "0"], []),
    ]
  )
  func wordsAmongNumbers(values: [String], places: [String]) throws {
    let rows = values.enumerated().map { "p\($0),q,\($1)\n" }.joined()
    let outcome = try importSurvey(
      "respondent: respondent\nmember: member\nvalue: value\nrelations: {t: {question: ~}}\n",
      ["answers.csv": "respondent,member,value\n" + rows]
    )
    #expect(outcome.places == places.map { $0 + " bad-number" })
    #expect((outcome.reading.region == nil) == !places.isEmpty)
  }
}
