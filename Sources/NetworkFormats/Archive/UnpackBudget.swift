/// How much may come out of one file: 256 MB in all, and beyond 1 MB not more than 100 times what went in.
///
/// Counted is what really comes out, never what a header announces. Tables of numbers and names come to 5 to 30
/// times their packed size; Deflate itself ends at 1 032.
struct UnpackBudget {
  /// The most bytes from one file.
  static let most = 256_000_000
  /// Up to here the ratio does not count, in bytes.
  static let free = 1_000_000
  /// The most bytes out for one byte in.
  static let ratio = 100

  private let packedSize: Int
  private(set) var taken = 0

  /// - Parameter packedSize: the size of the file, in bytes.
  init(packedSize: Int) { self.packedSize = packedSize }

  /// Counts bytes that came out.
  mutating func take(_ count: Int) throws(ArchiveProblem) {
    taken += count
    if taken > Self.most { throw ArchiveProblem(.tooLarge) }
    if Self.isBomb(taken, from: packedSize) { throw ArchiveProblem(.bomb) }
  }

  /// Whether so much cannot honestly come from so little.
  static func isBomb(_ size: Int, from packed: Int) -> Bool {
    size > free && size / ratio > packed
  }
}

/// Why an archive is not read.
struct ArchiveProblem: Error {
  enum Kind {
    case damaged, tooLarge, bomb, encrypted, badName, repeatedName, tooManyEntries, method, missing
  }

  let kind: Kind
  /// The part of the archive that it is about.
  var part: String?
  /// What the library says.
  var detail: String?

  init(_ kind: Kind, part: String? = nil, detail: String? = nil) {
    self.kind = kind
    self.part = part
    self.detail = detail
  }

  /// The problem as it is shown.
  func diagnostic(file: String) -> Diagnostic {
    let name = part.map { " " + SafeText.quoted($0) } ?? ""
    let said = detail.map { " (\(SafeText.oneLine($0)))" } ?? ""
    let (code, message, hint): (DiagnosticCode, String, String) =
      switch kind {
      case .damaged:
        (
          .badArchive,
          "the archive is damaged" + (part.map { " in \(SafeText.quoted($0))" } ?? "")
            + said,
          "save it again, or copy it again from where it came"
        )
      case .tooLarge:
        (
          .fileTooLarge, "more than \(UnpackBudget.most / 1_000_000) MB come out of the archive",
          "save the tables as CSV, which has no limit"
        )
      case .bomb:
        (
          .fileTooLarge,
          "more than \(UnpackBudget.ratio) times its size comes out of the archive" + name,
          "no table is packed like that; if it is one, save it as CSV"
        )
      case .encrypted:
        (
          .badArchive, "the file is protected by a password", "take the password off and save it"
        )
      case .badName:
        (
          .badArchive, "the archive has a part called\(name), which leads out of it",
          "no program that makes workbooks writes such a name: where is the file from?"
        )
      case .repeatedName:
        (
          .badArchive, "the archive has two parts called\(name)",
          "no program that makes workbooks does that: where is the file from?"
        )
      case .tooManyEntries:
        (
          .badArchive, "the archive has more than \(ZipArchive.mostEntries) parts",
          "a workbook has one for each sheet and a few more"
        )
      case .method:
        (
          .badArchive, "the part\(name) is packed in a way that is not read",
          "save it again with a program for spreadsheets"
        )
      case .missing:
        (
          .badWorkbook, "the part\(name) is missing",
          "save it again with a program for spreadsheets"
        )
      }
    return Diagnostic(code, message, hint: hint, location: SourceLocation(file: file))
  }
}
