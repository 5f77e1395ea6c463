import LearningRegion
import SafeFiles

/// Survey exports to regions: ``propose(_:)`` writes down how an export can be read, ``ties(_:plan:options:)``
/// reads it that way.
public enum SurveyImport {
  /// What the caller decides about the names in answers.
  public struct Options: Sendable {
    /// What becomes of the nearest names of the roster.
    public enum Suggestions: Sendable {
      /// They are told, and that is all.
      case tell
      /// They are taken for what was meant.
      case accept
    }

    /// What becomes of suggestions.
    public var suggestions: Suggestions
    /// A CSV file of names with the columns `name` and `actor`; nil for the one that the plan names.
    public var names: String?
    /// The largest file read, in bytes.
    public var largestFile: Int

    /// The usual options: suggestions are told.
    public init(
      suggestions: Suggestions = .tell,
      names: String? = nil,
      largestFile: Int = 1 << 30
    ) {
      self.suggestions = suggestions
      self.names = names
      self.largestFile = largestFile
    }
  }

  /// A region, or why there is none, and the names that the roster does not have.
  public struct Outcome: Sendable {
    /// The region, problems and assumptions.
    public let reading: ReadingResult
    /// Names in answers that the roster does not have, in the order met.
    public let unmatched: [UnmatchedName]
  }

  /// Reads exports as a plan (`survey.yaml`) says.
  ///
  /// Files that the plan names are looked for beside it.
  ///
  /// - Throws: `FileError` where a file is missing or unreadable. Everything that is wrong with contents is in the report.
  public static func ties(
    _ exports: [String],
    plan planPath: String,
    options: Options = Options()
  ) throws(FileError) -> Outcome {
    let reading = RegionReading(ReadingOptions(largestFile: options.largestFile))
    var files = SurveyFiles(reading.builder, limit: options.largestFile)
    guard let source = try files.yaml(planPath),
      let plan = SurveyPlanReader.read(source, reading.builder)
    else { return files.outcome(nil, []) }
    let folder = FileName.folder(planPath)
    var roster = SurveyRoster()
    if let path = plan.roster {
      guard let text = try files.text(FileName.beside(folder, path)) else {
        return files.outcome(nil, [])
      }
      roster = SurveyRoster.read(text, into: reading)
    }
    var mapping: [String: String?] = [:]
    if let path = options.names ?? plan.names.map({ FileName.beside(folder, $0) }) {
      guard let text = try files.text(path) else { return files.outcome(nil, []) }
      mapping = NameMapping.read(text, reading.builder)
    }
    let sheets = try files.exports(exports)
    guard !reading.builder.hasErrors else { return files.outcome(nil, []) }
    let (region, unmatched) = region(
      sheets,
      plan,
      YAMLDocument(source: source),
      SurveyNames(
        reading,
        roster,
        mapping: mapping,
        acceptsSuggestions: options.suggestions == .accept
      ),
      roster,
      reading
    )
    return files.outcome(region, unmatched)
  }

  /// Makes a region of exports whose rows are known.
  static func region(
    _ sheets: [SurveyExport],
    _ plan: SurveyPlan,
    _ document: YAMLDocument,
    _ names: SurveyNames,
    _ roster: SurveyRoster,
    _ reading: RegionReading
  ) -> (region: Region?, unmatched: [UnmatchedName]) {
    let split = SurveyFiles.split(sheets)
    guard !split.exports.isEmpty else {
      reading.builder.add(SurveyFiles.groupAlone)
      return (nil, [])
    }
    let context = SurveyContext(
      plan: plan,
      document: document,
      exports: split.exports,
      repeats: split.repeats,
      reading: reading
    )
    var importer = SurveyImporter(context, roster, names)
    return importer.run()
  }

  /// What an export looks like and how it can be read.
  ///
  /// - Throws: `FileError` where a file is missing or unreadable.
  public static func propose(
    _ exports: [String],
    rosterName: String,
    largestFile: Int = 1 << 30
  ) throws(FileError) -> (proposal: SurveyProposal?, reading: ReadingResult) {
    let reading = RegionReading(ReadingOptions(largestFile: largestFile))
    var files = SurveyFiles(reading.builder, limit: largestFile)
    let sheets = try files.exports(exports)
    guard !reading.builder.hasErrors else { return (nil, files.outcome(nil, []).reading) }
    let proposal = SurveyProposer(sheets, rosterName: rosterName, reading.builder).proposal()
    return (proposal, files.outcome(nil, []).reading)
  }
}

/// The files of a survey, kept while their texts are in use.
struct SurveyFiles {
  private let builder: ReportBuilder
  private let limit: Int
  private var files: [InputFile] = []

  init(_ builder: ReportBuilder, limit: Int) {
    self.builder = builder
    self.limit = limit
  }

  /// The text of a file, or nil after the problem was reported.
  mutating func text(_ path: String) throws(FileError) -> SourceText? {
    let input = try input(path)
    return text(input, path)
  }

  /// The text of a plan, or nil after the problem was reported.
  mutating func yaml(_ path: String) throws(FileError) -> SourceText? {
    let input = try input(path)
    return input.bytes.isEmpty ? text(input, path) : YAMLDocument.text(input, path, builder)
  }

  private mutating func input(_ path: String) throws(FileError) -> InputBytes {
    let input = try InputBytes(path: path, limit: limit)
    files.append(InputFile(name: path, hash: input.hash))
    return input
  }

  private func text(_ input: InputBytes, _ path: String) -> SourceText? {
    guard !input.bytes.isEmpty else {
      builder.add(
        Diagnostic(.emptyFile, "the file is empty", location: SourceLocation(file: path))
      )
      return nil
    }
    return input.text(path, builder)
  }

  /// All exports whose rows are known; what is wrong with the others is reported.
  mutating func exports(_ paths: [String]) throws(FileError) -> [SurveyExport] {
    var exports: [SurveyExport] = []
    for path in paths {
      guard let sheets = try sheets(path) else { continue }
      let found = sheets.compactMap(SurveyRecognition.export).filter { !$0.answers.isEmpty }
      guard let first = found.first else {
        let isEmpty = sheets.allSatisfy(\.rows.isEmpty)
        builder.add(
          Diagnostic(
            .emptySurvey,
            isEmpty ? "the file is empty" : "the export has headings and no answers",
            hint: "has anybody answered yet?",
            severity: .error,
            location: SourceLocation(file: path)
          )
        )
        continue
      }
      builder.assume(path, .format, first.tool.title)
      exports += SurveyWorkbook.belonging(found, path, builder)
    }
    return exports
  }

  /// The tables of a file; nil after a problem was reported.
  private mutating func sheets(_ path: String) throws(FileError) -> [SurveySheet]? {
    let input = try input(path)
    if let sheets = SurveyWorkbook.sheets(input, path, builder) {
      return builder.hasErrors ? nil : sheets
    }
    guard let source = text(input, path) else { return nil }
    return CSVSheetReader.read(source, builder).map { [$0] }
  }

  /// The outcome of the reading; problems in the order of the files.
  func outcome(_ region: Region?, _ unmatched: [UnmatchedName]) -> SurveyImport.Outcome {
    builder.report.diagnostics.sort(files: files.map(\.name))
    builder.report.files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return SurveyImport.Outcome(
      reading: ReadingResult(region: region, report: builder.report),
      unmatched: unmatched
    )
  }

  /// What is wrong with a repeated group that belongs to nothing.
  static let groupAlone = Diagnostic(
    .emptySurvey,
    "a repeated group alone does not say who answered",
    hint: "give the main sheet first, and the groups after it",
    severity: .error
  )

  /// Exports with a row per respondent, and repeated groups with the export that their rows belong to: the one given
  /// before them.
  static func split(
    _ sheets: [SurveyExport]
  ) -> (exports: [SurveyExport], repeats: [(export: SurveyExport, main: Int)]) {
    var exports: [SurveyExport] = []
    var repeats: [(SurveyExport, Int)] = []
    for sheet in sheets {
      if sheet.isRepeat {
        repeats.append((sheet, max(0, exports.count - 1)))
      } else {
        exports.append(sheet)
      }
    }
    return (exports, exports.isEmpty ? [] : repeats)
  }
}

extension FileName {
  /// A path beside a file; a path from the root stays.
  static func beside(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") ? path : folder + path
  }
}

/// The file that says which actors names in answers mean: columns `name` and `actor`. A name without an actor means nobody.
enum NameMapping {
  static func read(_ source: SourceText, _ builder: ReportBuilder) -> [String: String?] {
    guard let sheet = CSVSheetReader.read(source, builder), let headings = sheet.rows.first else {
      return [:]
    }
    let keys = headings.map(HeadingKey.key)
    guard let name = keys.firstIndex(of: "name"), let actor = keys.firstIndex(of: "actor") else {
      builder.error {
        sheet.diagnostic(
          .missingColumn,
          "a file of names has the columns name and actor",
          hint: "name as it was written, actor as the roster has it; leave actor empty for nobody",
          row: 0,
          column: 0
        )
      }
      return [:]
    }
    var mapping: [String: String?] = [:]
    for row in sheet.rows.indices.dropFirst() {
      let key = SurveyRoster.key(sheet.rows[row][name])
      guard !key.isEmpty else { continue }
      let meant = sheet.rows[row][actor].isEmpty ? nil : sheet.rows[row][actor]
      if let earlier = mapping[key], earlier != meant {
        builder.error {
          sheet.diagnostic(
            .ambiguousName,
            "the name \(SafeText.quoted(key)) is there twice with different actors",
            hint: "keep one of the rows",
            row: row,
            column: name
          )
        }
      }
      mapping[key] = .some(meant)
    }
    return mapping
  }
}
