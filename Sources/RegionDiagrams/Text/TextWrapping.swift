/// Makes names fit: broken where words end, shortened where they are too long to be read on a map.
enum TextWrapping {
  /// Name as it is drawn: no control characters, runs of blanks as one.
  static func clean(_ text: String) -> String {
    var result = ""
    var isBlank = true
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if scalar.properties.isWhitespace || value < 0x20 || (0x7F...0x9F).contains(value) {
        if !isBlank { result.unicodeScalars.append(" ") }
        isBlank = true
      } else {
        result.unicodeScalars.append(scalar)
        isBlank = false
      }
    }
    if result.hasSuffix(" ") { result.removeLast() }
    return result
  }

  /// At most `limit` columns, with an ellipsis where something is missing.
  static func shortened(_ text: String, to limit: Int) -> String {
    guard width(of: text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      used += width(of: character)
      if used > limit - 1 { break }
      result.append(character)
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result + "…"
  }

  /// Lines of at most `columns` columns, at most `lines` of them, separated by line feeds.
  static func wrapped(_ text: String, columns: Int, lines limit: Int) -> String {
    var lines: [String] = [""]
    for piece in pieces(of: clean(text), columns: columns) {
      let current = lines[lines.count - 1]
      if current.isEmpty || width(of: current) + width(of: trimmed(piece)) <= columns {
        lines[lines.count - 1] = current + piece
      } else {
        lines.append(piece)
      }
    }
    if lines.count > limit {
      let rest = lines[(limit - 1)...].joined()
      lines.removeSubrange((limit - 1)...)
      lines.append(shortened(rest, to: columns))
    }
    return lines.map { trimmed($0) }.joined(separator: "\n")
  }

  /// The name of a node: one line where it is short, else up to three of about the same length.
  static func named(_ text: String) -> String {
    let name = clean(text)
    guard width(of: name) > 21 else { return name }
    let usual = wrapped(name, columns: 18, lines: 3)
    guard !usual.hasSuffix("…") else { return usual }
    func lines(_ text: String) -> Int { text.utf8.count { $0 == 0x0A } }
    // The narrowest way to break it into as many lines, with nothing lost.
    for columns in 8..<18 {
      let narrow = wrapped(name, columns: columns, lines: 3)
      let widest = narrow.split(separator: "\n").map { width(of: $0) }.max() ?? 0
      if lines(narrow) == lines(usual), !narrow.hasSuffix("…"), widest <= columns { return narrow }
    }
    return usual
  }

  /// Columns of a terminal: two for what East Asian fonts draw wide, one for the rest.
  static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private static func trimmed(_ text: String) -> String {
    text.hasSuffix(" ") ? String(text.dropLast()) : text
  }

  /// Words with the blank, hyphen or slash they end with; a word longer than a line in parts.
  private static func pieces(of text: String, columns: Int) -> [String] {
    var result: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      let endsWord = character == " " || character == "-" || character == "/" || character == "_"
      if (endsWord && width(of: word) > 3) || character == " " || width(of: word) >= columns + 4 {
        result.append(word)
        word = ""
      }
    }
    if !word.isEmpty { result.append(word) }
    return result
  }
}
