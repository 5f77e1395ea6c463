/// A word of a DOT file.
enum DOTToken: Equatable {
  /// A name, a number, or a text between quotes.
  case id(String)
  /// The text of an HTML label.
  case html(String)
  /// `--` or `->`.
  case edge(isDirected: Bool)
  /// One of `{ } [ ] ; , = :`.
  case mark(UInt8)
  case end

  /// What a name or a value says; nil of what is neither.
  var text: String? {
    switch self {
    case .id(let text), .html(let text): text
    default: nil
    }
  }
}

/// Cuts a DOT file into words (the grammar of Graphviz).
struct DOTScanner {
  /// The words of the language, in small letters; as a name they stand between quotes.
  static let keywords: Set<String> = ["strict", "graph", "digraph", "node", "edge", "subgraph"]

  struct Problem: Error {
    let message: String
    var hint: String?
    let at: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  /// Where the last word begins.
  private(set) var place = 0
  /// Whether the last word stood between quotes or `<` and `>`, so that it is no keyword.
  private(set) var isQuoted = false
  /// A word that was looked at and not taken.
  private var held: (token: DOTToken, place: Int, isQuoted: Bool)?

  init(_ source: SourceText) { bytes = source.bytes }

  /// The next word, which stays.
  mutating func peek() throws(Problem) -> DOTToken {
    if let held { return held.token }
    let before = (place, isQuoted)
    let token = try scan()
    held = (token, place, isQuoted)
    (place, isQuoted) = before
    return token
  }

  /// The next word.
  mutating func next() throws(Problem) -> DOTToken {
    if let held {
      (place, isQuoted) = (held.place, held.isQuoted)
      self.held = nil
      return held.token
    }
    return try scan()
  }

  private mutating func scan() throws(Problem) -> DOTToken {
    try skipBlanks()
    place = at
    isQuoted = false
    guard at < bytes.count else { return .end }
    switch bytes[at] {
    case 0x22: return .id(try quoted())
    case 0x3c: return .html(try html())
    case 0x7b, 0x7d, 0x5b, 0x5d, 0x3b, 0x2c, 0x3d, 0x3a, 0x2b:
      at += 1
      return .mark(bytes[at - 1])
    case 0x2d where at + 1 < bytes.count && (bytes[at + 1] == 0x2d || bytes[at + 1] == 0x3e):
      at += 2
      return .edge(isDirected: bytes[at - 1] == 0x3e)
    case 0x2d, 0x2e, 0x30...0x39: return .id(try number())
    default:
      guard isLetter(bytes[at]) else {
        throw Problem(
          message: "no word begins like this",
          hint: "put names with other than letters and digits between double quotes",
          at: at
        )
      }
      while at < bytes.count, isLetter(bytes[at]) || isDigit(bytes[at]) { at += 1 }
      return .id(String(decoding: bytes[place..<at], as: UTF8.self))
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x5f || byte >= 0x80
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func number() throws(Problem) -> String {
    if bytes[at] == 0x2d { at += 1 }
    var digits = 0
    while at < bytes.count, isDigit(bytes[at]) {
      at += 1
      digits += 1
    }
    if at < bytes.count, bytes[at] == 0x2e {
      at += 1
      while at < bytes.count, isDigit(bytes[at]) {
        at += 1
        digits += 1
      }
    }
    guard digits > 0 else { throw Problem(message: "a number is missing here", at: place) }
    if at < bytes.count, isLetter(bytes[at]) || bytes[at] == 0x2e {
      throw Problem(
        message: "a number runs into a word",
        hint:
          "put names that begin with digits, and numbers with an exponent, between double quotes",
        at: place
      )
    }
    return String(decoding: bytes[place..<at], as: UTF8.self)
  }

  /// A text between quotes, and those joined to it by `+`.
  private mutating func quoted() throws(Problem) -> String {
    var text: [UInt8] = []
    let first = place
    while true {
      let opening = at
      at += 1
      while true {
        guard at < bytes.count else {
          throw Problem(
            message: "the quote opened here is never closed",
            hint: "a quote in a text is written \\\"",
            at: opening
          )
        }
        if bytes[at] == 0x22 { break }
        if bytes[at] == 0x5c, at + 1 < bytes.count {
          escape(&text)
        } else {
          text.append(bytes[at])
          at += 1
        }
      }
      at += 1
      let end = at
      try skipBlanks()
      guard at < bytes.count, bytes[at] == 0x2b else {
        at = end
        break
      }
      at += 1
      try skipBlanks()
      guard at < bytes.count, bytes[at] == 0x22 else {
        throw Problem(message: "a quoted text is missing after +", at: at)
      }
    }
    place = first
    isQuoted = true
    return String(decoding: text, as: UTF8.self)
  }

  /// `\"`, `\\` and line ends as what they mean; other escapes stay as they are.
  private mutating func escape(_ text: inout [UInt8]) {
    let next = bytes[at + 1]
    at += 2
    switch next {
    case 0x22, 0x5c: text.append(next)
    case 0x6e, 0x6c, 0x72: text.append(0x0a)
    case 0x0a: break
    case 0x0d:
      if at < bytes.count, bytes[at] == 0x0a { at += 1 }
    default: text += [0x5c, next]
    }
  }

  private mutating func html() throws(Problem) -> String {
    var depth = 0
    let first = at
    while at < bytes.count {
      if bytes[at] == 0x3c { depth += 1 }
      if bytes[at] == 0x3e { depth -= 1 }
      at += 1
      if depth == 0 {
        isQuoted = true
        return String(decoding: bytes[first + 1..<at - 1], as: UTF8.self)
      }
    }
    throw Problem(message: "the < opened here is never closed", at: first)
  }

  /// Past blanks, comments, and lines of a preprocessor.
  private mutating func skipBlanks() throws(Problem) {
    while at < bytes.count {
      let byte = bytes[at]
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      if byte <= 0x20 {
        at += 1
      } else if byte == 0x23, at == 0 || bytes[at - 1] == 0x0a || bytes[at - 1] == 0x0d {
        skipLine()
      } else if byte == 0x2f, next == 0x2f {
        skipLine()
      } else if byte == 0x2f, next == 0x2a {
        let opening = at
        at += 2
        while at + 1 < bytes.count, !(bytes[at] == 0x2a && bytes[at + 1] == 0x2f) { at += 1 }
        guard at + 1 < bytes.count else {
          throw Problem(message: "the comment opened here is never closed", at: opening)
        }
        at += 2
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != 0x0a, bytes[at] != 0x0d { at += 1 }
  }
}
