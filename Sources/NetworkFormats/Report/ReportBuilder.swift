/// The report while it grows; one per reading, shared by everything that reads.
final class ReportBuilder {
  var report = ReadingReport()

  init(_ options: ReadingOptions) {
    report.diagnostics = Diagnostics(limit: options.shownProblems)
  }

  var hasErrors: Bool { report.diagnostics.hasErrors }

  func add(_ diagnostic: Diagnostic) { report.diagnostics.add(diagnostic) }

  /// An error whose text is only made where it will be kept.
  func error(_ make: () -> Diagnostic) { report.diagnostics.add(.error, make) }

  func assume(_ file: String?, _ subject: Assumption.Subject, _ text: String) {
    let assumption = Assumption(file: file, subject: subject, text: text)
    if !report.assumptions.contains(assumption) { report.assumptions.append(assumption) }
  }
}
