/// The roster that `survey init` writes: alters of closed questions, then respondents that are none of them.
struct RosterProposal {
  private struct Row {
    let name: String
    var codes: [String] = []
    var email: String?
    var suggestion: String?
  }

  private var rows: [Row] = []
  private var rowOf: [String: Int] = [:]
  private var nameOfCode: [String: String] = [:]
  private(set) var similar: [(String, String)] = []
  private(set) var remarks: [String] = []
  private var addresses = 0

  var count: Int { rows.count }

  /// Different texts in the order met.
  static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert(SurveyRoster.key($0)).inserted }
  }

  /// Whether the code stands for nobody else yet.
  func accepts(code: String, for name: String) -> Bool {
    nameOfCode[code].map { $0 == SurveyRoster.key(name) } ?? true
  }

  /// Whether another question told who the code stands for.
  func isNamed(code: String) -> Bool {
    nameOfCode[code].map { $0 != SurveyRoster.key(code) } ?? false
  }

  mutating func addAlter(_ name: String, code: String?) {
    let row = row(of: name)
    guard let row, let code, code != name, !rows[row].codes.contains(code) else { return }
    rows[row].codes.append(code)
    nameOfCode[code] = SurveyRoster.key(name)
  }

  /// Adds somebody of whom only the code is known, unless another question told who that is.
  mutating func addCode(_ code: String) {
    guard rowOf[code] == nil, nameOfCode[code] == nil, let row = row(of: code) else { return }
    rows[row].codes = [code]
    nameOfCode[code] = SurveyRoster.key(code)
    rows[row].suggestion =
      "who is this? write the name as label; or move the code to the row of its actor and delete this one"
  }

  mutating func addRespondent(_ name: String) {
    let isNew = rowOf[SurveyRoster.key(name)] == nil
    guard let row = row(of: name), isNew, name.contains("@") else { return }
    rows[row].email = name
    rows[row].suggestion = "move the address to the column email of the actor it answers for"
    addresses += 1
  }

  private mutating func row(of name: String) -> Int? {
    let key = SurveyRoster.key(name)
    guard !key.isEmpty else { return nil }
    if let row = rowOf[key] { return row }
    rowOf[key] = rows.count
    rows.append(Row(name: key))
    return rows.count - 1
  }

  /// Looks for names that may be one.
  mutating func finish() {
    for pair in SimilarNames.pairs(of: rows.map(\.name)) {
      let (one, other) = (rows[pair.first].name, rows[pair.second].name)
      similar.append((one, other))
      rows[pair.second].suggestion =
        "same as \(one)? then delete this row and add the name to its aliases"
    }
    if addresses > 0 {
      remarks.append(
        "\(addresses) of those who answered are known by address only: the roster says whom they answer for in its column email"
      )
    }
  }

  /// The file.
  func bytes() -> [UInt8] {
    var csv = CSVWriter()
    for heading in ["id", "label", "type", "code", "aliases", "email", "asked", "suggestion"] {
      csv.cell(heading)
    }
    csv.endRow()
    for row in rows {
      csv.cell(row.name)
      csv.cell("")
      csv.cell("")
      csv.cell(ListCell.join(row.codes))
      csv.cell("")
      csv.cell(row.email ?? "")
      csv.cell("yes")
      csv.cell(row.suggestion ?? "")
      csv.endRow()
    }
    return csv.take()
  }
}
