import GraphCore
import NetworkMetrics

/// What would be lost if one actor left.
public struct Departure: Sendable, Equatable {
  /// The actor's node.
  public let node: Int
  /// Ordered pairs of the others that could reach each other before and cannot any more.
  public let pairsCut: Int
  /// Ordered pairs of the others that could reach each other before.
  public let pairsBefore: Int
  /// Others that are cut off from the largest component of the rest, although they were in one component with the actor.
  public let cutOff: Int
  /// Mean steps between the others that could reach each other before; `nil` where none could.
  public let stepsBefore: Double?
  /// Mean steps between those that still can; `nil` where none can.
  public let stepsAfter: Double?

  /// Share of the others' connections that is lost; `nil` where there were none.
  public var shareCut: Double? {
    pairsBefore == 0 ? nil : Double(pairsCut) / Double(pairsBefore)
  }
}

extension Graph {
  /// What breaks when `node` leaves: reachability among the others, before (through the node too) and after. O(n·m).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public func departure(
    of node: Int,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Departure {
    let others = (0..<nodeCount).filter { $0 != node }
    let rest = induced(on: others)
    let before = try distanceTotals(control: control)
    let after = try rest.distanceTotals(control: control)
    let back =
      isDirected
      ? try distanceTotals(DistanceOptions(direction: .inward), control: control) : before
    // Pairs that start or end at the node itself do not count as lost by the others.
    let pairsBefore = before.pairs - before.reached[node] - back.reached[node]
    let pieces = try weakComponents(control: control)
    let own = pieces.componentOf[node]
    let left = try rest.weakComponents(control: control)
    var sizes: [Int32: Int] = [:]
    for (new, old) in others.enumerated() where pieces.componentOf[old] == own {
      sizes[left.componentOf[new], default: 0] += 1
    }
    let total = sizes.values.reduce(0, +)
    return Departure(
      node: node,
      pairsCut: pairsBefore - after.pairs,
      pairsBefore: pairsBefore,
      cutOff: total - (sizes.values.max() ?? 0),
      stepsBefore: pairsBefore == 0
        ? nil
        : (before.total.reduce(0, +) - before.total[node] - back.total[node]) / Double(pairsBefore),
      stepsAfter: after.meanDistance
    )
  }
}
