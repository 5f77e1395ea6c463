/// A JSON document whose keys keep the order they were given, so that the same result is always the same bytes.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written in shortest round-trip form; a value that is not finite becomes `null`, for JSON has no other word for it.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A text or `null`.
  public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A number or `null`.
  public static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }

  /// Compares keys in order too.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    left.text(indented: false) == right.text(indented: false)
  }

  /// A cell of a table.
  public init(_ cell: Cell) {
    switch cell {
    case .text(let text): self = .string(text)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .missing: self = .null
    }
  }

  /// One object per row, keyed by the headings.
  public static func rows(_ table: ResultTable) -> JSONValue {
    .array(
      table.rows.map { row in .object(zip(table.columns, row.map(JSONValue.init)).map { ($0, $1) })
      }
    )
  }

  /// The document as text: indented with two spaces down to the rows of a table, which stay on one line each.
  public func text(indented: Bool = true) -> String {
    var out = ""
    write(to: &out, depth: indented ? 0 : nil)
    return out
  }

  private var isFlat: Bool {
    switch self {
    case .array(let items): !items.contains { $0.isContainer }
    case .object(let pairs): !pairs.contains { $0.1.isContainer }
    default: true
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array(let items): !items.isEmpty
    case .object(let pairs): !pairs.isEmpty
    default: false
    }
  }

  private func write(to out: inout String, depth: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .number(let value): out += value.isFinite ? NumberText.exact(value) : "null"
    case .string(let text): Self.write(text, to: &out)
    case .array(let items):
      Self.write(items.map { (nil, $0) }, "[", "]", flat: isFlat, to: &out, depth)
    case .object(let pairs):
      Self.write(
        pairs.map { ($0, $1) },
        "{",
        "}",
        flat: isFlat && (depth ?? 0) > 0,
        to: &out,
        depth
      )
    }
  }

  private static func write(
    _ items: [(String?, JSONValue)],
    _ open: String,
    _ close: String,
    flat: Bool,
    to out: inout String,
    _ depth: Int?
  ) {
    let inner = flat ? nil : depth.map { $0 + 1 }
    out += open
    for (index, (key, value)) in items.enumerated() {
      if index > 0 { out += inner == nil && depth != nil ? ", " : "," }
      if let inner { out += "\n" + String(repeating: "  ", count: inner) }
      if let key {
        write(key, to: &out)
        out += depth == nil ? ":" : ": "
      }
      value.write(to: &out, depth: inner ?? depth)
    }
    if inner != nil, !items.isEmpty, let depth {
      out += "\n" + String(repeating: "  ", count: depth)
    }
    out += close
  }

  /// Escapes what JSON demands and what would do harm inside a script element or on a terminal.
  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "<": out += "\\u003c"
      case "\u{2028}": out += "\\u2028"
      case "\u{2029}": out += "\\u2029"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension JSONValue {
  /// The object with cells put before its own keys; anything but an object stays as it is.
  public func with(_ extra: [(name: String, value: Cell)]) -> JSONValue {
    guard case .object(let pairs) = self else { return self }
    return .object(extra.map { ($0.name, JSONValue($0.value)) } + pairs)
  }
}

extension JSONValue {
  /// Keys and values of an object; none for anything else.
  public var pairs: [(String, JSONValue)] {
    if case .object(let pairs) = self { return pairs }
    return []
  }
}
