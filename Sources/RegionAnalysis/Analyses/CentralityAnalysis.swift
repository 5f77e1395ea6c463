import GraphCore
import LearningRegion
import NetworkMetrics

/// Measures per actor as a table.
public struct CentralityAnalysis: Sendable {
  /// `id,label` and a column per measure, actors in their own order.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Takes the measures of a graph.
  ///
  /// Values that rest on an actor's own answers are missing for actors that were asked and did not answer.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    _ measures: [NodeMeasure],
    _ options: MeasureOptions = MeasureOptions(),
    naming: Naming,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let context = MeasureContext(graph, options, control)
    var columns: [MeasureValues] = []
    for measure in measures { columns.append(try measure.compute(context)) }
    var table = ResultTable(columns: ["id", "label"] + measures.map(\.name))
    for (node, actor) in graph.actorOf.enumerated() {
      // An undirected tie is there if either end reports it, so nobody's silence empties a value.
      let silent = graph.graph.isDirected && graph.responses?[node] == .silent
      table.append(
        naming.cells(of: Int(actor))
          + zip(measures, columns).map { measure, values in
            silent && measure.traits.contains(.ownReports) ? .missing : values[node]
          }
      )
    }
    self.table = table
    let traits = measures.reduce(into: MeasureTraits()) { $0.formUnion($1.traits) }
    notes = AnalysisNotes(of: graph, traits: traits, minimumResponse: minimumResponse)
  }
}
