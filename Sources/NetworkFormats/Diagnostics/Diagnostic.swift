/// One problem found in a file: what it is, where it is, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is. With an error nothing is computed.
  public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    case note, warning, error

    /// Ordered by how bad it is.
    public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The kind of problem, stable over versions.
  public let code: DiagnosticCode
  /// How bad it is.
  public let severity: Severity
  /// What is wrong, in one line without a full stop.
  public let message: String
  /// What to do about it, or nil.
  public let hint: String?
  /// Where it is, or nil where the whole network is meant.
  public let location: SourceLocation?
  /// The line it is on, or nil.
  public let excerpt: SourceExcerpt?

  /// - Parameter severity: nil takes the usual one of `code`.
  public init(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil,
    severity: Severity? = nil,
    location: SourceLocation? = nil,
    excerpt: SourceExcerpt? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.hint = hint
    self.location = location
    self.excerpt = excerpt
  }
}

/// A place in a text file or in a workbook.
public struct SourceLocation: Hashable, Sendable {
  /// The file's name: inside a region folder without the folder.
  public let file: String
  /// Line number from 1; nil where the whole file is meant. A line ends with LF, CR LF or CR, and
  /// with nothing else (U+2028 is an ordinary character).
  public let line: Int?
  /// Column from 1 in Unicode scalars, counted after decoding, so that a letter counts once
  /// whatever the file's encoding; nil where the whole line is meant.
  public let column: Int?
  /// The cell of a workbook, whose row and column are `line` and `column` then; nil in other files.
  public let cell: SheetCell?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    cell = nil
  }

  /// A cell of a workbook.
  public init(file: String, cell: SheetCell) {
    self.file = file
    line = cell.row
    column = cell.column
    self.cell = cell
  }

  /// As it is written before a message: `ties.csv:14:3`, `book.xlsx:Sheet1!B7`.
  public var text: String {
    if let cell { return "\(file):\(cell.text)" }
    return [line, column].compactMap { $0 }.reduce(file) { "\($0):\($1)" }
  }
}

/// A cell of a workbook.
public struct SheetCell: Hashable, Sendable {
  /// The place of the sheet among the sheets, from 1.
  public let sheetNumber: Int
  /// The name on the sheet's tab.
  public let sheet: String
  /// The row, from 1.
  public let row: Int
  /// The column, from 1.
  public let column: Int

  /// A cell by its row and column, from 1.
  public init(sheetNumber: Int, sheet: String, row: Int, column: Int) {
    self.sheetNumber = sheetNumber
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The cell without its sheet: `B7`.
  public var reference: String { CellReference.letters(of: column) + String(row) }

  /// As spreadsheets write it: `Sheet1!B7`, with a name of several words in quotes.
  public var text: String {
    let isPlain = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_"
    }
    return (isPlain ? sheet : "'" + sheet.replacing("'", with: "''") + "'") + "!" + reference
  }
}

/// The part of a line that a problem is shown with.
///
/// At most a few hundred scalars around the place, however long the line is.
public struct SourceExcerpt: Hashable, Sendable {
  /// The text as it is in the file (decoded); rendering makes it harmless.
  public let text: String
  /// Index of the first marked scalar in `text`.
  public let caret: Int
  /// Number of marked scalars, at least 1.
  public let length: Int
  /// Whether something of the line is left out before `text`.
  public let cutBefore: Bool
  /// Whether something of the line is left out after `text`.
  public let cutAfter: Bool

  /// An excerpt with `length` scalars marked from `caret` on.
  public init(text: String, caret: Int, length: Int, cutBefore: Bool, cutAfter: Bool) {
    self.text = text
    self.caret = caret
    self.length = max(1, length)
    self.cutBefore = cutBefore
    self.cutAfter = cutAfter
  }
}
