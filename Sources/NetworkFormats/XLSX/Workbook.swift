/// A workbook (.xlsx, .xlsm): its sheets with their cells.
///
/// Read are the parts that the relationships name, wherever they are; sheets of charts are none. Formulas count
/// by the values that are stored with them.
final class Workbook {
  struct Sheet {
    /// Its place among the sheets, from 1.
    let number: Int
    let name: String
    let grid: SheetGrid
  }

  /// The file's name.
  let name: String
  private(set) var sheets: [Sheet] = []
  let strings = SharedStrings()
  private let archive: ZipArchive
  private let builder: ReportBuilder

  /// Reads all sheets but hidden ones and those that say (ignore); nil after an error was reported.
  static func open(
    _ bytes: UnsafeRawBufferPointer,
    name: String,
    _ builder: ReportBuilder
  ) -> Workbook? {
    do throws(ArchiveProblem) {
      let archive = try ZipArchive(bytes)
      if let problem = WorkbookKind.refusal(archive, name) {
        builder.add(problem)
        return nil
      }
      let workbook = Workbook(archive, name, builder)
      return try workbook.read() ? workbook : nil
    } catch {
      builder.add(error.diagnostic(file: name))
      return nil
    }
  }

  private init(_ archive: ZipArchive, _ name: String, _ builder: ReportBuilder) {
    self.archive = archive
    self.name = name
    self.builder = builder
  }

  /// Counts text that is made of the cells: a long text that many cells share becomes long many times.
  func spend(_ count: Int) throws(ArchiveProblem) { try archive.spend(count) }

  private func read() throws(ArchiveProblem) -> Bool {
    guard let (part, list, relationships) = try parts() else { return false }
    let styles = NumberStyles()
    for entry in relationships.entries {
      guard let target = entry.target, archive.contains(target) else { continue }
      if entry.kind == "sharedStrings", try !parse(target, strings) { return false }
      if entry.kind == "styles", try !parse(target, styles) { return false }
    }
    guard !list.sheets.isEmpty else {
      builder.add(
        Diagnostic(.badWorkbook, "the workbook has no sheets", location: SourceLocation(file: name))
      )
      return false
    }
    guard list.sheets.count <= ZipArchive.mostEntries else {
      report(part, "there are more than \(ZipArchive.mostEntries) sheets")
      return false
    }
    let byID = Dictionary(relationships.entries.map { ($0.id, $0) }) { first, _ in first }
    for (place, sheet) in list.sheets.enumerated() {
      if sheet.isHidden || sheet.name.lowercased().contains("(ignore)") {
        let reason = sheet.isHidden ? "it is hidden" : "its name says (ignore)"
        builder.assume(name, .format, "sheet \(SafeText.quoted(sheet.name)) is not read: \(reason)")
        continue
      }
      guard let entry = byID[sheet.relationship] else {
        report(part, "the sheet \(SafeText.quoted(sheet.name)) has no part in the file")
        return false
      }
      guard entry.kind == "worksheet" else { continue }
      guard let target = entry.target else {
        report(part, "the sheet \(SafeText.quoted(sheet.name)) lies outside of the file")
        return false
      }
      let reader = SheetReader(strings, styles, list.dates, sheet: (place + 1, sheet.name))
      guard try parse(target, reader) else { return false }
      var grid = reader.grid
      guard grid.fill(reader.merges) else {
        report(target, "too many merged cells of \(SafeText.quoted(sheet.name)) overlap")
        return false
      }
      sheets.append(Sheet(number: place + 1, name: sheet.name, grid: grid))
    }
    return true
  }

  /// The main part's name, its list of sheets and its relationships; nil after an error was reported.
  private func parts() throws(ArchiveProblem) -> (String, WorkbookPart, Relationships)? {
    let root = Relationships(folder: "")
    guard try parse("_rels/.rels", root) else { return nil }
    guard let part = root.entries.first(where: { $0.kind == "officeDocument" })?.target else {
      report("_rels/.rels", "the file does not say where its workbook is")
      return nil
    }
    let list = WorkbookPart()
    guard try parse(part, list) else { return nil }
    let steps = part.split(separator: "/")
    let folder = steps.dropLast().joined(separator: "/")
    let relationships = Relationships(folder: folder)
    let place = (folder.isEmpty ? "" : folder + "/") + "_rels/" + (steps.last ?? "") + ".rels"
    guard try parse(place, relationships) else { return nil }
    return (part, list, relationships)
  }

  /// Goes through a part; false after an error, which is shown with the part's name and its line.
  private func parse(_ part: String, _ handler: any XMLHandler) throws(ArchiveProblem) -> Bool {
    let unpacked = try archive.read(part)
    let file = name + "/" + part
    do throws(DecodingProblem) {
      let source = try SourceText(name: file, raw: unpacked.bytes, owner: unpacked)
      return XMLParser.parse(source, builder, handler)
    } catch {
      builder.add(error.diagnostic(file: file, raw: unpacked.bytes))
      return false
    }
  }

  private func report(_ part: String, _ message: String) {
    builder.add(
      Diagnostic(
        .badWorkbook,
        message,
        hint: "save it again with a program for spreadsheets",
        location: SourceLocation(file: name + "/" + part)
      )
    )
  }
}

/// What a ZIP archive holds.
enum WorkbookKind {
  /// Why an archive is no workbook that is read; nil for one that is.
  static func refusal(_ archive: ZipArchive, _ name: String) -> Diagnostic? {
    if archive.contains("xl/workbook.bin") {
      return refusal(name, "this is a binary Excel workbook (.xlsb)")
    }
    if archive.contains("[Content_Types].xml") {
      if archive.contains("word/document.xml") { return refusal(name, "this is a Word document") }
      if archive.contains("ppt/presentation.xml") { return refusal(name, "this is a presentation") }
      return nil
    }
    if archive.contains("mimetype"), archive.contains("content.xml") {
      return refusal(name, "this is an OpenDocument file (.ods)")
    }
    return Diagnostic(
      .formatNotRead,
      "this is a ZIP archive without a workbook",
      hint: "unpack it, and read the folder or the file that is in it",
      location: SourceLocation(file: name)
    )
  }

  /// What is said of old workbooks, and of workbooks with a password, which are kept in files of the same kind.
  static func oldWorkbook(_ bytes: UnsafeRawBufferPointer, _ name: String) -> Diagnostic {
    let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let head = bytes.prefix(1 << 20)
    var at = head.startIndex
    while let next = head[at...].firstIndex(of: mark[0]) {
      if head[next...].starts(with: mark) {
        return ArchiveProblem(.encrypted).diagnostic(file: name)
      }
      at = next + 1
    }
    return refusal(name, "this is an old Excel workbook (.xls)")
  }

  private static func refusal(_ name: String, _ message: String) -> Diagnostic {
    Diagnostic(
      .formatNotRead,
      message + ", which is not read",
      hint: "open it in a program for spreadsheets and save it as .xlsx, or as CSV (UTF-8)",
      location: SourceLocation(file: name)
    )
  }
}
