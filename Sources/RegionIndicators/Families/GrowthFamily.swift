import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 13: from a few to many to those who govern.
  static let growth = IndicatorFamily(
    13,
    "growth",
    Words("Stage of growth", "Vekststadium"),
    GrowthTexts.all
  ) { (input, control) throws(MetricError) in
    guard input.region.ties.count > 0 else { return GrowthTexts.nothing }
    let growth = try WaveGrowth(of: input, control: control)
    return [
      growth.stage(minimum: GrowthTexts.fewestActors), growth.publicShare(),
      growth.entryOrder(input.region),
    ]
  }
}

extension WaveGrowth {
  fileprivate func stage(minimum: Int) -> Indicator {
    guard let last = steps.last else { return GrowthTexts.nothing[0] }
    let parts = steps.flatMap { step -> [IndicatorPart] in
      let prefix = step.wave.map { "\($0): " } ?? ""
      let name = prefix + step.shape.stage.rawValue
      let n = step.present
      func value(_ key: String, _ value: Double?) -> IndicatorPart {
        IndicatorPart("\(prefix)\(key)", .value(value, n: n, minimum: minimum))
      }
      guard n >= minimum else { return [value("largest component", nil)] }
      return [
        IndicatorPart(name, .value(step.shape.largestShare, n: n, minimum: minimum)),
        value("centralization of betweenness", step.shape.centralization),
        value("fit of core and periphery", step.shape.coreCorrelation),
        value("hubs", step.shape.hubs.map(Double.init)),
      ]
    }
    return Indicator(
      "growth_stage",
      .value(last.shape.largestShare, n: last.present, minimum: minimum),
      unit: .share,
      cases: GrowthTexts.actors,
      parts: parts,
      statements: steps.filter { $0.present >= minimum }.map { $0.statement }
    )
  }

  fileprivate func publicShare() -> Indicator {
    guard let last = steps.last, last.withSphere > 0 else {
      return Indicator(
        "public_share",
        .notMeasured([DataGap("actors.csv", "type"), DataGap("actors.csv", "sphere")]),
        unit: .share,
        cases: GrowthTexts.actors
      )
    }
    return Indicator(
      "public_share",
      .share(last.publicActors, of: last.withSphere, minimum: 5),
      unit: .share,
      cases: GrowthTexts.actors,
      parts: steps.compactMap { step in
        step.wave.map {
          IndicatorPart($0, .share(step.publicActors, of: step.withSphere, minimum: 5))
        }
      }
    )
  }

  fileprivate func entryOrder(_ region: Region) -> Indicator {
    let cases = Words("types of actors", "typer aktører")
    // What is missing first: several files in one list are told as alternatives.
    let gap: DataGap? =
      region.waves.count < 2
      ? DataGap("ties.csv", "wave") : entries.isEmpty ? DataGap("actors.csv", "type") : nil
    if let gap {
      return Indicator("entry_order", .notMeasured([gap]), unit: .count, cases: cases)
    }
    func names(_ language: IndicatorLanguage) -> String {
      entries.map { entry in
        let type = KindWords.type(entry.type, in: region)[language]
        return "\(type) (\(region.waves[entry.wave].name))"
      }.joined(separator: ", ")
    }
    return Indicator(
      "entry_order",
      .value(Double(entries.count { $0.wave > 0 }), n: entries.count, minimum: 2),
      unit: .count,
      cases: cases,
      parts: entries.map { entry in
        IndicatorPart(entry.type, .value(Double(entry.wave + 1), n: 1, minimum: 1))
      },
      statements: entries.count < 2
        ? []
        : [
          Statement(
            "Types of actors in the order in which they came in: \(names(.english)).",
            "Typer aktører i den rekkefølgen de kom med: \(names(.norwegian))."
          )
        ]
    )
  }
}

extension WaveGrowth.Step {
  /// The stage with the rule that decided it.
  fileprivate var statement: Statement {
    let name = shape.stage.words
    let place = wave.map { Words("Wave \($0): ", "Runde \($0): ") } ?? Words("", "")
    switch shape.stage {
    case .fragments:
      return Statement(
        "\(place.english)\(name.english); the largest component holds \(share: shape.largestShare) of \(present) actors, below half.",
        "\(place.norwegian)\(name.norwegian); den største komponenten har \(share: shape.largestShare) av \(present) aktører, under halvparten."
      )
    case .hubAndSpoke:
      let value = shape.centralization ?? 0
      return Statement(
        "\(place.english)\(name.english); centralization of betweenness is \(number: value), at least .6.",
        "\(place.norwegian)\(name.norwegian); sentraliseringen av mellomposisjoner er \(number: value), minst 0,6."
      )
    case .corePeriphery:
      let (value, size) = (shape.coreCorrelation ?? 0, shape.coreSize ?? 0)
      return Statement(
        "\(place.english)\(name.english); it fits core and periphery with r = \(number: value), at least .6, and \(size) actors in the core.",
        "\(place.norwegian)\(name.norwegian); den passer med kjerne og periferi med r = \(number: value), minst 0,6, og \(size) aktører i kjernen."
      )
    case .multiHub:
      return Statement(
        "\(place.english)\(name.english); \(shape.hubs ?? 0) actors have normalized betweenness of .1 or more.",
        "\(place.norwegian)\(name.norwegian); \(shape.hubs ?? 0) aktører har normert mellomposisjon på 0,1 eller mer."
      )
    case .unclear:
      return Statement(
        "\(place.english)\(name.english): none of the rules holds.",
        "\(place.norwegian)\(name.norwegian): ingen av reglene slår til."
      )
    }
  }
}

/// What the indicators of growth mean.
enum GrowthTexts {
  static let actors = Words("actors", "aktører")
  /// Below this a shape is a matter of single ties.
  static let fewestActors = 8

  static var nothing: [Indicator] {
    all.map {
      Indicator(
        $0.name,
        .notMeasured([DataGap("ties.csv", "source", "target")]),
        unit: $0.name == "entry_order" ? .count : .share,
        cases: actors
      )
    }
  }

  static let all = [
    IndicatorText(
      "growth_stage",
      title: Words("Stage of growth", "Vekststadium"),
      definition:
        "The shape of the network in each wave: scattered fragments, hub and spoke, several hubs, or core and periphery. The value is the share of actors in the largest component; the rule that decided is told.",
      formula:
        "the first that holds: largest component < 50 % of the actors; in it, centralization of betweenness ≥ .6; r of core and periphery ≥ .6 (pairs across left out) with ≥ 4 in the core; ≥ 2 actors of normalized betweenness ≥ .1; else unclear",
      reading:
        "Regions tend to go from fragments over one hub to several hubs and a core with a periphery.",
      caution:
        "The order is a rule of thumb from community work, the cut-offs are ours. Missing answers make fragments. Above 3 000 actors betweenness is sampled and no core is looked for.",
      source:
        "V. Krebs, J. Holley, Building Smart Communities through Network Weaving (2002); core and periphery: S. Borgatti, M. Everett, Social Networks 21 (1999), doi:10.1016/S0378-8733(99)00019-2",
      isOwn: true
    ),
    IndicatorText(
      "public_share",
      title: Words("Share of public actors", "Andel offentlige aktører"),
      definition:
        "Share of the actors taking part in the last wave, of those whose sphere is known, that are of the sphere government; beside it each wave.",
      formula: "actors of sphere government / actors with a sphere",
      reading: "Rising: political and administrative actors join what others began.",
      caution: "Says who is there, not who decides.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "entry_order",
      title: Words("Order of entry", "Rekkefølgen de kom med i"),
      definition:
        "Number of types of actors that came in after the first wave; beside it the first wave of each type, by number.",
      formula: "types whose first wave is later than the first",
      reading:
        "Read the order: a small group, then networks, then public actors is how regions grew.",
      caution: "A type that nobody asked about in the first wave seems to come in later.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
  ]
}
