import GraphCore
import LearningRegion
import NetworkMetrics

/// Ties worth making, as a table.
public struct SuggestedTieAnalysis: Sendable {
  /// `source,target,source_label,target_label,gain,global_efficiency`, in the order in which the ties are to be made: what each
  /// adds to global efficiency and what that is then.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Looks for the `count` ties that bring actors nearest, one after the other.
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
    var notes = AnalysisNotes(of: graph, traits: [.paths], minimumResponse: minimumResponse)
    let found = try network.suggestedTies(count: count, control: control)
    var efficiency = try network.distanceTotals(control: control).globalEfficiency ?? 0
    notes.assumptions.append(
      "global efficiency now: \(NumberText.forReading(efficiency)); each tie is chosen with those before it made"
    )
    if found.count < count {
      notes.assumptions.append(
        "only \(found.count) \(found.count == 1 ? "tie is" : "ties are") missing in this network"
      )
    }
    let order = TieOrder(graph, naming)
    var table = ResultTable(columns: [
      "source", "target", "source_label", "target_label", "gain", "global_efficiency",
    ])
    for tie in found {
      let (source, target) = order.ends(tie.source, tie.target)
      efficiency += tie.gain
      table.append([
        .text(naming.id(of: source)), .text(naming.id(of: target)),
        .text(naming.label(of: source)), .text(naming.label(of: target)), .number(tie.gain),
        .number(efficiency),
      ])
    }
    self.table = table
    self.notes = notes
  }
}
