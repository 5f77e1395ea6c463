import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis

/// What the figures rest on: who was asked, who answered, what was left out.
struct DataQuality {
  /// One relation in one wave.
  struct Part {
    let relation: String
    let wave: String?
    let isDirected: Bool
    let ties: Int
    let loops: Int
    let parallels: Int
    let responseRate: ResponseRate?
    /// Of pairs with a tie, the share with ties both ways; `nil` where direction means nothing or nothing is tied.
    let mutual: Double?
  }

  let parts: [Part]
  let responseRate: ResponseRate?
  let confirmationRate: Double?
  let isolates: Int
  /// Actors of the network that have no type.
  let untyped: Int
  /// Actors that were asked and did not answer.
  let silent: Int

  /// Counts relation by relation and wave by wave, as far as the projection takes them.
  init(
    of region: Region,
    _ projection: GraphProjection,
    _ graph: RegionGraph,
    naming: Naming
  ) throws(ProjectionError) {
    var parts: [Part] = []
    var choices: [GraphProjection.WaveChoice] = [projection.wave]
    if case .all = projection.wave, region.waves.count > 1 {
      choices = region.waves.map { .named($0.name) }
    }
    for name in graph.relations {
      for wave in choices {
        var single = projection
        single.relations = .named([name])
        single.wave = wave
        let part = try region.graph(single)
        let network = part.graph
        parts.append(
          Part(
            relation: region.relations.first { $0.name == name }?.label ?? name,
            wave: part.wave,
            isDirected: network.isDirected,
            ties: network.edgeCount,
            loops: network.loopsDropped,
            parallels: network.parallelMerged,
            responseRate: part.responseRate,
            mutual: network.isDirected ? Self.mutualShare(network) : nil
          )
        )
      }
    }
    self.parts = parts
    responseRate = graph.responseRate
    confirmationRate = graph.confirmationRate
    isolates = graph.graph.degree(.all).count { $0 == 0 }
    untyped = graph.actorOf.count { region.actors.type(of: Int($0)) == nil }
    silent = graph.responses.map { $0.count { $0 == .silent } } ?? 0
  }

  private static func mutualShare(_ network: Graph) -> Double? {
    var (mutual, arcs) = (0, 0)
    for tie in network.ties() {
      arcs += 1
      if network.hasArc(from: tie.target, to: tie.source) { mutual += 1 }
    }
    // Every mutual pair was met twice.
    let pairs = arcs - mutual / 2
    return pairs == 0 ? nil : Double(mutual / 2) / Double(pairs)
  }
}
