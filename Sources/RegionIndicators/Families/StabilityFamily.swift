import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 20: what stays.
  static let stability = IndicatorFamily(
    20,
    "stability",
    Words("Stability and survival", "Stabilitet og overlevelse"),
    StabilityTexts.all
  ) { (input, _) throws(MetricError) in
    [
      try StabilityTexts.jaccard(input), StabilityTexts.survival(input.region),
      try StabilityTexts.multiplexity(input),
    ]
  }
}

/// What the indicators of stability are and mean.
enum StabilityTexts {
  static func jaccard(_ input: IndicatorInput) throws(MetricError) -> Indicator {
    let cases = Words("ties in either wave", "bånd i en av rundene")
    guard input.region.waves.count >= 2 else {
      return Indicator(
        "tie_jaccard",
        .notMeasured([DataGap("ties.csv", "wave")]),
        unit: .share,
        cases: cases
      )
    }
    let changes = try TieChange.between(wavesOf: input.region, input.projection)
    func outcome(_ change: TieChange) -> IndicatorOutcome {
      .value(change.jaccard, n: change.kept + change.born + change.died, minimum: 10)
    }
    let parts = changes.flatMap { change -> [IndicatorPart] in
      let name = "\(change.from) → \(change.to)"
      guard case .measured = outcome(change) else { return [IndicatorPart(name, outcome(change))] }
      func count(_ key: String, _ value: Int) -> IndicatorPart {
        IndicatorPart("\(name): \(key)", .value(Double(value), n: change.actors, minimum: 0))
      }
      return [
        IndicatorPart(name, outcome(change)), count("kept", change.kept),
        count("born", change.born),
        count("died", change.died),
      ]
    }
    guard let last = changes.last else {
      return Indicator("tie_jaccard", .undefined, unit: .share, cases: cases)
    }
    return Indicator(
      "tie_jaccard",
      outcome(last),
      unit: .share,
      cases: cases,
      parts: parts,
      statements: changes.filter { if case .measured = outcome($0) { true } else { false } }.map {
        Statement(
          "From \($0.from) to \($0.to) \($0.kept) ties stayed, \($0.born) came and \($0.died) went, among \($0.actors) actors asked in both.",
          "Fra \($0.from) til \($0.to) ble \($0.kept) bånd, \($0.born) kom til og \($0.died) forsvant, blant \($0.actors) aktører spurt begge ganger."
        )
      }
    )
  }

  static func survival(_ region: Region) -> Indicator {
    let cases = Words(
      "ties and arenas that began in a programme",
      "bånd og arenaer som begynte i et program"
    )
    let survivals = ProgrammeSurvival.all(of: region)
    guard !survivals.isEmpty else {
      return Indicator(
        "outlives_programme",
        .notMeasured(
          region.programmes.rows.contains { $0.start != nil && $0.end != nil }
            ? [DataGap("ties.csv", "start", "end"), DataGap("arenas.csv", "start", "end")]
            : [DataGap("programmes.csv", "start", "end")]
        ),
        unit: .share,
        cases: cases
      )
    }
    let began = survivals.reduce(0) { $0 + $1.began }
    let lasted = survivals.reduce(0) { $0 + $1.lasted }
    let names = survivals.map { survival -> String in
      let programme = region.programmes.rows[survival.programme]
      return programme.label ?? programme.id
    }
    return Indicator(
      "outlives_programme",
      .share(lasted, of: began, minimum: 5),
      unit: .share,
      cases: cases,
      parts: zip(names, survivals).flatMap { name, survival in
        [
          IndicatorPart(
            "\(name): ties",
            .share(survival.ties.lasted, of: survival.ties.began, minimum: 5)
          ),
          IndicatorPart(
            "\(name): arenas",
            .share(survival.arenas.lasted, of: survival.arenas.began, minimum: 5)
          ),
        ]
      },
      statements: began < 5
        ? []
        : [
          Statement(
            "\(lasted) of \(began) ties and arenas that began in a programme were there a year after its end.",
            "\(lasted) av \(began) bånd og arenaer som begynte i et program, fantes ett år etter at det var slutt."
          )
        ]
    )
  }

  static func multiplexity(_ input: IndicatorInput) throws(MetricError) -> Indicator {
    let cases = Words("tied pairs", "par med bånd")
    guard input.network.relations.count >= 2 else {
      return Indicator(
        "multiplexity",
        .notMeasured([DataGap("ties.csv", "relation")]),
        unit: .share,
        cases: cases
      )
    }
    let found = try Multiplexity(of: input)
    var parts: [IndicatorPart] = []
    for a in found.relations.indices {
      for b in found.relations.indices where b > a {
        let either = found.together[a][a] + found.together[b][b] - found.together[a][b]
        parts.append(
          IndicatorPart(
            "\(found.relations[a]) and \(found.relations[b])",
            .value(found.overlap(a, b), n: either, minimum: 10)
          )
        )
      }
    }
    return Indicator(
      "multiplexity",
      .share(found.multiplex, of: found.pairs, minimum: 10),
      unit: .share,
      cases: cases,
      parts: parts,
      statements: found.pairs < 10
        ? []
        : [
          Statement(
            "\(found.multiplex) of \(found.pairs) tied pairs are tied in more than one way.",
            "\(found.multiplex) av \(found.pairs) par med bånd er knyttet sammen på mer enn én måte."
          )
        ]
    )
  }

  static let all = [
    IndicatorText(
      "tie_jaccard",
      title: Words("Ties that stay", "Bånd som blir"),
      definition:
        "Of the ties in either of the two last waves, the share in both, among actors asked in both; beside it every pair of neighbouring waves with births and deaths.",
      formula: "kept / (kept + born + died)",
      reading:
        "Near 1: nothing moves; near 0: everything is new. Growing regions keep most and add some.",
      caution: "People forget to name ties they still have: change is overestimated.",
      source:
        "P. Jaccard (1912), doi:10.1111/j.1469-8137.1912.tb05611.x; on collapse after programmes: "
        + IndicatorSources.gustavsen
    ),
    IndicatorText(
      "outlives_programme",
      title: Words("What outlives the programme", "Det som overlever programmet"),
      definition:
        "Share of the ties (among participants, where the programme names them) and arenas that began while a programme ran that were still there twelve months after its end.",
      formula:
        "with no end or an end ≥ programme end + 12 months / begun within the programme; Wilson 95 % interval",
      reading: "High: more than a project.",
      caution:
        "A missing end counts as still there. Only programmes that ended a year before the data do are looked at.",
      source: IndicatorSources.gustavsen + "; " + IndicatorSources.amble,
      isOwn: true
    ),
    IndicatorText(
      "multiplexity",
      title: Words("Ties of more than one kind", "Bånd av mer enn ett slag"),
      definition:
        "Share of the tied pairs that are tied in two relations or more; beside it the overlap of each pair of relations.",
      formula: "pairs in ≥ 2 relations / pairs in any; overlap = pairs in both / pairs in either",
      reading: "High: ties carry more than one thing and hold better.",
      caution: "Relations that ask nearly the same overlap by wording.",
      source: "L. Verbrugge, Social Forces 57 (1979), doi:10.1093/sf/57.4.1286"
    ),
  ]
}
