import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 11: what grew out of what.
  static let lineage = IndicatorFamily(
    11,
    "lineage",
    Words("Innovation lineage", "Innovasjonenes slektstre"),
    LineageTexts.all
  ) { (input, _) throws(MetricError) in
    let rows = input.region.innovations.rows
    let gap = DataGap("innovations.csv", "id", "sources")
    guard rows.contains(where: { !$0.sources.isEmpty }) else {
      return LineageTexts.all.map { text in
        let isRadical = text.name == "radical_from_incremental"
        return Indicator(
          text.name,
          .notMeasured([isRadical ? DataGap("innovations.csv", "id", "sources", "kind") : gap]),
          unit: text.name == "main_path_length" ? .steps : .share,
          cases: LineageTexts.innovations
        )
      }
    }
    do throws(SearchPaths.Fault) {
      let lineage = try InnovationLineage(of: input.region)
      return [
        lineage.descent(), lineage.mainPathIndicator(rows), lineage.radical(),
        lineage.contribution(),
      ]
    } catch {
      throw error.metricError
    }
  }
}

extension SearchPaths.Fault {
  /// The same as an error of a measure.
  public var metricError: MetricError {
    switch self {
    case .circle: .notDefined(reason: "innovations go round in a circle")
    case .tooLarge(let bytes):
      .tooMuchMemory(needed: MemoryEstimate(bytes: bytes), limit: SearchPaths.usualMemoryLimit)
    }
  }
}

extension InnovationLineage {
  fileprivate func descent() -> Indicator {
    Indicator(
      "descended_share",
      .share(descended, of: innovationCount, minimum: 5),
      unit: .share,
      cases: LineageTexts.innovations,
      statements: [
        Statement(
          "\(descended) of \(innovationCount) innovations grew out of others.",
          "\(descended) av \(innovationCount) innovasjoner vokste ut av andre."
        )
      ]
    )
  }

  fileprivate func mainPathIndicator(_ rows: [Innovation]) -> Indicator {
    let names = mainPath.map { rows[$0].label ?? rows[$0].id }.joined(separator: " → ")
    return Indicator(
      "main_path_length",
      .value(Double(max(0, mainPath.count - 1)), n: innovationCount, minimum: 2),
      unit: .steps,
      cases: LineageTexts.innovations,
      statements: [
        Statement("The main path runs \(names).", "Hovedveien går \(names).")
      ]
    )
  }

  fileprivate func radical() -> Indicator {
    let outcome: IndicatorOutcome =
      kindKnown == 0
      ? .notMeasured([DataGap("innovations.csv", "id", "sources", "kind")])
      : .share(radicalWithIncrementalAncestor, of: radicalCount, minimum: 3)
    let statements =
      radicalCount < 3
      ? []
      : [
        Statement(
          "\(radicalWithIncrementalAncestor) of \(radicalCount) radical innovations have small steps among their ancestors.",
          "\(radicalWithIncrementalAncestor) av \(radicalCount) radikale innovasjoner har små skritt blant forfedrene."
        )
      ]
    return Indicator(
      "radical_from_incremental",
      outcome,
      unit: .share,
      cases: LineageTexts.radicals,
      statements: statements
    )
  }

  fileprivate func contribution() -> Indicator {
    let known = contributions.reduce(0) { $0 + $1.innovations }
    let diversity = HillNumbers.of(contributions.map(\.share), order: 1)
    let outcome: IndicatorOutcome =
      contributions.isEmpty
      ? .notMeasured([DataGap("innovations.csv", "id", "sources", "actor")])
      : .value(diversity, n: known, minimum: 5)
    var statements: [Statement] = []
    if case .measured = outcome, let first = contributions.first {
      statements.append(
        Statement(
          "\(actor: first.actor) has the largest part in the lineage: \(share: first.share) of it, by \(first.innovations) of the innovations.",
          "\(actor: first.actor) har størst del i slektstreet: \(share: first.share) av det, med \(first.innovations) av innovasjonene."
        )
      )
    }
    return Indicator(
      "lineage_contribution",
      outcome,
      unit: .effectiveNumber,
      cases: LineageTexts.innovations,
      parts: contributions.map {
        IndicatorPart(
          "share of the lineage",
          actor: $0.actor,
          .value($0.share, n: $0.innovations, minimum: 1)
        )
      },
      statements: statements
    )
  }
}

/// What the indicators of the lineage mean.
enum LineageTexts {
  static let innovations = Words("innovations", "innovasjoner")
  static let radicals = Words("radical innovations", "radikale innovasjoner")
  private static let counts =
    "V. Batagelj (2003), doi:10.48550/arXiv.cs/0309023; N. Hummon, P. Doreian, Social Networks 11 (1989), doi:10.1016/0378-8733(89)90017-8"

  static let all = [
    IndicatorText(
      "descended_share",
      title: Words("Innovations that grew out of others", "Innovasjoner som vokste ut av andre"),
      definition: "Share of the innovations that name at least one other as their source.",
      formula: "innovations with sources / innovations",
      reading: "High: new things come out of what was tried before, here or next door.",
      caution:
        "People remember the last step and forget the first; an empty cell may mean nobody asked.",
      source: IndicatorSources.amble,
      isOwn: true
    ),
    IndicatorText(
      "main_path_length",
      title: Words("Length of the main path", "Hovedveiens lengde"),
      definition:
        "Steps of the way from a first innovation to a last one that most lines of descent share.",
      formula:
        "the path of largest Σ SPC(u → v), SPC(u → v) = N⁻(u)·N⁺(v), N⁻ and N⁺ the ways from beginnings to u and from v to ends",
      reading: "Follow the path: it tells how one thing led to the next.",
      caution:
        "One path is not the whole story: look at the key routes too. A single added source can move it.",
      source: counts + "; J. Liu, L. Lu, JASIST 63 (2012), doi:10.1002/asi.21692"
    ),
    IndicatorText(
      "radical_from_incremental",
      title: Words(
        "Radical innovations with small steps behind them",
        "Radikale innovasjoner med små skritt bak seg"
      ),
      definition:
        "Share of the radical innovations some ancestor of which, at any distance, is incremental.",
      formula: "radical innovations with an incremental ancestor / radical innovations",
      reading: "High: small improvements are where large ones come from.",
      caution: "Who wrote the list decides what counts as radical; it rests on few cases.",
      source: IndicatorSources.amble,
      isOwn: true
    ),
    IndicatorText(
      "lineage_contribution",
      title: Words("Actors behind the lineage", "Aktørene bak slektstreet"),
      definition:
        "Effective number of actors by their part in the lineage; beside it each actor's part: of all visits that lines of descent pay to innovations, the share at its own.",
      formula:
        "exp(−Σ s ln s), s of an actor = Σ over its innovations of N⁻·N⁺, divided by the sum over all",
      reading:
        "Near 1: one actor is behind nearly everything; near the number of actors: all take part.",
      caution: "Counts what was written down: quiet contributions leave no row.",
      source: counts,
      isOwn: true
    ),
  ]
}
