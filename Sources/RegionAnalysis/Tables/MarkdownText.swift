extension ResultTable {
  /// A Markdown table, numbers rounded for reading.
  public func markdown() -> String {
    let numeric = columns.indices.map { column in
      rows.contains { $0[column].numeric != nil }
    }
    var out = "| " + columns.joined(separator: " | ") + " |\n|"
    for isNumber in numeric { out += isNumber ? "---:|" : "---|" }
    out += "\n"
    for row in rows {
      out += "| " + row.map { Self.escaped($0.forReading) }.joined(separator: " | ") + " |\n"
    }
    return out
  }

  /// Keeps a name from ending its cell, starting markup or commanding a terminal.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]", "<", "~", "&": out += "\\" + String(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Cell {
  /// The value as a person reads it; nothing for a missing one.
  public var forReading: String {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let value): NumberText.forReading(value)
    case .missing: ""
    }
  }
}
