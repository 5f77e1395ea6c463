import GraphCore
import LearningRegion
import NetworkMetrics

/// From how many and how different sources an actor has put its practices together.
public struct SourceMix: Sendable, Equatable {
  /// Row of the actor.
  public let actor: Int
  /// Adoptions with a known source.
  public let adoptions: Int
  /// Blau's index of the sources.
  public let blau: Double
  /// Effective number of sources (Hill number of order 1).
  public let effectiveSources: Double
  /// Rao–Stirling diversity.
  public let raoStirling: Double
  /// Share of the adoptions from outside the data.
  public let externalShare: Double
}

/// How a practice spread: adopters up to and including each date.
public struct SpreadCurve: Sendable, Equatable {
  /// The practice.
  public let practice: String
  /// Different adopters in all.
  public let adopters: Int
  /// Dates with the number of dated adopters by then, ascending.
  public let steps: [Step]

  /// A date and how many had adopted by then.
  public struct Step: Sendable, Equatable {
    /// The date.
    public let date: Day
    /// Adopters by then.
    public let adopters: Int
  }
}

extension IndicatorInput {
  /// The mix of sources of every actor with an adoption whose source is known, by row.
  ///
  /// Two sources are as far apart as 1 − the share of their attributes (type, sphere, top-level organisation; those known of
  /// both) that agree; what comes from outside is at distance 1 from everything inside.
  public func sourceMixes() -> [SourceMix] {
    var sources: [Int: [Int: Int]] = [:]
    let outside = -1
    for adoption in region.adoptions.rows {
      guard let actor = region.actors.index(of: adoption.actor), let source = adoption.source else {
        continue
      }
      switch source {
      case .external: sources[actor, default: [:]][outside, default: 0] += 1
      case .actor(let id):
        guard let from = region.actors.index(of: id) else { continue }
        sources[actor, default: [:]][from, default: 0] += 1
      }
    }
    return sources.keys.sorted().compactMap { actor in
      let kinds = (sources[actor] ?? [:]).sorted { $0.key < $1.key }
      let amounts = kinds.map { Double($0.value) }
      let total = kinds.reduce(0) { $0 + $1.value }
      guard let blau = Blau.of(amounts), let hill = HillNumbers.of(amounts, order: 1),
        let rao = RaoStirling.of(
          amounts,
          distance: { sourceDistance(kinds[$0].key, kinds[$1].key) }
        )
      else { return nil }
      return SourceMix(
        actor: actor,
        adoptions: total,
        blau: blau,
        effectiveSources: hill,
        raoStirling: rao,
        externalShare: Double(sources[actor]?[outside] ?? 0) / Double(total)
      )
    }
  }

  private func sourceDistance(_ a: Int, _ b: Int) -> Double {
    guard a >= 0, b >= 0 else { return 1 }
    var known = 0
    var alike = 0
    if let first = region.actors.type(of: a), let second = region.actors.type(of: b) {
      known += 1
      if first == second { alike += 1 }
    }
    if let first = spheres[a], let second = spheres[b] {
      known += 1
      if first == second { alike += 1 }
    }
    if region.actors.anyParents {
      known += 1
      if root(of: a) == root(of: b) { alike += 1 }
    }
    // Of two about whom nothing is known nothing says that they are alike.
    return known == 0 ? 1 : 1 - Double(alike) / Double(known)
  }

  /// How each practice spread, the most adopted first.
  public func spreadCurves() -> [SpreadCurve] {
    var first: [String: [String: Day?]] = [:]
    for adoption in region.adoptions.rows {
      let known = first[adoption.practice]?[adoption.actor]
      switch (known, adoption.date) {
      case (.some(.some(let old)), let new?):
        first[adoption.practice]?[adoption.actor] = .some(min(old, new))
      case (.some(.some), nil): break
      default: first[adoption.practice, default: [:]][adoption.actor] = .some(adoption.date)
      }
    }
    return first.map { practice, adopters in
      let dates = adopters.values.compactMap { $0 }.sorted()
      var steps: [SpreadCurve.Step] = []
      for (number, date) in dates.enumerated() {
        if steps.last?.date == date { steps.removeLast() }
        steps.append(SpreadCurve.Step(date: date, adopters: number + 1))
      }
      return SpreadCurve(practice: practice, adopters: adopters.count, steps: steps)
    }.sorted {
      $0.adopters != $1.adopters ? $0.adopters > $1.adopters : $0.practice < $1.practice
    }
  }
}

/// Family 10: practices put together from many sources, inside and outside.
enum HybridIndicators {
  private static let gap = DataGap("adoptions.csv", "actor", "practice", "source")

  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let mixes = input.sourceMixes()
    return [diversity(mixes, input), external(mixes), copied(input)]
  }

  private static func diversity(_ mixes: [SourceMix], _ input: IndicatorInput) -> Indicator {
    let cases = Words(
      "actors with three adoptions of known source",
      "aktører med tre overtakelser med kjent kilde"
    )
    guard !mixes.isEmpty else {
      return Indicator(
        "source_diversity",
        .notMeasured([gap]),
        unit: .effectiveNumber,
        cases: cases
      )
    }
    let told = mixes.filter { $0.adoptions >= Minimum.perActor }
    func mean(_ value: (SourceMix) -> Double) -> Double? {
      told.isEmpty ? nil : told.reduce(0) { $0 + value($1) } / Double(told.count)
    }
    let n = told.count
    var indicator = Indicator(
      "source_diversity",
      .value(mean(\.effectiveSources), n: n, minimum: Minimum.perActor),
      unit: .effectiveNumber,
      cases: cases,
      parts: [
        IndicatorPart("Blau", .value(mean(\.blau), n: n, minimum: Minimum.perActor)),
        IndicatorPart("Rao–Stirling", .value(mean(\.raoStirling), n: n, minimum: Minimum.perActor)),
      ]
        + mixes.map { mix in
          IndicatorPart(
            "actor",
            actor: mix.actor,
            .value(mix.effectiveSources, n: mix.adoptions, minimum: Minimum.perActor)
          )
        }
    )
    if let value = indicator.value {
      indicator.statements.append(
        Statement(
          "An actor's practices come from as many as \(number: value, decimals: 1) equal sources, on average.",
          "En aktørs praksiser kommer i gjennomsnitt fra så mange som \(number: value, decimals: 1) like kilder."
        )
      )
    }
    return indicator
  }

  private static func external(_ mixes: [SourceMix]) -> Indicator {
    let cases = Words("adoptions of known source", "overtakelser med kjent kilde")
    guard !mixes.isEmpty else {
      return Indicator(
        "external_practice_share",
        .notMeasured([gap]),
        unit: .share,
        cases: cases
      )
    }
    let n = mixes.reduce(0) { $0 + $1.adoptions }
    let outside = mixes.reduce(0.0) { $0 + $1.externalShare * Double($1.adoptions) }
    var indicator = Indicator(
      "external_practice_share",
      .share(Int(outside.rounded()), of: n, minimum: Minimum.cases),
      unit: .share,
      cases: cases
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of adopted practices came from outside.",
          "\(share: share) av overtatte praksiser kom utenfra."
        )
      )
    }
    return indicator
  }

  private static func copied(_ input: IndicatorInput) -> Indicator {
    let cases = Words("practices", "praksiser")
    let curves = input.spreadCurves()
    guard !curves.isEmpty else {
      return Indicator(
        "copied_practices",
        .notMeasured([DataGap("adoptions.csv", "actor", "practice")]),
        unit: .share,
        cases: cases
      )
    }
    let copied = curves.count { $0.adopters > 1 }
    var indicator = Indicator(
      "copied_practices",
      .share(copied, of: curves.count, minimum: Minimum.perActor),
      unit: .share,
      cases: cases,
      parts: curves.prefix(10).map {
        IndicatorPart($0.practice, .value(Double($0.adopters), n: $0.adopters, minimum: 1))
      }
    )
    guard indicator.value != nil else { return indicator }
    for curve in curves.prefix(3) where curve.adopters > 1 {
      if let start = curve.steps.first, let end = curve.steps.last, start.date != end.date {
        indicator.statements.append(
          Statement(
            "\(curve.practice): \(curve.adopters) adopters, from \(start.date.description) to \(end.date.description).",
            "\(curve.practice): \(curve.adopters) har tatt den i bruk, fra \(start.date.description) til \(end.date.description)."
          )
        )
      } else {
        indicator.statements.append(
          Statement(
            "\(curve.practice): \(curve.adopters) adopters.",
            "\(curve.practice): \(curve.adopters) har tatt den i bruk."
          )
        )
      }
    }
    return indicator
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "source_diversity",
      title: Words("diversity of sources", "mangfold av kilder"),
      definition:
        "From how many and how different sources an actor has taken its practices: effective number, Blau's index, and Rao–Stirling diversity, in which sources that differ in type, sphere and organisation count more. Means over actors with at least three adoptions of known source.",
      formula:
        "Hill number of order 1; 1 − Σ p²; Σ_{i≠j} d_ij p_i p_j, d = 1 − share of attributes that agree, 1 to what is outside",
      reading: "High: hybrids, put together from many places. 1: copies of one model.",
      caution:
        "Rests on who remembers the source. Actors with few adoptions have low values by nature.",
      source:
        "\(IndicatorSources.gustavsen); A. Stirling, J. Royal Society Interface 4 (2007), doi:10.1098/rsif.2007.0213"
    ),
    IndicatorText(
      "external_practice_share",
      title: Words("practices from outside", "praksiser utenfra"),
      definition:
        "Share of the adoptions with a known source that came from outside the region's data.",
      formula: "adoptions with source = external / adoptions with a source",
      reading: "Neither 0 nor 1: a region that takes in from outside and passes on inside.",
      caution: "What is outside depends on where the boundary of the data was drawn.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "copied_practices",
      title: Words("practices that spread", "praksiser som sprer seg"),
      definition:
        "Share of the practices that more than one actor has adopted; beside it the most adopted ones.",
      formula: "practices with two adopters or more / practices",
      reading: "High: what one has found others take up.",
      caution:
        "Depends on how finely practices are named: two names for one practice hide its spread.",
      source: IndicatorSources.gustavsen
    ),
  ]
}
