import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// Ties by what flows along them when somebody walks the network at random, as a table.
public struct PathwayAnalysis: Sendable {
  /// `source,target,source_label,target_label,flow,cumulative`, the busiest tie first: its share of all steps, and that of the ties so far.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Ranks the ties and keeps the first `count`.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    count: Int,
    naming: Naming,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    guard !graph.weightsAreLengths else {
      throw .notDefined(reason: "pathways follow strengths: the weights here are distances")
    }
    notes = AnalysisNotes(of: graph, traits: [.weightedByDefault], minimumResponse: minimumResponse)
    let found = try graph.graph.naturalPathways(control: control)
    let order = TieOrder(graph, naming)
    var table = ResultTable(columns: [
      "source", "target", "source_label", "target_label", "flow", "cumulative",
    ])
    var sum = 0.0
    for pathway in found.prefix(count) {
      let (source, target) = order.ends(pathway.source, pathway.target)
      sum += pathway.flow
      table.append([
        .text(naming.id(of: source)), .text(naming.id(of: target)),
        .text(naming.label(of: source)), .text(naming.label(of: target)), .number(pathway.flow),
        .number(sum),
      ])
    }
    self.table = table
  }
}
