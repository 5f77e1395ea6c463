import GraphCore
import LearningRegion
import NetworkMetrics

/// What those who stay lose when a whole hierarchy leaves.
enum OneSidedRemoval {
  private static let draws = 20

  static func indicator(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("hierarchies", "hierarkier")
    let graph = input.network.graph
    guard input.region.actors.anyParents, graph.edgeCount > 0 else {
      return Indicator(
        "one_sided_removal",
        .notMeasured([DataGap("actors.csv", "parent")]),
        unit: .index,
        cases: cases
      )
    }
    let all = hierarchies(input)
    // Every hierarchy costs a search per source and draw: of many only the largest are tried.
    let tried = Array(all.prefix(graph.nodeCount > 2_000 ? 5 : 50))
    var parts: [IndicatorPart] = []
    var worst: (loss: Double, root: Int, chance: Double)?
    control.begin("removal of hierarchies", total: tried.count)
    for (root, members) in tried {
      guard let loss = try loss(graph, without: members, seed: input.seed, control) else {
        control.advance()
        continue
      }
      let chance = try randomLoss(graph, members.count, seed: input.seed, control)
      let isPerson = input.isPerson[root]
      if !isPerson {
        let outcome = IndicatorOutcome.value(loss, n: members.count, minimum: 2, chance: chance)
        parts.append(IndicatorPart("hierarchy", actor: root, outcome))
      }
      if !isPerson, let chance, loss > worst?.loss ?? -.infinity { worst = (loss, root, chance) }
      control.advance()
    }
    guard let worst else {
      return Indicator(
        "one_sided_removal",
        .tooFew(n: 0, minimum: 1),
        unit: .index,
        cases: cases,
        parts: parts
      )
    }
    var statements = [
      Statement(
        "Nearness between the others falls by \(number: worst.loss, decimals: 3) when \(actor: worst.root) leaves with all its parts, by \(number: worst.chance, decimals: 3) when as many leave at random.",
        "Nærheten mellom de andre faller med \(number: worst.loss, decimals: 3) når \(actor: worst.root) går med alle sine deler, med \(number: worst.chance, decimals: 3) når like mange går tilfeldig."
      )
    ]
    if tried.count < all.count {
      statements.append(
        Statement(
          "Only the \(tried.count) largest of \(all.count) hierarchies were tried.",
          "Bare de \(tried.count) største av \(all.count) hierarkier er prøvd."
        )
      )
    }
    return Indicator(
      "one_sided_removal",
      .value(worst.loss, n: parts.count, minimum: 1, chance: worst.chance),
      unit: .index,
      cases: cases,
      parts: parts,
      statements: statements
    )
  }

  /// Nodes by the top-level organisation they belong to, of two members or more, the largest first.
  static func hierarchies(_ input: IndicatorInput) -> [(root: Int, members: [Int])] {
    var members: [Int: [Int]] = [:]
    for (node, actor) in input.network.actorOf.enumerated() {
      members[input.root(of: Int(actor)), default: []].append(node)
    }
    return members.filter { $0.value.count > 1 }
      .sorted {
        $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
      }
      .map { (root: $0.key, members: $0.value) }
  }

  /// Mean 1/d over ordered pairs of the others, before (through the leaving nodes too) minus after; `nil` with fewer than two others.
  ///
  /// Over all sources, or of large networks over a seeded sample of them.
  static func loss(
    _ graph: Graph,
    without leaving: [Int],
    seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> Double? {
    var isGone = [Bool](repeating: false, count: graph.nodeCount)
    for node in leaving { isGone[node] = true }
    let stay = (0..<graph.nodeCount).filter { !isGone[$0] }
    guard stay.count > 1 else { return nil }
    let rest = graph.induced(on: stay)
    var sources = Array(stay.indices)
    let most = max(8, min(200, 20_000_000 / max(1, graph.out.arcCount)))
    if sources.count > most {
      var random = RandomStream(seed: seed, stream: 0x7372_6373)
      random.shuffle(&sources)
      sources = Array(sources.prefix(most)).sorted()
    }
    var lost = 0.0
    for source in sources {
      if control.isCancelled { throw .cancelled }
      let before = try graph.distances(from: stay[source])
      let after = try rest.distances(from: source)
      for (place, node) in stay.enumerated() where place != source {
        guard let near = before[node] else { continue }
        lost += 1 / Double(near) - (after[place].map { 1 / Double($0) } ?? 0)
      }
    }
    return lost / (Double(sources.count) * Double(stay.count - 1))
  }

  /// The mean loss over seeded draws of as many nodes.
  private static func randomLoss(
    _ graph: Graph,
    _ count: Int,
    seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> Double? {
    var sum = 0.0
    var drawn = 0
    let rounds = graph.out.arcCount > 100_000 ? 3 : draws
    for round in 0..<rounds {
      var random = RandomStream(seed: seed, stream: 0x7265_6D76 + UInt64(round))
      var nodes = Array(0..<graph.nodeCount)
      random.shuffle(&nodes)
      let leaving = Array(nodes.prefix(count))
      guard let loss = try loss(graph, without: leaving, seed: seed, control) else { continue }
      sum += loss
      drawn += 1
    }
    return drawn > 0 ? sum / Double(drawn) : nil
  }
}
