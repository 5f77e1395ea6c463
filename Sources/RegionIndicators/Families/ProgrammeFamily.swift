import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 16: how many come through.
  static let programmes = IndicatorFamily(
    16,
    "programmes",
    Words("Programmes", "Programmer"),
    [ProgrammeTexts.conversion]
  ) { (input, _) throws(MetricError) in
    [ProgrammeTexts.indicator(ProgrammeFunnel.all(of: input.region))]
  }
}

/// What the funnel of programmes means.
enum ProgrammeTexts {
  private static let cases = Words("programmes", "programmer")

  static func indicator(_ funnels: [ProgrammeFunnel]) -> Indicator {
    let found = funnels.compactMap { funnel in funnel.overall.map { (funnel, $0) } }
    guard !found.isEmpty else {
      return Indicator(
        "funnel_conversion",
        .notMeasured([DataGap("funnel.csv", "programme", "stage", "order", "count")]),
        unit: .share,
        cases: cases
      )
    }
    let shares = found.map(\.1.share)
    // One programme is its own whole; several have no common one, so their mean stands without an interval.
    let only = found.count == 1 ? found[0].1 : nil
    let outcome = IndicatorOutcome.measured(
      Measurement(
        shares.reduce(0, +) / Double(shares.count),
        n: found.count,
        interval: only?.interval
      )
    )
    return Indicator(
      "funnel_conversion",
      outcome,
      unit: .share,
      cases: cases,
      parts: found.flatMap { funnel, overall in
        [part(funnel, overall, "overall")]
          + funnel.steps.map {
            part(funnel, $0, "\(funnel.stages[$0.from].name) → \(funnel.stages[$0.to].name)")
          }
      },
      statements: found.map { statement($0, $1) }
    )
  }

  private static func part(
    _ funnel: ProgrammeFunnel,
    _ conversion: ProgrammeFunnel.Conversion,
    _ name: String
  ) -> IndicatorPart {
    IndicatorPart(
      "\(funnel.label): \(name)",
      .measured(Measurement(conversion.share, n: conversion.n, interval: conversion.interval))
    )
  }

  /// Beside each programme the published ones, as far as they have an overall figure.
  private static func statement(
    _ funnel: ProgrammeFunnel,
    _ overall: ProgrammeFunnel.Conversion
  ) -> Statement {
    let references = ReferenceFunnels.all.filter { $0.funnel.id != funnel.id }
      .compactMap { reference in reference.funnel.overall.map { (reference.funnel, $0) } }
    func list(_ about: String) -> String {
      references.map { reference, conversion in
        let isAbout = reference.stages.contains { $0.isAbout }
        return "\(reference.label) \(isAbout ? about : "")\(Numerals.percent(conversion.share))"
      }.joined(separator: ", ")
    }
    let (from, to) = (funnel.stages[overall.from], funnel.stages[overall.to])
    let (before, after) = (from.count ?? 0, to.count ?? 0)
    return Statement(
      "\(funnel.label): \(after) of \(before) came from \(from.name) to \(to.name), \(share: overall.share). Published programmes: \(list("about ")).",
      "\(funnel.label): \(after) av \(before) kom fra \(from.name) til \(to.name), \(share: overall.share). Publiserte programmer: \(list("om lag "))."
    )
  }

  static let conversion = IndicatorText(
    "funnel_conversion",
    title: Words("How many come through a programme", "Hvor mange som kommer gjennom et program"),
    definition:
      "Share of those at a programme's first stage that are left at its last, mean over programmes; beside it every programme and every step.",
    formula:
      "count of the last stage / count of the first; Wilson 95 % interval where both are counts",
    reading:
      "Published programmes kept between some 5 % and 20 % to the end: few coming through is usual, not failure.",
    caution:
      "Figures that are about something have no interval. Stages need not lie within each other. What the others learned does not show.",
    source: IndicatorSources.gustavsen + "; " + IndicatorSources.amble
      + "; E. B. Wilson, JASA 22 (1927), doi:10.1080/01621459.1927.10502953"
  )
}
