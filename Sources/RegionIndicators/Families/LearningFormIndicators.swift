import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 7: alone or together, from theory or from experience, formal or not.
enum LearningFormIndicators {
  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let ledger = FlowLedger(input.region)
    let clusters = ledger.flows.isEmpty ? nil : try input.clusters(control: control)
    return [organisational(input, ledger, clusters), settings(input, ledger, clusters)]
  }

  /// How much some flows are: their amounts, or how many there are where amounts cannot be added.
  private static func weight(_ flows: [FlowLedger.Flow], _ ledger: FlowLedger) -> Double {
    switch ledger.yardstick {
    case .amounts: ledger.total(flows)
    case .topics: Double(flows.count)
    }
  }

  static func organisational(
    _ input: IndicatorInput,
    _ ledger: FlowLedger,
    _ clusters: Partition?
  ) -> Indicator {
    let cases = Words("flows with unit and mode", "strømmer med enhet og form")
    let known = ledger.flows.filter { $0.row.unit != nil && $0.row.mode != nil }
    guard !known.isEmpty else {
      return Indicator(
        "organisational_learning_share",
        .notMeasured([DataGap("flows.csv", "unit", "mode")]),
        unit: .share,
        cases: cases
      )
    }
    let total = weight(known, ledger)
    func share(_ flows: [FlowLedger.Flow]) -> Double? {
      let all = weight(flows, ledger)
      let together = flows.filter { $0.row.unit == .collective && $0.row.mode == .experiential }
      return all > 0 ? weight(together, ledger) / all : nil
    }
    var parts: [IndicatorPart] = []
    for unit in LearningUnit.allCases {
      for mode in LearningMode.allCases {
        let here = known.filter { $0.row.unit == unit && $0.row.mode == mode }
        let value = total > 0 ? weight(here, ledger) / total : nil
        parts.append(
          IndicatorPart(
            "\(unit.rawValue) × \(mode.rawValue)",
            .value(value, n: known.count, minimum: Minimum.cases)
          )
        )
      }
    }
    parts += byReceiver(input, clusters, known, share)
    var indicator = Indicator(
      "organisational_learning_share",
      .value(share(known), n: known.count, minimum: Minimum.cases),
      unit: .share,
      cases: cases,
      parts: parts
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of the flow is learning together from experience.",
          "\(share: share) av strømmen er læring sammen og av erfaring."
        )
      )
    }
    return indicator
  }

  /// What flows of each cluster and each actor receive, from enough flows; of few receivers with persons among them nothing is told.
  private static func byReceiver(
    _ input: IndicatorInput,
    _ clusters: Partition?,
    _ known: [FlowLedger.Flow],
    _ value: ([FlowLedger.Flow]) -> Double?
  ) -> [IndicatorPart] {
    func outcome(_ flows: [FlowLedger.Flow], _ minimum: Int) -> IndicatorOutcome {
      let receivers = Set(flows.map(\.target))
      let isOfFewPeople =
        receivers.count < SmallGroups.minimumPeople && receivers.contains { input.isPerson[$0] }
      return isOfFewPeople
        ? .suppressed : .value(value(flows), n: flows.count, minimum: minimum)
    }
    var parts: [IndicatorPart] = []
    if let clusters {
      let nodeOf = input.network.nodeOfActor(actorCount: input.region.actors.count)
      let byCluster = Dictionary(
        grouping: known.filter { nodeOf[$0.target] >= 0 },
        by: { clusters.clusterOf[Int(nodeOf[$0.target])] }
      )
      for cluster in byCluster.keys.sorted() {
        let here = outcome(byCluster[cluster] ?? [], Minimum.cases)
        parts.append(IndicatorPart("cluster \(cluster + 1)", here))
      }
    }
    let byTarget = Dictionary(grouping: known, by: \.target)
    for actor in byTarget.keys.sorted() {
      let here = outcome(byTarget[actor] ?? [], Minimum.perActor)
      parts.append(IndicatorPart("actor", actor: actor, here))
    }
    return parts
  }

  static func settings(
    _ input: IndicatorInput,
    _ ledger: FlowLedger,
    _ clusters: Partition?
  ) -> Indicator {
    let cases = Words("flows with a setting", "strømmer med kjent ramme")
    let known = ledger.flows.filter { $0.row.setting != nil }
    guard !known.isEmpty else {
      return Indicator(
        "learning_settings",
        .notMeasured([DataGap("flows.csv", "setting")]),
        unit: .effectiveNumber,
        cases: cases
      )
    }
    func amounts(_ flows: [FlowLedger.Flow]) -> [Double] {
      LearningSetting.allCases.map { setting in
        weight(flows.filter { $0.row.setting == setting }, ledger)
      }
    }
    let all = amounts(known)
    let total = all.reduce(0, +)
    var indicator = Indicator(
      "learning_settings",
      .value(HillNumbers.of(all, order: 1), n: known.count, minimum: Minimum.cases),
      unit: .effectiveNumber,
      cases: cases,
      parts: zip(LearningSetting.allCases, all).map { setting, amount in
        IndicatorPart(
          setting.rawValue,
          .value(total > 0 ? amount / total : nil, n: known.count, minimum: Minimum.cases)
        )
      } + byReceiver(input, clusters, known) { HillNumbers.of(amounts($0), order: 1) }
    )
    if indicator.value != nil, total > 0 {
      indicator.statements.append(
        Statement(
          "Formal \(share: all[0] / total), non-formal \(share: all[1] / total), informal \(share: all[2] / total).",
          "Formell \(share: all[0] / total), ikke-formell \(share: all[1] / total), uformell \(share: all[2] / total)."
        )
      )
    }
    return indicator
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "organisational_learning_share",
      title: Words("learning together from experience", "læring sammen og av erfaring"),
      definition:
        "Share of the flow of knowledge in which many learn together from experience: one of four fields of alone or together, theory or experience. Also per cluster and per receiving organisation.",
      formula:
        "Σ amount (collective, experiential) / Σ amount; numbers of flows where amounts are missing or of several units",
      reading: "High: organisations learn. Low: single people are taught.",
      caution:
        "All four fields have their use: a profile, not a score. Formal courses are written down more often than talk at work.",
      source: IndicatorSources.eikeland
    ),
    IndicatorText(
      "learning_settings",
      title: Words("formal, non-formal, informal", "formell, ikke-formell, uformell"),
      definition:
        "How varied the settings of learning are: formal, non-formal and informal, each with its share. The value is the number of equally common settings that would be as varied. Also per cluster and per receiving organisation.",
      formula: "Hill number of order 1 of the shares",
      reading: "3: all settings alike. 1: one alone.",
      caution: "Informal learning is hardest to see: its share is a lower bound.",
      source: "\(IndicatorSources.amble); M. Hill, Ecology 54 (1973), doi:10.2307/1934352"
    ),
  ]
}
