import LearningRegion
import SafeFiles

/// Reads a network from wherever it is: the one door for programs.
public enum NetworkReader {
  /// What standard input is called in problems.
  public static let standardInputName = "standard input"

  /// Reads a region folder, a file, or standard input (`-`).
  ///
  /// - Parameters:
  ///   - format: what it is; nil finds out: a directory is a region folder, a file is known by its
  ///     content and its name. Edge lists, Gephi's and Kumu's tables may be a folder with a file of ties
  ///     (`edges.csv`) and one of nodes (`nodes.csv`), or two sheets of a workbook.
  /// - Throws: `FileError` where something is missing or unreadable. Everything that is wrong with
  ///   the content is in the result's report.
  public static func read(
    _ path: String,
    format: NetworkFormat? = nil,
    options: ReadingOptions = ReadingOptions()
  ) throws(FileError) -> ReadingResult {
    if path == "-" {
      let input = try InputBytes(
        descriptor: 0,
        name: standardInputName,
        limit: options.largestFile
      )
      return read(input, standardInputName, format, options)
    }
    if FileKind(path: path) == .directory {
      if let format, [.edges, .gephi, .kumu].contains(format) {
        return try TableFolderReader.read(path, as: format, options: options)
      }
      if let format, format != .folder {
        throw FileError(path: path, operation: .open, category: .isDirectory)
      }
      return try RegionFolderReader.read(path, options: options)
    }
    if format == .folder, FileKind(path: path) != nil {
      throw FileError(path: path, operation: .list, category: .notADirectory)
    }
    if format == .ucinet || format == nil, let paths = UCINETReader.paths(of: path) {
      return try UCINETReader.read(paths, options: options)
    }
    let input = try InputBytes(path: path, limit: options.largestFile)
    return read(input, path, format, options)
  }

  /// Reads one file that is in memory already.
  ///
  /// - Parameter name: what to call it in problems; its ending helps to know the format.
  public static func read(
    bytes: [UInt8],
    name: String,
    format: NetworkFormat? = nil,
    options: ReadingOptions = ReadingOptions()
  ) -> ReadingResult {
    bytes.withUnsafeBytes { raw in
      read(raw, nil, name, { InputHash(SHA256.hexadecimal(of: raw)) }, format, options)
    }
  }

  private static func read(
    _ input: InputBytes,
    _ name: String,
    _ format: NetworkFormat?,
    _ options: ReadingOptions
  ) -> ReadingResult {
    read(input.bytes, input, name, { input.hash }, format, options)
  }

  /// Reads first and hashes then: the hash is not needed before there is a result.
  private static func read(
    _ raw: UnsafeRawBufferPointer,
    _ owner: InputBytes?,
    _ name: String,
    _ hash: () -> InputHash,
    _ format: NetworkFormat?,
    _ options: ReadingOptions
  ) -> ReadingResult {
    var result = read(raw, owner, name, format, options)
    let hash = hash()
    result.report.files = [InputFile(name: name, hash: hash)]
    result.report.hash = hash
    return result
  }

  private static func read(
    _ raw: UnsafeRawBufferPointer,
    _ owner: InputBytes?,
    _ name: String,
    _ format: NetworkFormat?,
    _ options: ReadingOptions
  ) -> ReadingResult {
    let reading = RegionReading(options)
    if let refusal = refusal(raw, name, format) {
      reading.builder.add(refusal)
      return reading.result(nil)
    }
    let isTable = format.map { [.xlsx, .edges, .gephi, .kumu].contains($0) } ?? true
    if isTable, FileSignature.isZip(raw) {
      return WorkbookReader.read(raw, name: name, as: format, reading)
    }
    if FileSignature.isOldWorkbook(raw) {
      reading.builder.add(WorkbookKind.oldWorkbook(raw, name))
      return reading.result(nil)
    }
    if GzipFile.isOne(raw) {
      do throws(ArchiveProblem) {
        let unpacked = try GzipFile.unpack(raw)
        return read(unpacked.bytes, unpacked, name, format, reading)
      } catch {
        reading.builder.add(error.diagnostic(file: name))
        return reading.result(nil)
      }
    }
    return read(raw, owner, name, format, reading)
  }

  /// Reads what is text.
  private static func read(
    _ raw: UnsafeRawBufferPointer,
    _ owner: AnyObject?,
    _ name: String,
    _ format: NetworkFormat?,
    _ reading: RegionReading
  ) -> ReadingResult {
    do throws(DecodingProblem) {
      let source = try SourceText(name: name, raw: raw, owner: owner)
      let finding = format.map { FormatDetection.Finding.readable($0) }
      return read(
        source,
        finding ?? FormatDetection.detect(name: name, head: source.bytes),
        isAsked: format != nil,
        reading
      )
    } catch {
      reading.builder.add(error.diagnostic(file: name, raw: raw))
      return reading.result(nil)
    }
  }

  /// Why a file is not read at all, or nil.
  private static func refusal(
    _ raw: UnsafeRawBufferPointer,
    _ name: String,
    _ format: NetworkFormat?
  ) -> Diagnostic? {
    let location = SourceLocation(file: name)
    if raw.isEmpty {
      return Diagnostic(
        .emptyFile,
        "the file is empty",
        hint: "a table of ties has a source and a target per row",
        location: location
      )
    }
    let isDataset = UCINETHeader.isHeader(raw) || UCINETReader.paths(of: name) != nil
    if format == .ucinet || format == nil && isDataset {
      return Diagnostic(
        .formatNotRead,
        "a UCINET dataset is two files, NAME.##h and NAME.##d",
        hint: "put both into one folder and give the name of one of them",
        location: location
      )
    }
    if format == .xlsx, !FileSignature.isZip(raw), !FileSignature.isOldWorkbook(raw) {
      return Diagnostic(
        .badWorkbook,
        "this is no Excel workbook",
        hint: "without --from the format is found out from what is in the file",
        location: location
      )
    }
    guard format == .folder else { return nil }
    return Diagnostic(
      .notARegionFolder,
      "a region folder is a directory, not a stream",
      location: location
    )
  }

  /// Reads text of a format that is known.
  private static func read(
    _ source: SourceText,
    _ finding: FormatDetection.Finding,
    isAsked: Bool,
    _ reading: RegionReading
  ) -> ReadingResult {
    switch finding {
    case .notRead(let known):
      reading.builder.add(
        Diagnostic(
          .formatNotRead,
          "this looks like \(known), which this version does not read",
          hint: "export the ties as CSV with the columns source and target; --from edges reads it"
            + " as one all the same",
          location: SourceLocation(file: source.name)
        )
      )
      return reading.result(nil)
    case .json: return read(source, JSONReader.self, noting: "JSON", reading)
    case .readable(.xlsx):
      reading.builder.add(
        Diagnostic(
          .badWorkbook,
          "this is text, not an Excel workbook as its name says",
          hint: "--from edges reads it as a table of ties",
          location: SourceLocation(file: source.name)
        )
      )
      return reading.result(nil)
    case .readable(let format):
      if format == .edges, !isAsked { return readTable(source, reading) }
      guard let reader = format.reader else { return EdgeListReader.read(source, reading) }
      return read(source, reader, noting: isAsked ? nil : format.title, reading)
    }
  }

  /// Reads a table that nobody said to be anything.
  private static func readTable(_ source: SourceText, _ reading: RegionReading) -> ReadingResult {
    switch TableRecognition.kind(of: source) {
    case .ties: return EdgeListReader.read(source, reading)
    case .matrix: return read(source, MatrixReader.self, noting: nil, reading)
    case .gephi:
      return read(source, GephiReader.self, noting: "Gephi CSV: a table of nodes", reading)
    case .kumu: return read(source, KumuReader.self, noting: NetworkFormat.kumu.title, reading)
    case .actors:
      reading.builder.assume(source.name, .format, "a table of actors")
      reading.readActors(source)
      let region = reading.finish()
      reading.warnIfEmpty(source)
      return reading.result(region)
    case .nodes(let cell, let line):
      reading.builder.error {
        source.diagnostic(
          .missingColumn,
          "the heading is that of a table of nodes: none of its columns is an end of ties",
          hint: "name the ends source and target; Gephi's tables of nodes have Id and Label, and"
            + " --from gephi reads them",
          at: cell.range,
          line: line
        )
      }
      return reading.result(nil)
    }
  }

  private static func read(
    _ source: SourceText,
    _ reader: any FormatReader.Type,
    noting title: String?,
    _ reading: RegionReading
  ) -> ReadingResult {
    TextNotes.encoding(source, reading.builder)
    if let title { reading.builder.assume(source.name, .format, title) }
    let assembly = RegionAssembly(source, reading)
    reader.read(into: assembly)
    return assembly.finish()
  }
}
