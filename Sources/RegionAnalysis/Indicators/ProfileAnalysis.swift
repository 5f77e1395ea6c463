import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// Every indicator of a learning region, as far as the data allow.
public struct ProfileAnalysis: Sendable {
  /// One family with what came of its indicators, or why it could not be looked at.
  public struct Section: Sendable {
    /// The family.
    public let family: IndicatorFamily
    /// The indicators in their own order.
    public let indicators: [Indicator]
    /// Why none could be computed, such as negative strengths; `nil` where they could.
    public let failure: String?
  }

  /// The families, by number.
  public let sections: [Section]
  /// What a reader has to know.
  public let notes: AnalysisNotes
  let naming: Naming

  /// Computes the indicators of some families (all by default).
  ///
  /// A family that fails, because of strengths it cannot read for instance, is said to and does not hinder the others.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public init(
    of input: IndicatorInput,
    families: [IndicatorFamily] = IndicatorFamily.all,
    naming: Naming,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    var sections: [Section] = []
    var notes = AnalysisNotes(
      of: input.network,
      traits: [.paths],
      minimumResponse: minimumResponse
    )
    for family in families {
      do throws(MetricError) {
        let found = try family.indicators(input, control)
        sections.append(Section(family: family, indicators: found, failure: nil))
      } catch {
        if case .cancelled = error { throw error }
        notes.warnings.append("\(family.name): \(error)")
        sections.append(Section(family: family, indicators: [], failure: "\(error)"))
      }
    }
    self.sections = sections
    self.notes = notes
    self.naming = naming
  }

  /// Finds families by name or by the name of one of their indicators.
  ///
  /// - Throws: ``UnknownName``.
  public static func families(named names: [String]) throws(UnknownName) -> [IndicatorFamily] {
    var chosen: [IndicatorFamily] = []
    for name in names {
      let known = IndicatorFamily.all.first { $0.name == name } ?? IndicatorFamily.having(name)
      guard let known else {
        throw UnknownName(
          name: name,
          what: "family of indicators",
          near: NearNames.nearest(to: name, among: IndicatorFamily.all.map(\.name))
        )
      }
      if !chosen.contains(where: { $0.number == known.number }) { chosen.append(known) }
    }
    return chosen.sorted { $0.number < $1.number }
  }
}

extension ProfileAnalysis {
  /// One row per indicator, and with `parts` one per part below it: `family,indicator,part,id,value,unit,n,low,high,chance,p,outcome,needs`. `outcome` is `measured`,
  /// `undefined`, `too_few`, `too_large`, `suppressed` or `not_measured`; `needs` says which file and columns, or how many cases, would make it measurable.
  public func table(parts: Bool) -> ResultTable {
    var table = ResultTable(columns: [
      "family", "indicator", "part", "id", "value", "unit", "n", "low", "high", "chance", "p",
      "outcome", "needs",
    ])
    for section in sections {
      if let failure = section.failure {
        for text in section.family.texts {
          table.append(
            [.text(section.family.name), .text(text.name)]
              + [Cell](repeating: .missing, count: 9) + [.text("undefined"), .text(failure)]
          )
        }
      }
      for indicator in section.indicators {
        let unit = indicator.unit.text
        table.append(
          [.text(section.family.name), .text(indicator.name), .missing, .missing]
            + Self.cells(indicator.outcome, unit)
        )
        guard parts else { continue }
        for part in indicator.parts {
          table.append(
            [
              .text(section.family.name), .text(indicator.name), .text(part.key),
              part.actor.map { .text(naming.id(of: $0)) } ?? .missing,
            ] + Self.cells(part.outcome, unit)
          )
        }
      }
    }
    return table
  }

  /// `value,unit,n,low,high,chance,p,outcome,needs`.
  private static func cells(_ outcome: IndicatorOutcome, _ unit: String) -> [Cell] {
    var cells = [Cell](repeating: .missing, count: 9)
    cells[1] = .text(unit)
    switch outcome {
    case .measured(let found):
      cells[0] = .number(found.value)
      cells[2] = .integer(found.n)
      cells[3] = Cell(found.interval?.lowerBound)
      cells[4] = Cell(found.interval?.upperBound)
      cells[5] = Cell(found.chance)
      cells[6] = Cell(found.p)
      cells[7] = .text("measured")
    case .undefined: cells[7] = .text("undefined")
    case .tooFew(let n, let minimum):
      cells[2] = .integer(n)
      cells[7] = .text("too_few")
      cells[8] = .text("n ≥ \(minimum)")
    case .tooLarge: cells[7] = .text("too_large")
    case .suppressed: cells[7] = .text("suppressed")
    case .notMeasured(let gaps):
      cells[7] = .text("not_measured")
      cells[8] = .text(needs(gaps))
    }
    return cells
  }

  /// Files with their columns, such as `flows.csv: source, target; actors.csv: type`.
  static func needs(_ gaps: [DataGap]) -> String {
    gaps.map { gap in
      gap.columns.isEmpty ? gap.file : "\(gap.file): \(gap.columns.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// One object per family with its indicators, sentences and, with `parts`, parts.
  public func json(_ language: IndicatorLanguage, parts: Bool) -> JSONValue {
    .array(
      sections.map { section in
        .object([
          ("family", .string(section.family.name)), ("number", .integer(section.family.number)),
          ("title", .string(section.family.title[language])),
          ("failure", .optional(section.failure)),
          (
            "indicators",
            .array(
              section.indicators.map { indicator in
                object(indicator, section.family, language, parts: parts)
              }
            )
          ),
        ])
      }
    )
  }

  private func object(
    _ indicator: Indicator,
    _ family: IndicatorFamily,
    _ language: IndicatorLanguage,
    parts: Bool
  ) -> JSONValue {
    var pairs: [(String, JSONValue)] = [
      ("name", .string(indicator.name)),
      ("title", .optional(family.title(of: indicator.name)?[language])),
    ]
    pairs += Self.pairs(indicator.outcome, indicator.unit.text)
    pairs.append(("cases", .string(indicator.cases[language])))
    pairs.append(("sentences", .array(sentences(indicator, language).map { .string($0) })))
    if parts {
      pairs.append(
        (
          "parts",
          .array(
            indicator.parts.map { part in
              .object(
                [
                  ("part", .string(part.key)),
                  ("id", part.actor.map { .string(naming.id(of: $0)) } ?? .null),
                ] + Self.pairs(part.outcome, indicator.unit.text)
              )
            }
          )
        )
      )
    }
    return .object(pairs)
  }

  private static func pairs(_ outcome: IndicatorOutcome, _ unit: String) -> [(String, JSONValue)] {
    let names = ["value", "unit", "n", "low", "high", "chance", "p", "outcome", "needs"]
    return zip(names, cells(outcome, unit)).map { ($0, JSONValue($1)) }
  }

  /// What an indicator says, with actors as the naming shows them.
  func sentences(_ indicator: Indicator, _ language: IndicatorLanguage) -> [String] {
    indicator.statements.map { statement in
      statement.text(language) { naming.label(of: $0) }
    }
  }
}
