import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// What the interactive map shows: every actor of every wave, and every tie with its relation and waves.
struct ReportMap {
  /// Ties of one relation between two actors in the same waves.
  struct Tie {
    let source: Int32
    let target: Int32
    let relation: Int32
    let weight: Double
    /// Bit `i` stands for wave `i`; all of them where the tie belongs to none in particular.
    var waves: UInt32
  }

  /// Rows of the actors in the region, in the order in which to show them.
  let actors: [Int32]
  /// Per actor its node in the network that the figures are of, −1 for one that is not in it.
  let nodeOf: [Int32]
  let relations: [(name: String, isDirected: Bool)]
  /// Names of the waves that can be chosen; empty where there is nothing to choose.
  let waves: [String]
  /// Index of the wave that the figures are of; `nil` for all together.
  let wave: Int?
  let ties: [Tie]
  /// Per actor the waves it belongs to, bit `i` for wave `i`; empty where every actor belongs to all.
  let presence: [UInt32]

  /// Waves that the page can tell apart.
  static let mostWaves = 31

  init(_ study: ReportStudy) throws(ProjectionError) {
    let region = study.region
    var united = study.projection
    let hasWaves = region.waves.count > 1 && region.waves.count <= Self.mostWaves
    if hasWaves { united.wave = .all }
    let everybody = hasWaves ? try region.graph(united) : study.graph
    let order = study.naming.order(of: everybody.actorOf)
    actors = order.map { everybody.actorOf[$0] }
    let nodes = study.graph.nodeOfActor(actorCount: region.actors.count)
    nodeOf = actors.map { nodes[Int($0)] }
    waves = hasWaves ? region.waves.map(\.name) : []
    wave = hasWaves ? region.waves.firstIndex { $0.name == study.graph.wave } : nil
    presence = hasWaves && region.actors.anyWaves ? Self.presence(of: actors, in: region) : []

    var place = [Int32](repeating: -1, count: region.actors.count)
    for (index, actor) in actors.enumerated() { place[Int(actor)] = Int32(index) }
    var ties: [Tie] = []
    var relations: [(name: String, isDirected: Bool)] = []
    for name in study.graph.relations {
      var single = study.projection
      single.relations = .named([name])
      var found: [Tie] = []
      var isDirected = true
      let choices: [GraphProjection.WaveChoice] =
        hasWaves ? region.waves.map { .named($0.name) } : [single.wave]
      for (bit, choice) in choices.enumerated() {
        single.wave = choice
        let part = try region.graph(single)
        isDirected = part.graph.isDirected
        for tie in part.graph.ties() {
          let weight = part.graph.out.weight(at: tie.arc)
          found.append(
            Tie(
              source: place[Int(part.actorOf[tie.source])],
              target: place[Int(part.actorOf[tie.target])],
              relation: Int32(relations.count),
              weight: part.weightsAreLengths ? 1 : weight,
              waves: hasWaves ? 1 << UInt32(bit) : 1
            )
          )
        }
      }
      guard !found.isEmpty || study.graph.relations.count == 1 else { continue }
      ties += Self.merged(found, isDirected: isDirected)
      let label = region.relations.first { $0.name == name }?.label ?? name
      relations.append((label, isDirected))
    }
    self.ties = ties
    self.relations = relations
  }

  private static func presence(of actors: [Int32], in region: Region) -> [UInt32] {
    let all = UInt32.max >> UInt32(32 - region.waves.count)
    return actors.map { actor in
      let own = region.actors.waves(of: Int(actor))
      guard !own.isEmpty else { return all }
      return region.waves.indices.reduce(0) { bits, wave in
        own.contains(region.waves[wave].name) ? bits | 1 << UInt32(wave) : bits
      }
    }
  }

  /// Ties that are the same but for their wave become one.
  private static func merged(_ ties: [Tie], isDirected: Bool) -> [Tie] {
    func key(_ tie: Tie) -> (Int32, Int32, Double, UInt32) {
      isDirected || tie.source < tie.target
        ? (tie.source, tie.target, tie.weight, tie.waves)
        : (tie.target, tie.source, tie.weight, tie.waves)
    }
    var result: [Tie] = []
    for tie in ties.sorted(by: { key($0) < key($1) }) {
      let (source, target, weight, waves) = key(tie)
      if let last = result.last, last.source == source, last.target == target,
        last.weight == weight
      {
        result[result.count - 1].waves |= waves
      } else {
        result.append(
          Tie(
            source: source,
            target: target,
            relation: tie.relation,
            weight: weight,
            waves: waves
          )
        )
      }
    }
    return result
  }

  /// The same as the input of a layout: groups are the clusters, areas are betweenness.
  func layoutInput(_ study: ReportStudy) -> MapInput {
    var columns = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    for tie in ties {
      columns.sources.append(tie.source)
      columns.targets.append(tie.target)
      columns.weights.append(max(0, tie.weight))
      columns.relations.append(tie.relation)
    }
    var input = MapInput(
      title: study.title,
      labels: actors.map { study.naming.label(of: Int($0)) },
      relations: relations.map { .init(name: $0.name, isDirected: $0.isDirected) },
      ties: columns
    )
    let sizes = study.clusters.sizes
    input.groups = MapInput.Division(
      title: "cluster",
      names: sizes.indices.map(study.clusterName),
      categories: clusterOf(study)
    )
    let betweenness = study.brokers.betweenness
    input.size = MapInput.Scores(
      title: "betweenness",
      values: nodeOf.map { $0 < 0 ? nil : betweenness[Int($0)] }
    )
    return input
  }

  /// Per actor its cluster, −1 for one that is alone or not in the network.
  func clusterOf(_ study: ReportStudy) -> [Int32] {
    let sizes = study.clusters.sizes
    return nodeOf.map { node in
      guard node >= 0 else { return -1 }
      let cluster = study.clusters.partition.clusterOf[Int(node)]
      return sizes[Int(cluster)] > 1 ? cluster : -1
    }
  }
}
