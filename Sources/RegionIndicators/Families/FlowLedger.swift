import LearningRegion

/// How much knowledge went where, in one measure for the whole region.
public struct FlowLedger: Sendable {
  /// What is added up.
  public enum Yardstick: Sendable, Equatable {
    /// Amounts of one unit; the unit's name.
    case amounts(String)
    /// Different topics, because amounts are missing or of several units.
    case topics
  }

  /// One flow by the rows of its ends.
  public struct Flow: Sendable {
    /// Row of the actor that gave.
    public let source: Int
    /// Row of the actor that received.
    public let target: Int
    /// The row of the flow.
    public let row: KnowledgeFlow
  }

  /// Flows between two different actors, in the order of the file.
  public let flows: [Flow]
  /// What is added up.
  public let yardstick: Yardstick

  /// The flows of a region: amounts if every flow has one and all of one unit, else topics. With a `unit` only flows of that unit
  /// count, by their amounts.
  public init(_ region: Region, unit: String? = nil) {
    let all = region.flows.rows.compactMap { row -> Flow? in
      guard let source = region.actors.index(of: row.source),
        let target = region.actors.index(of: row.target), source != target
      else { return nil }
      return Flow(source: source, target: target, row: row)
    }
    if let unit {
      flows = all.filter { $0.row.amount != nil && $0.row.amountUnit == unit }
      yardstick = .amounts(unit)
      return
    }
    flows = all
    let units = Set(all.map { $0.row.amountUnit ?? "" })
    let isWhole = all.allSatisfy { $0.row.amount != nil }
    yardstick =
      isWhole && units.count == 1
      ? .amounts(units.first.flatMap { $0.isEmpty ? nil : $0 } ?? "amount") : .topics
  }

  /// The unit of sums.
  public var unit: IndicatorUnit {
    switch yardstick {
    case .amounts(let unit): .amount(unit)
    case .topics: .amount("topics")
    }
  }

  /// How much some flows are together: the sum of their amounts, or the number of their topics (those without one count as one).
  public func total(_ flows: [Flow]) -> Double {
    switch yardstick {
    case .amounts: flows.reduce(0) { $0 + ($1.row.amount ?? 0) }
    case .topics: Double(Set(flows.map { $0.row.topic ?? "" }).count)
    }
  }

  /// What each actor gave and received, by row: amounts, or topics counted once per partner.
  public func giving(actorCount: Int) -> (given: [Double], received: [Double]) {
    var given = [Double](repeating: 0, count: actorCount)
    var received = given
    switch yardstick {
    case .amounts:
      for flow in flows {
        given[flow.source] += flow.row.amount ?? 0
        received[flow.target] += flow.row.amount ?? 0
      }
    case .topics:
      var seen: Set<[String]> = []
      for flow in flows
      where seen.insert([flow.row.source, flow.row.target, flow.row.topic ?? ""]).inserted {
        given[flow.source] += 1
        received[flow.target] += 1
      }
    }
    return (given, received)
  }
}

extension FlowLedger {
  /// What an exchange of knowledge is like.
  public enum Exchange: String, Sendable, CaseIterable {
    /// Balanced, and the tasks of research, education and practice come together in it.
    case symbiotic
    /// Something comes back, or much of it but not for all three tasks.
    case exchange
    /// Nearly everything goes one way.
    case transmission
  }

  /// Balance of two opposite flows: 2·min/(sum), 0 one-way … 1 balanced; `nil` where nothing flows.
  public static func mutuality(_ forth: Double, _ back: Double) -> Double? {
    forth + back > 0 ? 2 * min(forth, back) / (forth + back) : nil
  }

  /// What an exchange is: balance of at least ⅔ with all three tasks is symbiotic, of at most ⅕ transmission, else exchange.
  public static func classify(
    _ mutuality: Double,
    coversAllTasks: Bool,
    symbioticFrom: Double = 2.0 / 3,
    transmissionTo: Double = 0.2
  ) -> Exchange {
    if mutuality <= transmissionTo { return .transmission }
    // A value that is ⅔ but for its last bit is ⅔.
    return mutuality >= symbioticFrom - 1e-12 && coversAllTasks ? .symbiotic : .exchange
  }

  /// Whether research, education and practice all occur among some flows.
  public static func coversAllTasks(_ flows: [Flow]) -> Bool {
    Set(flows.compactMap(\.row.task)).count == KnowledgeTask.allCases.count
  }
}
