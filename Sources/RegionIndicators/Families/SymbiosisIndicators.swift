import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 2: does knowledge go one way, or do research, education and work live off each other?
enum SymbiosisIndicators {
  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let ledger = FlowLedger(input.region)
    return [matrix(input, ledger), mutuality(input, ledger), threeTasks(input, ledger)]
  }

  private static let flows = Words("flows between known spheres", "strømmer mellom kjente sfærer")
  static let gap = DataGap("flows.csv", "source", "target")

  /// Flows of each ordered pair of spheres, by the order of ``LearningRegion/Sphere``.
  private static func cells(
    _ input: IndicatorInput,
    _ ledger: FlowLedger
  ) -> [[[FlowLedger.Flow]]] {
    let spheres = Sphere.allCases
    var cells = [[[FlowLedger.Flow]]](
      repeating: [[FlowLedger.Flow]](repeating: [], count: spheres.count),
      count: spheres.count
    )
    for flow in ledger.flows {
      guard let from = input.spheres[flow.source].flatMap({ spheres.firstIndex(of: $0) }),
        let to = input.spheres[flow.target].flatMap({ spheres.firstIndex(of: $0) })
      else { continue }
      cells[from][to].append(flow)
    }
    return cells
  }

  static func matrix(_ input: IndicatorInput, _ ledger: FlowLedger) -> Indicator {
    guard !ledger.flows.isEmpty else {
      return Indicator("symbiosis_matrix", .notMeasured([gap]), unit: .share, cases: flows)
    }
    let spheres = Sphere.allCases
    let cells = cells(input, ledger)
    var (n, crossing) = (0, 0)
    var parts: [IndicatorPart] = []
    for from in spheres.indices {
      for to in spheres.indices where !cells[from][to].isEmpty {
        let here = cells[from][to]
        n += here.count
        if from != to { crossing += here.count }
        parts.append(
          IndicatorPart(
            "\(spheres[from].rawValue) → \(spheres[to].rawValue) (\(ledger.unit.text))",
            .value(ledger.total(here), n: here.count, minimum: 1)
          )
        )
      }
    }
    var indicator = Indicator(
      "symbiosis_matrix",
      .share(crossing, of: n, minimum: Minimum.cases),
      unit: .share,
      cases: flows,
      parts: parts
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of \(n) flows cross from one sphere into another.",
          "\(share: share) av \(n) strømmer går fra en sfære til en annen."
        )
      )
    }
    return indicator
  }

  static func mutuality(_ input: IndicatorInput, _ ledger: FlowLedger) -> Indicator {
    let cases = Words("flows between spheres", "strømmer mellom sfærer")
    guard !ledger.flows.isEmpty else {
      return Indicator("mutuality", .notMeasured([gap]), unit: .index, cases: cases)
    }
    let spheres = Sphere.allCases
    let pairs = ledger.pairs { row in
      input.spheres[row].flatMap { spheres.firstIndex(of: $0) }
    }
    let balanced = pairs.reduce(0) { $0 + 2 * min($1.forth, $1.back) }
    let sum = pairs.reduce(0) { $0 + $1.forth + $1.back }
    let n = pairs.reduce(0) { $0 + $1.flows }
    var parts: [IndicatorPart] = []
    var statements: [Statement] = []
    for pair in pairs {
      let key = "\(spheres[pair.first].rawValue) ↔ \(spheres[pair.second].rawValue)"
      parts.append(
        IndicatorPart(key, .value(pair.mutuality, n: pair.flows, minimum: Minimum.cases))
      )
      if let value = pair.mutuality, let kind = pair.exchange {
        let ends = (KindWords.sphere(spheres[pair.first]), KindWords.sphere(spheres[pair.second]))
        let words = Words(
          "\(ends.0.english) ↔ \(ends.1.english)",
          "\(ends.0.norwegian) ↔ \(ends.1.norwegian)"
        )
        statements.append(sentence(words, value, kind))
      }
    }
    return Indicator(
      "mutuality",
      .value(sum > 0 ? balanced / sum : nil, n: n, minimum: Minimum.cases),
      unit: .index,
      cases: cases,
      parts: parts,
      statements: statements
    )
  }

  private static func sentence(
    _ pair: Words,
    _ value: Double,
    _ kind: FlowLedger.Exchange
  ) -> Statement {
    switch kind {
    case .symbiotic:
      Statement(
        "\(pair.english): symbiotic, balance \(number: value), and research, education and practice come together.",
        "\(pair.norwegian): symbiotisk, balanse \(number: value), og forskning, utdanning og praksis kommer sammen."
      )
    case .exchange:
      Statement(
        "\(pair.english): exchange, balance \(number: value).",
        "\(pair.norwegian): utveksling, balanse \(number: value)."
      )
    case .transmission:
      Statement(
        "\(pair.english): transmission, nearly all goes one way (balance \(number: value)).",
        "\(pair.norwegian): overføring, nesten alt går én vei (balanse \(number: value))."
      )
    }
  }

  static func threeTasks(_ input: IndicatorInput, _ ledger: FlowLedger) -> Indicator {
    let cases = Words("pairs of actors of two spheres", "par av aktører fra to sfærer")
    guard ledger.flows.contains(where: { $0.row.task != nil }) else {
      return Indicator(
        "three_task_share",
        .notMeasured([DataGap("flows.csv", "task")]),
        unit: .share,
        cases: cases
      )
    }
    var tasks: [[Int]: Set<KnowledgeTask>] = [:]
    for flow in ledger.flows {
      guard let from = input.spheres[flow.source], let to = input.spheres[flow.target], from != to
      else { continue }
      let pair = [min(flow.source, flow.target), max(flow.source, flow.target)]
      if let task = flow.row.task {
        tasks[pair, default: []].insert(task)
      } else {
        tasks[pair, default: []].formUnion([])
      }
    }
    let whole = tasks.values.count { $0.count == KnowledgeTask.allCases.count }
    var indicator = Indicator(
      "three_task_share",
      .share(whole, of: tasks.count, minimum: Minimum.cases),
      unit: .share,
      cases: cases
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of \(tasks.count) pairs across spheres tie research, education and practice together.",
          "\(share: share) av \(tasks.count) par på tvers av sfærer knytter forskning, utdanning og praksis sammen."
        )
      )
    }
    return indicator
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "symbiosis_matrix",
      title: Words("flows between spheres", "strømmer mellom sfærer"),
      definition:
        "How much knowledge goes from each sphere (work life, education, research, government, civil) to each other one. The value is the share of flows that cross from one sphere into another.",
      formula:
        "parts: Σ amount per ordered pair of spheres where every flow has an amount and all of one unit, else the number of topics; value: crossing flows / flows",
      reading: "Rows that are filled both ways are where spheres learn from each other.",
      caution: "Only flows that somebody wrote down count, and spheres differ in how they write.",
      source: IndicatorSources.eikeland
    ),
    IndicatorText(
      "mutuality",
      title: Words("mutuality of spheres", "gjensidighet mellom sfærer"),
      definition:
        "How balanced the flows between two spheres are. Balance of at least two thirds is called symbiotic only where the flows cover research, education and practice; at most a fifth is transmission; the rest is exchange. The value adds all pairs of spheres up.",
      formula: "S = 2·min(f_ij, f_ji) / (f_ij + f_ji); over all pairs Σ 2·min / Σ (f_ij + f_ji)",
      reading: "1: as much comes back as goes out. 0: one side gives, the other takes.",
      caution:
        "Balance alone is exchange, not symbiosis. Amounts of different units are never added: then topics are counted, and a topic counts the same however much of it flowed.",
      source: IndicatorSources.eikeland,
      isOwn: true
    ),
    IndicatorText(
      "three_task_share",
      title: Words("the three tasks together", "de tre oppgavene sammen"),
      definition:
        "Share of the pairs of actors of different spheres whose flows serve research, education and practice, all three.",
      formula: "pairs with flows of all three tasks / pairs with flows across spheres",
      reading: "High: one relation carries all tasks, so that a change in one reaches the others.",
      caution: "Flows without a task count as flows of none: fill the column wherever it is known.",
      source: IndicatorSources.eikeland,
      isOwn: true
    ),
  ]
}
