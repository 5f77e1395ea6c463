/// What separates the cells of a row.
public enum CellSeparator: Hashable, Sendable, CaseIterable {
  case comma, semicolon, tab
  /// One or more spaces or tabs; only in edge lists.
  case blanks

  /// The byte, a space for `blanks`.
  var byte: UInt8 {
    switch self {
    case .comma: 0x2c
    case .semicolon: 0x3b
    case .tab: 0x09
    case .blanks: 0x20
    }
  }

  /// The word people use for it.
  public var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .blanks: "space"
    }
  }

  /// What is said of a file that has it.
  var sentence: String { "cells are separated by \(name)s" }
}

/// One cell: where its content lies, without the quotes around it.
struct CSVField {
  var start: Int
  var end: Int
  /// It was written between quotes: its spaces count.
  var isQuoted: Bool
  /// It has doubled quotes inside.
  var hasEscapes: Bool

  var range: Range<Int> { start..<end }
  var isEmpty: Bool { start == end }
}

/// What is wrong with a row as CSV.
enum CSVProblem: Equatable {
  case unterminatedQuote, textAfterQuote, strayQuote, fieldTooLong, tooManyColumns
}

/// Reads rows of RFC 4180 from UTF-8 bytes without copying them.
///
/// Deviations: the separator may be another one; spaces around a cell do not count unless they are
/// inside quotes; a row ends with LF, CR LF or CR; empty lines are passed over. After a malformed
/// row reading goes on at the next line.
struct CSVScanner: ~Copyable {
  /// The longest cell, in bytes: 1 MiB.
  static let longestField = 1 << 20
  /// The most cells in a row, unless a table is known to be wide.
  static let mostColumns = 4096

  enum Step: Equatable {
    case row
    case malformed(CSVProblem, at: Int, line: Int)
    case end
  }

  /// Lines that begin with `#` or `%` are passed over.
  enum Comments { case none, hashAndPercent }

  private let base: UnsafePointer<UInt8>?
  private let count: Int
  private let separator: UInt8
  private let isBlankSeparated: Bool
  private let comments: Comments
  private let mostColumns: Int
  /// 1 for every byte that ends a run of plain content.
  private let stops: UnsafeMutablePointer<UInt8>
  private let fields: UnsafeMutablePointer<CSVField>

  /// Where the next row starts.
  private(set) var offset: Int
  /// The line number of the next row.
  private(set) var line: Int
  /// Where the current row starts.
  private(set) var rowStart = 0
  /// The line number of the current row.
  private(set) var rowLine = 1
  /// Number of cells in the current row.
  private(set) var fieldCount = 0
  /// Lines passed over so far because they are comments.
  private(set) var commentCount = 0

  init(
    _ bytes: UnsafeRawBufferPointer,
    separator: CellSeparator,
    comments: Comments = .none,
    from offset: Int = 0,
    line: Int = 1,
    mostColumns: Int = Self.mostColumns
  ) {
    base = bytes.bindMemory(to: UInt8.self).baseAddress
    count = bytes.count
    self.separator = separator.byte
    isBlankSeparated = separator == .blanks
    self.comments = comments
    self.mostColumns = mostColumns
    self.offset = offset
    self.line = line
    stops = .allocate(capacity: 256)
    stops.initialize(repeating: 0, count: 256)
    for byte in [separator.byte, 0x0a, 0x0d, 0x22] { stops[Int(byte)] = 1 }
    if separator == .blanks { stops[0x09] = 1 }
    // No row has more cells than bytes and one: many small files are read one after the other.
    fields = .allocate(capacity: min(mostColumns, bytes.count + 1))
  }

  deinit {
    stops.deallocate()
    fields.deallocate()
  }

  /// A cell of the current row.
  subscript(index: Int) -> CSVField {
    precondition(index >= 0 && index < fieldCount, "no such cell")
    return fields[index]
  }

  /// Goes back before the current row, which is the next one then.
  mutating func goBack() {
    offset = rowStart
    line = rowLine
  }

  /// Goes to the next row.
  mutating func next() -> Step {
    guard let base else { return .end }
    guard skipToContent(base) else { return .end }
    rowStart = offset
    rowLine = line
    fieldCount = 0
    var p = offset
    while true {
      p = skipBlanks(base, p)
      if isBlankSeparated, fieldCount > 0, p == count || base[p] == 0x0a || base[p] == 0x0d {
        endRow(base, p)
        return .row
      }
      guard fieldCount < mostColumns else { return fail(base, .tooManyColumns, p, p) }
      if p < count, base[p] == 0x22 {
        let opening = p
        let openingLine = line
        p &+= 1
        var field = CSVField(start: p, end: p, isQuoted: true, hasEscapes: false)
        closing: while true {
          guard p < count else {
            offset = count
            return .malformed(.unterminatedQuote, at: opening, line: openingLine)
          }
          switch base[p] {
          case 0x22:
            if p &+ 1 < count, base[p &+ 1] == 0x22 {
              field.hasEscapes = true
              p &+= 2
              continue closing
            }
            break closing
          case 0x0a: line &+= 1
          case 0x0d where !(p &+ 1 < count && base[p &+ 1] == 0x0a): line &+= 1
          default: break
          }
          p &+= 1
        }
        field.end = p
        if field.end &- field.start > Self.longestField {
          return fail(base, .fieldTooLong, opening, p)
        }
        fields[fieldCount] = field
        let close = p
        p = skipBlanks(base, p &+ 1)
        let ended = p == count || base[p] == separator || base[p] == 0x0a || base[p] == 0x0d
        guard ended || (isBlankSeparated && p > close &+ 1) else {
          return fail(base, .textAfterQuote, p, p)
        }
        fieldCount &+= 1
        if isBlankSeparated { continue }
      } else {
        let start = p
        while p < count, stops[Int(base[p])] == 0 { p &+= 1 }
        if p < count, base[p] == 0x22 { return fail(base, .strayQuote, p, p) }
        var end = p
        while end > start, base[end &- 1] == 0x20 || base[end &- 1] == 0x09 { end &-= 1 }
        if end &- start > Self.longestField { return fail(base, .fieldTooLong, start, p) }
        fields[fieldCount] = CSVField(start: start, end: end, isQuoted: false, hasEscapes: false)
        fieldCount &+= 1
        if isBlankSeparated { continue }
      }
      if p < count, base[p] == separator {
        p &+= 1
        continue
      }
      endRow(base, p)
      return .row
    }
  }

  /// Whether all cells of the current row are empty.
  var isBlank: Bool {
    for index in 0..<fieldCount where !fields[index].isEmpty { return false }
    return true
  }

  /// Past empty lines and comments; false at the end.
  private mutating func skipToContent(_ base: UnsafePointer<UInt8>) -> Bool {
    while offset < count {
      let p = skipBlanks(base, offset)
      if p == count {
        offset = count
        return false
      }
      switch base[p] {
      case 0x0a, 0x0d: endRow(base, p)
      case 0x23 where comments == .hashAndPercent, 0x25 where comments == .hashAndPercent:
        var q = p
        while q < count, base[q] != 0x0a, base[q] != 0x0d { q &+= 1 }
        commentCount &+= 1
        endRow(base, q)
      default: return true
      }
    }
    return false
  }

  private func skipBlanks(_ base: UnsafePointer<UInt8>, _ from: Int) -> Int {
    var p = from
    while p < count, base[p] == 0x20 || (base[p] == 0x09 && separator != 0x09) { p &+= 1 }
    return p
  }

  /// Moves past the line end at `p`, if there is one.
  private mutating func endRow(_ base: UnsafePointer<UInt8>, _ p: Int) {
    guard p < count else {
      offset = count
      return
    }
    line &+= 1
    offset = base[p] == 0x0d && p &+ 1 < count && base[p &+ 1] == 0x0a ? p &+ 2 : p &+ 1
  }

  /// Gives the row up and goes on at the line after `p`.
  private mutating func fail(
    _ base: UnsafePointer<UInt8>,
    _ problem: CSVProblem,
    _ place: Int,
    _ p: Int
  ) -> Step {
    let failedLine = line
    var q = p
    while q < count, base[q] != 0x0a, base[q] != 0x0d { q &+= 1 }
    endRow(base, q)
    return .malformed(problem, at: place, line: failedLine)
  }
}
