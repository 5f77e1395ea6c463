import LearningRegion
import Yams

/// Reads `region.yaml` into a draft.
struct RegionYAMLReader {
  private let document: YAMLDocument
  private let builder: ReportBuilder
  private let values: YAMLValues

  init(_ source: SourceText, _ builder: ReportBuilder) {
    document = YAMLDocument(source: source)
    self.builder = builder
    values = YAMLValues(document: document, builder: builder, unknownKeys: .warning)
  }

  func read(into draft: inout RegionDraft) {
    TextNotes.encoding(document.source, builder)
    guard let root = document.root(builder), !values.isNull(root),
      values.isMapping(root, "region.yaml", such: "title: Coast")
    else { return }
    let known = [
      "title", "date", "language", "relations", "actor_types", "waves", "boundary", "purpose",
      "consent", "sources",
    ]
    for (key, name, value) in values.entries(root, "the file", known) {
      switch name {
      case "title": draft.header.title = values.text(value, name)
      case "date": draft.header.date = values.day(value, name)
      case "language": draft.header.language = values.text(value, name)
      case "purpose": draft.header.purpose = values.text(value, name)
      case "consent": draft.header.consent = values.text(value, name)
      case "sources": draft.header.sources = values.texts(value, name)
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
    for (_, name, value) in values.entries(node, "relations", nil) {
      guard hasRoom(relations.count, "relations", key) else { break }
      var relation = Relation(name: name)
      for (_, property, value) in values.entries(
        value,
        "a relation",
        ["kind", "directed", "scale", "label"]
      ) {
        switch property {
        case "kind": relation.kind = values.choice(value, "kind") ?? relation.kind
        case "directed": relation.directed = values.flag(value, "directed")
        case "scale": relation.scale = values.range(value)
        default: relation.label = values.text(value, "label")
        }
      }
      relations.append(relation)
    }
    return relations
  }

  private func actorTypes(_ node: Node) -> [ActorTypeInfo] {
    values.entries(node, "actor_types", nil).map { _, name, value in
      var info = ActorTypeInfo(name: name)
      for (_, property, value) in values.entries(value, "an actor type", ["label", "sphere"]) {
        switch property {
        case "label": info.label = values.text(value, "label")
        default: info.sphere = (values.choice(value, "sphere") as Sphere?)?.rawValue
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
        values.fail(
          .duplicateKey,
          "the wave \(SafeText.quoted(wave.name)) is there twice",
          at: node
        )
      }
    }
    guard case .sequence(let items) = node else {
      for (key, name, value) in values.entries(node, "waves", nil) {
        add(Wave(name: name, date: values.isNull(value) ? nil : values.day(value, "date")), at: key)
      }
      return waves
    }
    for item in items {
      guard case .mapping = item else {
        if let name = values.text(item, "a wave") { add(Wave(name: name), at: item) }
        continue
      }
      var name: String?
      var date: Day?
      for (_, property, value) in values.entries(item, "a wave", ["name", "date"]) {
        switch property {
        case "name": name = values.text(value, "name")
        default: date = values.day(value, "date")
        }
      }
      if let name {
        add(Wave(name: name, date: date), at: item)
      } else {
        values.fail(.missingValue, "the wave has no name", at: item)
      }
    }
    return waves
  }

  private func boundary(_ node: Node) -> Boundary {
    var boundary = Boundary()
    for (_, property, value) in values.entries(
      node,
      "boundary",
      ["rule", "decided_by", "date", "method"]
    ) {
      switch property {
      case "rule": boundary.rule = values.text(value, property)
      case "decided_by": boundary.decidedBy = values.text(value, property)
      case "date": boundary.date = values.day(value, property)
      default: boundary.method = values.text(value, property)
      }
    }
    return boundary
  }

  private func hasRoom(_ count: Int, _ what: String, _ key: Node) -> Bool {
    if count == RegionReading.mostNames {
      values.fail(.tooManyRows, "there are more than \(RegionReading.mostNames) \(what)", at: key)
    }
    return count < RegionReading.mostNames
  }
}
