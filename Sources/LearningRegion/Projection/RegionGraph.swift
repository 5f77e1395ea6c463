import GraphCore

/// What is known about an actor's own reports.
public enum ResponseState: Sendable, Equatable {
  /// Asked, and answered.
  case answered
  /// Asked, and did not answer: its out-ties are unknown, not absent.
  case silent
  /// Nobody asked.
  case notAsked
}

/// How many of those who were asked answered.
public struct ResponseRate: Sendable, Equatable {
  /// Number of actors that were asked.
  public let asked: Int
  /// Number of them that answered.
  public let answered: Int

  /// Share that answered; `nil` when nobody was asked.
  public var share: Double? { asked == 0 ? nil : Double(answered) / Double(asked) }

  /// Numbers of people.
  public init(asked: Int, answered: Int) {
    self.asked = asked
    self.answered = answered
  }
}

/// A graph of some of a region's ties, with the way back from nodes to actors.
public struct RegionGraph: Sendable {
  /// The graph.
  public let graph: Graph
  /// The actor of each node, ascending.
  public let actorOf: [Int32]
  /// Names of the relations taken.
  public let relations: [String]
  /// Whether the weights are lengths, because the relations are of kind `distance`.
  public let weightsAreLengths: Bool
  /// The wave taken, `nil` when there are none or all were united.
  public let wave: String?
  /// Whether the wave was chosen by default.
  public let waveWasAssumed: Bool
  /// Relations whose direction nobody gave, so that they count as directed.
  public let directionAssumed: [String]
  /// What is known about the reports of each node; `nil` without a roster for these relations and this wave.
  public let responses: [ResponseState]?
  /// Of the undirected ties between two actors that both answered, the share that both reported; `nil` without a roster.
  public let confirmationRate: Double?

  /// The node of each actor, −1 for actors left out.
  public func nodeOfActor(actorCount: Int) -> [Int32] {
    var nodes = [Int32](repeating: -1, count: actorCount)
    for (node, actor) in actorOf.enumerated() { nodes[Int(actor)] = Int32(node) }
    return nodes
  }

  /// The response rate; `nil` without a roster.
  public var responseRate: ResponseRate? {
    guard let responses else { return nil }
    return ResponseRate(
      asked: responses.count { $0 != .notAsked },
      answered: responses.count { $0 == .answered }
    )
  }
}
