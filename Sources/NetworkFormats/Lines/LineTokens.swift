/// A word of a line.
struct LineToken {
  /// Where it stands, quotes included.
  let range: Range<Int>
  let isQuoted: Bool

  /// Its bytes without quotes.
  var inside: Range<Int> {
    isQuoted ? range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1) : range
  }
}

/// Goes through a text line by line and cuts lines into words, as old network formats have them.
struct LineTokens {
  private let bytes: UnsafeRawBufferPointer
  /// Where the next line begins.
  private var next = 0
  /// Where the current line begins.
  private(set) var start = 0
  /// Where the current line ends, without its line end.
  private(set) var end = 0

  init(_ source: SourceText) { bytes = source.bytes }

  /// Goes to the next line that is not blank and no comment (`%`); false at the end.
  mutating func nextLine(commentMark: UInt8? = 0x25) -> Bool {
    while next < bytes.count {
      start = next
      end = next
      while end < bytes.count, bytes[end] != 0x0a, bytes[end] != 0x0d { end += 1 }
      next = end < bytes.count ? end + 1 : end
      if end < bytes.count, bytes[end] == 0x0d, next < bytes.count, bytes[next] == 0x0a {
        next += 1
      }
      var first = start
      while first < end, Self.isBlank(bytes[first]) { first += 1 }
      if first < end, bytes[first] != commentMark { return true }
    }
    start = bytes.count
    end = bytes.count
    return false
  }

  /// The words of the current line: between blanks, or between double quotes. A bracket begins a word
  /// that ends with its partner.
  func words() -> [LineToken] {
    var words: [LineToken] = []
    var at = start
    // Marks without a partner before the end of the line are not looked for again.
    var unclosed: [UInt8] = []
    while true {
      while at < end, Self.isBlank(bytes[at]) { at += 1 }
      guard at < end else { return words }
      let first = at
      let closing: UInt8? =
        switch bytes[at] {
        case 0x22: 0x22
        case 0x5b: 0x5d
        default: nil
        }
      if let closing, !unclosed.contains(closing) {
        if let close = bytes[(at + 1)..<end].firstIndex(of: closing) {
          at = close + 1
          words.append(LineToken(range: first..<at, isQuoted: closing == 0x22))
          continue
        }
        unclosed.append(closing)
      }
      while at < end, !Self.isBlank(bytes[at]) { at += 1 }
      words.append(LineToken(range: first..<at, isQuoted: false))
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// Characters written as `&…;`.
enum CharacterReferences {
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
    "aelig": "æ", "AElig": "Æ", "oslash": "ø", "Oslash": "Ø", "aring": "å", "Aring": "Å",
    "auml": "ä", "Auml": "Ä", "ouml": "ö", "Ouml": "Ö", "uuml": "ü", "Uuml": "Ü",
    "eacute": "é", "Eacute": "É", "egrave": "è", "szlig": "ß", "ccedil": "ç", "ntilde": "ñ",
  ]

  /// The text with references as the characters they stand for; what is none stays as it is.
  static func decoded(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x26, let (scalar, length) = reference(bytes, at) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        at += length
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func reference(
    _ bytes: UnsafeRawBufferPointer,
    _ at: Int
  ) -> (Unicode.Scalar, Int)? {
    let limit = min(bytes.count, at + 12)
    guard let end = bytes[(at + 1)..<limit].firstIndex(of: 0x3b), end > at + 1 else { return nil }
    let word = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
    guard word.hasPrefix("#") else { return names[word].map { ($0, end + 1 - at) } }
    let digits = word.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let text = isHexadecimal ? digits.dropFirst() : digits
    guard text.utf8.allSatisfy({ $0 != 0x2b && $0 != 0x2d }),
      let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value != 0,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, end + 1 - at)
  }

  /// The text in ASCII, everything else and `&` as references, and these characters too.
  static func encoded(_ text: String, and others: Set<Unicode.Scalar>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x7f || scalar.value < 0x20 || scalar == "&" || others.contains(scalar) {
        out.add("&#\(scalar.value);")
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
