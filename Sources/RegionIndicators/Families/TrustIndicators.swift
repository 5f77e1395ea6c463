import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 1: trust, as people tell it, as deeds tell it, and how far it carries.
enum TrustIndicators {
  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let recorded = try input.network(of: .trust)
    return [
      try fromAction(input, control), mutual(recorded), asymmetry(recorded),
      try closure(input, recorded, control), try reach(input, control),
    ] + PartnerIndicators.indicators(input)
  }

  private static let pairs = Words("pairs with trust", "par med tillit")
  private static let directedTrust = DataGap("ties.csv", "relation (kind trust, directed)")
  private static let actions = DataGap("joint_actions.csv", "date", "outcome", "participants")

  // MARK: From deeds

  static func fromAction(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("pairs that acted together", "par som har handlet sammen")
    guard !input.region.jointActions.rows.isEmpty else {
      return Indicator("trust_from_action", .notMeasured([actions]), unit: .index, cases: cases)
    }
    let trust = try input.region.trustFromAction(control: control)
    let values = trust.ties.map(\.trust)
    var statements: [Statement] = []
    if !values.isEmpty {
      statements.append(
        Statement(
          "\(trust.actions) joint actions have built trust between \(values.count) pairs.",
          "\(trust.actions) felles handlinger har bygd tillit mellom \(values.count) par."
        )
      )
    }
    let firm = trust.breachesWithoutTrust.filter {
      !input.isPerson[$0.first] && !input.isPerson[$0.second]
    }
    if !trust.breachesWithoutTrust.isEmpty {
      let count = trust.breachesWithoutTrust.count
      statements.append(
        Statement(
          "\(count) breaches met no trust that joint actions had built.",
          "\(count) brudd traff ingen tillit som felles handlinger hadde bygd."
        )
      )
    }
    for breach in firm.prefix(10) {
      statements.append(
        Statement(
          "\(actor: breach.first) and \(actor: breach.second): a breach before anything was kept (\(breach.action)).",
          "\(actor: breach.first) og \(actor: breach.second): et brudd før noe var holdt (\(breach.action))."
        )
      )
    }
    if trust.tooLarge + trust.incomplete > 0 {
      statements.append(
        Statement(
          "\(trust.tooLarge) actions had too many participants to count, \(trust.incomplete) lack a date, an outcome or a second participant.",
          "\(trust.tooLarge) handlinger hadde for mange deltakere til å telle, \(trust.incomplete) mangler dato, utfall eller en deltaker til."
        )
      )
    }
    let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    return Indicator(
      "trust_from_action",
      .value(mean, n: values.count, minimum: 1),
      unit: .index,
      cases: cases,
      statements: statements
    )
  }

  // MARK: As it is told

  /// Nodes that answered; `nil` where nobody was asked by list.
  private static func answered(_ graph: RegionGraph) -> [Bool]? {
    graph.responses.map { $0.map { $0 == .answered } }
  }

  static func mutual(_ network: RegionGraph?) -> Indicator {
    guard let network, network.graph.isDirected else {
      return Indicator("trust_mutual", .notMeasured([directedTrust]), unit: .share, cases: pairs)
    }
    let census = network.graph.dyadCensus(answered: answered(network))
    let n = census.mutual + census.asymmetric
    // With arcs set at random at the same density d, mutual pairs are d² and one-sided ones 2d(1 − d).
    let density = network.graph.density(answered: answered(network))
    let chance = density.flatMap { $0 < 2 ? $0 / (2 - $0) : nil }
    let outcome = IndicatorOutcome.share(
      census.mutual,
      of: n,
      minimum: Minimum.cases,
      chance: chance
    )
    var indicator = Indicator("trust_mutual", outcome, unit: .share, cases: pairs)
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of \(n) pairs with trust trust each other.",
          "\(share: share) av \(n) par med tillit har tillit til hverandre."
        )
      )
    }
    return indicator
  }

  static func asymmetry(_ network: RegionGraph?) -> Indicator {
    guard let network, network.graph.isDirected else {
      return Indicator("trust_asymmetry", .notMeasured([directedTrust]), unit: .index, cases: pairs)
    }
    let graph = network.graph
    let known = answered(network)
    var (difference, sum) = (0.0, 0.0)
    var n = 0
    for v in 0..<graph.nodeCount where known?[v] ?? true {
      for arc in graph.out.arcs(of: v) {
        let u = Int(graph.out.targets[arc])
        let back = graph.out.arc(from: u, to: v)
        // A mutual pair is counted from its lower node.
        guard known?[u] ?? true, back == nil || v < u else { continue }
        let (forth, other) = (graph.out.weight(at: arc), back.map { graph.out.weight(at: $0) } ?? 0)
        difference += abs(forth - other)
        sum += forth + other
        n += 1
      }
    }
    var indicator = Indicator(
      "trust_asymmetry",
      .value(sum > 0 ? difference / sum : nil, n: n, minimum: Minimum.cases),
      unit: .index,
      cases: pairs
    )
    if let value = indicator.value {
      indicator.statements.append(
        Statement(
          "Of all trust \(share: value) is not returned in the same strength.",
          "Av all tillit blir \(share: value) ikke gjengjeldt like sterkt."
        )
      )
    }
    return indicator
  }

  static func closure(
    _ input: IndicatorInput,
    _ recorded: RegionGraph?,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("trusted two-step paths", "tillitsveier i to ledd")
    let derived = recorded == nil ? try input.trustPaths(control: control)?.graph : nil
    guard let graph = recorded?.graph ?? derived else {
      return Indicator(
        "trust_closure",
        .notMeasured([DataGap("ties.csv", "relation (kind trust)"), actions]),
        unit: .share,
        cases: cases
      )
    }
    var paths = 0
    for v in 0..<graph.nodeCount {
      var back = 0
      for target in graph.out[v] where graph.hasArc(from: Int(target), to: v) { back += 1 }
      paths += graph.incoming.degree(of: v) * graph.out.degree(of: v) - back
    }
    var indicator = Indicator(
      "trust_closure",
      .value(
        try graph.transitivity(control: control),
        n: paths,
        minimum: Minimum.cases,
        chance: graph.density()
      ),
      unit: .share,
      cases: cases
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "Of those whom trusted ones trust, \(share: share) are trusted directly too.",
          "Av dem som betrodde har tillit til, har en også selv tillit til \(share: share)."
        )
      )
    }
    return indicator
  }

  static func reach(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("actors", "aktører")
    guard let paths = try input.trustPaths(control: control) else {
      return Indicator(
        "trust_reach",
        .notMeasured([DataGap("ties.csv", "relation (kind trust)"), actions]),
        unit: .count,
        cases: cases
      )
    }
    let sums = try paths.reach(control: control)
    let parts = sums.enumerated().map { node, sum in
      IndicatorPart(
        "actor",
        actor: Int(input.network.actorOf[node]),
        .value(sum, n: paths.graph.out.degree(of: node), minimum: 1)
      )
    }
    let mean = sums.isEmpty ? nil : sums.reduce(0, +) / Double(sums.count)
    var indicator = Indicator(
      "trust_reach",
      .value(mean, n: sums.count, minimum: 2),
      unit: .count,
      cases: cases,
      parts: parts
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "Trust carries an actor, on average, as far as to \(number: mean, decimals: 1) fully trusted others.",
          "Tilliten bærer en aktør i gjennomsnitt så langt som til \(number: mean, decimals: 1) fullt betrodde andre."
        )
      )
    }
    return indicator
  }
}
