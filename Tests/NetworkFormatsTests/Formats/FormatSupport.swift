import LearningRegion
import Testing

@testable import NetworkFormats

/// Reads text as a file of this name.
func read(_ text: String, as name: String, _ format: NetworkFormat? = nil) -> ReadingResult {
  NetworkReader.read(bytes: Array(text.utf8), name: name, format: format)
}

extension ReadingResult {
  /// The ids of the actors.
  var ids: [String] {
    region.map { region in (0..<region.actors.count).map { region.actors.ids[$0] } } ?? []
  }

  /// The columns of actors with content, each as `name: text, text, …`.
  var actorColumns: [String] { columns { ($0.nodeColumns, $0.nodeCount) } }
  /// The columns of ties with content, each as `name: text, text, …`.
  var tieColumns: [String] { columns { ($0.tieColumns, $0.tieCount) } }

  private func columns(_ pick: (FlatNetwork) -> ([FlatColumn], Int)) -> [String] {
    guard let region else { return [] }
    let (columns, count) = pick(FlatNetwork(region))
    return columns.map { column in
      column.name + ": " + (0..<count).map { column[$0] ?? "·" }.joined(separator: ", ")
    }
  }

  /// Names of relations and whether they are directed, `?` where nobody said.
  var relations: [String] {
    region?.relations.map {
      "\($0.name) \($0.directed.map { $0 ? "directed" : "undirected" } ?? "?")"
    }
      ?? []
  }

  /// What was assumed, without what the format is.
  var assumed: [String] {
    report.assumptions.filter { $0.subject != .format }.map { "\($0.subject.rawValue): \($0.text)" }
  }
}

/// A region with no more than what most formats hold: actors and ties with all columns.
enum PlainRegion {
  static func make(seed: UInt64, mixed: Bool = true) throws -> Region {
    let full = RandomRegion.draft(seed: seed)
    var draft = RegionDraft()
    draft.actors = full.actors
    draft.actors.attributes = asMet(full.actors.attributes, full.actors.count)
    // Relations are numbered as a reader meets them.
    var places: [Int32: Int32] = [:]
    for row in 0..<full.ties.count {
      var tie = full.ties[row]
      let old = tie.relation
      if places[old] == nil {
        let new = draft.relationIndex(full.relations[Int(old)].name)
        draft.relations[Int(new)].directed =
          mixed ? full.relations[Int(old)].directed ?? true : true
        places[old] = new
      }
      tie.relation = places[old] ?? 0
      tie.wave = tie.wave.map { draft.waveIndex(full.waves[Int($0)].name) }
      draft.ties.append(tie)
    }
    draft.ties.attributes = asMet(full.ties.attributes, full.ties.count)
    return try Region(draft)
  }

  /// Columns in the order in which the rows first use them: a format without headings has no other.
  private static func asMet(_ columns: [AttributeColumn], _ rowCount: Int) -> [AttributeColumn] {
    func firstRow(_ column: AttributeColumn) -> Int {
      (0..<rowCount).first { column.values[$0] != nil } ?? rowCount
    }
    let order = columns.indices.sorted {
      (firstRow(columns[$0]), $0) < (firstRow(columns[$1]), $1)
    }
    return order.map { columns[$0] }
  }

  /// The two tables as text.
  static func tables(_ region: Region) -> [String] {
    RegionFolderWriter.files(region).filter { $0.name.hasSuffix("s.csv") }.flatMap { file in
      String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }
}
