import GraphCore
import NetworkMetrics
import RegionIndicators

/// The indicators of a learning region as a profile: one table per family, and no score over all.
struct ProfileContent {
  private let families: [(family: IndicatorFamily, indicators: [Indicator])]
  private let study: ReportStudy
  /// Families that could not be computed, and why.
  let notes: [String]

  /// Actors from which on chance is asked less often.
  private static let manyActors = 2_000
  /// Sentences of an indicator that are shown at once.
  private static let mostStatements = 5

  /// Computes every family.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``; a family that this network does not allow is left out with a note.
  init(of study: ReportStudy, control: RunControl) throws {
    self.study = study
    let actors = study.region.actors.count
    let input = try IndicatorInput(
      study.region,
      study.projection,
      seed: study.options.seed,
      permutations: actors > Self.manyActors ? 99 : 999,
      threads: control.threads
    )
    var families: [(family: IndicatorFamily, indicators: [Indicator])] = []
    var notes: [String] = []
    for family in IndicatorFamily.all {
      do throws(MetricError) {
        families.append((family, try family.indicators(input, control)))
      } catch {
        if case .cancelled = error { throw error }
        notes.append("\(family.name) is left out: \(error.description)")
      }
    }
    self.families = families
    self.notes = notes
  }

  /// What the explanation of an indicator is called in the page: a measure may have the same name.
  private static func entry(_ name: String) -> String { "indicator-" + name }

  /// Whether there is nothing to show.
  var isEmpty: Bool { families.isEmpty }

  /// How much of the profile could be measured, and what it is not.
  func note(_ say: ReportLanguage) -> String {
    let all = families.flatMap(\.indicators)
    let measured = say.whole(all.count { $0.measurement != nil })
    return say(
      "\(measured) of \(say.whole(all.count)) indicators can be measured with these data; for the others the last table says which file would make them measurable. A learning region is a profile: there is no total.",
      "\(measured) av \(say.whole(all.count)) indikatorer kan måles med disse dataene; for de andre sier den siste tabellen hvilken fil som ville gjøre dem målbare. En lærende region er en profil: det er ingen totalsum."
    )
  }

  /// The values that the template asks for: one table per family with anything to show, and one at the end of what the data do not hold.
  func context(_ say: ReportLanguage) -> [[String: Any]] {
    var sections: [(title: String, rows: [[String: Any]])] = []
    var gaps: [[String: Any]] = []
    for (family, indicators) in families {
      let rows = indicators.filter { !Self.isGap($0) }.map { content($0, family, say) }
      if !rows.isEmpty { sections.append((family.title[say.ofIndicators], rows)) }
      gaps += indicators.filter(Self.isGap).map { content($0, family, say) }
    }
    if !gaps.isEmpty {
      sections.append((say("Not measured: what it takes", "Ikke målt: hva det krever"), gaps))
    }
    let words = PageWords.all(say)
    return sections.map { ["title": $0.title, "w": words, "indicators": $0.rows] }
  }

  /// Whether the data lack what an indicator is made of.
  private static func isGap(_ indicator: Indicator) -> Bool {
    if case .notMeasured = indicator.outcome { true } else { false }
  }

  private func content(
    _ indicator: Indicator,
    _ family: IndicatorFamily,
    _ say: ReportLanguage
  ) -> [String: Any] {
    let text = family.texts.first { $0.name == indicator.name }
    let statements = indicator.statements.map { statement in
      ["text": statement.text(say.ofIndicators) { study.naming.label(of: $0) }]
    }
    // One more than fits is shown as well: "and 1 more" would take the same room.
    let shown = statements.count <= Self.mostStatements + 1 ? statements.count : Self.mostStatements
    let rest = statements.count - shown
    let hidden: Any =
      rest == 0
      ? false
      : [
        "more": say("and \(rest) more", "og \(rest) til"),
        "statements": Array(statements.dropFirst(shown)),
      ] as [String: Any]
    let measured = indicator.measurement
    return [
      // A measure of the network among the indicators has its entry among the measures.
      "name": text == nil ? indicator.name : Self.entry(indicator.name),
      "title": text?.title[say.ofIndicators].asHeading ?? FigureWords.heading(indicator.name, say),
      "value": measured.map { value($0, indicator.unit, say) } ?? absence(indicator.outcome, say),
      "cases": measured.map { cases($0.n, indicator.cases[say.ofIndicators], say) } ?? "",
      "chance": measured.map { chance($0, indicator.unit, say) } ?? "",
      "statements": Array(statements.prefix(shown)), "absent": measured == nil,
      "rest": hidden,
      "hint": measured != nil && statements.isEmpty ? hint(indicator.name, text, say) : false,
      "bar": measured.flatMap { ShareBar($0, indicator.unit)?.svg } ?? "",
    ]
  }

  /// How to read a figure that has no sentence of its own; `false` where nothing is known of it.
  private func hint(_ name: String, _ text: IndicatorText?, _ say: ReportLanguage) -> Any {
    let entry = text.map { Self.explanation($0, say) } ?? Glossary.entry(name, say)
    guard let entry else { return false }
    return ["text": entry.reading, "lang": entry.textLanguage.rawValue]
  }

  /// "12 actors"; one case stands behind its name, which is in the plural.
  private func cases(_ count: Int, _ name: String, _ say: ReportLanguage) -> String {
    count == 1 ? "\(name): 1" : "\(say.whole(count)) \(name)"
  }

  private func value(
    _ measured: Measurement,
    _ unit: IndicatorUnit,
    _ say: ReportLanguage
  ) -> String {
    var text = amount(measured.value, unit, say)
    if let interval = measured.interval {
      let low = amount(interval.lowerBound, unit, say)
      text += " (\(low)–\(amount(interval.upperBound, unit, say)))"
    }
    return text
  }

  private func chance(
    _ measured: Measurement,
    _ unit: IndicatorUnit,
    _ say: ReportLanguage
  ) -> String {
    var parts: [String] = []
    if let chance = measured.chance { parts.append(amount(chance, unit, say)) }
    if let p = measured.p { parts.append("p\u{A0}=\u{A0}\(say.number(p, decimals: 3))") }
    return parts.joined(separator: ", ")
  }

  private func amount(_ value: Double, _ unit: IndicatorUnit, _ say: ReportLanguage) -> String {
    switch unit {
    case .share: return say.percent(value)
    case .index: return say.number(value, decimals: 2)
    case .count: return say.number(value)
    case .effectiveNumber: return say.number(value, decimals: 1)
    case .days: return "\(say.number(value, decimals: 0)) \(say("days", "dager"))"
    case .months: return "\(say.number(value, decimals: 1)) \(say("months", "måneder"))"
    case .steps: return "\(say.number(value, decimals: 2)) \(say("steps", "steg"))"
    case .bits: return "\(say.number(value)) \(say("bits", "biter"))"
    case .kilometres: return "\(say.number(value, decimals: 1)) km"
    case .amount(let name): return "\(say.number(value)) \(name)"
    }
  }

  private func absence(_ outcome: IndicatorOutcome, _ say: ReportLanguage) -> String {
    switch outcome {
    case .measured: ""
    case .notMeasured: say("not measured", "ikke målt")
    case .tooFew: say("too few to say", "for få til å si")
    case .suppressed: say("not shown", "vises ikke")
    case .undefined: say("not defined", "ikke definert")
    case .tooLarge: say("too large to compute", "for stort til å beregne")
    }
  }

  /// The measures of the network that stand among the indicators.
  var measures: [String] {
    families.flatMap { family, indicators in
      let own = Set(family.texts.map(\.name))
      return indicators.map(\.name).filter { !own.contains($0) }
    }
  }

  /// The explanations of its indicators, for the end of the report.
  func glossary(_ say: ReportLanguage) -> [GlossaryEntry] {
    families.flatMap { family, _ in family.texts.map { Self.explanation($0, say) } }
  }

  /// The explanation of one of its indicators, in Norwegian where there is one.
  private static func explanation(_ text: IndicatorText, _ say: ReportLanguage) -> GlossaryEntry {
    let own = say == .norwegian ? text.norwegian : nil
    return GlossaryEntry(
      name: entry(text.name),
      title: text.title[say.ofIndicators].asHeading,
      definition: own?.definition ?? text.definition,
      formula: own?.formula ?? text.formula,
      reading: own?.reading ?? text.reading,
      caution: own?.caution ?? text.caution,
      source: text.source + (text.isOwn ? " †" : ""),
      titleLanguage: say,
      textLanguage: own == nil ? .english : .norwegian,
      formulaLanguage: own?.formula == nil ? .english : .norwegian
    )
  }
}
