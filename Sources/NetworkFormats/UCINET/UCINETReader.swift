import LearningRegion
import SafeFiles

/// Reads a UCINET dataset of version 6404: the header in `.##h`, the values in `.##d`.
///
/// The values are 32-bit floats, row by row and matrix by matrix. A square dataset whose rows and
/// columns have the same labels, or of which one has none, is of one mode and directed; any other has
/// two modes, as a DL file. Several matrices are relations. A value above 10³⁶ is UCINET's word for one
/// that is not known, and no tie.
struct UCINETReader {
  /// What UCINET's values for "not known" are larger than.
  private static let unknownFrom: Float = 1e36

  private let assembly: RegionAssembly
  private let header: UCINETHeader
  private let values: UnsafeRawBufferPointer
  /// What the labels of a square dataset say; nil where there are none to compare.
  private let square: SquareLabels?

  private init(
    assembly: RegionAssembly,
    header: UCINETHeader,
    values: UnsafeRawBufferPointer
  ) {
    (self.assembly, self.header, self.values) = (assembly, header, values)
    if header.rows.count == header.columns.count, let rows = header.rows.labels,
      let columns = header.columns.labels
    {
      square = SquareLabels(rows: rows, columns: columns)
    } else {
      square = nil
    }
  }

  // MARK: Files

  /// The two files of a dataset; nil where the name is not that of one of them.
  static func paths(of path: String) -> (header: String, data: String)? {
    let ending = path.suffix(4)
    guard ending.hasPrefix(".##"), let last = ending.last else { return nil }
    let stem = path.dropLast()
    switch last {
    case "h", "d": return (stem + "h", stem + "d")
    case "H", "D": return (stem + "H", stem + "D")
    default: return nil
    }
  }

  /// Reads both files.
  ///
  /// - Throws: `FileError` where one is missing or unreadable.
  static func read(
    _ paths: (header: String, data: String),
    options: ReadingOptions
  ) throws(FileError) -> ReadingResult {
    let header = try InputBytes(path: paths.header, limit: options.largestFile)
    let data = try InputBytes(path: paths.data, limit: options.largestFile)
    var result = read(
      header: header.bytes,
      named: paths.header,
      data: data.bytes,
      named: paths.data,
      options: options
    )
    let files = [(paths.data, data.hash), (paths.header, header.hash)].map { name, hash in
      InputFile(name: name, hash: hash)
    }
    result.report.files = files
    result.report.hash = InputHash(SHA256.folderHash(files.map { ($0.name, $0.sha256) }))
    return result
  }

  /// Reads a dataset whose files are in memory.
  static func read(
    header: UnsafeRawBufferPointer,
    named headerName: String,
    data: UnsafeRawBufferPointer,
    named dataName: String,
    options: ReadingOptions = ReadingOptions()
  ) -> ReadingResult {
    let reading = RegionReading(options)
    func refuse(_ problem: UCINETHeader.Problem, in name: String) -> ReadingResult {
      reading.builder.add(
        Diagnostic(
          problem.code,
          problem.message,
          hint: problem.hint,
          location: SourceLocation(file: name)
        )
      )
      return reading.result(nil)
    }
    // The places of rows are of no use here: there are no lines.
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    guard let source = try? SourceText(name: headerName, raw: nothing) else {
      preconditionFailure("nothing is text in any encoding")
    }
    let parsed: UCINETHeader
    do throws(UCINETHeader.Problem) {
      parsed = try UCINETHeader(header)
    } catch {
      return refuse(error, in: headerName)
    }
    let reader = UCINETReader(
      assembly: RegionAssembly(source, reading, inputSize: header.count + data.count),
      header: parsed,
      values: data
    )
    do throws(UCINETHeader.Problem) {
      try reader.checkSize()
      try reader.checkLabels()
    } catch {
      return refuse(error, in: error.code == .wrongFieldCount ? dataName : headerName)
    }
    reading.builder.assume(headerName, .format, NetworkFormat.ucinet.title)
    if let problem = reader.fill() { return refuse(problem, in: dataName) }
    return reader.assembly.finish()
  }

  // MARK: Checks

  private var isTwoMode: Bool {
    header.rows.count != header.columns.count || square.map { $0 != .same } ?? false
  }

  /// The values are as many as the header says, and no dimension is large for nothing.
  private func checkSize() throws(UCINETHeader.Problem) {
    let dimensions = [header.columns, header.rows] + (header.levels.map { [$0] } ?? [])
    var wanted = 4
    for dimension in dimensions {
      let (product, isTooMuch) = wanted.multipliedReportingOverflow(by: dimension.count)
      wanted = isTooMuch ? .max : product
      if dimension.labels == nil, dimension.count > PajekVertices.mostUnlisted {
        throw UCINETHeader.Problem(
          code: .tooManyRows,
          message: "a dimension of \(dimension.count) has no labels",
          hint: UCINETHeader.exportHint
        )
      }
    }
    let sizes = dimensions.reversed().map { String($0.count) }.joined(separator: " × ")
    if dimensions.contains(where: { $0.count == 0 }), dimensions.contains(where: { $0.count > 0 }) {
      throw UCINETHeader.Problem(
        code: .emptyFile,
        message: "a matrix of \(sizes) has no values",
        hint: UCINETHeader.exportHint
      )
    }
    guard values.count == wanted else {
      throw UCINETHeader.Problem(
        code: .wrongFieldCount,
        message: "\(values.count) bytes of values, and \(sizes) of four bytes were expected",
        hint: "is the file complete, and of the same dataset as the header?"
      )
    }
  }

  private func checkLabels() throws(UCINETHeader.Problem) {
    guard square != .reordered else {
      throw UCINETHeader.Problem(
        code: .inconsistent,
        message: SquareLabels.reorderedMessage,
        hint: SquareLabels.reorderedHint
      )
    }
    let names =
      isTwoMode ? nodeNames(header.rows, "r") + nodeNames(header.columns, "c") : actorNames
    try checkNames(names)
    try checkNames(header.levels?.labels ?? [])
  }

  private func checkNames(_ names: [String]) throws(UCINETHeader.Problem) {
    var seen: Set<String> = []
    for name in names {
      guard !name.isEmpty else {
        throw UCINETHeader.Problem(
          code: .missingValue,
          message: "a label is empty",
          hint: "name it in UCINET"
        )
      }
      guard seen.insert(NormalForm.text(name)).inserted else {
        throw UCINETHeader.Problem(
          code: .duplicateID,
          message: "the label \(SafeText.quoted(name)) is there twice",
          hint: "give each node, and each relation, a label of its own"
        )
      }
    }
  }

  private func nodeNames(_ dimension: UCINETHeader.Dimension, _ letter: String) -> [String] {
    dimension.labels ?? (0..<dimension.count).map { "\(letter)\($0 + 1)" }
  }

  /// The names of a dataset of one mode.
  private var actorNames: [String] {
    header.rows.labels ?? header.columns.labels ?? (0..<header.rows.count).map { String($0 + 1) }
  }

  // MARK: Nodes and ties

  /// Fills the assembly; a problem where a value is no number.
  private func fill() -> UCINETHeader.Problem? {
    assembly.title = XMLNumber.trimmed(header.title)
    if header.restCount > 0 {
      assembly.assume(.heading, "\(header.restCount) bytes after the labels are not read")
    }
    declare()
    assembly.usualDirection = isTwoMode ? .undirected : .directed
    let columnCount = header.columns.count
    let perMatrix = columnCount * header.rows.count
    var unknownCount = 0
    for cell in 0..<values.count / 4 {
      let bits = values.loadUnaligned(fromByteOffset: 4 * cell, as: UInt32.self)
      let value = Float(bitPattern: UInt32(littleEndian: bits))
      let row = cell % perMatrix / columnCount
      let column = cell % columnCount
      guard value.isFinite, value > -Self.unknownFrom else {
        return UCINETHeader.Problem(
          code: .badNumber,
          message:
            "the value at byte \(4 * cell + 1), row \(row + 1) and column \(column + 1), is not a number",
          hint: UCINETHeader.exportHint
        )
      }
      if value > Self.unknownFrom { unknownCount += 1 }
      guard value != 0, value <= Self.unknownFrom else { continue }
      let tie = assembly.addTie(row, isTwoMode ? header.rows.count + column : column, at: 0)
      assembly.setTie(tie, "weight", NumberText.text(value), at: 0)
      if let levels = header.levels {
        let level = cell / perMatrix
        assembly.setTie(tie, "relation", levels.labels?[level] ?? String(level + 1), at: 0)
      }
    }
    if unknownCount > 0 {
      assembly.assume(.relation, "values that are not known, and no ties: \(unknownCount)")
    }
    return nil
  }

  private func declare() {
    guard isTwoMode else {
      for name in actorNames { assembly.declare(name, at: 0) }
      return
    }
    let modes = [nodeNames(header.rows, "r"), nodeNames(header.columns, "c")]
    for (mode, names) in modes.enumerated() {
      for name in names {
        let row = assembly.declare(name, at: 0)
        assembly.setNode(row, "mode", String(mode + 1), at: 0)
      }
    }
  }
}
