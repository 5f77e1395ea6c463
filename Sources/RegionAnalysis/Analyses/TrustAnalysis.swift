import LearningRegion
import RegionIndicators

/// Trust from joint action as ties.
public struct TrustAnalysis: Sendable {
  /// `source,target,relation,weight,kept,breached,last_contact`: an edge list of the derived relation with what it rests on.
  public let table: ResultTable
  /// What was left out, and what met no trust.
  public let notes: AnalysisNotes

  /// Lays out trust.
  public init(
    _ trust: TrustFromAction,
    of region: Region,
    relation: String,
    naming: Naming
  ) {
    var rows: [(rank: (Int, Int), cells: [Cell])] = []
    var rank = [Int](repeating: 0, count: region.actors.count)
    let everybody = (0..<region.actors.count).map { Int32($0) }
    for (place, actor) in naming.order(of: everybody).enumerated() { rank[actor] = place }
    for tie in trust.ties {
      // The order in which two stand must not tell who is who where nobody is named.
      let isSwapped = rank[tie.first] > rank[tie.second]
      let (first, second) = isSwapped ? (tie.second, tie.first) : (tie.first, tie.second)
      rows.append(
        (
          (rank[first], rank[second]),
          [
            .text(naming.id(of: first)), .text(naming.id(of: second)), .text(relation),
            .number(tie.trust), .integer(tie.kept), .integer(tie.breached),
            .text(tie.lastContact.description),
          ]
        )
      )
    }
    var table = ResultTable(
      columns: ["source", "target", "relation", "weight", "kept", "breached", "last_contact"]
    )
    for row in rows.sorted(by: { $0.rank < $1.rank }) { table.append(row.cells) }
    self.table = table
    var notes = AnalysisNotes()
    if region.jointActions.rows.isEmpty {
      notes.warnings.append(
        "no trust from joint action: it takes joint_actions.csv with date, outcome and participants"
      )
    }
    func say(_ count: Int, _ what: String) {
      guard count > 0 else { return }
      notes.assumptions.append("\(count) joint \(count == 1 ? "action" : "actions") \(what)")
    }
    say(trust.tooLarge, "left out: more participants than --max-participants")
    say(trust.incomplete, "left out: no date, no outcome, or fewer than two participants")
    say(trust.unnamedBreaches, "breached by nobody named: taken as a breach between all")
    let baseless = trust.breachesWithoutTrust.count
    if baseless > 0 {
      notes.assumptions.append(
        "\(baseless) \(baseless == 1 ? "breach" : "breaches") between pairs that had built no trust"
      )
    }
    self.notes = notes
  }
}
