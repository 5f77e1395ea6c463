import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// The triple helix of a region as tables.
public struct TripleHelixAnalysis: Sendable {
  /// `measure,value`: cases, occupied cells, the seven entropies, T, its mean under chance, the excess and p; only the first rows where it was refused.
  public let table: ResultTable
  /// `region,cases,transmission,contribution`, the last row `between` with T₀; empty unless regions were asked for.
  public let regions: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// What is asked for.
  public struct Request: Sendable, Equatable {
    /// The three columns; `nil` takes the usual ones.
    public var columns: HelixColumns?
    /// Column of the regions that T is taken apart by.
    public var regions: String?
    /// Only actors that pass every filter.
    public var filters: [ActorFilter] = []
    /// How often labels are permuted.
    public var permutations = 999
    /// Seed of the permutations.
    public var seed: UInt64 = 20_261_123

    /// The usual columns, no regions.
    public init() {}
  }

  /// Takes T of the organisations of a region: actors of the types person and network are no cases.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for columns that are not there, ``NetworkMetrics/MetricError/cancelled``.
  public init(
    of region: Region,
    _ request: Request,
    naming: Naming,
    control: RunControl = RunControl()
  ) throws {
    var notes = AnalysisNotes()
    var table = ResultTable(columns: ["measure", "value"])
    var parts = ResultTable(columns: ["region", "cases", "transmission", "contribution"])
    try Self.fill(&table, &parts, &notes, region, request, naming, control)
    self.table = table
    regions = parts
    self.notes = notes
  }

  private static func fill(
    _ table: inout ResultTable,
    _ parts: inout ResultTable,
    _ notes: inout AnalysisNotes,
    _ region: Region,
    _ request: Request,
    _ naming: Naming,
    _ control: RunControl
  ) throws {
    guard let columns = request.columns ?? HelixColumns.usual(of: region) else {
      notes.warnings.append(
        "not measured: it takes actors.csv with a place (such as municipality), a sector (such as nace) and a size (such as employees)"
      )
      return
    }
    notes.assumptions.append("attributes: \(columns.names.joined(separator: ", "))")
    let cases = try Self.cases(region, request.filters)
    let helixTable = try columns.table(of: region, actors: cases)
    let left = cases.count - helixTable.cases
    if left > 0 {
      notes.assumptions.append(
        "\(left) of \(cases.count) organisations lack one of the three and are left out"
      )
    }
    table.append([.text("cases"), .integer(helixTable.cases)])
    do throws(TripleHelix.Fault) {
      let helix = try TripleHelix(
        helixTable,
        permutations: request.permutations,
        seed: request.seed,
        control: control
      )
      add(helix, to: &table)
      notes.assumptions.append(
        helix.isSynergy
          ? "T is below chance, p < .05: it may be read as synergy"
          : "T cannot be told from chance: no synergy"
      )
    } catch {
      switch error {
      case .cancelled: throw MetricError.cancelled
      case .noCases: notes.warnings.append("not measured: no organisation has all three attributes")
      case .tooFewCases(let cases, let cells):
        table.append([.text("occupied_cells"), .integer(cells)])
        table.append([.text("cases_needed"), .integer(TripleHelix.casesPerCell * cells)])
        notes.warnings.append(
          "too few to say: \(cases) cases in \(cells) combinations, at least \(TripleHelix.casesPerCell * cells) are needed; fewer, coarser values would help"
        )
      }
      return
    }
    guard let name = request.regions else { return }
    let labels = try HelixColumns.labels(name, of: region, actors: cases)
    try add(
      columns,
      labels,
      region,
      cases,
      naming,
      name,
      to: &parts,
      &notes
    )
  }

  private static func cases(
    _ region: Region,
    _ filters: [ActorFilter]
  ) throws(ProjectionError) -> [Int32] {
    var columns: [(ActorColumn, String)] = []
    for filter in filters {
      guard let column = region.actorColumn(filter.column) else {
        throw .unknownColumn(filter.column, known: region.actorColumnNames)
      }
      columns.append((column, filter.value))
    }
    return (0..<region.actors.count).filter { row in
      let type = region.actors.type(of: row)
      return type != "person" && type != "network"
        && columns.allSatisfy { $0.0.values(row).contains($0.1) }
    }.map(Int32.init)
  }

  private static func add(_ helix: TripleHelix, to table: inout ResultTable) {
    table.append([.text("occupied_cells"), .integer(helix.occupiedCells)])
    let names = ["h_u", "h_i", "h_g", "h_ui", "h_ug", "h_ig"]
    for (name, value) in zip(names, helix.entropies.single + helix.entropies.pairs) {
      table.append([.text(name), .number(value)])
    }
    for (name, value) in [
      ("h_uig", helix.entropies.all), ("transmission", helix.transmission),
      ("chance", helix.chance), ("excess", helix.excess), ("p", helix.pValue),
    ] {
      table.append([.text(name), .number(value)])
    }
    table.append([.text("permutations"), .integer(helix.permutations)])
  }

  private static func add(
    _ columns: HelixColumns,
    _ labels: [String?],
    _ region: Region,
    _ cases: [Int32],
    _ naming: Naming,
    _ name: String,
    to parts: inout ResultTable,
    _ notes: inout AnalysisNotes
  ) throws(ProjectionError) {
    var complete: [Int] = []
    let values = try columns.names.map { column throws(ProjectionError) in
      try HelixColumns.labels(column, of: region, actors: cases)
    }
    for place in cases.indices where values.allSatisfy({ $0[place] != nil }) {
      complete.append(place)
    }
    guard complete.allSatisfy({ labels[$0] != nil }) else {
      notes.warnings.append("T is not taken apart: some organisations have no \(name)")
      return
    }
    let table = HelixTable(
      complete.map { values[0][$0] },
      complete.map { values[1][$0] },
      complete.map { values[2][$0] }
    )
    let partition = Partition(labels: complete.map { labels[$0] })
    guard let found = TripleHelix.decompose(table, regions: partition) else {
      notes.warnings.append(
        "T is not taken apart: a value of \(columns.names[0]) lies in more than one \(name)"
      )
      return
    }
    let members = partition.members
    for part in found.parts {
      let label = members[part.region].first.flatMap { labels[complete[$0]] } ?? ""
      parts.append([
        Cell(text: naming.groupName(label, size: part.cases)), .integer(part.cases),
        .number(part.transmission), .number(part.contribution),
      ])
    }
    parts.append([
      .text("between"), .integer(table.cases), .number(found.between), .number(found.between),
    ])
    notes.assumptions.append(
      "T = T₀ between + the contributions; chance is not taken off the parts"
    )
  }
}
