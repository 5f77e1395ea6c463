import LearningRegion
import RegionIndicators

/// How many came through programmes, beside published ones.
public struct FunnelAnalysis: Sendable {
  /// One row per stage: `origin,programme,label,order,stage,count,about,from_previous,from_previous_low,from_previous_high,from_first,from_first_low,
  /// from_first_high`. `origin` is `data` or `published`; shares are of the last stage before whose count is known, and of the first. Intervals are Wilson's at
  /// 95 %, empty where a figure is about something.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Lays out the funnels of a region and the published ones, those of the same id left out.
  public init(of region: Region, withPublished: Bool = true) {
    let own = ProgrammeFunnel.all(of: region)
    var table = ResultTable(columns: [
      "origin", "programme", "label", "order", "stage", "count", "about", "from_previous",
      "from_previous_low", "from_previous_high", "from_first", "from_first_low",
      "from_first_high",
    ])
    for funnel in own { Self.add(funnel, "data", to: &table) }
    var notes = AnalysisNotes()
    if own.isEmpty {
      notes.warnings.append(
        "not measured: it takes programmes.csv, and funnel.csv with programme, stage, order and count"
      )
    }
    if withPublished {
      let ids = Set(own.map(\.id))
      for reference in ReferenceFunnels.all where !ids.contains(reference.funnel.id) {
        Self.add(reference.funnel, "published", to: &table)
        notes.assumptions.append(
          "\(reference.funnel.label): \(reference.note); \(reference.source)"
        )
      }
    }
    self.table = table
    self.notes = notes
  }

  private static func add(
    _ funnel: ProgrammeFunnel,
    _ origin: String,
    to table: inout ResultTable
  ) {
    let known = funnel.stages.indices.filter { funnel.stages[$0].count != nil }
    for (place, stage) in funnel.stages.enumerated() {
      let before = known.last { $0 < place }
      let previous = before.flatMap { funnel.conversion(from: $0, to: place) }
      let first = known.first.flatMap {
        $0 < place ? funnel.conversion(from: $0, to: place) : nil
      }
      table.append([
        .text(origin), .text(funnel.id), .text(funnel.label), .integer(place + 1),
        .text(stage.name), Cell(count: stage.count), .text(stage.isAbout ? "yes" : "no"),
        Cell(previous?.share), Cell(previous?.interval?.lowerBound),
        Cell(previous?.interval?.upperBound), Cell(first?.share),
        Cell(first?.interval?.lowerBound), Cell(first?.interval?.upperBound),
      ])
    }
  }
}
