import LearningRegion

/// Writes `region.yaml`: the same bytes for the same region, every text between double quotes.
struct RegionYAMLWriter {
  private var text = ""

  /// The file's text, empty where there is nothing to say.
  static func text(_ region: Region) -> String {
    var writer = RegionYAMLWriter()
    writer.header(region.header)
    writer.relations(region)
    writer.actorTypes(region.actorTypes)
    writer.waves(region)
    return writer.text
  }

  private mutating func line(_ key: String, _ value: String?, indent: Int = 0) {
    guard let value else { return }
    text += String(repeating: " ", count: indent) + key + ": " + YAMLText.quoted(value) + "\n"
  }

  private mutating func header(_ header: RegionHeader) {
    line("title", header.title)
    line("date", header.date?.description)
    line("language", header.language)
    line("purpose", header.purpose)
    line("consent", header.consent)
    if !header.sources.isEmpty {
      text += "sources:\n"
      for source in header.sources { text += "  - " + YAMLText.quoted(source) + "\n" }
    }
    let boundary = header.boundary
    if boundary != Boundary() {
      text += "boundary:\n"
      line("rule", boundary.rule, indent: 2)
      line("decided_by", boundary.decidedBy, indent: 2)
      line("date", boundary.date?.description, indent: 2)
      line("method", boundary.method, indent: 2)
    }
  }

  /// All relations in their order, unless there is only what ties without them mean.
  private mutating func relations(_ region: Region) {
    let relations = region.relations
    let areImplied = relations == [Relation(name: "tie")] && region.ties.count > 0
    guard !relations.isEmpty, !areImplied else { return }
    text += "relations:\n"
    for relation in relations {
      text += YAMLText.key(relation.name, indent: 2) + "\n"
      line("kind", relation.kind.rawValue, indent: 4)
      if let directed = relation.directed { text += "    directed: \(directed)\n" }
      if let scale = relation.scale {
        text += "    scale: [\(NumberText.text(scale.lowerBound)), "
        text += "\(NumberText.text(scale.upperBound))]\n"
      }
      line("label", relation.label, indent: 4)
    }
  }

  private mutating func actorTypes(_ types: [ActorTypeInfo]) {
    guard !types.isEmpty else { return }
    text += "actor_types:\n"
    for type in types {
      text += YAMLText.key(type.name, indent: 2) + "\n"
      line("label", type.label, indent: 4)
      line("sphere", type.sphere, indent: 4)
    }
  }

  /// Only declared waves: the others come out of the data again, in the same order.
  private mutating func waves(_ region: Region) {
    guard region.declaredWaves > 0 else { return }
    text += "waves:\n"
    for wave in region.waves.prefix(region.declaredWaves) {
      text += "  - name: " + YAMLText.quoted(wave.name) + "\n"
      line("date", wave.date?.description, indent: 4)
    }
  }
}
