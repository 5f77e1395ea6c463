import LearningRegion
import RegionIndicators

/// What flows between spheres, or between actors, pair by pair.
public struct FlowAnalysis: Sendable {
  /// Who the pairs are of.
  public enum Ends: String, Sendable, CaseIterable {
    /// The spheres of the region.
    case sphere
    /// Single actors.
    case actor
  }

  /// `first,second,forth,back,unit,flows,mutuality,exchange,three_tasks`; of actors also their labels.
  public let table: ResultTable
  /// What was added up.
  public let notes: AnalysisNotes

  /// Lays out the flows of a ledger.
  public init(_ ledger: FlowLedger, _ input: IndicatorInput, by ends: Ends, naming: Naming) {
    let unit = ledger.unit.text
    func figures(_ pair: FlowPair, swapped: Bool) -> [Cell] {
      [
        .number(swapped ? pair.back : pair.forth), .number(swapped ? pair.forth : pair.back),
        .text(unit), .integer(pair.flows), Cell(pair.mutuality),
        Cell(text: pair.exchange?.rawValue), .integer(pair.coversAllTasks ? 1 : 0),
      ]
    }
    let measures = ["forth", "back", "unit", "flows", "mutuality", "exchange", "three_tasks"]
    switch ends {
    case .sphere:
      let spheres = Sphere.allCases
      var table = ResultTable(columns: ["first", "second"] + measures)
      let pairs = ledger.pairs { row in
        input.spheres[row].flatMap { spheres.firstIndex(of: $0) }
      }
      for pair in pairs {
        table.append(
          [.text(spheres[pair.first].rawValue), .text(spheres[pair.second].rawValue)]
            + figures(pair, swapped: false)
        )
      }
      self.table = table
    case .actor:
      let everybody = (0..<input.region.actors.count).map { Int32($0) }
      var rank = [Int](repeating: 0, count: everybody.count)
      for (place, actor) in naming.order(of: everybody).enumerated() { rank[actor] = place }
      var rows: [(rank: (Int, Int), cells: [Cell])] = []
      for pair in ledger.pairs(group: { $0 }) {
        let isSwapped = rank[pair.first] > rank[pair.second]
        let (first, second) =
          isSwapped ? (pair.second, pair.first) : (pair.first, pair.second)
        let names: [Cell] = [
          .text(naming.id(of: first)), .text(naming.id(of: second)),
          .text(naming.label(of: first)), .text(naming.label(of: second)),
        ]
        rows.append(((rank[first], rank[second]), names + figures(pair, swapped: isSwapped)))
      }
      var table = ResultTable(
        columns: ["first", "second", "first_label", "second_label"] + measures
      )
      for row in rows.sorted(by: { $0.rank < $1.rank }) { table.append(row.cells) }
      self.table = table
    }
    var notes = AnalysisNotes()
    if ledger.flows.isEmpty {
      notes.warnings.append("no flows: they stand in flows.csv with source and target")
    } else if ledger.yardstick == .topics {
      notes.assumptions.append(
        "topics are counted: amounts are missing or of several units (--unit takes one of them)"
      )
    }
    self.notes = notes
  }
}
