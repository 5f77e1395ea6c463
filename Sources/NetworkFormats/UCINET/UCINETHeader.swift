/// The header of a UCINET dataset, the file `.##h` of version 6404.
///
/// Little endian throughout: the length 5 and `V6404`; year since 2000, month, day and day of the
/// week, and the type of labels, 16 bits each; the type of data, 8 bits; the number of dimensions, 16
/// bits; the columns, rows and levels, 32 bits each; the title, an 8-bit length and that many bytes;
/// whether there are labels, a byte per dimension; and for each dimension that has them its labels,
/// each a 16-bit length in bytes and UTF-16.
struct UCINETHeader {
  /// A dimension of the array.
  struct Dimension {
    let count: Int
    var labels: [String]?
  }

  /// Why a header is not read.
  struct Problem: Error {
    let code: DiagnosticCode
    let message: String
    var hint: String?
  }

  /// What to do about everything that is not read here.
  static let exportHint = "export DL from UCINET: Data > Export > DL"
  private static let singlePrecision = 7

  let title: String
  let columns: Dimension
  let rows: Dimension
  /// The matrices one behind the other; nil where the dataset has two dimensions.
  let levels: Dimension?
  /// Bytes behind the last label.
  let restCount: Int

  /// Whether the bytes begin as a header of any version does.
  static func isHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [5, 0x56, 0x36]) || bytes.starts(with: Array("\u{5}DATE:".utf8))
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(Problem) {
    var reader = Reader(bytes: bytes)
    guard bytes.starts(with: Array("\u{5}V6404".utf8)) else {
      let isOther = Self.isHeader(bytes)
      throw Problem(
        code: isOther ? .badVersion : .binaryFile,
        message: isOther
          ? "this version of UCINET's files is not read, 6404 is"
          : "this is no header of a UCINET dataset",
        hint: Self.exportHint
      )
    }
    try reader.skip(6 + 4 * 2 + 2)
    let type = try reader.number(1)
    guard type == Self.singlePrecision else {
      throw Problem(
        code: .badVersion,
        message: "data of type \(type) are not read, those of single precision are",
        hint: Self.exportHint
      )
    }
    let dimensionCount = try reader.number(2)
    guard dimensionCount == 2 || dimensionCount == 3 else {
      throw Problem(
        code: .formatNotRead,
        message: "the dataset has \(dimensionCount) dimensions",
        hint: "a network has two, several networks three"
      )
    }
    var counts: [Int] = []
    for _ in 0..<dimensionCount {
      // Programs write the counts with a sign.
      let count = Int(Int32(truncatingIfNeeded: try reader.number(4)))
      guard count >= 0 else {
        throw Problem(
          code: .badInteger,
          message: "the dataset has a dimension of \(count)",
          hint: Self.exportHint
        )
      }
      counts.append(count)
    }
    title = Self.text(ofBytes: try reader.take(try reader.number(1)))
    var hasLabels: [Bool] = []
    for _ in counts { hasLabels.append(try reader.number(1) != 0) }
    var dimensions: [Dimension] = []
    for (count, isLabelled) in zip(counts, hasLabels) {
      var dimension = Dimension(count: count)
      if isLabelled { dimension.labels = try reader.labels(count) }
      dimensions.append(dimension)
    }
    (columns, rows) = (dimensions[0], dimensions[1])
    levels = dimensions.count > 2 ? dimensions[2] : nil
    restCount = bytes.count - reader.at
  }

  /// The title's bytes, which are of some code page: a letter each.
  private static func text(ofBytes bytes: UnsafeRawBufferPointer) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }

  private struct Reader {
    let bytes: UnsafeRawBufferPointer
    var at = 0

    mutating func take(_ count: Int) throws(Problem) -> UnsafeRawBufferPointer {
      guard count <= bytes.count - at else {
        throw Problem(
          code: .badSyntax,
          message: "the header ends at byte \(bytes.count), in the middle of something",
          hint: "is the file complete?"
        )
      }
      defer { at += count }
      return UnsafeRawBufferPointer(rebasing: bytes[at..<at + count])
    }

    mutating func skip(_ count: Int) throws(Problem) { _ = try take(count) }

    /// An unsigned number of one, two or four bytes.
    mutating func number(_ size: Int) throws(Problem) -> Int {
      try take(size).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func labels(_ count: Int) throws(Problem) -> [String] {
      var labels: [String] = []
      // Each label takes two bytes at least: what is announced is not believed before it is read.
      for _ in 0..<count { labels.append(try label()) }
      return labels
    }

    private mutating func label() throws(Problem) -> String {
      let place = at
      let text = try take(try number(2))
      var units: [UInt16] = []
      for index in stride(from: 0, to: text.count - 1, by: 2) {
        units.append(UInt16(text[index]) | UInt16(text[index + 1]) << 8)
      }
      guard text.count % 2 == 0, let label = String(validating: units, as: UTF16.self) else {
        throw Problem(
          code: .badEncoding,
          message: "the label at byte \(place + 1) is no UTF-16",
          hint: UCINETHeader.exportHint
        )
      }
      return label
    }
  }
}
