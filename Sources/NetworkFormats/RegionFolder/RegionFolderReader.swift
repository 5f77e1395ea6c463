import LearningRegion
import SafeFiles

/// Reads a region folder.
///
/// `ties.csv` is required, every other file optional; files of other names are left alone, but a
/// name one slip away from a known one is warned about. Everything that is wrong is reported at
/// its place, and with an error there is no region.
public enum RegionFolderReader {
  /// The names of all files that are read, in the order they are read.
  public static let fileNames = ["region.yaml"] + TableSchema.all.map(\.fileName)

  /// Reads the folder at `path`.
  ///
  /// - Throws: `FileError` where the folder or one of its files is missing or unreadable; a folder
  ///   without `ties.csv` is not thrown but reported.
  public static func read(
    _ path: String,
    options: ReadingOptions = ReadingOptions()
  ) throws(FileError) -> ReadingResult {
    let names = try Folder.names(in: path)
    return try read(path, names, options) { (name) throws(FileError) in
      try InputBytes(path: path + "/" + name, limit: options.largestFile)
    }
  }

  /// Reads the files of a folder that are in memory already; their names are all different.
  public static func read(
    files: [(name: String, bytes: [UInt8])],
    options: ReadingOptions = ReadingOptions()
  ) -> ReadingResult {
    var bytes: [String: [UInt8]] = [:]
    for file in files { bytes[file.name] = file.bytes }
    return read("memory", files.map(\.name), options) { InputBytes(bytes[$0] ?? []) }
  }

  private static func read<Failure: Error>(
    _ path: String,
    _ names: [String],
    _ options: ReadingOptions,
    open: (String) throws(Failure) -> InputBytes
  ) throws(Failure) -> ReadingResult {
    let reading = RegionReading(options)
    warnOfMisnamed(names, reading.builder)
    guard names.contains("ties.csv") else {
      reading.builder.add(noTies(path, names))
      return reading.result(nil)
    }
    reading.hasActorTable = names.contains("actors.csv")
    var files: [InputFile] = []
    for name in fileNames where names.contains(name) {
      let file = try open(name)
      files.append(InputFile(name: name, hash: file.hash))
      read(file, name, reading)
    }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    reading.builder.report.files = files
    reading.builder.report.hash = InputHash(SHA256.folderHash(files.map { ($0.name, $0.sha256) }))
    let listed = reading.actorsListed
    let region = reading.finish()
    reading.noteCreated(listed)
    return reading.result(region)
  }

  private static func read(_ file: InputBytes, _ name: String, _ reading: RegionReading) {
    if name == "region.yaml" {
      guard let source = YAMLDocument.text(file, name, reading.builder) else { return }
      RegionYAMLReader(source, reading.builder).read(into: &reading.draft)
      return
    }
    guard let source = file.text(name, reading.builder) else { return }
    guard let schema = TableSchema.all.first(where: { $0.fileName == name }) else {
      preconditionFailure("\(name) is no table")
    }
    reading.read(schema.table, source)
  }

  private static func noTies(_ path: String, _ names: [String]) -> Diagnostic {
    let near = names.first { nearName($0) == "ties.csv" }
    return Diagnostic(
      .notARegionFolder,
      "the folder \(SafeText.quoted(path)) is no region folder: it has no ties.csv",
      hint: near.map { "rename \(SafeText.quoted($0)) to ties.csv" }
        ?? TableFolderReader.tieFile(names).map {
          "--from edges reads \($0) with a table of nodes beside it"
        }
        ?? "ties.csv holds the ties, with the columns source and target",
      location: SourceLocation(file: path)
    )
  }

  private static func warnOfMisnamed(_ names: [String], _ builder: ReportBuilder) {
    for name in names {
      guard let meant = nearName(name), !names.contains(meant) else { continue }
      builder.add(
        Diagnostic(
          .misnamedFile,
          "the file is not read",
          hint: "did you mean \"\(meant)\"?",
          location: SourceLocation(file: name)
        )
      )
    }
  }

  /// The known name that this one is a slip away from; nil for the known names themselves.
  private static func nearName(_ name: String) -> String? {
    guard !fileNames.contains(name), name.utf8.count <= 64 else { return nil }
    let plain = HeadingKey.key(name)
    func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }
    let ending = plain.dropFirst(stem(plain).count)
    for known in fileNames {
      let endings =
        known == "region.yaml" ? [".yaml", ".yml"] : [".csv", ".tsv", ".txt", ".csv.txt"]
      guard endings.contains(String(ending)) else { continue }
      let wanted = stem(known)
      let given = stem(plain)
      if given == wanted || given + "s" == wanted || NearMiss.isNear(given, wanted) { return known }
    }
    return nil
  }
}

extension RegionReading {
  /// Reads one of the tables.
  func read(_ table: RegionTableName, _ source: SourceText) {
    switch table {
    case .actors: readActors(source)
    case .ties: readTies(source)
    case .arenas: readArenas(source)
    case .participation: readParticipation(source)
    case .jointActions: readJointActions(source)
    case .flows: readFlows(source)
    case .innovations: readInnovations(source)
    case .adoptions: readAdoptions(source)
    case .programmes: readProgrammes(source)
    case .funnel: readFunnel(source)
    case .assessments: readAssessments(source)
    case .probes: readProbes(source)
    case .ratings: readRatings(source)
    case .roster: readRoster(source)
    case .region: preconditionFailure("region.yaml is no table")
    }
  }

  /// Reads `ties.csv`.
  func readTies(_ source: SourceText) {
    guard let cursor = TableOpener.open(source, .ties, builder) else { return }
    var ties = TiesReader(self)
    ties.read(cursor)
    warnIfEmpty(source)
  }

  /// A table of ties without a tie is strange, not wrong.
  func warnIfEmpty(_ source: SourceText) {
    guard draft.ties.count == 0, !builder.hasErrors else { return }
    builder.add(
      Diagnostic(
        .noTies,
        "there are no ties in the file",
        location: SourceLocation(file: source.name)
      )
    )
  }

  /// How many actors `actors.csv` lists.
  var actorsListed: Int { traces[.actors]?.lines.count ?? 0 }

  /// Says how many actors were made.
  func noteCreated(_ listed: Int) {
    let made = draft.actors.count - listed
    builder.report.actorsCreated = made
    guard made > 0 else { return }
    builder.assume(
      nil,
      .actors,
      hasActorTable
        ? "\(made) actors that actors.csv does not list"
        : "\(made) actors from the ties: no actors.csv"
    )
  }

  /// The outcome of the reading.
  func result(_ region: Region?) -> ReadingResult {
    builder.report.diagnostics.sort(files: RegionFolderReader.fileNames)
    return ReadingResult(region: region, report: builder.report)
  }
}
