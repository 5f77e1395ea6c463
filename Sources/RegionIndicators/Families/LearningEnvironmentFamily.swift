import GraphCore
import LearningRegion
import NetworkMetrics

extension IndicatorFamily {
  /// 18: expansive or restrictive workplaces, and trials that may fail.
  static let learningEnvironment = IndicatorFamily(
    18,
    "learning_environment",
    Words("Learning environment and probes", "Læringsmiljø og prøveballonger"),
    LearningEnvironmentTexts.all
  ) { (input, _) throws(MetricError) in
    let environment = LearningEnvironment(of: input)
    return [
      environment.profile(), environment.change(),
      LearningEnvironmentTexts.probes(input.region.probes.rows),
    ]
  }
}

/// Judgements of learning environments, by workplace and category.
public struct LearningEnvironment: Sendable {
  /// The judgements of one workplace (or of all) on one category.
  public struct Cell: Sendable, Equatable {
    /// Row of the workplace; `nil` for the whole region.
    public let workplace: Int?
    /// The category, as the data name it; `nil` for all of them.
    public let category: String?
    /// Scores.
    public let scores: [Double]
    /// Different persons judged, where persons were.
    public let persons: Int

    /// Mean score; `nil` without scores.
    public var mean: Double? {
      scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// The mean, unless it would tell about a few persons.
    fileprivate var outcome: IndicatorOutcome {
      if persons > 0 && persons < SmallGroups.minimumPeople { return .suppressed }
      return .value(mean, n: scores.count, minimum: 1)
    }
  }

  /// All judgements with a score.
  public let all: Cell
  /// Each category over the region, in the order of first appearance.
  public let categories: [Cell]
  /// Each workplace over all categories, by row.
  public let workplaces: [Cell]
  /// Last less first score of each actor and category judged on two dates or more, and the persons among those actors.
  public let changes: (values: [Double], persons: Int)

  /// Reads the assessments of a region. A person or department counts for its workplace.
  public init(of input: IndicatorInput) {
    let actors = input.region.actors
    let judged = input.region.assessments.rows.compactMap { row in
      actors.index(of: row.actor).flatMap { actor in
        row.score.map { (actor: actor, row: row, score: $0) }
      }
    }
    func cell(
      _ workplace: Int?,
      _ category: String?,
      _ rows: [(actor: Int, row: Assessment, score: Double)]
    ) -> Cell {
      Cell(
        workplace: workplace,
        category: category,
        scores: rows.map(\.score),
        persons: Set(rows.map(\.actor).filter { input.isPerson[$0] }).count
      )
    }
    var names: [String] = []
    for name in judged.map(\.row.category) where !names.contains(name) { names.append(name) }
    all = cell(nil, nil, judged)
    categories = names.map { name in cell(nil, name, judged.filter { $0.row.category == name }) }
    let byWorkplace = Dictionary(grouping: judged) { input.workplace(of: $0.actor) }
    workplaces = byWorkplace.keys.sorted().map { cell($0, nil, byWorkplace[$0] ?? []) }
    changes = Self.changes(judged, names, input.isPerson)
  }

  private static func changes(
    _ judged: [(actor: Int, row: Assessment, score: Double)],
    _ names: [String],
    _ isPerson: [Bool]
  ) -> (values: [Double], persons: Int) {
    struct Key: Hashable {
      let actor: Int
      let category: Int
    }
    var place: [String: Int] = [:]
    for (number, name) in names.enumerated() { place[name] = number }
    let dated = Dictionary(grouping: judged.filter { $0.row.date != nil }) {
      Key(actor: $0.actor, category: place[$0.row.category] ?? 0)
    }
    let keys = dated.keys.sorted { ($0.actor, $0.category) < ($1.actor, $1.category) }
    var values: [Double] = []
    var persons: Set<Int> = []
    for key in keys {
      let days = Dictionary(grouping: dated[key] ?? []) { $0.row.date?.firstDayNumber ?? 0 }
      guard let first = days.keys.min(), let last = days.keys.max(), first < last else { continue }
      func mean(_ day: Int) -> Double {
        let scores = (days[day] ?? []).map(\.score)
        return scores.reduce(0, +) / Double(scores.count)
      }
      values.append(mean(last) - mean(first))
      if isPerson[key.actor] { persons.insert(key.actor) }
    }
    return (values, persons.count)
  }
}

extension LearningEnvironment {
  fileprivate func profile() -> Indicator {
    guard !all.scores.isEmpty else {
      return Indicator(
        "learning_environment",
        .notMeasured([DataGap("assessments.csv", "actor", "category", "score")]),
        unit: .index,
        cases: LearningEnvironmentTexts.judgements
      )
    }
    let parts =
      categories.map { IndicatorPart($0.category ?? "", $0.outcome) }
      + workplaces.map { IndicatorPart("workplace", actor: $0.workplace, $0.outcome) }
    var statements: [Statement] = []
    let shown = categories.filter { if case .measured = $0.outcome { true } else { false } }
    if let low = shown.min(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }),
      let high = shown.max(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }), low != high
    {
      let (top, bottom) = (high.category ?? "", low.category ?? "")
      statements.append(
        Statement(
          "Most expansive on \(top) (\(number: high.mean ?? 0)), most restrictive on \(bottom) (\(number: low.mean ?? 0)), from −2 to 2.",
          "Mest utvidende på \(top) (\(number: high.mean ?? 0)), mest innsnevrende på \(bottom) (\(number: low.mean ?? 0)), fra −2 til 2."
        )
      )
    }
    return Indicator(
      "learning_environment",
      all.outcome,
      unit: .index,
      cases: LearningEnvironmentTexts.judgements,
      parts: parts,
      statements: statements
    )
  }

  fileprivate func change() -> Indicator {
    let cases = Words(
      "actors and categories judged twice",
      "aktører og kategorier vurdert to ganger"
    )
    guard !changes.values.isEmpty else {
      return Indicator(
        "environment_change",
        .notMeasured([DataGap("assessments.csv", "actor", "category", "score", "date")]),
        unit: .index,
        cases: cases
      )
    }
    let isSmall = changes.persons > 0 && changes.persons < SmallGroups.minimumPeople
    let mean = changes.values.reduce(0, +) / Double(changes.values.count)
    return Indicator(
      "environment_change",
      isSmall ? .suppressed : .value(mean, n: changes.values.count, minimum: 3),
      unit: .index,
      cases: cases
    )
  }
}

/// What the indicators of learning environments mean.
enum LearningEnvironmentTexts {
  static let judgements = Words("judgements", "vurderinger")

  static func probes(_ rows: [Probe]) -> Indicator {
    let cases = Words("probes that ended", "prøver som er avsluttet")
    let ended = rows.filter { $0.outcome != nil && $0.outcome != .open }
    guard rows.contains(where: { $0.outcome != nil }) else {
      return Indicator(
        "probe_failure",
        .notMeasured([DataGap("probes.csv", "id", "outcome")]),
        unit: .share,
        cases: cases
      )
    }
    let failed = ended.count { $0.outcome == .failed }
    return Indicator(
      "probe_failure",
      .share(failed, of: ended.count, minimum: 5),
      unit: .share,
      cases: cases,
      parts: ProbeOutcome.allCases.map { outcome in
        let count = rows.count { $0.outcome == outcome }
        return IndicatorPart(
          outcome.rawValue,
          .value(Double(count), n: rows.count, minimum: 1)
        )
      },
      statements: ended.count < 5
        ? []
        : [
          Statement(
            "\(failed) of \(ended.count) probes failed; over half should, or too little is being risked.",
            "\(failed) av \(ended.count) prøver mislyktes; over halvparten bør det, ellers våges det for lite."
          )
        ]
    )
  }

  static let all = [
    IndicatorText(
      "learning_environment",
      title: Words(
        "Expansive or restrictive learning environment",
        "Utvidende eller innsnevrende læringsmiljø"
      ),
      definition:
        "Mean judgement from −2 (restrictive) to 2 (expansive); beside it each category, as the data name it, and each workplace.",
      formula: "Σ score / judgements",
      reading:
        "Above 0: work is arranged so that people learn from it. Look at the categories, not at the mean.",
      caution:
        "Judgements of different people on different scales; few per workplace. Not for ranking workplaces.",
      source:
        "A. Fuller, L. Unwin (2004), in: Workplace Learning in Context; A. Felstead, A. Fuller, N. Jewson, L. Unwin, Improving Working as Learning (2009); used by "
        + IndicatorSources.amble
    ),
    IndicatorText(
      "environment_change",
      title: Words("Change of the learning environment", "Endring i læringsmiljøet"),
      definition:
        "Mean of last less first score over actors and categories judged on two dates or more.",
      formula: "mean (score at the last date − score at the first date)",
      reading: "Above 0: more expansive than before.",
      caution: "Whoever leaves in between is not counted; a new judge may judge otherwise.",
      source: "A. Fuller, L. Unwin (2004), in: Workplace Learning in Context; used by "
        + IndicatorSources.amble,
      isOwn: true
    ),
    IndicatorText(
      "probe_failure",
      title: Words("Share of probes that failed", "Andel prøver som mislyktes"),
      definition: "Share of the probes that ended (amplified, dampened or failed) that failed.",
      formula: "failed / (amplified + dampened + failed)",
      reading: "Over half is a good sign: probes that are safe to fail should mostly do.",
      caution: "Failures are the first that people do not write down.",
      source: "D. Snowden's rule, told by " + IndicatorSources.jarche
    ),
  ]
}
