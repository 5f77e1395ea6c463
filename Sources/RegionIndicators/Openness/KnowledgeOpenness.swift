import GraphCore
import LearningRegion
import NetworkMetrics

/// What an actor of the region is between inside and outside (after Giuliani and Bell).
public enum OpennessRole: String, Sendable, CaseIterable {
  /// More ties than the median both to the outside and inside.
  case gatekeeper
  /// More than the median to the outside, not inside.
  case externalStar = "external_star"
  /// No tie at all, in any direction.
  case isolate
  /// Everybody else.
  case other
}

/// Where knowledge comes in from outside the region, and how far inside it has to go.
public struct KnowledgeOpenness: Sendable {
  /// Rows of the actors of the region.
  public let inside: [Int]
  /// Ties that actors of the region receive, and those of them that come from outside.
  public let received: (all: Int, external: Int)
  /// Flows that actors of the region receive, and those of them that come from outside.
  public let flows: (all: Int, external: Int)
  /// The role of each actor of the region, parallel to ``inside``.
  public let roles: [OpennessRole]
  /// Steps inside the region from the nearest actor with a tie to the outside, parallel to ``inside``; 0 for such an actor, `nil` where
  /// none can be reached.
  public let depth: [Int?]

  /// Looks at a network in which some actors are outside (`inside` no); `nil` where none is, or none is inside.
  ///
  /// Ties to count as out-ties go from the actor; undirected ties go both ways. Depth goes along ties without their direction, never through
  /// an outsider. O(actors + ties).
  public init?(of graph: RegionGraph, in region: Region) {
    let isOutside = graph.actorOf.map { region.actors[Int($0)].inside == false }
    guard isOutside.contains(true), isOutside.contains(false) else { return nil }
    let network = graph.graph
    let nodes = isOutside.indices.filter { !isOutside[$0] }
    var received = (all: 0, external: 0)
    var outward = [(inside: Int, outside: Int)](repeating: (0, 0), count: nodes.count)
    var isHolder = [Bool](repeating: false, count: nodes.count)
    var isAlone = isHolder
    for (place, v) in nodes.enumerated() {
      let incoming = network.incoming.targets[network.incoming.arcs(of: v)]
      let outgoing = network.out.targets[network.out.arcs(of: v)]
      received.all += incoming.count
      received.external += incoming.count { isOutside[Int($0)] }
      let external = outgoing.count { isOutside[Int($0)] }
      outward[place] = (outgoing.count - external, external)
      isHolder[place] = external > 0 || incoming.contains { isOutside[Int($0)] }
      isAlone[place] = incoming.isEmpty && outgoing.isEmpty
    }
    inside = nodes.map { Int(graph.actorOf[$0]) }
    self.received = received
    flows = Self.flows(region)
    roles = Self.roles(outward, isAlone)
    depth = Self.depth(network.induced(on: nodes).skeleton(), isHolder)
  }

  private static func flows(_ region: Region) -> (all: Int, external: Int) {
    let actors = region.actors
    var result = (all: 0, external: 0)
    for flow in region.flows.rows {
      guard let source = actors.index(of: flow.source), let target = actors.index(of: flow.target),
        source != target, actors[target].inside != false
      else { continue }
      result.all += 1
      if actors[source].inside == false { result.external += 1 }
    }
    return result
  }

  private static func roles(
    _ outward: [(inside: Int, outside: Int)],
    _ isAlone: [Bool]
  ) -> [OpennessRole] {
    let internalMedian = median(outward.map(\.inside))
    let externalMedian = median(outward.map(\.outside))
    return zip(outward, isAlone).map { counts, isAlone in
      if isAlone { return .isolate }
      guard Double(counts.outside) > externalMedian else { return .other }
      return Double(counts.inside) > internalMedian ? .gatekeeper : .externalStar
    }
  }

  /// The middle value, or the mean of the two in the middle; 0 of nothing.
  static func median(_ values: [Int]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? Double(sorted[middle]) : (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }

  private static func depth(_ network: Graph, _ isHolder: [Bool]) -> [Int?] {
    var depth = isHolder.map { $0 ? Int?(0) : nil }
    var level = isHolder.indices.filter { isHolder[$0] }
    var steps = 0
    while !level.isEmpty {
      steps += 1
      var next: [Int] = []
      for v in level {
        for target in network.out.targets[network.out.arcs(of: v)] where depth[Int(target)] == nil {
          depth[Int(target)] = steps
          next.append(Int(target))
        }
      }
      level = next
    }
    return depth
  }
}
