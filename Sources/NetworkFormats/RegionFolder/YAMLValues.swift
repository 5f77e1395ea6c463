import LearningRegion
import Yams

/// Reads values of a YAML document and reports those of the wrong kind at their place.
struct YAMLValues {
  let document: YAMLDocument
  let builder: ReportBuilder
  /// How bad a key is that nobody knows.
  let unknownKeys: Diagnostic.Severity

  func fail(_ code: DiagnosticCode, _ message: String, hint: String? = nil, at node: Node) {
    builder.error { document.diagnostic(code, message, hint: hint, at: node) }
  }

  /// Whether a file is what it should be: keys with values.
  ///
  /// - Parameter such: a line as an example.
  func isMapping(_ root: Node, _ file: String, such line: String) -> Bool {
    if case .mapping = root { return true }
    let found = if case .sequence = root { "a list" } else { "a text" }
    fail(
      .wrongKind,
      "\(file) should be lines of \"key: value\", and this is \(found)",
      hint: "such as \"\(line)\"",
      at: root
    )
    return false
  }

  /// The entries of a mapping; keys that are not `known` are reported and left out.
  func entries(
    _ node: Node,
    _ what: String,
    _ known: [String]?
  ) -> [(key: Node, name: String, value: Node)] {
    if isNull(node) { return [] }
    guard case .mapping(let mapping) = node else {
      fail(.wrongKind, "\(what) should be a list of \"key: value\"", at: node)
      return []
    }
    var entries: [(Node, String, Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key, !scalar.string.isEmpty else {
        fail(.wrongKind, "a key should be a word", at: key)
        continue
      }
      let name = NormalForm.text(scalar.string)
      guard let known else {
        entries.append((key, name, value))
        continue
      }
      let plain = HeadingKey.key(name)
      if known.contains(plain) {
        entries.append((key, plain, value))
        continue
      }
      let near = Suggestion.nearest(to: plain, among: known)
      builder.report.diagnostics.add(unknownKeys) {
        document.diagnostic(
          .unknownKey,
          "unknown key \(SafeText.quoted(name)) in \(what)",
          hint: near.map { "did you mean \"\($0)\"?" }
            ?? "known are \(known.joined(separator: ", "))",
          severity: unknownKeys,
          at: key
        )
      }
    }
    return entries
  }

  func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string.lowercased())
  }

  func text(_ node: Node, _ what: String) -> String? {
    if isNull(node) { return nil }
    guard case .scalar(let scalar) = node else {
      fail(.wrongKind, "\(what) should be a text", at: node)
      return nil
    }
    return scalar.string.isEmpty ? nil : NormalForm.text(scalar.string)
  }

  func texts(_ node: Node, _ what: String) -> [String] {
    guard case .sequence(let items) = node else { return text(node, what).map { [$0] } ?? [] }
    return items.compactMap { text($0, what) }
  }

  func day(_ node: Node, _ what: String) -> Day? {
    guard let text = text(node, what) else { return nil }
    if let day = Day(text) { return day }
    fail(
      .badDate,
      "\(SafeText.quoted(text)) is not a date",
      hint: "write dates as YYYY, YYYY-MM or YYYY-MM-DD",
      at: node
    )
    return nil
  }

  func flag(_ node: Node, _ what: String) -> Bool? {
    guard let text = text(node, what) else { return nil }
    switch text.lowercased() {
    case "yes", "true", "on", "y": return true
    case "no", "false", "off", "n": return false
    default:
      fail(.badChoice, "\(what) should be true or false", at: node)
      return nil
    }
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ node: Node,
    _ what: String
  ) -> Value? {
    guard let text = text(node, what) else { return nil }
    if let value = Value(rawValue: HeadingKey.key(text)) { return value }
    let choices = Value.allCases.map(\.rawValue)
    let near = Suggestion.nearest(to: text, among: choices)
    fail(
      .badChoice,
      "\(SafeText.quoted(text)) is not a known \(what)",
      hint: (near.map { "did you mean \"\($0)\"? " } ?? "")
        + "it can be \(choices.joined(separator: ", "))",
      at: node
    )
    return nil
  }

  func range(_ node: Node) -> ClosedRange<Double>? {
    if isNull(node) { return nil }
    if case .sequence(let items) = node, items.count == 2, let low = number(items[0]),
      let high = number(items[1]), low <= high
    {
      return low...high
    }
    fail(
      .wrongKind,
      "the scale should be two numbers, the smaller first",
      hint: "such as [1, 5]",
      at: node
    )
    return nil
  }

  func number(_ node: Node) -> Double? {
    guard case .scalar(let scalar) = node else { return nil }
    var text = scalar.string
    let number = text.withUTF8 { bytes in
      try? NumberReader.double(UnsafeRawBufferPointer(bytes))
    }
    return number.flatMap { $0.mark == .comma ? nil : $0.value }
  }
}
