import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 12: who connects whom, and what hangs on them.
  static let brokers = IndicatorFamily(
    12,
    "brokers",
    Words("Learning brokers", "Læringsmeglere"),
    BrokerFamilyTexts.all
  ) { (input, control) throws(MetricError) in
    guard input.network.graph.edgeCount > 0 else { return BrokerFamilyTexts.nothing }
    let brokers = try BrokerFamilyTexts.brokers(input, control)
    return [
      try brokers.dependence(input, control), try brokers.bottleneckCount(input, control),
      brokers.crossing(input), try BrokerFamilyTexts.pathways(input, control),
    ]
  }
}

extension LearningBrokers {
  /// Below this every actor is somebody's only way.
  private static let fewestActors = 8

  /// What breaks when the first broker among the organisations leaves; where persons alone stand between others, the first of them, who is not named.
  fileprivate func dependence(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let network = input.network
    let between = ranking.filter { (betweenness[$0] ?? 0) > 0 }
    let first = between.first { !input.isPerson[Int(network.actorOf[$0])] } ?? between.first
    let count = network.actorOf.count
    guard count >= Self.fewestActors, let first else {
      return Indicator(
        "broker_dependence",
        .value(nil, n: count, minimum: Self.fewestActors),
        unit: .share,
        cases: BrokerFamilyTexts.actors
      )
    }
    let row = Int(network.actorOf[first])
    let loss = try Self.loss(of: first, network.graph, control)
    return Indicator(
      "broker_dependence",
      .value(loss.share, n: count, minimum: Self.fewestActors),
      unit: .share,
      cases: BrokerFamilyTexts.actors,
      statements: [
        input.isPerson[row]
          ? Statement(
            "Dependence on one person, the first broker: without them \(share: loss.share ?? 0) of the connections between others are lost\(loss.note.english) and \(loss.cutOff.english)\(errorNote.english).",
            "Avhengighet av én person, den fremste megleren: uten vedkommende går \(share: loss.share ?? 0) av forbindelsene mellom andre tapt\(loss.note.norwegian), og \(loss.cutOff.norwegian)\(errorNote.norwegian)."
          )
          : Statement(
            "Dependence on \(actor: row), the first broker: if it leaves, \(share: loss.share ?? 0) of the connections between others are lost\(loss.note.english) and \(loss.cutOff.english)\(errorNote.english).",
            "Avhengighet av \(actor: row), den fremste megleren: om den slutter, går \(share: loss.share ?? 0) av forbindelsene mellom andre tapt\(loss.note.norwegian), og \(loss.cutOff.norwegian)\(errorNote.norwegian)."
          )
      ]
    )
  }

  /// What the others lose: in the direction of ties, as reports tell it, where the network is not too large to follow every way.
  private static func loss(
    of node: Int,
    _ network: Graph,
    _ control: RunControl
  ) throws(MetricError) -> (share: Double?, note: Words, cutOff: Words) {
    if network.nodeCount <= InputBetweenness.largestExact {
      let loss = try network.departure(of: node, control: control)
      return (loss.shareCut, Words("", ""), WeakDeparture.words(cutOff: loss.cutOff))
    }
    let loss = try network.skeleton().weakDeparture(of: node, control: control)
    let note = Words(" (ties without direction)", " (bånd uten retning)")
    return (loss.shareCut, network.isDirected ? note : Words("", ""), loss.cutOffWords)
  }

  private var errorNote: Words {
    isSampled
      ? Words(
        " (betweenness estimated from sampled paths)",
        " (mellomposisjoner anslått fra et utvalg veier)"
      )
      : Words("", "")
  }

  /// How many bottlenecks there are; organisations among them are named.
  fileprivate func bottleneckCount(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let network = input.network
    let count = network.actorOf.count
    let enough = count >= Self.fewestActors
    let found =
      enough ? try bottlenecks(of: network.graph, seed: input.seed, control: control) : []
    let named = found.filter { !input.isPerson[Int(network.actorOf[$0.node])] }
    let persons = found.count - named.count
    var statements = named.prefix(3).map { bottleneck -> Statement in
      let row = Int(network.actorOf[bottleneck.node])
      return Statement(
        "Dependence on \(actor: row): it alone connects \(share: bottleneck.soleShare) of the pairs around it; if it leaves, \(bottleneck.loss.cutOffWords.english).",
        "Avhengighet av \(actor: row): bare den forbinder \(share: bottleneck.soleShare) av parene rundt seg, og \(bottleneck.loss.cutOffWords.norwegian) om den slutter."
      )
    }
    if persons > 0 {
      statements.append(
        Statement(
          "\(persons) more of them are persons, who are not listed.",
          "\(persons) til er personer, som ikke listes."
        )
      )
    }
    return Indicator(
      "bottlenecks",
      .value(Double(found.count), n: count, minimum: Self.fewestActors),
      unit: .count,
      cases: BrokerFamilyTexts.actors,
      parts: named.map {
        IndicatorPart(
          "pairs cut without it",
          actor: Int(network.actorOf[$0.node]),
          .value($0.loss.shareCut, n: count, minimum: Self.fewestActors)
        )
      },
      statements: statements
    )
  }

  /// Open two-step ways that cross between spheres.
  fileprivate func crossing(_ input: IndicatorInput) -> Indicator {
    let cases = Words("open two-step ways", "åpne tostegsveier")
    guard grouping.names.count >= 2 else {
      return Indicator(
        "sphere_crossing",
        .notMeasured([DataGap("actors.csv", "type"), DataGap("actors.csv", "sphere")]),
        unit: .share,
        cases: cases
      )
    }
    let cross = [BrokerRole.gatekeeper, .representative, .liaison].reduce(0) {
      $0 + roles[$1].total.count
    }
    let all = roles[.brokerage].total.count
    let share = all == 0 ? nil : Double(cross) / Double(all)
    return Indicator(
      "sphere_crossing",
      .value(share, n: all, minimum: 10),
      unit: .share,
      cases: cases,
      parts: BrokerRole.allCases.filter { $0 != .brokerage && all >= 10 }.map { role in
        let total = roles[role].total
        // z says something only where chance would give five or more.
        let chance = total.expected >= Self.leastExpected ? total.expected : nil
        return IndicatorPart(
          role.rawValue,
          .value(Double(total.count), n: all, minimum: 10, chance: chance)
        )
      }
    )
  }
}

/// What the indicators of brokers are and mean.
enum BrokerFamilyTexts {
  static let actors = Words("actors", "aktører")

  static var nothing: [Indicator] {
    all.map {
      Indicator(
        $0.name,
        .notMeasured([DataGap("ties.csv", "source", "target")]),
        unit: $0.name == "bottlenecks" ? .count : .share,
        cases: actors
      )
    }
  }

  static func brokers(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> LearningBrokers {
    var options = BrokerOptions()
    options.seed = input.seed
    let grouping: Grouping
    do throws(ProjectionError) {
      grouping = try Grouping(by: "sphere", of: input.region, input.network)
    } catch {
      throw .notDefined(reason: "\(error)")
    }
    return try LearningBrokers(
      of: input.network,
      grouping: grouping,
      options,
      betweenness: (try input.betweenness(control: control), input.betweennessIsEstimated),
      control: control
    )
  }

  /// How much of the flow the busiest tenth of the ties carries.
  static func pathways(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("ties", "bånd")
    let network = input.network
    guard !network.weightsAreLengths, !network.graph.hasNegativeWeight else {
      return Indicator("natural_pathways", .undefined, unit: .share, cases: cases)
    }
    let found = try network.graph.naturalPathways(control: control)
    let top = found.prefix((found.count + 9) / 10)
    var statements: [Statement] = []
    if found.count >= 20, let first = top.first {
      let (a, b) = (Int(network.actorOf[first.source]), Int(network.actorOf[first.target]))
      let arrow = network.graph.isDirected ? "→" : "–"
      statements.append(
        Statement(
          "The tenth of the ties that carries most, first \(actor: a) \(arrow) \(actor: b), carries \(share: top.reduce(0) { $0 + $1.flow }) of the flow.",
          "Tidelen av båndene som bærer mest, først \(actor: a) \(arrow) \(actor: b), bærer \(share: top.reduce(0) { $0 + $1.flow }) av strømmen."
        )
      )
    }
    return Indicator(
      "natural_pathways",
      .value(top.reduce(0) { $0 + $1.flow }, n: found.count, minimum: 20),
      unit: .share,
      cases: cases,
      statements: statements
    )
  }

  static let all = [
    IndicatorText(
      "broker_dependence",
      title: Words("Dependence on the first broker", "Avhengighet av den fremste megleren"),
      definition:
        "Share of the connections between others that are lost when the organisation of highest betweenness (where there are persons alone, the person) leaves: who could reach whom along ties, in their direction, and cannot any more.",
      formula: "1 − ordered pairs connected without it / ordered pairs of others connected with it",
      reading: "High: the region hangs on one organisation. 0: ways lead round it.",
      caution:
        "Missing ties make everybody look indispensable. Being needed is no fault of the broker's. Above 3 000 actors betweenness is estimated and ties count without direction.",
      source: IndicatorSources.jarche + "; L. Freeman, Sociometry 40 (1977), doi:10.2307/3033543"
    ),
    IndicatorText(
      "bottlenecks",
      title: Words("Bottlenecks", "Flaskehalser"),
      definition:
        "Number of actors of the highest tenth of betweenness (25 at most) without whom the network falls apart and who are the only go-between of at least half of the pairs they connect.",
      formula:
        "betweenness in the top tenth and above 0; articulation point; share of open pairs of neighbours without another common neighbour ≥ ½",
      reading:
        "Each is a place where a second connection would help. Only organisations are named.",
      caution:
        "The cut-offs are rules of thumb; somebody outside the survey may connect the same actors.",
      source: IndicatorSources.jarche + "; L. Freeman, Sociometry 40 (1977), doi:10.2307/3033543",
      isOwn: true
    ),
    IndicatorText(
      "sphere_crossing",
      title: Words("Ways that cross between spheres", "Veier som krysser mellom sfærer"),
      definition:
        "Of the open two-step ways a → v → b in the network, the share whose ends are of different spheres; beside it the Gould–Fernandez roles.",
      formula: "(gatekeeper + representative + liaison) / all roles",
      reading:
        "High: go-betweens connect work life, education, research and government, not only their own.",
      caution:
        "Depends on how many actors of each sphere there are: look at what chance gives beside the roles.",
      source: "R. Gould, R. Fernandez, Sociological Methodology 19 (1989), doi:10.2307/270949",
      isOwn: true
    ),
    IndicatorText(
      "natural_pathways",
      title: Words("Natural pathways", "Naturlige stier"),
      definition:
        "Share of the flow of a random walker that goes along the busiest tenth of the ties.",
      formula:
        "flow(u → v) = π(u)·w(u, v)/W(u), π PageRank (damping .85), divided by its sum over all ties",
      reading: "High: most goes along few ways, which are worth keeping open and reinforcing.",
      caution:
        "Without direction it hardly says more than the strength of ties. Walkers are not knowledge.",
      source:
        IndicatorSources.jarche
        + "; M. Rosvall, C. Bergstrom, PNAS 105 (2008), doi:10.1073/pnas.0706851105",
      isOwn: true
    ),
  ]
}
