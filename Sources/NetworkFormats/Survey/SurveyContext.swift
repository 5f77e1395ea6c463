import Yams

/// What all steps of an import share: the plan, the exports, and where problems go.
struct SurveyContext {
  let plan: SurveyPlan
  /// `survey.yaml`.
  let document: YAMLDocument
  /// The exports with a row per respondent, or per answer.
  let exports: [SurveyExport]
  /// Repeated groups, each with the number of the export whose rows its rows belong to.
  let repeats: [(export: SurveyExport, main: Int)]
  let reading: RegionReading

  var builder: ReportBuilder { reading.builder }

  /// Reports an error at a key of `survey.yaml`.
  ///
  /// - Parameter hint: only looked for where it will be shown.
  func fail(
    _ code: DiagnosticCode,
    _ message: String,
    hint: @autoclosure () -> String?,
    at key: String
  ) {
    let document = document
    builder.error {
      let advice = hint()
      guard let node = plan.nodes[key] else {
        return Diagnostic(
          code,
          message,
          hint: advice,
          severity: .error,
          location: SourceLocation(file: document.source.name)
        )
      }
      return document.diagnostic(code, message, hint: advice, severity: .error, at: node)
    }
  }

  /// The column under a heading that the plan names; a heading that is not there, or there twice, is
  /// reported at the key that names it.
  func column(_ heading: String, in export: SurveyExport, for key: String) -> Int? {
    guard let column = export.find(heading) else {
      fail(
        .unknownColumn,
        "\(export.sheet.file) has no column \(SafeText.quoted(heading))",
        hint: hint(for: heading, in: export.headings),
        at: key
      )
      return nil
    }
    if export.headings[(column + 1)...].contains(export.headings[column]) {
      fail(
        .duplicateColumn,
        "\(export.sheet.file) has the column \(SafeText.quoted(heading)) twice",
        hint: "give each its own heading",
        at: key
      )
    }
    return column
  }

  func hint(for heading: String, in headings: [String]) -> String {
    if let near = Suggestion.nearest(to: heading, among: headings) {
      return "did you mean \(SafeText.quoted(near))?"
    }
    let shown = headings.prefix(8).map { SafeText.quoted($0) }.joined(separator: ", ")
    return "its columns are \(shown)" + (headings.count > 8 ? ", …" : "")
  }
}

/// How often something was met, and where first.
struct FirstMet {
  private(set) var count = 0
  private(set) var first: (sheet: SurveySheet, row: Int, column: Int)?

  mutating func add(_ sheet: SurveySheet, _ row: Int, _ column: Int) {
    if first == nil { first = (sheet, row, column) }
    count += 1
  }

  /// Tells of it at the first place, where there is any.
  func tell(
    _ code: DiagnosticCode,
    _ builder: ReportBuilder,
    hint: String?,
    _ text: (Int) -> String
  ) {
    guard let first else { return }
    let message = text(count)
    builder.report.diagnostics.add(code.severity) {
      first.sheet.diagnostic(code, message, hint: hint, row: first.row, column: first.column)
    }
  }
}
