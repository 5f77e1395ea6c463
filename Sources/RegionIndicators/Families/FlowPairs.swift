import LearningRegion

/// What flows between two groups of actors, or two actors.
public struct FlowPair: Sendable, Equatable {
  /// Number of the group that comes first.
  public let first: Int
  /// Number of the other one.
  public let second: Int
  /// How much went from the first to the second.
  public let forth: Double
  /// How much came back.
  public let back: Double
  /// Flows in both directions.
  public let flows: Int
  /// Whether research, education and practice occur among them.
  public let coversAllTasks: Bool

  /// Balance from 0 (one way) to 1; `nil` where nothing flows.
  public var mutuality: Double? { FlowLedger.mutuality(forth, back) }

  /// What the exchange is; `nil` below five flows.
  public var exchange: FlowLedger.Exchange? {
    guard flows >= Minimum.cases, let mutuality else { return nil }
    return FlowLedger.classify(mutuality, coversAllTasks: coversAllTasks)
  }
}

extension FlowLedger {
  /// What flows between the groups that `group` gives actors by row, pair by pair in order; inside groups and of actors without one
  /// nothing counts. O(flows log flows).
  public func pairs(group: (_ row: Int) -> Int?) -> [FlowPair] {
    var between: [[Int]: (forth: [Flow], back: [Flow])] = [:]
    for flow in flows {
      guard let from = group(flow.source), let to = group(flow.target), from != to else { continue }
      if from < to {
        between[[from, to], default: ([], [])].forth.append(flow)
      } else {
        between[[to, from], default: ([], [])].back.append(flow)
      }
    }
    return between.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, flows in
      FlowPair(
        first: key[0],
        second: key[1],
        forth: total(flows.forth),
        back: total(flows.back),
        flows: flows.forth.count + flows.back.count,
        coversAllTasks: Self.coversAllTasks(flows.forth + flows.back)
      )
    }
  }
}
