import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 14: teams, communities of practice and networks; awareness, alternatives, action.
  static let networkLearning = IndicatorFamily(
    14,
    "network_learning",
    Words(
      "Network learning and the triple operating system",
      "Nettverkslæring og det tredelte operativsystemet"
    ),
    NetworkLearningTexts.all
  ) { (input, control) throws(MetricError) in
    let spaces = try SocialSpaces(of: input)
    return [
      spaces.spanningIndicator(), try spaces.bridgingIndicator(input.seed, control),
      input.awareness(),
      try spaces.alternatives(
        hasPractice: input.region.arenas.rows.contains { $0.space == .communityOfPractice },
        control
      ), input.action(),
    ]
  }
}

extension SocialSpaces {
  fileprivate func spanningIndicator() -> Indicator {
    let (any, all) = spanning
    let missing = SocialSpace.allCases.filter { rows(of: $0).isEmpty }
    let parts = SocialSpace.allCases.map {
      IndicatorPart($0.rawValue, .value(Double(rows(of: $0).count), n: any.count, minimum: 5))
    }
    guard missing.isEmpty else {
      return Indicator(
        "spanning",
        .notMeasured(NetworkLearningTexts.gaps),
        unit: .share,
        cases: NetworkLearningTexts.actors,
        parts: any.isEmpty ? [] : parts
      )
    }
    return Indicator(
      "spanning",
      .share(all.count, of: any.count, minimum: 5),
      unit: .share,
      cases: NetworkLearningTexts.actors,
      parts: parts,
      statements: [
        Statement(
          "\(all.count) of \(any.count) actors are at home in work teams, communities of practice and social networks.",
          "\(all.count) av \(any.count) aktører er hjemme både i arbeidslag, praksisfellesskap og sosiale nettverk."
        )
      ]
    )
  }

  fileprivate func bridgingIndicator(
    _ seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("pairs with a way", "par med en vei")
    let isMissing = SocialSpace.allCases.contains { rows(of: $0).isEmpty }
    guard !isMissing else {
      return Indicator(
        "cop_bridging",
        .notMeasured(NetworkLearningTexts.gaps),
        unit: .share,
        cases: cases
      )
    }
    let bridging = try bridging(seed: seed, control: control)
    var statements: [Statement] = []
    if let share = bridging.share, bridging.pairs >= 10 {
      statements.append(
        Statement(
          "\(share: share) of the shortest ways from work teams to social networks pass a community of practice\(bridging.isSampled ? " (of a sample of team members)" : "").",
          "\(share: share) av de korteste veiene fra arbeidslag til sosiale nettverk går gjennom et praksisfellesskap\(bridging.isSampled ? " (i et utvalg av lagdeltakere)" : "")."
        )
      )
    }
    return Indicator(
      "cop_bridging",
      .value(bridging.share, n: bridging.pairs, minimum: 10),
      unit: .share,
      cases: cases,
      statements: statements
    )
  }

  fileprivate func alternatives(
    hasPractice: Bool,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("participants", "deltakere")
    let sizes = try practice.structuralHoles(control: control).effectiveSize.values.compactMap {
      $0
    }
    guard !sizes.isEmpty else {
      return Indicator(
        "alternatives",
        .notMeasured([
          hasPractice
            ? DataGap("participation.csv", "actor", "arena") : DataGap("arenas.csv", "space")
        ]),
        unit: .count,
        cases: cases
      )
    }
    return Indicator(
      "alternatives",
      .value(sizes.reduce(0, +) / Double(sizes.count), n: sizes.count, minimum: 5),
      unit: .count,
      cases: cases
    )
  }
}

extension IndicatorInput {
  /// Actors of the network that belong to the region, and those outside, as nodes; `nil` where nobody is said to be outside.
  func insideAndOutside() -> (inside: [Int], isOutside: [Bool])? {
    let isOutside = network.actorOf.map { region.actors[Int($0)].inside == false }
    guard isOutside.contains(true), isOutside.contains(false) else { return nil }
    return (isOutside.indices.filter { !isOutside[$0] }, isOutside)
  }

  fileprivate func awareness() -> Indicator {
    guard let (inside, isOutside) = insideAndOutside() else {
      return Indicator(
        "awareness",
        .notMeasured([DataGap("actors.csv", "inside")]),
        unit: .count,
        cases: NetworkLearningTexts.inside
      )
    }
    let counts = network.graph.skeleton().countsWithinTwoSteps(of: inside) { isOutside[$0] }
    let none = counts.count { $0 == 0 }
    return Indicator(
      "awareness",
      .value(Double(counts.reduce(0, +)) / Double(inside.count), n: inside.count, minimum: 5),
      unit: .count,
      cases: NetworkLearningTexts.inside,
      statements: inside.count < 5
        ? []
        : [
          Statement(
            "\(none) of \(inside.count) actors of the region have nobody from outside within two steps.",
            "\(none) av \(inside.count) aktører i regionen har ingen utenfra innen to steg."
          )
        ]
    )
  }

  /// Density of ties within units: actors with the same parent.
  fileprivate func action() -> Indicator {
    var membersOf: [Int32: [Int]] = [:]
    for (node, actor) in network.actorOf.enumerated() where parents[Int(actor)] >= 0 {
      membersOf[parents[Int(actor)], default: []].append(node)
    }
    let units = membersOf.keys.sorted().filter { (membersOf[$0]?.count ?? 0) >= 3 }
    let skeleton = network.graph.skeleton()
    guard !membersOf.isEmpty else {
      return Indicator(
        "action",
        .notMeasured([DataGap("actors.csv", "parent")]),
        unit: .share,
        cases: NetworkLearningTexts.units
      )
    }
    let densities = units.map { unit in
      (unit, membersOf[unit]?.count ?? 0, skeleton.induced(on: membersOf[unit] ?? []).density())
    }
    let defined = densities.compactMap(\.2)
    return Indicator(
      "action",
      .value(
        defined.isEmpty ? nil : defined.reduce(0, +) / Double(defined.count),
        n: units.count,
        minimum: 1
      ),
      unit: .share,
      cases: NetworkLearningTexts.units,
      parts: densities.map { unit, size, density in
        let people = (membersOf[unit] ?? []).count { isPerson[Int(network.actorOf[$0])] }
        let isSmall = people > 0 && size < SmallGroups.minimumPeople
        return IndicatorPart(
          "density inside",
          actor: Int(unit),
          isSmall ? .suppressed : .value(density, n: size, minimum: 3)
        )
      }
    )
  }
}

extension Graph {
  /// For each of some nodes how many others within two steps pass a test. O(Σ over nodes of the degrees of their neighbours).
  func countsWithinTwoSteps(of nodes: [Int], _ isCounted: (Int) -> Bool) -> [Int] {
    var seenBy = [Int](repeating: -1, count: nodeCount)
    return nodes.map { node in
      var count = 0
      seenBy[node] = node
      func look(_ target: Int32) {
        guard seenBy[Int(target)] != node else { return }
        seenBy[Int(target)] = node
        if isCounted(Int(target)) { count += 1 }
      }
      for first in out.targets[out.arcs(of: node)] {
        look(first)
        for second in out.targets[out.arcs(of: Int(first))] { look(second) }
      }
      return count
    }
  }
}

/// What the indicators of network learning mean.
enum NetworkLearningTexts {
  static let actors = Words("actors in a space", "aktører i et rom")
  static let inside = Words("actors of the region", "aktører i regionen")
  static let units = Words("units", "enheter")
  static let gaps = [DataGap("ties.csv", "space"), DataGap("arenas.csv", "space")]
  private static let jarche =
    "H. Jarche, Unified models for work and learning; " + IndicatorSources.jarche

  static let all = [
    IndicatorText(
      "spanning",
      title: Words("Actors in all three spaces", "Aktører i alle tre rom"),
      definition:
        "Share of the actors with a tie or an arena in any of the three spaces (work team, community of practice, social network) that are in all of them.",
      formula: "actors in all three / actors in at least one",
      reading: "High: many can carry ideas from networks through practice into work.",
      caution:
        "An actor is in a space as soon as one row says so; spaces that nobody wrote down are missing.",
      source: jarche
    ),
    IndicatorText(
      "cop_bridging",
      title: Words("Bridging by communities of practice", "Brobygging ved praksisfellesskap"),
      definition:
        "Share of the shortest ways from members of work teams (in no social network) to members of social networks (in no work team) that pass a member of a community of practice, ends included.",
      formula: "mean over connected pairs (s, t) of σ(s, t | community of practice) / σ(s, t)",
      reading: "High: communities of practice are where work and networks meet.",
      caution:
        "Common arenas count as meetings, those of more than 60 participants do not. Above 500 team members a random sample of them is asked.",
      source: jarche,
      isOwn: true
    ),
    IndicatorText(
      "awareness",
      title: Words(
        "Awareness: outsiders within reach",
        "Oppmerksomhet: utenforstående innen rekkevidde"
      ),
      definition:
        "Mean number of actors outside the region within two steps of an actor of the region.",
      formula: "mean over inside actors of the outside actors at distance ≤ 2, without direction",
      reading: "High: news from outside has short ways in.",
      caution: "Depends on how many outsiders were listed at all.",
      source: jarche,
      isOwn: true
    ),
    IndicatorText(
      "alternatives",
      title: Words("Alternatives in communities of practice", "Alternativer i praksisfellesskap"),
      definition:
        "Mean effective size (Burt) of the participants' contacts in communities of practice.",
      formula: "mean of Σ_j (1 − Σ_q p_iq m_jq) in the network of common communities of practice",
      reading: "High: people meet others who do not all meet each other, so that views differ.",
      caution: "One large arena makes everybody redundant to everybody.",
      source: jarche + "; R. Burt, Structural Holes (1992)",
      isOwn: true
    ),
    IndicatorText(
      "action",
      title: Words("Action: ties inside the unit", "Handling: bånd inne i enheten"),
      definition:
        "Mean density of ties, without direction, among the actors of each unit (the same parent) of three or more.",
      formula: "mean over units of ties inside / pairs inside",
      reading: "High: those who work together are tied to each other.",
      caution: "Small units are dense by nature; compare units of like size.",
      source: jarche,
      isOwn: true
    ),
  ]
}
