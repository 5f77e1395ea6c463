extension ResultTable {
  /// The table for a terminal: columns aligned, numbers to the right and rounded, names shortened to `widest` cells.
  public func terminal(widest: Int = 40) -> String {
    let texts = rows.map { row in
      row.map { cell in TerminalText.shortened(TerminalText.safe(cell.forReading), to: widest) }
    }
    let widths = columns.indices.map { column in
      texts.reduce(columns[column].count) { max($0, TerminalText.width($1[column])) }
    }
    let numeric = columns.indices.map { column in rows.contains { $0[column].numeric != nil } }
    var out = ""
    func line(_ cells: [String]) {
      var text = ""
      for (column, cell) in cells.enumerated() {
        if column > 0 { text += "  " }
        let space = String(repeating: " ", count: widths[column] - TerminalText.width(cell))
        text += numeric[column] ? space + cell : cell + space
      }
      while text.last == " " { text.removeLast() }
      out += text + "\n"
    }
    line(columns)
    for cells in texts { line(cells) }
    return out
  }
}

/// Text that is safe and measurable on a terminal.
public enum TerminalText {
  /// The text without control characters, escape sequences and direction marks, which could rewrite what stands around it.
  public static func safe(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: out += " "
      case 0..<0x20, 0x7F..<0xA0: out += "\u{FFFD}"
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x2028, 0x2029: continue
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Columns that the text takes: wide East Asian characters and emoji take two.
  public static func width(_ text: String) -> Int {
    text.reduce(0) { sum, character in
      guard let first = character.unicodeScalars.first else { return sum }
      switch first.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }

  /// The text cut to `columns`, with an ellipsis where something is gone.
  public static func shortened(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    var out = ""
    var used = 1
    for character in text {
      let own = width(String(character))
      if used + own > columns { break }
      out.append(character)
      used += own
    }
    return out + "…"
  }
}
