import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// The headlines of a network in plain sentences, each with its numbers.
public struct Findings: Sendable, Equatable {
  /// The sentences, the most important first.
  public let sentences: [String]

  /// Says what was found. Only organisations are singled out by name; persons appear as `naming` has it.
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
    sentences += try writer.topBroker(brokers, control: control)
    sentences += writer.clusters(clusters)
    sentences += try writer.fragileTies(control: control)
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
    let isolates = network.degree(.all).count { $0 == 0 }
    text += isolates == 0 ? "; everybody has a tie." : "; \(isolates) without any tie."
    return text
  }

  func topBroker(
    _ brokers: LearningBrokers,
    control: RunControl
  ) throws(MetricError) -> [String] {
    guard let top = brokers.ranking.first, let value = brokers.betweenness[top], value > 0 else {
      return ["Nobody stands between others: no shortest path has an actor in its middle."]
    }
    var text =
      "\(name(top)) is the strongest broker: betweenness \(NumberText.rounded(value, decimals: 1))"
    if let second = brokers.ranking.dropFirst().first, let next = brokers.betweenness[second],
      next > 0
    {
      text += ", followed by \(name(second)) with \(NumberText.rounded(next, decimals: 1))"
    }
    text += "."
    var sentences = [text]
    let roles = BrokerRole.allCases.filter { $0 != .brokerage }
    let counts = roles.map { ($0, brokers.roles[$0].counts[top] ?? 0) }
    if let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0,
      let all = brokers.roles[.brokerage].counts[top]
    {
      let between: String =
        switch brokers.grouping.origin {
        case .column(let name): "groups by \(name)"
        case .clusters: "clusters"
        }
      sentences.append(
        "Most often it is a \(most.0.rawValue) between \(between): \(most.1) of its \(all) open two-step paths."
      )
    }
    let lost = try graph.graph.departure(of: top, control: control)
    if lost.pairsCut > 0, let share = lost.shareCut {
      sentences.append(
        "If it left, \(counted(lost.pairsCut, "connection", "connections")) between the others (\(NumberText.percent(share))) would be gone."
      )
    } else if lost.pairsBefore > 0 {
      sentences.append("If it left, the others would still reach each other, by longer paths.")
    }
    return sentences
  }

  func clusters(_ clusters: ClusterAnalysis) -> [String] {
    let sizes = clusters.partition.sizes
    let groups = sizes.filter { $0 > 1 }
    guard !groups.isEmpty else { return ["There are no clusters: nobody has a tie."] }
    let overview = clusters.overview(of: graph)
    let inside = overview.rows.reduce(0.0) { $0 + ($1[3].numeric ?? 0) }
    var text =
      groups.count == 1
      ? "One cluster of \(groups[0]) actors"
      : "\(groups.count) clusters of \(list(groups.map(String.init))) actors"
    let ties = graph.graph.edgeCount
    if ties > 0 {
      text += "; \(NumberText.percent(inside / Double(ties))) of the ties lie inside them"
    }
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
      sentences.append("No single tie holds the network together: every one has a way round.")
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
        "The network depends on \(list(shown))\(more > 0 ? " and \(more) more" : ""): without "
          + "\(points.count == 1 ? "it" : "any one of them") part of the others is cut off."
      )
    }
    return sentences
  }
}
