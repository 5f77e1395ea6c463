/// What a spreadsheet may make of a text that looks like a formula.
public enum FormulaGuard: Sendable, Equatable {
  /// Texts that begin with `= + - @`, a tab or a carriage return get an apostrophe in front.
  case apostrophe
  /// Texts are written as they are.
  case off
}

extension ResultTable {
  /// RFC 4180 with line feeds: a comma between cells, quotes where they are needed, an empty cell for a missing value, numbers
  /// exact to the last bit.
  public func csv(_ formulas: FormulaGuard = .apostrophe) -> String {
    var out = columns.joined(separator: ",") + "\n"
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { out += "," }
        switch cell {
        case .missing: break
        case .integer(let value): out += String(value)
        case .number(let value): out += NumberText.exact(value)
        case .text(let text): out += Self.quoted(formulas == .off ? text : Self.guarded(text))
        }
      }
      out += "\n"
    }
    return out
  }

  private static func guarded(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      "'" + text
    default: text
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
