import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// The headlines of a network in plain sentences, each with its numbers.
public struct Findings: Sendable, Equatable {
  /// The sentences, the most important first.
  public let sentences: [String]

  /// Says what was found. Actors appear as `naming` has it.
  ///
  /// - Throws: ``NetworkMetrics/MetricError`` when stopped.
  public init(
    of graph: RegionGraph,
    _ brokers: LearningBrokers,
    _ clusters: ClusterAnalysis,
    naming: Naming,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let writer = FindingsWriter(graph: graph, naming: naming)
    var sentences = [writer.size()]
    if graph.graph.edgeCount > 0 {
      sentences += try writer.topBroker(brokers, control: control)
      sentences += writer.clusters(clusters)
      sentences += try writer.fragileTies(control: control)
    }
    self.sentences = sentences
  }
}

private struct FindingsWriter {
  let graph: RegionGraph
  let naming: Naming

  private func name(_ node: Int) -> String { naming.label(of: Int(graph.actorOf[node])) }

  private func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  func size() -> String {
    let network = graph.graph
    var text = counted(network.nodeCount, "actor", "actors")
    text += " and \(counted(network.edgeCount, "tie", "ties"))"
    if let wave = graph.wave { text += " in wave \(wave)" }
    guard network.edgeCount > 0 else { return text + "." }
    let isolates = network.degree(.all).count { $0 == 0 }
    return text + (isolates == 0 ? "; everybody has a tie." : "; \(isolates) without any tie.")
  }

  func topBroker(
    _ brokers: LearningBrokers,
    control: RunControl
  ) throws(MetricError) -> [String] {
    guard let top = brokers.ranking.first, let value = brokers.betweenness[top], value > 0 else {
      return ["Nobody stands between others: no shortest path has an actor in its middle."]
    }
    return [leader(brokers, value)] + role(of: top, brokers)
      + [try departure(of: top, control: control)]
  }

  /// Who comes first, and who after; several where they share the first place.
  private func leader(_ brokers: LearningBrokers, _ value: Double) -> String {
    let shown = NumberText.rounded(value, decimals: 1)
    let first = brokers.ranking.prefix { brokers.betweenness[$0] == value }
    guard first.count == 1 else {
      let names = first.prefix(5).map(name)
      let more = first.count - names.count
      return "\(list(names + (more > 0 ? ["\(more) more"] : []))) are the strongest brokers, with "
        + "the same betweenness of \(shown)."
    }
    var text = "\(name(first[0])) is the strongest broker: betweenness \(shown)"
    if let second = brokers.ranking.dropFirst().first, let next = brokers.betweenness[second],
      next > 0
    {
      text += ", followed by \(name(second)) with \(NumberText.rounded(next, decimals: 1))"
    }
    return text + "."
  }

  /// The role that the broker has most often.
  private func role(of broker: Int, _ brokers: LearningBrokers) -> [String] {
    let counts = BrokerRole.allCases.filter { $0 != .brokerage }.map {
      (role: $0, count: brokers.roles[$0].counts[broker] ?? 0)
    }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count > 0,
      let all = brokers.roles[.brokerage].counts[broker]
    else { return [] }
    let groups: String =
      switch brokers.grouping.origin {
      case .column(let name): "groups by \(name)"
      case .clusters: "clusters"
      }
    let meaning: String =
      switch most.role {
      case .coordinator: "between members of its own group"
      case .itinerant: "between members of one other group"
      case .representative: "from its own group to another"
      case .gatekeeper: "from another group to its own"
      case .liaison: "between two groups that are not its own"
      case .brokerage: ""
      }
    let orders = graph.graph.isDirected ? "" : ", each counted in both orders"
    return [
      "Among the \(groups) \(name(broker)) is most often a \(most.role.rawValue), \(meaning): "
        + "\(most.count) of its \(all) open two-step paths\(orders)."
    ]
  }

  /// What the others would lose.
  private func departure(of broker: Int, control: RunControl) throws(MetricError) -> String {
    let lost = try graph.graph.departure(of: broker, control: control)
    guard lost.pairsCut > 0, let share = lost.shareCut else {
      return
        "If \(name(broker)) left, the others would still reach whom they reach now, by other paths."
    }
    let (cut, before) =
      graph.graph.isDirected
      ? (lost.pairsCut, lost.pairsBefore) : (lost.pairsCut / 2, lost.pairsBefore / 2)
    let ways =
      graph.graph.isDirected
      ? "ways from one of the others to another" : "pairs of others in reach of each other"
    return
      "If \(name(broker)) left, \(cut) of the \(before) \(ways) would be gone (\(NumberText.percent(share)))."
  }

  func clusters(_ clusters: ClusterAnalysis) -> [String] {
    let groups = clusters.partition.sizes.filter { $0 > 1 }
    guard !groups.isEmpty else { return ["There are no clusters of two or more actors."] }
    let share = NumberText.percent(clusters.coverage ?? 0)
    var text =
      groups.count == 1
      ? "One cluster of \(groups[0]) actors"
      : "\(groups.count) clusters of \(list(groups.map(String.init))) actors"
    text += "; \(share) of the ties lie inside \(groups.count == 1 ? "it" : "them")"
    if let modularity = clusters.modularity {
      text += " (modularity \(NumberText.rounded(modularity, decimals: 2)))"
    }
    return [text + "."]
  }

  func fragileTies(control: RunControl) throws(MetricError) -> [String] {
    let cuts = try graph.graph.biconnectivity(control: control)
    let points = cuts.isArticulationPoint.indices.filter { cuts.isArticulationPoint[$0] }
    var sentences: [String] = []
    if cuts.bridges.isEmpty {
      sentences.append("No tie is fragile: each has a way round it.")
    } else {
      let shown = cuts.bridges.prefix(5).map { "\(name($0.lower)) – \(name($0.upper))" }
      let more = cuts.bridges.count - shown.count
      sentences.append(
        "Fragile: \(counted(cuts.bridges.count, "tie has", "ties have")) no way round: \(list(shown))"
          + (more > 0 ? " (and \(more) more)." : ".")
      )
    }
    if !points.isEmpty {
      let shown = points.prefix(5).map(name)
      let more = points.count - shown.count
      sentences.append(
        "The network depends on \(list(shown + (more > 0 ? ["\(more) more"] : []))): without "
          + "\(points.count == 1 ? "it" : "any one of them") some of the others are cut off from the rest."
      )
    }
    return sentences
  }
}
