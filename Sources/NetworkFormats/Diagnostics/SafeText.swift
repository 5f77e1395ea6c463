/// Making text from a file harmless for a terminal, and short enough to read.
public enum SafeText {
  /// The longest text from a file quoted in a message, in scalars.
  public static let longestQuote = 60

  /// Control characters as their pictures (U+2400 …), the characters that turn the writing
  /// direction or are invisible as U+FFFD; a tab as a space.
  public static func harmless(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: return " "
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{fffd}"
    case 0x20..<0x7f: return scalar
    case 0x7f: return "\u{2421}"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return "\u{fffd}"
    default: return scalar
    }
  }

  /// The text on one line with every scalar harmless.
  public static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(harmless(scalar)) }
    return String(out)
  }

  /// The text between double quotes, cut after `longestQuote` scalars.
  public static func quoted(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      if count == longestQuote {
        out.append("…")
        break
      }
      out.append(harmless(scalar))
      count += 1
    }
    return "\"" + String(out) + "\""
  }

  /// The text as one word of a command to copy into a shell.
  public static func argument(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-+/".unicodeScalars.contains($0)
    }
    return isPlain ? text : "'" + oneLine(text).replacing("'", with: "'\\''") + "'"
  }

  /// Columns a scalar takes on a terminal: 0 for marks that sit on another letter, 2 for wide
  /// East Asian letters and pictures, else 1. A rule of thumb: terminals differ.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}
