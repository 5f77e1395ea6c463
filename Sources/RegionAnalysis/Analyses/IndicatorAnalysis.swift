import LearningRegion
import RegionIndicators

/// Indicators as a table: a row for each and a row for each of its parts.
public struct IndicatorAnalysis: Sendable {
  /// `family,indicator,of,value,unit,n,low,high,chance,p,outcome`; `of` is the part, empty for the region, with the actor's label where
  /// it belongs to one; the outcome is `measured`, `too_few`, `suppressed`, `not_measured`, `too_large` or `undefined`.
  public let table: ResultTable
  /// `family,indicator,says`: what the indicators say, a sentence in each row.
  public let sentences: ResultTable

  /// Lays out indicators.
  ///
  /// - Parameter parts: whether parts have rows of their own.
  public init(
    _ found: [(family: String, indicators: [Indicator])],
    naming: Naming,
    language: IndicatorLanguage = .english,
    parts: PartsShown = .all
  ) {
    var table = ResultTable(
      columns: [
        "family", "indicator", "of", "value", "unit", "n", "low", "high", "chance", "p", "outcome",
      ]
    )
    var sentences = ResultTable(columns: ["family", "indicator", "says"])
    for (family, indicators) in found {
      for indicator in indicators {
        let head: [Cell] = [.text(family), .text(indicator.name)]
        table.append(
          head + [.missing]
            + Self.cells(indicator.outcome, unit: Cell(text: indicator.unit.text))
        )
        for part in indicator.parts where parts == .all || parts == .regional && part.actor == nil {
          let name = part.actor.map { "\(part.key): \(naming.label(of: $0))" } ?? part.key
          table.append(head + [.text(name)] + Self.cells(part.outcome, unit: .missing))
        }
        for statement in indicator.statements {
          let text = statement.text(language) { naming.label(of: $0) }
          sentences.append(head + [.text(text)])
        }
      }
    }
    self.table = table
    self.sentences = sentences
  }

  /// Which parts of indicators have rows.
  public enum PartsShown: Sendable, Equatable {
    /// Every one.
    case all
    /// Those that belong to no single actor.
    case regional
    /// None.
    case none
  }

  private static func cells(_ outcome: IndicatorOutcome, unit: Cell) -> [Cell] {
    func without(_ name: String, n: Int? = nil) -> [Cell] {
      [.missing, unit, Cell(count: n), .missing, .missing, .missing, .missing, .text(name)]
    }
    switch outcome {
    case .measured(let measured):
      return [
        .number(measured.value), unit, .integer(measured.n), Cell(measured.interval?.lowerBound),
        Cell(measured.interval?.upperBound), Cell(measured.chance), Cell(measured.p),
        .text("measured"),
      ]
    case .undefined: return without("undefined")
    case .tooLarge: return without("too_large")
    case .tooFew(let n, _): return without("too_few", n: n)
    case .suppressed: return without("suppressed")
    case .notMeasured: return without("not_measured")
    }
  }
}
