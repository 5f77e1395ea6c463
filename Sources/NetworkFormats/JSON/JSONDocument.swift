/// A JSON text as one array of values in the order of the text: strict RFC 8259, nothing recursive.
///
/// A name twice in one object, text after the value, a lone surrogate, a bare control character and
/// numbers such as `01` or `NaN` are refused at their place.
struct JSONDocument {
  enum Kind { case object, array, string, number, yes, no, null }

  /// A value: of an object its names and values follow in turn, of an array its values.
  struct Value {
    let kind: Kind
    /// Where it stands in the text, quotes and brackets included.
    let start: Int
    fileprivate(set) var end: Int
    /// The index after all that is inside.
    fileprivate(set) var next: Int
    fileprivate(set) var hasEscapes = false
  }

  /// Why a text is no JSON.
  struct Problem: Error {
    let code: DiagnosticCode
    let message: String
    var hint: String?
    let at: Int
  }

  let source: SourceText
  private(set) var values: [Value] = []

  /// Reads the text.
  init(_ source: SourceText) throws(Problem) {
    self.source = source
    var parser = JSONParser(source.bytes)
    values = try parser.parse()
  }

  // MARK: Reading values

  /// Index of the value under a name of an object, or nil.
  func member(_ name: String, of object: Int) -> Int? {
    var found: Int?
    forEachMember(of: object) { key, value in
      if found == nil, string(key) == name { found = value }
    }
    return found
  }

  /// Calls `body` with the indices of every name and value of an object.
  func forEachMember(of object: Int, _ body: (_ name: Int, _ value: Int) -> Void) {
    guard values[object].kind == .object else { return }
    var at = object + 1
    while at < values[object].next {
      body(at, at + 1)
      at = values[at + 1].next
    }
  }

  /// Calls `body` with the index of every element of an array.
  func forEachElement(of array: Int, _ body: (Int) -> Void) {
    guard values[array].kind == .array else { return }
    var at = array + 1
    while at < values[array].next {
      body(at)
      at = values[at].next
    }
  }

  func kind(_ value: Int) -> Kind { values[value].kind }
  func place(_ value: Int) -> Int { values[value].start }

  /// The text of a string.
  func string(_ value: Int) -> String {
    let entry = values[value]
    let inside = UnsafeRawBufferPointer(rebasing: source.bytes[entry.start + 1..<entry.end - 1])
    guard entry.hasEscapes else { return String(decoding: inside, as: UTF8.self) }
    return JSONText.unescaped(inside)
  }

  /// A string, a number or a truth as text; nil for null, objects and arrays.
  func scalar(_ value: Int) -> String? {
    switch values[value].kind {
    case .string: string(value)
    case .number: source.string(values[value].start..<values[value].end)
    case .yes: "true"
    case .no: "false"
    case .null, .object, .array: nil
    }
  }

  /// The value as the text of a cell: of a list of scalars a list cell, of what is deeper its JSON;
  /// nil for null.
  func cell(_ value: Int) -> String? {
    switch values[value].kind {
    case .null: return nil
    case .object: break
    case .array:
      var items: [String] = []
      var isFlat = true
      forEachElement(of: value) { element in
        if let item = scalar(element) { items.append(item) } else { isFlat = false }
      }
      if isFlat { return items.isEmpty ? nil : ListCell.join(items) }
    default: return scalar(value)
    }
    return source.string(values[value].start..<values[value].end)
  }
}

/// Puts the array of values together.
private struct JSONParser {
  /// The deepest nesting.
  static let deepest = 512

  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private var values: [JSONDocument.Value] = []
  /// Open objects and arrays, with the names of objects.
  private var open: [(index: Int, names: Set<String>)] = []

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  typealias Problem = JSONDocument.Problem

  mutating func parse() throws(Problem) -> [JSONDocument.Value] {
    skipBlanks()
    try value()
    while let (index, _) = open.last {
      skipBlanks()
      let isObject = values[index].kind == .object
      let isEmpty = values.count == index + 1
      guard at < bytes.count else {
        throw problem(
          "the text ends inside \(isObject ? "an object" : "a list")",
          "is the file complete?"
        )
      }
      if bytes[at] == (isObject ? 0x7d : 0x5d) {
        at += 1
        values[index].end = at
        values[index].next = values.count
        open.removeLast()
        continue
      }
      if !isEmpty {
        guard bytes[at] == 0x2c else { throw problem("a comma is missing here", nil) }
        at += 1
        skipBlanks()
      }
      if isObject { try name() }
      try value()
    }
    skipBlanks()
    guard at == bytes.count else {
      throw problem("text follows the end of the document", "one file holds one JSON value")
    }
    return values
  }

  private mutating func name() throws(Problem) {
    guard at < bytes.count, bytes[at] == 0x22 else {
      throw problem("a name between double quotes is missing here", "is there a comma too many?")
    }
    let start = at
    try string()
    let last = values[values.count - 1]
    let inside = UnsafeRawBufferPointer(rebasing: bytes[last.start + 1..<last.end - 1])
    let text =
      last.hasEscapes ? JSONText.unescaped(inside) : String(decoding: inside, as: UTF8.self)
    guard open[open.count - 1].names.insert(text).inserted else {
      throw Problem(
        code: .duplicateKey,
        message: "the name \(SafeText.quoted(text)) is there twice in one object",
        at: start
      )
    }
    skipBlanks()
    guard at < bytes.count, bytes[at] == 0x3a else { throw problem("a colon is missing here", nil) }
    at += 1
    skipBlanks()
  }

  private mutating func value() throws(Problem) {
    guard at < bytes.count else { throw problem("a value is missing", "is the file complete?") }
    switch bytes[at] {
    case 0x7b, 0x5b:
      guard open.count < Self.deepest else {
        throw problem("values are nested more than \(Self.deepest) deep", nil)
      }
      let kind: JSONDocument.Kind = bytes[at] == 0x7b ? .object : .array
      open.append((values.count, []))
      values.append(JSONDocument.Value(kind: kind, start: at, end: at, next: 0))
      at += 1
    case 0x22: try string()
    case 0x2d, 0x30...0x39: try number()
    case 0x74: try word("true", .yes)
    case 0x66: try word("false", .no)
    case 0x6e: try word("null", .null)
    default: throw noValue()
    }
  }

  /// What stands where a value should begin.
  private func noValue() -> Problem {
    for word in ["NaN", "Infinity", "+Infinity"] where bytes[at...].starts(with: word.utf8) {
      return problem("\(word) is no number of JSON", "write null where there is no value")
    }
    if bytes[at] == 0x5d || bytes[at] == 0x7d || bytes[at] == 0x2c {
      return problem("a value is missing here", "is there a comma too many?")
    }
    return problem("no value begins like this", "texts stand between double quotes")
  }

  private mutating func word(_ word: String, _ kind: JSONDocument.Kind) throws(Problem) {
    let count = word.utf8.count
    guard bytes.count - at >= count, bytes[at..<at + count].elementsEqual(word.utf8) else {
      throw noValue()
    }
    append(kind, from: at, to: at + count)
  }

  private mutating func append(_ kind: JSONDocument.Kind, from start: Int, to end: Int) {
    at = end
    values.append(
      JSONDocument.Value(kind: kind, start: start, end: end, next: values.count + 1)
    )
  }

  private mutating func number() throws(Problem) {
    let start = at
    var p = at
    func digits() -> Int {
      var q = p
      while q < bytes.count, bytes[q] >= 0x30, bytes[q] <= 0x39 { q += 1 }
      return q - p
    }
    if bytes[p] == 0x2d { p += 1 }
    let whole = digits()
    guard whole > 0 else {
      if bytes[p...].starts(with: "Infinity".utf8) {
        throw problem("-Infinity is no number of JSON", "write null where there is no value")
      }
      throw problem("no number", "digits follow the sign")
    }
    guard whole == 1 || bytes[p] != 0x30 else {
      throw problem("no number begins with 0 and another digit", "a code is a text: \"0301\"")
    }
    p += whole
    if p < bytes.count, bytes[p] == 0x2e {
      p += 1
      let count = digits()
      guard count > 0 else { throw problem("digits are missing after the point", nil) }
      p += count
    }
    if p < bytes.count, bytes[p] | 0x20 == 0x65 {
      p += 1
      if p < bytes.count, bytes[p] == 0x2b || bytes[p] == 0x2d { p += 1 }
      let count = digits()
      guard count > 0 else { throw problem("digits are missing in the exponent", nil) }
      p += count
    }
    append(.number, from: start, to: p)
  }

  private mutating func string() throws(Problem) {
    let start = at
    var p = at + 1
    var hasEscapes = false
    while true {
      guard p < bytes.count else {
        throw Problem(
          code: .unterminatedQuote,
          message: "the quote opened here is never closed",
          at: start
        )
      }
      let byte = bytes[p]
      if byte == 0x22 { break }
      if byte < 0x20 {
        at = p
        throw problem("a control character inside a text", "write \\n for a line end")
      }
      guard byte == 0x5c else {
        p += 1
        continue
      }
      hasEscapes = true
      let length = JSONText.escapeLength(bytes, p)
      guard length > 0 else {
        at = p
        if p + 1 < bytes.count, bytes[p + 1] == 0x75 {
          throw problem(
            "no character has this escape",
            "\\u and four digits; those from D800 to DFFF only as a pair of high and low"
          )
        }
        throw problem("no escape begins like this", "a backslash is written \\\\")
      }
      // No table and no line of text can hold it, so nothing could be done with such a name.
      if JSONText.isNUL(bytes, p) {
        at = p
        throw problem("a NUL character inside a text", "leave \\u0000 out")
      }
      p += length
    }
    append(.string, from: start, to: p + 1)
    values[values.count - 1].hasEscapes = hasEscapes
  }

  private mutating func skipBlanks() {
    while at < bytes.count,
      bytes[at] == 0x20 || bytes[at] == 0x0a || bytes[at] == 0x0d || bytes[at] == 0x09
    {
      at += 1
    }
  }

  private func problem(_ message: String, _ hint: String?) -> Problem {
    Problem(code: .badJSON, message: message, hint: hint, at: at)
  }
}
