import GraphCore
import LearningRegion
import NetworkMetrics

/// The actors that matter most together, as a table: without whom the network falls apart, and who is near to all.
public struct KeyPlayerAnalysis: Sendable {
  /// `goal,id,label,value,bound,search,before`: one row per member of each set. `value` is what the set reaches, `bound` what no set of the
  /// size can exceed, `search` exact or heuristic, `before` the fragmentation with everybody there.
  public let table: ResultTable
  /// One object per goal, with its players.
  public let json: JSONValue
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Looks for the best sets of `count` actors.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    count: Int,
    naming: Naming,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let network = graph.graph
    guard count >= 1 && count <= network.nodeCount else {
      throw .invalidOption(
        name: "key-players",
        reason: "it takes a number from 1 to \(network.nodeCount), the number of actors"
      )
    }
    var notes = AnalysisNotes(of: graph, traits: [.paths], minimumResponse: minimumResponse)
    var table = ResultTable(columns: [
      "goal", "id", "label", "value", "bound", "search", "before",
    ])
    var sets: [(String, JSONValue)] = []
    let order = naming.order(of: graph.actorOf)
    for (goal, name) in [(KeyPlayerGoal.fragmentation, "fragmentation"), (.reach, "reach")] {
      if goal == .fragmentation && network.nodeCount - count < 2 {
        notes.warnings.append("fragmentation is left out: fewer than two actors would remain")
        sets.append((name, .null))
        continue
      }
      let found = try network.keyPlayers(goal, count: count, control: control)
      let before = goal == .fragmentation ? try Self.fragmentation(network, control) : nil
      let search = found.isExact ? "exact" : "heuristic"
      let players = order.filter { found.players.contains($0) }.map { Int(graph.actorOf[$0]) }
      for player in players {
        table.append(
          [.text(name)] + naming.cells(of: player) + [
            .number(found.value), .number(found.bound), .text(search), Cell(before),
          ]
        )
      }
      var pairs: [(String, JSONValue)] = [
        (
          "players",
          .array(
            players.map {
              .object([
                ("id", .string(naming.id(of: $0))), ("label", .string(naming.label(of: $0))),
              ])
            }
          )
        ), ("value", .number(found.value)), ("bound", .number(found.bound)),
        ("search", .string(search)),
      ]
      if let before { pairs.append(("before", .number(before))) }
      sets.append((name, .object(pairs)))
      notes.assumptions.append(Self.sentence(name, found))
    }
    self.table = table
    self.notes = notes
    json = .object([("count", .integer(count))] + sets)
  }

  private static func sentence(_ goal: String, _ found: KeyPlayers) -> String {
    if found.isExact { return "\(goal): exact, all sets of \(found.players.count) were compared" }
    return
      "\(goal): heuristic, actors taken one by one and then exchanged; no set can exceed \(NumberText.rounded(found.bound))"
  }

  /// ᴰF with everybody there; `nil` below two actors.
  private static func fragmentation(
    _ network: Graph,
    _ control: RunControl
  ) throws(MetricError) -> Double? {
    try network.distanceTotals(control: control).globalEfficiency.map { 1 - $0 }
  }
}
