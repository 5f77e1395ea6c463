import LearningRegion
import Yams

/// Reads `region.yaml` into a draft.
struct RegionYAMLReader {
  private let document: YAMLDocument
  private let builder: ReportBuilder

  init(_ source: SourceText, _ builder: ReportBuilder) {
    document = YAMLDocument(source: source)
    self.builder = builder
  }

  func read(into draft: inout RegionDraft) {
    TextNotes.encoding(document.source, builder)
    guard let root = document.root(builder), !isNull(root) else { return }
    let known = [
      "title", "date", "language", "relations", "actor_types", "waves", "boundary", "purpose",
      "consent", "sources",
    ]
    for (key, name, value) in entries(root, "the file", known) {
      switch name {
      case "title": draft.header.title = text(value, name)
      case "date": draft.header.date = day(value, name)
      case "language": draft.header.language = text(value, name)
      case "purpose": draft.header.purpose = text(value, name)
      case "consent": draft.header.consent = text(value, name)
      case "sources": draft.header.sources = texts(value, name)
      case "boundary": draft.header.boundary = boundary(value)
      case "relations": draft.relations = relations(value, key)
      case "actor_types": draft.actorTypes = actorTypes(value)
      default:
        draft.waves = waves(value, key)
        draft.declaredWaves = draft.waves.count
      }
    }
  }

  // MARK: Parts

  private func relations(_ node: Node, _ key: Node) -> [Relation] {
    var relations: [Relation] = []
    for (_, name, value) in entries(node, "relations", nil) {
      guard hasRoom(relations.count, "relations", key) else { break }
      var relation = Relation(name: name)
      for (_, property, value) in entries(
        value,
        "a relation",
        ["kind", "directed", "scale", "label"]
      ) {
        switch property {
        case "kind": relation.kind = choice(value, "kind") ?? relation.kind
        case "directed": relation.directed = flag(value, "directed")
        case "scale": relation.scale = scale(value)
        default: relation.label = text(value, "label")
        }
      }
      relations.append(relation)
    }
    return relations
  }

  private func actorTypes(_ node: Node) -> [ActorTypeInfo] {
    entries(node, "actor_types", nil).map { _, name, value in
      var info = ActorTypeInfo(name: name)
      for (_, property, value) in entries(value, "an actor type", ["label", "sphere"]) {
        switch property {
        case "label": info.label = text(value, "label")
        default: info.sphere = (choice(value, "sphere") as Sphere?)?.rawValue
        }
      }
      return info
    }
  }

  /// A list of names, of `{name, date}`, or a mapping of names to dates.
  private func waves(_ node: Node, _ key: Node) -> [Wave] {
    var waves: [Wave] = []
    var names = Set<String>()
    func add(_ wave: Wave, at node: Node) {
      guard hasRoom(waves.count, "waves", key) else { return }
      if names.insert(wave.name).inserted {
        waves.append(wave)
      } else {
        fail(.duplicateKey, "the wave \(SafeText.quoted(wave.name)) is there twice", at: node)
      }
    }
    guard case .sequence(let items) = node else {
      for (key, name, value) in entries(node, "waves", nil) {
        add(Wave(name: name, date: isNull(value) ? nil : day(value, "date")), at: key)
      }
      return waves
    }
    for item in items {
      guard case .mapping = item else {
        if let name = text(item, "a wave") { add(Wave(name: name), at: item) }
        continue
      }
      var name: String?
      var date: Day?
      for (_, property, value) in entries(item, "a wave", ["name", "date"]) {
        switch property {
        case "name": name = text(value, "name")
        default: date = day(value, "date")
        }
      }
      if let name {
        add(Wave(name: name, date: date), at: item)
      } else {
        fail(.missingValue, "the wave has no name", at: item)
      }
    }
    return waves
  }

  private func boundary(_ node: Node) -> Boundary {
    var boundary = Boundary()
    for (_, property, value) in entries(
      node,
      "boundary",
      ["rule", "decided_by", "date", "method"]
    ) {
      switch property {
      case "rule": boundary.rule = text(value, property)
      case "decided_by": boundary.decidedBy = text(value, property)
      case "date": boundary.date = day(value, property)
      default: boundary.method = text(value, property)
      }
    }
    return boundary
  }

  private func hasRoom(_ count: Int, _ what: String, _ key: Node) -> Bool {
    if count == RegionReading.mostNames {
      fail(.tooManyRows, "there are more than \(RegionReading.mostNames) \(what)", at: key)
    }
    return count < RegionReading.mostNames
  }

  // MARK: Values

  private func fail(_ code: DiagnosticCode, _ message: String, hint: String? = nil, at node: Node) {
    builder.error { document.diagnostic(code, message, hint: hint, at: node) }
  }

  /// The entries of a mapping; keys that are not `known` are reported and left out.
  private func entries(
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
      builder.report.diagnostics.add(.warning) {
        document.diagnostic(
          .unknownKey,
          "unknown key \(SafeText.quoted(name)) in \(what)",
          hint: near.map { "did you mean \"\($0)\"?" }
            ?? "known are \(known.joined(separator: ", "))",
          at: key
        )
      }
    }
    return entries
  }

  private func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null"].contains(scalar.string.lowercased())
  }

  private func text(_ node: Node, _ what: String) -> String? {
    if isNull(node) { return nil }
    guard case .scalar(let scalar) = node else {
      fail(.wrongKind, "\(what) should be a text", at: node)
      return nil
    }
    return scalar.string.isEmpty ? nil : NormalForm.text(scalar.string)
  }

  private func texts(_ node: Node, _ what: String) -> [String] {
    guard case .sequence(let items) = node else { return text(node, what).map { [$0] } ?? [] }
    return items.compactMap { text($0, what) }
  }

  private func day(_ node: Node, _ what: String) -> Day? {
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

  private func flag(_ node: Node, _ what: String) -> Bool? {
    guard let text = text(node, what) else { return nil }
    switch text.lowercased() {
    case "yes", "true", "on", "y": return true
    case "no", "false", "off", "n": return false
    default:
      fail(.badChoice, "\(what) should be true or false", at: node)
      return nil
    }
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable>(
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

  private func scale(_ node: Node) -> ClosedRange<Double>? {
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

  private func number(_ node: Node) -> Double? {
    guard case .scalar(let scalar) = node else { return nil }
    var text = scalar.string
    let number = text.withUTF8 { bytes in
      try? NumberReader.double(UnsafeRawBufferPointer(bytes))
    }
    return number.flatMap { $0.mark == .comma ? nil : $0.value }
  }
}
