import LearningRegion
import SafeFiles

/// Reads a folder with a table of ties and one of nodes, as R, igraph, Gephi and Kumu write them: `edges.csv` and
/// `nodes.csv`, or under other names that say the same.
enum TableFolderReader {
  private static let tieNames = ["edges", "ties", "links", "connections"]
  private static let nodeNames = ["nodes", "vertices", "actors", "elements"]
  private static let endings = [".csv", ".tsv", ".txt"]

  /// The first file of a folder that is a table of ties, by its name.
  static func tieFile(_ names: [String]) -> String? {
    names.first { role(of: $0) == .ties }
  }

  /// Reads the folder in the manner of a format.
  ///
  /// - Throws: `FileError` where the folder or one of its tables is missing or unreadable.
  static func read(
    _ path: String,
    as format: NetworkFormat,
    options: ReadingOptions
  ) throws(FileError) -> ReadingResult {
    let reading = RegionReading(options)
    let builder = reading.builder
    let names = try Folder.names(in: path).sorted().filter { role(of: $0) != .unknown }
    guard tieFile(names) != nil else {
      builder.add(
        Diagnostic(
          .notARegionFolder,
          "the folder \(SafeText.quoted(path)) has no table of ties",
          hint: "edges.csv holds them, with the two ends in its first columns"
        )
      )
      return reading.result(nil)
    }
    let text = UnpackedBytes(expecting: 0)
    let places = FilePlaces(text)
    var parts: [(name: String, range: Range<Int>)] = []
    var files: [InputFile] = []
    for name in names {
      let file = try InputBytes(path: path + "/" + name, limit: options.largestFile)
      files.append(InputFile(name: name, hash: file.hash))
      guard let source = file.text(name, builder) else { continue }
      TextNotes.encoding(source, builder)
      places.begin(name)
      let start = text.count
      text.room(source.bytes.count + 1).copyMemory(from: source.bytes)
      text.add(source.bytes.count)
      parts.append((name, start..<text.count))
      // A line end of our own, so that the last line of a file ends before the next one.
      text.room(1)[0] = 0x0a
      text.add(1)
    }
    builder.report.files = files
    builder.report.hash = InputHash(SHA256.folderHash(files.map { ($0.name, $0.sha256) }))
    guard !builder.hasErrors else { return reading.result(nil) }
    let whole = SourceText(text, places, name: parts[0].name)
    let tables = parts.map { part in
      NetworkTable(
        title: stem(of: part.name) ?? part.name,
        role: role(of: part.name),
        source: SourceText(part.range, of: whole, name: part.name)
      )
    }
    let manner = NetworkTableReader.Manner(format)
    return NetworkTableReader.read(tables, of: whole, manner: manner, reading)
  }

  private static func role(of name: String) -> TableRole {
    guard let stem = stem(of: name) else { return .unknown }
    return tieNames.contains(stem) ? .ties : nodeNames.contains(stem) ? .nodes : .unknown
  }

  private static func stem(of name: String) -> String? {
    let lower = name.lowercased()
    guard let ending = endings.first(where: lower.hasSuffix) else { return nil }
    return String(lower.dropLast(ending.count))
  }
}

/// Where the parts of several files put together stand.
private final class FilePlaces: PlaceMap {
  /// Each file has its own.
  let separator: CellSeparator? = nil

  private let text: UnpackedBytes
  private var files: [(name: String, offset: Int)] = []

  init(_ text: UnpackedBytes) { self.text = text }

  /// Begins a file at the end of the text.
  func begin(_ name: String) { files.append((name, text.count)) }

  func location(of offset: Int) -> SourceLocation {
    let file = files.last { $0.offset <= offset } ?? files[0]
    let start = rowStart(of: offset)
    let bytes = text.bytes
    let end = min(offset, bytes.count)
    var line = 1
    for i in file.offset..<start where isLineEnd(bytes, i) { line += 1 }
    return SourceLocation(
      file: file.name,
      line: line,
      column: bytes[start..<max(start, end)].count { $0 & 0xc0 != 0x80 } + 1
    )
  }

  func rowStart(of offset: Int) -> Int {
    let first = files.last { $0.offset <= offset }?.offset ?? 0
    let bytes = text.bytes
    var start = min(offset, bytes.count)
    while start > first, bytes[start - 1] != 0x0a, bytes[start - 1] != 0x0d { start -= 1 }
    return start
  }

  func isStoredNumber(at offset: Int) -> Bool { false }

  /// LF, or CR without LF.
  private func isLineEnd(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> Bool {
    bytes[i] == 0x0a || (bytes[i] == 0x0d && !(i + 1 < bytes.count && bytes[i + 1] == 0x0a))
  }
}
