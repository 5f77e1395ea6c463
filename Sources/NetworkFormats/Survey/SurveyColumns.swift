/// The columns of an export that belong together: one question, asked about several alters.
struct ColumnGroup {
  /// A column and what tells it from its sisters.
  struct Member {
    let column: Int
    let code: String
  }

  let pattern: ColumnPattern
  var members: [Member]
}

/// Sorts the columns of an export: what the tool adds, groups of one question, and single questions.
struct SurveyColumns {
  let export: SurveyExport
  /// Columns that the tool adds to every survey.
  let added: Set<Int>
  /// Groups in the order of their first columns.
  let groups: [ColumnGroup]
  /// Columns that are neither added nor in a group.
  let single: [Int]

  init(_ export: SurveyExport) {
    self.export = export
    let headings = export.headings
    let added = Self.addedColumns(export)
    // A plan names a column by its heading: one without, or with that of another before it, is left out.
    func canBeNamed(_ column: Int) -> Bool {
      !headings[column].isEmpty && export.column(headings[column]) == column
    }
    var groups: [ColumnGroup] = []
    var groupOf: [String: Int] = [:]
    for (column, heading) in headings.enumerated()
    where canBeNamed(column) && !added.contains(column) {
      guard let (pattern, code) = Self.parts(heading, export), !ColumnPattern.isAside(code) else {
        continue
      }
      let key = pattern.text
      if let group = groupOf[key] {
        groups[group].members.append(.init(column: column, code: code))
      } else {
        groupOf[key] = groups.count
        groups.append(ColumnGroup(pattern: pattern, members: [.init(column: column, code: code)]))
      }
    }
    groups.removeAll { $0.members.count < 2 }
    let taken = Set(groups.flatMap { $0.members.map(\.column) })
    let prefixes = Set(groups.map(\.pattern.prefix))
    self.added = added
    self.groups = groups
    single = headings.indices.filter { column in
      guard canBeNamed(column), !added.contains(column), !taken.contains(column) else {
        return false
      }
      // The text column beside the options of a multiple choice says the same again.
      return !prefixes.contains(headings[column] + "/")
    }
  }

  // MARK: One heading

  /// A heading as a pattern and a code, where it looks like one of several.
  private static func parts(
    _ heading: String,
    _ export: SurveyExport
  ) -> (pattern: ColumnPattern, code: String)? {
    if heading.hasSuffix("]"), let open = heading.lastIndex(of: "[") {
      let code = heading[heading.index(after: open)...].dropLast()
      return made(heading[...open], "]", code)
    }
    if export.tool == .kobo, let slash = heading.lastIndex(of: "/") {
      let parent = heading[..<slash]
      if export.column(String(parent)) != nil || isOptions(heading, export) {
        return made(heading[...slash], "", heading[heading.index(after: slash)...])
      }
    }
    if let bar = heading.lastIndex(of: "_") {
      let code = heading[heading.index(after: bar)...]
      if isCode(code), !isQuestionNumber(heading[..<bar], code, export.tool) {
        return made(heading[...bar], "", code)
      }
    }
    let digits = heading.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, digits <= 3 else { return nil }
    let prefix = heading.dropLast(digits)
    let hasSpace = prefix.hasSuffix(" ")
    switch export.tool {
    case .forms: guard hasSpace else { return nil }
    case .kobo, .table, .long: guard hasSpace || prefix.count >= 3 else { return nil }
    case .qualtrics, .limesurvey, .surveyxact: return nil
    }
    return prefix.contains { $0.isLetter } ? made(prefix, "", heading.suffix(digits)) : nil
  }

  private static func made(
    _ prefix: Substring,
    _ suffix: String,
    _ code: Substring
  ) -> (ColumnPattern, String)? {
    guard !prefix.isEmpty, !code.isEmpty,
      let pattern = ColumnPattern(prefix + ColumnPattern.placeholder + suffix)
    else { return nil }
    return (pattern, String(code))
  }

  /// Digits, or letters and digits such as SQ002.
  static func isCode(_ code: some StringProtocol) -> Bool {
    code.utf8.count <= 8 && code.utf8.contains { (0x30...0x39).contains($0) }
      && code.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
      }
  }

  /// `s_4` of SurveyXact is question 4, not part 4 of something.
  private static func isQuestionNumber(
    _ prefix: Substring,
    _ code: Substring,
    _ tool: SurveyTool
  ) -> Bool {
    tool == .surveyxact && !prefix.contains("_")
  }

  /// Whether a column holds nothing but chosen and not chosen.
  private static func isOptions(_ heading: String, _ export: SurveyExport) -> Bool {
    guard let column = export.column(heading) else { return false }
    let texts = export.texts(column)
    return !texts.isEmpty
      && texts.allSatisfy { ["0", "1", "true", "false"].contains($0.lowercased()) }
  }

  // MARK: What tools add

  private static func addedColumns(_ export: SurveyExport) -> Set<Int> {
    let headings = export.headings
    var added: Set<Int> = []
    if export.tool == .forms, let forms = FormsColumns(export.sheet) {
      added.formUnion(0..<forms.firstQuestion)
    }
    for (column, heading) in headings.enumerated() {
      let key = HeadingKey.key(heading)
      let isAdded =
        switch export.tool {
        case .forms:
          heading.hasPrefix("Points - ") || heading.hasPrefix("Feedback - ")
            || ["total_points", "quiz_feedback"].contains(key)
        case .qualtrics: qualtrics.contains(key)
        case .limesurvey:
          limeSurvey.contains(key) || key.hasPrefix("grouptime") || key.hasPrefix("questiontime")
        case .kobo:
          key.hasPrefix("_") || key.hasPrefix("meta/") || key.hasPrefix("formhub/")
            || kobo.contains(key)
        case .surveyxact:
          surveyXact.contains(key) || key.hasPrefix("stat") || key.hasPrefix("digitaldistribution")
        case .long, .table: SurveyRecognition.isStatus(key)
        }
      if isAdded { added.insert(column) }
    }
    return added
  }

  private static let qualtrics: Set<String> = [
    "startdate", "enddate", "status", "ipaddress", "progress", "duration_(in_seconds)", "finished",
    "recordeddate", "responseid", "recipientlastname", "recipientfirstname", "recipientemail",
    "externalreference", "externaldatareference", "locationlatitude", "locationlongitude",
    "distributionchannel", "userlanguage",
  ]
  private static let limeSurvey: Set<String> = [
    "id", "response_id", "submitdate", "date_submitted", "lastpage", "last_page", "startlanguage",
    "start_language", "seed", "token", "access_code", "startdate", "date_started", "datestamp",
    "date_last_action", "ipaddr", "ip_address", "refurl", "referrer_url", "firstname", "first_name",
    "lastname", "last_name", "email", "email_address", "interviewtime", "total_time", "svar_id",
    "dato_sendt", "siste_side", "startspråk", "tilgangskode",
  ]
  private static let kobo: Set<String> = [
    "start", "end", "today", "deviceid", "username", "phonenumber", "simserial", "subscriberid",
    "audit", "version",
  ]
  private static let surveyXact: Set<String> = [
    "survey", "respondentid", "organization", "created", "modified", "closetime", "starttime",
    "difftime", "responsecollectsessions", "numberofreturnedmail", "importgroup",
    "distributionschedule", "email", "respondentkey", "respondentlink",
  ]
}
