import LearningRegion
import NetworkMetrics
import RegionIndicators

/// What grew out of what, as tables.
public struct LineageAnalysis: Sendable {
  /// One row per innovation in their own order: `id,label,actor,date,kind,status,sources,paths,share,main_path,key_route`. `paths` counts the ways from
  /// beginnings to ends through it (as text, for it can have any number of digits), `share` is their share of all ways; `main_path` has its place on the
  /// main path, `key_route` the first key route it is on.
  public let innovations: ResultTable
  /// One row per step from a source to what grew out of it: `source,target,spc,main_path`.
  public let links: ResultTable
  /// One row per actor: `id,label,innovations,adopted,built_on_by_others,share`, most first.
  public let actors: ResultTable
  /// Everything, for JSON.
  public let json: JSONValue
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Lays out the lineage of a region.
  ///
  /// - Parameter keyArcs: how many of the heaviest steps the key routes go through.
  /// - Throws: ``NetworkMetrics/MetricError/tooMuchMemory(needed:limit:)``.
  public init(of region: Region, keyArcs: Int, naming: Naming) throws(MetricError) {
    let rows = region.innovations.rows
    let lineage: InnovationLineage
    do throws(SearchPaths.Fault) {
      lineage = try InnovationLineage(of: region, keyArcs: keyArcs)
    } catch {
      throw error.metricError
    }
    // Where nobody is named an innovation is known by its row: its label may say who made it.
    let names = rows.enumerated().map { row, innovation in
      naming.rule == .nobody ? "innovation-\(row + 1)" : innovation.id
    }
    innovations = Self.innovations(region, lineage, names, naming)
    links = Self.links(lineage, names)
    actors = Self.actors(lineage, naming)
    var notes = AnalysisNotes()
    if rows.isEmpty {
      notes.warnings.append("not measured: it takes innovations.csv with id and sources")
    } else if lineage.descended == 0 {
      notes.warnings.append(
        "no innovation names another as its source: innovations.csv has no values in sources"
      )
    } else {
      notes.assumptions.append("the main path: " + Self.way(lineage.mainPath, names))
      if lineage.radicalCount > 0 {
        notes.assumptions.append(
          "\(lineage.radicalWithIncrementalAncestor) of \(lineage.radicalCount) radical innovations have an incremental one among their ancestors"
        )
      }
    }
    self.notes = notes
    json = .object([
      ("innovations", .integer(lineage.innovationCount)),
      ("descended", .integer(lineage.descended)), ("paths", .string("\(lineage.paths.total)")),
      ("radical", .integer(lineage.radicalCount)),
      ("radical_from_incremental", .integer(lineage.radicalWithIncrementalAncestor)),
      ("main_path", .array(lineage.mainPath.map { .string(names[$0]) })),
      (
        "key_routes",
        .array(lineage.keyRoutes.map { .array($0.map { .string(names[$0]) }) })
      ), ("links", .rows(links)), ("actors", .rows(actors)),
    ])
  }

  private static func way(_ path: [Int], _ names: [String]) -> String {
    path.map { names[$0] }.joined(separator: " → ")
  }

  private static func innovations(
    _ region: Region,
    _ lineage: InnovationLineage,
    _ names: [String],
    _ naming: Naming
  ) -> ResultTable {
    var table = ResultTable(columns: [
      "id", "label", "actor", "date", "kind", "status", "sources", "paths", "share", "main_path",
      "key_route",
    ])
    let paths = lineage.paths
    let shares = paths.nodeShares
    var place = [Int?](repeating: nil, count: names.count)
    for (step, row) in lineage.mainPath.enumerated() { place[row] = step + 1 }
    var route = [Int?](repeating: nil, count: names.count)
    for (number, path) in lineage.keyRoutes.enumerated() {
      for row in path where route[row] == nil { route[row] = number + 1 }
    }
    let actors = region.actors
    for (row, innovation) in region.innovations.rows.enumerated() {
      let actor = innovation.actor.flatMap { actors.index(of: $0) }
      table.append([
        .text(names[row]), naming.rule == .nobody ? .missing : Cell(text: innovation.label),
        Cell(text: actor.map { naming.id(of: $0) }), Cell(text: innovation.date?.description),
        Cell(text: innovation.kind?.rawValue), Cell(text: innovation.status?.rawValue),
        .integer(Set(innovation.sources).count), .text("\(paths.waysThrough(row))"),
        .number(shares[row]), Cell(count: place[row]), Cell(count: route[row]),
      ])
    }
    return table
  }

  private static func links(_ lineage: InnovationLineage, _ names: [String]) -> ResultTable {
    var table = ResultTable(columns: ["source", "target", "spc", "main_path"])
    let steps = Set(
      zip(lineage.mainPath, lineage.mainPath.dropFirst()).map { SearchPaths.Arc($0, $1) }
    )
    for (source, targets) in lineage.paths.successors.enumerated() {
      for (place, target) in targets.enumerated() {
        table.append([
          .text(names[source]), .text(names[target]),
          .text("\(lineage.paths.counts[source][place])"),
          .integer(steps.contains(SearchPaths.Arc(source, target)) ? 1 : 0),
        ])
      }
    }
    return table
  }

  private static func actors(_ lineage: InnovationLineage, _ naming: Naming) -> ResultTable {
    var table = ResultTable(columns: [
      "id", "label", "innovations", "adopted", "built_on_by_others", "share",
    ])
    for contribution in lineage.contributions {
      table.append(
        naming.cells(of: contribution.actor) + [
          .integer(contribution.innovations), .integer(contribution.adopted),
          .integer(contribution.builtOnByOthers), .number(contribution.share),
        ]
      )
    }
    return table
  }
}
