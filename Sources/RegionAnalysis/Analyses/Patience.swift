import GraphCore
import NetworkMetrics

/// Which of all measures a network is too large for: they are left out, and said to be, unless somebody names them.
///
/// A measure that is asked for by name is always taken; `all` shall end in minutes. The work is judged from the size of the graph alone, so that
/// the same network gives the same table on every machine.
struct Patience {
  private let nodes: Double
  private let arcs: Double
  private let graph: Graph
  private let control: RunControl
  /// Σk³ over the weak components, k their strong components; computed when first asked for.
  private var cubes: Double?

  init(_ graph: Graph, _ control: RunControl) {
    nodes = Double(graph.nodeCount)
    arcs = Double(graph.out.arcCount)
    self.graph = graph
    self.control = control
  }

  /// Steps of each kind that take a minute or two on a machine of two cores.
  static let mostDistanceSteps = 1e12
  static let mostPathSteps = 1e11
  static let mostEquationSteps = 1e12
  static let mostBoundSteps = 1e13

  /// Why a measure is left out; `nil` where it can be waited for.
  mutating func refusal(
    of traits: MeasureTraits,
    _ options: MeasureOptions,
    isEstimated: Bool = false
  ) throws(MetricError) -> String? {
    if isEstimated { return nil }
    // A search by length goes through the graph once per actor, one by steps for five hundred at once.
    let distanceSteps = nodes * (arcs + nodes) * (options.lengths == nil ? 1 : 30)
    let actors = "\(graph.nodeCount) actors and \(graph.edgeCount) ties"
    if traits.contains(.shortestPaths), nodes * (arcs + nodes) > Self.mostPathSteps {
      return "it counts the shortest paths of all pairs of \(actors)"
    }
    if traits.contains(.distances), distanceSteps > Self.mostDistanceSteps {
      return "it takes the distances of all pairs of \(actors)"
    }
    if traits.contains(.reachability), graph.isDirected,
      nodes * (arcs + nodes) > Self.mostDistanceSteps
    {
      return "it finds out who of \(actors) reaches whom"
    }
    if traits.contains(.circuits) {
      let largest = Double(try graph.weakComponents(control: control).sizes.first ?? 0)
      if largest * largest * largest > Self.mostEquationSteps {
        return "it solves equations for all \(NumberText.exact(largest)) actors of a component"
      }
    }
    if traits.contains(.bounds), graph.isDirected {
      let known: Double
      if let cubes { known = cubes } else { known = try Self.cubes(graph, control) }
      cubes = known
      if known > Self.mostBoundSteps { return "it compares all pairs of \(actors)" }
    }
    return nil
  }

  private static func cubes(_ graph: Graph, _ control: RunControl) throws(MetricError) -> Double {
    let weak = try graph.weakComponents(control: control)
    let strong = try graph.strongComponents(control: control)
    var parts = [Double](repeating: 0, count: weak.count)
    var seen = [Bool](repeating: false, count: strong.count)
    for v in 0..<graph.nodeCount where !seen[Int(strong.componentOf[v])] {
      seen[Int(strong.componentOf[v])] = true
      parts[Int(weak.componentOf[v])] += 1
    }
    return parts.reduce(0) { $0 + $1 * $1 * $1 }
  }
}
