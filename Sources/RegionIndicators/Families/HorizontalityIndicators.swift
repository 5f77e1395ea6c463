import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 3: exchange between equals, or a star that the others look up to?
enum HorizontalityIndicators {
  /// Above so many actors the measures that look at all pairs are not taken.
  private static let largest = 5_000

  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let ledger = FlowLedger(input.region)
    return try structure(input, control) + [
      star(input, ledger), giveTake(input, ledger),
    ]
  }

  // MARK: The shape of the network

  /// Titles of what ``structure(_:_:)`` gives.
  static let measures: [String: Words] = [
    "reciprocity": Words("reciprocity", "gjengjeldte bånd"),
    "flow_hierarchy": Words("flow hierarchy", "hierarki i strømmen"),
    "centralization_degree": Words("centralization of degree", "sentralisering av grad"),
    "centralization_betweenness": Words(
      "centralization of betweenness",
      "sentralisering av mellomposisjoner"
    ),
    "krackhardt_connectedness": Words("connectedness", "sammenheng"),
    "krackhardt_efficiency": Words("efficiency of a hierarchy", "sparsommelig som et hierarki"),
    "krackhardt_hierarchy": Words("hierarchy", "hierarki"),
    "krackhardt_lub": Words("unity of command", "felles overordnede"),
  ]

  /// Values that the catalogue of measures explains under the same names.
  static func structure(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let graph = input.network.graph
    let answered = input.network.responses.map { $0.map { $0 == .answered } }
    let n = graph.nodeCount
    let actors = Words("actors", "aktører")
    let ties = Words("ties", "bånd")
    func index(_ name: String, _ value: Double?) -> Indicator {
      guard graph.edgeCount > 0 else {
        return Indicator(
          name,
          .notMeasured([DataGap("ties.csv", "source", "target")]),
          unit: .index,
          cases: actors
        )
      }
      return Indicator(
        name,
        .value(value, n: n, minimum: Minimum.cases),
        unit: .index,
        cases: actors
      )
    }
    var found: [Indicator] = []
    let census = graph.dyadCensus(answered: answered)
    let arcs = 2 * census.mutual + census.asymmetric
    if graph.isDirected {
      var reciprocity = Indicator(
        "reciprocity",
        .share(
          2 * census.mutual,
          of: arcs,
          minimum: Minimum.cases,
          chance: graph.density(answered: answered)
        ),
        unit: .share,
        cases: ties
      )
      if let share = reciprocity.value {
        // Whoever counts the ties of the network finds more of them where somebody did not answer.
        let some = arcs < graph.edgeCount
        reciprocity.statements.append(
          Statement(
            "\(share: share) of \(arcs) ties\(some ? " between actors that answered" : "") are returned.",
            "\(share: share) av \(arcs) bånd\(some ? " mellom aktører som svarte," : "") er gjengjeldt."
          )
        )
      }
      found.append(reciprocity)
      found.append(index("flow_hierarchy", try graph.flowHierarchy(control: control)))
    }
    found.append(
      index(
        "centralization_degree",
        graph.centralization(NodeScores(graph.degree(.all).map { Double($0) }), of: .degree)
      )
    )
    let isLarge = n > largest
    let shape = isLarge ? nil : try graph.krackhardtGTD(control: control)
    func dimension(_ name: String, _ value: Double?) -> Indicator {
      isLarge && graph.edgeCount > 0
        ? Indicator(name, .tooLarge, unit: .index, cases: actors) : index(name, value)
    }
    found.append(dimension("krackhardt_connectedness", shape?.connectedness))
    found.append(dimension("krackhardt_efficiency", shape?.efficiency))
    if graph.isDirected {
      found.append(dimension("krackhardt_hierarchy", shape?.hierarchy))
      found.append(dimension("krackhardt_lub", shape?.leastUpperBound))
    }
    var centralization = index(
      "centralization_betweenness",
      graph.centralization(try input.betweenness(control: control), of: .betweenness)
    )
    if input.betweennessIsEstimated, centralization.value != nil {
      centralization.statements.append(
        Statement(
          "Betweenness is estimated from sampled paths: the value may be off by .04.",
          "Mellomposisjoner er anslått fra et utvalg veier: verdien kan være 0,04 feil."
        )
      )
    }
    found.append(centralization)
    return found
  }

  // MARK: Who gives

  static func star(_ input: IndicatorInput, _ ledger: FlowLedger) -> Indicator {
    let cases = Words("flows", "strømmer")
    guard !ledger.flows.isEmpty else {
      return Indicator(
        "star_dependence",
        .notMeasured([SymbiosisIndicators.gap]),
        unit: .share,
        cases: cases
      )
    }
    let given = ledger.giving(actorCount: input.region.actors.count).given
    let total = given.reduce(0, +)
    let top = given.indices.max { given[$0] != given[$1] ? given[$0] < given[$1] : $0 > $1 }
    let share = top.flatMap { total > 0 ? given[$0] / total : nil }
    let sources = HillNumbers.of(given, order: 1)
    var indicator = Indicator(
      "star_dependence",
      .value(share, n: ledger.flows.count, minimum: Minimum.cases),
      unit: .share,
      cases: cases,
      parts: [
        IndicatorPart(
          "effective number of sources",
          .value(sources, n: ledger.flows.count, minimum: Minimum.cases)
        )
      ]
    )
    if let share = indicator.value, let top, let sources {
      let isOrganisation = !input.isPerson[top]
      indicator.statements.append(
        isOrganisation
          ? Statement(
            "\(share: share) of all flow comes from \(actor: top): dependence on one source.",
            "\(share: share) av all strøm kommer fra \(actor: top): avhengighet av én kilde."
          )
          : Statement(
            "\(share: share) of all flow comes from one person: dependence on one source.",
            "\(share: share) av all strøm kommer fra én person: avhengighet av én kilde."
          )
      )
      indicator.statements.append(
        Statement(
          "The flow is as varied as from \(number: sources, decimals: 1) equal sources.",
          "Strømmen er like variert som fra \(number: sources, decimals: 1) like store kilder."
        )
      )
    }
    return indicator
  }

  static func giveTake(_ input: IndicatorInput, _ ledger: FlowLedger) -> Indicator {
    let cases = Words("actors with flows", "aktører med strømmer")
    guard !ledger.flows.isEmpty else {
      return Indicator(
        "give_take",
        .notMeasured([SymbiosisIndicators.gap]),
        unit: .index,
        cases: cases
      )
    }
    let (given, received) = ledger.giving(actorCount: input.region.actors.count)
    var entries = [Int](repeating: 0, count: input.region.actors.count)
    for flow in ledger.flows {
      entries[flow.source] += 1
      entries[flow.target] += 1
    }
    var parts: [IndicatorPart] = []
    var imbalance = 0.0
    var statements: [Statement] = []
    var givers: [Int] = []
    var takers: [Int] = []
    for actor in given.indices where given[actor] + received[actor] > 0 {
      let value = (given[actor] - received[actor]) / (given[actor] + received[actor])
      imbalance += abs(value)
      parts.append(
        IndicatorPart("actor", actor: actor, .value(value, n: entries[actor], minimum: 1))
      )
      // Nobody is singled out by name for a single entry, nor any person at all.
      guard entries[actor] >= Minimum.perActor, !input.isPerson[actor] else { continue }
      if value == 1 { givers.append(actor) }
      if value == -1 { takers.append(actor) }
    }
    for actor in givers.prefix(20) {
      statements.append(
        Statement("\(actor: actor) only gives.", "\(actor: actor) bare gir.")
      )
    }
    for actor in takers.prefix(20) {
      statements.append(
        Statement("\(actor: actor) only receives.", "\(actor: actor) bare mottar.")
      )
    }
    return Indicator(
      "give_take",
      .value(
        parts.isEmpty ? nil : imbalance / Double(parts.count),
        n: parts.count,
        minimum: Minimum.cases
      ),
      unit: .index,
      cases: cases,
      parts: parts,
      statements: statements
    )
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "star_dependence",
      title: Words("dependence on a star", "avhengighet av en stjerne"),
      definition:
        "Share of all flow that comes from the largest source; beside it the number of equal sources that would give as varied a flow.",
      formula: "max_i out_i / Σ out_i; Hill number of order 1 of out_i",
      reading: "Near 1, with an effective number near 1: everybody learns from one.",
      caution:
        "In a small network somebody is always largest: 1/number of sources is the least there can be.",
      source: "\(IndicatorSources.gustavsen); M. Hill, Ecology 54 (1973), doi:10.2307/1934352"
    ),
    IndicatorText(
      "give_take",
      title: Words("giving and taking", "å gi og å ta"),
      definition:
        "Whether an actor gives more knowledge than it receives, from −1 (only receives) to 1 (only gives). The value is the mean distance from 0.",
      formula: "(out − in) / (out + in) per actor; value: mean of |(out − in)/(out + in)|",
      reading: "0: gives as much as it gets. A high mean: givers and takers, leader and follower.",
      caution: "Actors with few entries are near ±1 by chance; they are not named.",
      source: IndicatorSources.gustavsen
    ),
  ]
}
