import GraphCore
import LearningRegion
import NetworkMetrics

/// Between which ranks an actor may lie, given that some of those asked did not answer.
///
/// Arcs from silent actors are unknown. In every draw each of them is there with the density of those who did answer,
/// independently; the measure is taken again and the actors are ranked (1 is the largest value, equal values share the
/// better rank). The interval runs from the 5th to the 95th percentile of an actor's ranks. An undirected tie is there if
/// either end reports it, so that there only ties between two silent actors are unknown.
///
/// A model of what is missing, not a measurement: silent actors may differ from those who answered.
public struct RankIntervals: Sendable, Equatable {
  /// Draws that the intervals rest on.
  public static let draws = 200
  /// Actors up to which intervals are drawn.
  public static let mostActors = 2_000

  /// The 5th percentile of each node's ranks; `nil` where the measure is not defined in some draw.
  public let low: [Int?]
  /// The 95th percentile of each node's ranks.
  public let high: [Int?]

  /// Draws the unknown arcs and ranks the actors by `measure`. Draw `d` uses stream `d` of the seed.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``, as the measure does.
  static func of(
    _ measures: [NodeMeasure],
    _ graph: RegionGraph,
    _ options: MeasureOptions,
    control: RunControl
  ) throws(MetricError) -> [RankIntervals] {
    let silent = graph.responses?.map { $0 == .silent } ?? []
    let density = graph.graph.density(answered: graph.responses?.map { $0 == .answered }) ?? 0
    let n = graph.graph.nodeCount
    var ranks = [[[Int]]](
      repeating: [[Int]](repeating: [], count: n),
      count: measures.count
    )
    control.begin("draws of what is not known", total: draws)
    for draw in 0..<draws {
      if control.isCancelled { throw .cancelled }
      let stream = RandomStream(seed: options.seed, stream: UInt64(draw))
      let filled = try Self.fill(graph.graph, silent, density, stream)
      let silentRun = RunControl(threads: control.threads)
      let context = MeasureContext(filled, answered: nil, options, silentRun)
      for (place, measure) in measures.enumerated() {
        guard let values = try Self.values(of: measure, context) else { continue }
        for (node, rank) in Self.ranks((0..<n).map { values[$0].numeric }) {
          ranks[place][node].append(rank)
        }
      }
      control.advance()
    }
    return ranks.map { perNode in
      func percentile(_ share: Double) -> [Int?] {
        perNode.map { ranks in
          guard ranks.count == draws else { return nil }
          return ranks.sorted()[Int((Double(draws - 1) * share).rounded())]
        }
      }
      return RankIntervals(low: percentile(0.05), high: percentile(0.95))
    }
  }

  /// The values in a draw; `nil` where the draw happens to be a network that the measure is not defined for.
  private static func values(
    of measure: NodeMeasure,
    _ context: MeasureContext
  ) throws(MetricError) -> MeasureValues? {
    do throws(MetricError) {
      return try measure.compute(context)
    } catch {
      switch error {
      case .notDefined, .notConverged, .invalidOption(name: "alpha", reason: _): return nil
      default: throw error
      }
    }
  }

  private static func fill(
    _ graph: Graph,
    _ silent: [Bool],
    _ density: Double,
    _ stream: RandomStream
  ) throws(MetricError) -> Graph {
    var stream = stream
    var arcs = ArcList(capacity: graph.edgeCount)
    for tie in graph.ties() {
      arcs.append(
        from: Int32(tie.source),
        to: Int32(tie.target),
        weight: graph.out.weight(at: tie.arc)
      )
    }
    for source in 0..<graph.nodeCount where silent[source] {
      for target in 0..<graph.nodeCount where target != source {
        if !graph.isDirected && !(silent[target] && source < target) { continue }
        let isThere = stream.nextUnit() < density
        if isThere && !graph.hasArc(from: source, to: target) {
          arcs.append(from: Int32(source), to: Int32(target))
        }
      }
    }
    do throws(GraphError) {
      return try arcs.makeGraph(
        nodeCount: graph.nodeCount,
        graph.isDirected ? .directed : .undirected
      )
    } catch {
      throw .notDefined(reason: "the filled network is no graph: \(error)")
    }
  }

  /// Rank of every node that has a value.
  private static func ranks(_ values: [Double?]) -> [(node: Int, rank: Int)] {
    let order = values.indices.filter { values[$0] != nil }.sorted {
      let (left, right) = (values[$0] ?? 0, values[$1] ?? 0)
      return left != right ? left > right : $0 < $1
    }
    var ranked: [(node: Int, rank: Int)] = []
    for (place, node) in order.enumerated() {
      let isTied = place > 0 && values[order[place - 1]] == values[node]
      ranked.append((node, isTied ? ranked[place - 1].rank : place + 1))
    }
    return ranked
  }
}
