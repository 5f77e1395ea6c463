import GraphCore
import LearningRegion
import NetworkMetrics

/// Measures per tie as a table.
public struct TieAnalysis: Sendable {
  /// `source,target` (ids) and a column per measure; ties by source, then target, in the order of the actors. An undirected tie stands
  /// once, from the actor that comes first.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Takes the measures of a graph.
  ///
  /// - Parameter failures: what becomes of a measure that this network, or this machine, does not allow.
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    _ measures: [TieMeasure],
    _ options: MeasureOptions = MeasureOptions(),
    naming: Naming,
    failures: MeasureFailures = .end,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let context = MeasureContext(graph, options, control)
    var columns: [MeasureValues] = []
    var warnings: [String] = []
    var patience = Patience(graph.graph, control)
    let missing = MeasureValues.scores([Double?](repeating: nil, count: graph.graph.edgeCount))
    for measure in measures {
      do throws(MetricError) {
        if failures == .warn, let reason = try patience.refusal(of: measure.traits, options) {
          warnings.append(
            "\(measure.name) is left out: \(reason), which takes long; --measures \(measure.name) takes it"
          )
          columns.append(missing)
        } else {
          columns.append(try measure.compute(context))
        }
      } catch {
        warnings.append(try failures.sentence(of: error, measure.name))
        columns.append(missing)
      }
    }
    let order = TieOrder(graph, naming)
    var table = ResultTable(columns: ["source", "target"] + measures.map(\.name))
    for (place, source, target) in order.sorted(context.ties()) {
      table.append(
        [.text(naming.id(of: source)), .text(naming.id(of: target))] + columns.map { $0[place] }
      )
    }
    self.table = table
    let traits = measures.reduce(into: MeasureTraits()) { $0.formUnion($1.traits) }
    var notes = AnalysisNotes(of: graph, traits: traits, minimumResponse: minimumResponse)
    notes.warnings += warnings
    self.notes = notes
  }
}

/// The order of ties, and which end of an undirected one comes first, so that neither tells who is who where nobody is named.
struct TieOrder {
  private let graph: RegionGraph
  private let rank: [Int]

  init(_ graph: RegionGraph, _ naming: Naming) {
    self.graph = graph
    var rank = [Int](repeating: 0, count: graph.actorOf.count)
    for (place, node) in naming.order(of: graph.actorOf).enumerated() { rank[node] = place }
    self.rank = rank
  }

  /// The two actors of a tie; of an undirected one the first in the order shown comes first.
  func ends(_ source: Int, _ target: Int) -> (source: Int, target: Int) {
    let isSwapped = !graph.graph.isDirected && rank[source] > rank[target]
    let (first, second) = isSwapped ? (target, source) : (source, target)
    return (Int(graph.actorOf[first]), Int(graph.actorOf[second]))
  }

  /// Every tie with its place in `ties` and its two actors, in the order shown.
  func sorted(_ ties: [NetworkMetrics.Tie]) -> [(place: Int, source: Int, target: Int)] {
    let isDirected = graph.graph.isDirected
    let keys = ties.map { tie in
      let (a, b) = (rank[tie.source], rank[tie.target])
      return isDirected || a < b ? (a, b) : (b, a)
    }
    return ties.indices.sorted { keys[$0] < keys[$1] }.map { place in
      let (source, target) = ends(ties[place].source, ties[place].target)
      return (place, source, target)
    }
  }
}
