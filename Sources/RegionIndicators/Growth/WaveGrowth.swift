import GraphCore
import LearningRegion
import NetworkMetrics

/// A region wave by wave: what shape its network has, who came in when.
public struct WaveGrowth: Sendable {
  /// One wave.
  public struct Step: Sendable, Equatable {
    /// Its name; `nil` where the region has no waves.
    public let wave: String?
    /// The shape of the network.
    public let shape: GrowthShape
    /// Actors that take part: with a tie in the wave, or named in it by their own `waves`.
    public let present: Int
    /// Those of them whose sphere is known.
    public let withSphere: Int
    /// Those of them that are public actors (of the sphere government).
    public let publicActors: Int
    /// Actors that were in no earlier wave.
    public let entered: Int
  }

  /// The waves in order.
  public let steps: [Step]
  /// Types of actors in the order in which they came in: the first wave that has one of the type, by number, then name.
  public let entries: [(type: String, wave: Int)]

  /// Walks through the waves of a region; one step for the whole where it has none.
  ///
  /// - Throws: as the measures do.
  public init(
    of input: IndicatorInput,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let region = input.region
    var steps: [Step] = []
    var seen = [Bool](repeating: false, count: region.actors.count)
    var entryOf: [String: Int] = [:]
    let names: [String?] = region.waves.isEmpty ? [nil] : region.waves.map(\.name)
    for (number, name) in names.enumerated() {
      var projection = input.projection
      projection.wave = name.map { .named($0) } ?? .last
      let graph: RegionGraph
      do throws(ProjectionError) { graph = try region.graph(projection) } catch {
        throw .invalidOption(name: "wave", reason: "\(error)")
      }
      let present = Self.present(graph, region, wave: name)
      let known = present.filter { input.spheres[$0] != nil }
      let nodes = graph.nodeOfActor(actorCount: region.actors.count)
      let here = graph.graph.induced(on: present.map { Int(nodes[$0]) })
      guard !present.isEmpty else { continue }
      steps.append(
        Step(
          wave: name,
          shape: try GrowthShape(of: here, seed: input.seed, control: control),
          present: present.count,
          withSphere: known.count,
          publicActors: known.count { input.spheres[$0] == .government },
          entered: present.count { !seen[$0] }
        )
      )
      for actor in present {
        seen[actor] = true
        if let type = region.actors.type(of: actor), entryOf[type] == nil { entryOf[type] = number }
      }
    }
    self.steps = steps
    entries = entryOf.keys.sorted().map { ($0, entryOf[$0] ?? 0) }
      .enumerated().sorted { left, right in
        left.element.1 != right.element.1
          ? left.element.1 < right.element.1 : left.offset < right.offset
      }.map { (type: $0.element.0, wave: $0.element.1) }
  }

  /// Rows of the actors that take part: those that name waves of their own are in these and in no other.
  private static func present(_ graph: RegionGraph, _ region: Region, wave: String?) -> [Int] {
    let network = graph.graph
    return graph.actorOf.indices.compactMap { node -> Int? in
      let actor = Int(graph.actorOf[node])
      let isNamed = wave.map { region.actors.waves(of: actor).contains($0) } ?? true
      let isTied =
        network.out.degree(of: node) > 0 || network.incoming.degree(of: node) > 0
      return isNamed || isTied ? actor : nil
    }
  }
}
