/// Finds out which tool a survey export comes from, and which of its rows hold what.
enum SurveyRecognition {
  /// A heading that tells a tool, for the search for the separator.
  static func isKnownHeading(_ heading: String) -> Bool {
    let key = HeadingKey.key(heading)
    return known.contains(key) || isStatus(key) || key.hasPrefix("s_")
  }

  /// Whether a key is that of a column in which SurveyXact says how far somebody came, such as `statoverall_4`; some
  /// exports have `stat_4`.
  static func isStatus(_ key: String) -> Bool {
    guard let bar = key.lastIndex(of: "_") else { return false }
    let number = key[key.index(after: bar)...]
    return ["stat", "statoverall", "statcollect", "statdistribution", "statinternal"]
      .contains(String(key[..<bar])) && !number.isEmpty
      && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static let known: Set<String> = Set(
    limeSurvey + kobo + surveyXact + qualtrics + formsHeadings + [
      "respondent", "member", "question",
    ]
      + ["id", "label", "value", "variablename"]
  )

  private static let limeSurvey = [
    "submitdate", "lastpage", "startlanguage", "seed", "date_submitted", "last_page",
    "start_language", "dato_sendt", "siste_side", "startspråk",
  ]
  private static let kobo = [
    "_id", "_uuid", "_index", "_submission_time", "_validation_status", "_parent_index",
    "_parent_table_name", "__version__",
  ]
  private static let surveyXact = [
    "respondentid", "closetime", "starttime", "difftime", "statoverall_1", "statoverall_4",
    "statcollect_1", "statdistribution_1", "statinternal_1", "responsecollectsessions",
    "distributionschedule", "created", "modified",
  ]
  private static let qualtrics = [
    "startdate", "enddate", "responseid", "recordeddate", "finished", "progress",
    "distributionchannel", "userlanguage",
  ]
  private static let formsHeadings = [
    "start_time", "completion_time", "email", "name", "last_modified_time", "starttidspunkt",
    "fullføringstidspunkt", "e_post", "navn", "klokkeslett_for_start",
  ]

  /// The export that a sheet is, or nil where it is empty.
  static func export(_ sheet: SurveySheet) -> SurveyExport? {
    guard let headings = sheet.rows.first else { return nil }
    let keys = headings.map(HeadingKey.key)
    func has(_ names: [String], atLeast count: Int) -> Bool {
      names.count(where: keys.contains) >= count
    }
    if let export = qualtricsExport(sheet, keys) { return export }
    let tool: SurveyTool =
      if has(limeSurvey, atLeast: 2) {
        .limesurvey
      } else if keys.contains("_parent_index") || has(kobo, atLeast: 2) {
        .kobo
      } else if has(surveyXact, atLeast: 3) || isSurveyXact(keys) {
        .surveyxact
      } else if LongColumns(headings: headings) != nil {
        .long
      } else if FormsColumns(sheet) != nil {
        .forms
      } else {
        .table
      }
    return SurveyExport(sheet: sheet, tool: tool, wordings: [], firstRow: 1)
  }

  /// Whether the headings are those of SurveyXact, though most of what it adds was left out: a status or the end beside
  /// questions called `s_1`, or a status beside the respondent's number.
  private static func isSurveyXact(_ keys: [String]) -> Bool {
    let hasStatus = keys.contains(where: isStatus)
    return (hasStatus && keys.contains("respondentid"))
      || ((hasStatus || keys.contains("closetime")) && keys.contains { $0.hasPrefix("s_") })
  }

  /// Names, wording and ImportId; files with one of the two lower rows taken out are known too.
  private static func qualtricsExport(_ sheet: SurveySheet, _ keys: [String]) -> SurveyExport? {
    let rows = sheet.rows
    for row in 1..<min(3, max(1, rows.count))
    where rows[row].contains(where: { $0.hasPrefix("{\"ImportId\"") || $0.hasPrefix("{'ImportId'") }
    ) {
      return SurveyExport(
        sheet: sheet,
        tool: .qualtrics,
        wordings: row == 2 ? rows[1] : [],
        firstRow: row + 1
      )
    }
    guard keys.contains("responseid") || keys.contains("recordeddate"), keys.contains("startdate")
    else { return nil }
    let start = keys.firstIndex(of: "startdate") ?? 0
    // A date has digits, the wording of its column has none.
    let hasWording = rows.count > 1 && !rows[1][start].utf8.contains { (0x30...0x39).contains($0) }
    return SurveyExport(
      sheet: sheet,
      tool: .qualtrics,
      wordings: hasWording ? rows[1] : [],
      firstRow: hasWording ? 2 : 1
    )
  }
}

/// A survey export whose rows are known.
struct SurveyExport {
  let sheet: SurveySheet
  let tool: SurveyTool
  /// What people read above each column, where the export has it beside the headings.
  let wordings: [String]
  /// The first row with answers.
  let firstRow: Int
  private let columnOf: [String: Int]
  private let columnOfKey: [String: Int]

  init(sheet: SurveySheet, tool: SurveyTool, wordings: [String], firstRow: Int) {
    self.sheet = sheet
    self.tool = tool
    self.wordings = wordings
    self.firstRow = firstRow
    let headings = sheet.rows[0].enumerated().map { ($0.element, $0.offset) }
    columnOf = Dictionary(headings, uniquingKeysWith: { first, _ in first })
    columnOfKey = Dictionary(
      headings.map { (SurveyRoster.key($0.0), $0.1) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  var headings: [String] { sheet.rows[0] }
  /// The rows with answers.
  var answers: Range<Int> { min(firstRow, sheet.rows.count)..<sheet.rows.count }
  /// Whether its rows belong to rows of another sheet (a repeated group of KoboToolbox).
  var isRepeat: Bool { column("_parent_index") != nil }

  /// The first column under a heading.
  func column(_ heading: String) -> Int? { columnOf[heading] }

  /// The first column under a heading with the same text, else under one where only spaces in a row differ.
  func find(_ heading: String) -> Int? {
    columnOf[heading] ?? columnOfKey[SurveyRoster.key(heading)]
  }

  /// What people read above a column: its wording, else its heading.
  func wording(_ column: Int) -> String {
    column < wordings.count && !wordings[column].isEmpty ? wordings[column] : headings[column]
  }

  /// The texts of a column that are not empty.
  func texts(_ column: Int) -> [String] {
    answers.compactMap { row in
      let text = sheet.rows[row][column]
      return text.isEmpty ? nil : text
    }
  }
}

/// The columns of a table with one row per answer.
struct LongColumns: Equatable {
  var respondent: String
  var member: String
  var question: String?
  var value: String?

  init(respondent: String, member: String, question: String?, value: String?) {
    self.respondent = respondent
    self.member = member
    self.question = question
    self.value = value
  }

  private static let respondents = [
    "respondent", "respondent_id", "respondent_name", "svarer", "ego",
  ]
  private static let members = [
    "member", "partner", "alter", "organisation", "organization", "partner_name", "medlem",
    "organisasjon",
  ]
  private static let questions = [
    "question", "relation", "item", "spørsmål", "sporsmal", "relasjon",
  ]
  private static let values = ["value", "answer", "score", "response", "verdi", "svar"]

  /// The four columns where the headings name respondent and member and at least one of the others.
  init?(headings: [String]) {
    func find(_ names: [String]) -> String? {
      headings.first { names.contains(HeadingKey.key($0)) }
    }
    guard headings.count <= 20, let respondent = find(Self.respondents),
      let member = find(Self.members)
    else { return nil }
    self.init(
      respondent: respondent,
      member: member,
      question: find(Self.questions),
      value: find(Self.values)
    )
    if question == nil && value == nil { return nil }
  }
}

/// The first columns of Microsoft Forms, which are in the language of whoever exports them: a number, two
/// times, an address or "anonymous", a name, then perhaps the time of the last change.
struct FormsColumns {
  /// The first column with an answer.
  let firstQuestion: Int

  init?(_ sheet: SurveySheet) {
    guard let headings = sheet.rows.first, headings.count >= 6 else { return nil }
    let rows = sheet.rows.dropFirst()
    let sample = rows.prefix(200)
    func all(_ column: Int, _ test: (String) -> Bool) -> Bool {
      sample.allSatisfy { test($0[column]) }
    }
    let isEnglish =
      headings.prefix(5).map(HeadingKey.key) == [
        "id", "start_time", "completion_time", "email", "name",
      ]
    if sample.isEmpty {
      guard isEnglish else { return nil }
    } else {
      guard
        isEnglish
          || all(0, { Int($0) != nil }) && all(1, Self.isTime) && all(2, Self.isTime)
            && all(3, { $0.isEmpty || $0.contains("@") || Int($0) == nil })
      else { return nil }
    }
    let sixth = HeadingKey.key(headings[5])
    let isChange =
      ["last_modified_time", "sist_endret", "tidspunkt_for_siste_endring"].contains(sixth)
      || (!sample.isEmpty && all(5, { $0.isEmpty || Self.isTime($0) })
        && (sixth.contains("time") || sixth.contains("tid") || sixth.contains("endr")))
    firstQuestion = isChange ? 6 : 5
  }

  /// Whether a text is a date with a time of day, in any order and with any marks: digits, at least one colon, at least
  /// two other marks; or a number of days as workbooks keep them.
  static func isTime(_ text: String) -> Bool {
    var digits = 0
    var colons = 0
    var marks = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x3a: colons += 1
      case 0x2f, 0x2e, 0x2d, 0x2c: marks += 1
      case 0x20, 0x41, 0x50, 0x4d, 0x54, 0x5a, 0x61, 0x6d, 0x70, 0x80...0xff: break
      default: return false
      }
    }
    if colons == 0 { return digits >= 5 && marks <= 1 && CellValue.number(text) ?? 0 > 30_000 }
    return digits >= 6 && marks >= 2
  }
}
