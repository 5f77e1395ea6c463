import GraphvizRenderer
import NetworkFormats
import RegionReport

/// What reports of `report` and `demo` have in common.
enum RegionPage {
  /// What a report says of its input and its making.
  static func options(
    of session: Session,
    _ reading: ReadingReport,
    _ path: String,
    _ language: ReportLanguage
  ) -> ReportOptions {
    var options = ReportOptions()
    options.language = language
    options.seed = session.seed
    options.inputName = path == "-" ? nil : path.split(separator: "/").last.map(String.init)
    options.inputHash = reading.sha256
    options.program = "samspill \(Version.text)"
    options.graphvizVersion = GraphvizRenderer.libraryVersion() ?? ""
    options.remarks = reading.assumptions.map { assumption in
      (assumption.file.map { "\($0): " } ?? "") + assumption.text
    }
    return options
  }
}
