import LearningRegion

/// What a format can hold of a region.
struct FormatCapacity: OptionSet {
  let rawValue: Int
  /// Columns of actors besides the label.
  static let nodeColumns = FormatCapacity(rawValue: 1)
  /// Labels of actors besides their ids.
  static let labels = FormatCapacity(rawValue: 2)
  /// Columns of ties besides relation and weight.
  static let tieColumns = FormatCapacity(rawValue: 4)
  /// Which relation a tie is of.
  static let relations = FormatCapacity(rawValue: 8)
  static let weights = FormatCapacity(rawValue: 16)
  /// Directed and undirected ties in one network.
  static let mixedDirections = FormatCapacity(rawValue: 32)
  /// Actors without ties.
  static let isolates = FormatCapacity(rawValue: 64)
  /// Several ties of one relation from one actor to another.
  static let repeats = FormatCapacity(rawValue: 128)
  static let title = FormatCapacity(rawValue: 256)
  /// All that a region folder has.
  static let folder = FormatCapacity(rawValue: 512)
  /// Nothing but the things that only a region folder has is lost.
  static let all: FormatCapacity = [
    .nodeColumns, .labels, .tieColumns, .relations, .weights, .mixedDirections, .isolates,
    .repeats, .title,
  ]
}

/// What a format cannot hold of a region, in words.
enum FormatLosses {
  /// One sentence a loss, in the order of importance; empty where nothing is lost.
  static func list(_ network: FlatNetwork, _ capacity: FormatCapacity) -> [String] {
    var losses: [String] = []
    let used = network.relationsInUse
    if used.count > 1, !capacity.contains(.relations) {
      losses.append("\(used.count) relations merged into one")
    }
    if network.directions == .mixed, !capacity.contains(.mixedDirections) {
      let names = used.filter { !network.isDirected(relation: $0) }
        .map { network.region.relations[$0].name }
      losses.append("undirected ties of \(quoted(names)) as two, one each way")
    }
    if network.region.ties.isWeighted, !capacity.contains(.weights) {
      losses.append("weights dropped")
    }
    let isolates = isolateCount(network)
    if isolates > 0, !capacity.contains(.isolates) {
      losses.append("actors without ties dropped: \(isolates)")
    }
    if !capacity.contains(.repeats) {
      let repeats = repeatCount(network)
      if repeats > 0 { losses.append("repeated ties merged: \(repeats)") }
    }
    if !capacity.contains(.labels), network.nodeColumn("label") != nil {
      losses.append("labels of actors dropped")
    }
    if !capacity.contains(.nodeColumns) {
      let names = network.nodeColumns.map(\.name).filter { $0 != "label" }
      if !names.isEmpty { losses.append("columns of actors dropped: \(quoted(names))") }
    }
    if !capacity.contains(.tieColumns) {
      let names = network.tieColumns.map(\.name).filter { $0 != "weight" && $0 != "relation" }
      if !names.isEmpty { losses.append("columns of ties dropped: \(quoted(names))") }
    }
    return capacity.contains(.folder) ? losses : losses + folderOnly(network.region, capacity)
  }

  /// What only a region folder holds.
  private static func folderOnly(_ region: Region, _ capacity: FormatCapacity) -> [String] {
    var losses: [String] = []
    let tables = RegionTables(region: region).tables()
      .filter { $0.schema.table != .ties && $0.schema.table != .actors }
      .map(\.schema.fileName)
    if !tables.isEmpty { losses.append("dropped: \(tables.joined(separator: ", "))") }
    let header = region.header
    var said: [String] = []
    if header.title != nil, !capacity.contains(.title) { said.append("title") }
    if header.date != nil { said.append("date") }
    if header.language != nil { said.append("language") }
    if header.purpose != nil { said.append("purpose") }
    if header.consent != nil { said.append("consent") }
    if !header.sources.isEmpty { said.append("sources") }
    if header.boundary != Boundary() { said.append("boundary") }
    if !region.actorTypes.isEmpty { said.append("actor_types") }
    let isDescribed = region.relations.contains { relation in
      relation.kind != RelationKind(impliedByName: relation.name) || relation.scale != nil
        || relation.label != nil
    }
    if isDescribed { said.append("kinds, scales and labels of relations") }
    if region.declaredWaves > 0 { said.append("order and dates of waves") }
    if !said.isEmpty { losses.append("dropped of region.yaml: \(said.joined(separator: ", "))") }
    return losses
  }

  private static func isolateCount(_ network: FlatNetwork) -> Int {
    var hasTie = [Bool](repeating: false, count: network.nodeCount)
    for row in 0..<network.tieCount {
      hasTie[network.source(row)] = true
      hasTie[network.target(row)] = true
    }
    return hasTie.count { !$0 }
  }

  private static func repeatCount(_ network: FlatNetwork) -> Int {
    struct Place: Hashable { let relation, from, to: Int32 }
    var seen: Set<Place> = []
    let ties = network.region.ties
    for row in 0..<ties.count {
      var (from, to) = (ties.sources[row], ties.targets[row])
      if !network.isDirected(tie: row), from > to { swap(&from, &to) }
      seen.insert(Place(relation: ties.relation(at: row), from: from, to: to))
    }
    return ties.count - seen.count
  }

  static func quoted(_ names: [String]) -> String {
    let shown = names.prefix(12).map(SafeText.quoted).joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }
}
