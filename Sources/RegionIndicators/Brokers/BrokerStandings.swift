import GraphCore
import NetworkMetrics

/// One actor as a broker: every measure with its rank.
public struct BrokerStanding: Sendable, Equatable {
  /// The actor's node.
  public let node: Int
  /// Betweenness, and its rank from the top.
  public let betweenness: (value: Double?, rank: Int?)
  /// Burt's constraint, and its rank from the lowest: the least constrained is first.
  public let constraint: (value: Double?, rank: Int?)
  /// Burt's effective size, and its rank from the top.
  public let effectiveSize: (value: Double?, rank: Int?)
  /// Open two-step ways through the actor in any role, and their rank from the top; `nil` without a group.
  public let brokerage: (value: Int?, rank: Int?)
  /// Of these ways, the share that joins actors of different groups; `nil` where there are none.
  public let crossShare: Double?
  /// Whether the network falls apart without the actor.
  public let isArticulationPoint: Bool

  /// Compares values and ranks.
  public static func == (left: BrokerStanding, right: BrokerStanding) -> Bool {
    left.node == right.node && left.betweenness == right.betweenness
      && left.constraint == right.constraint && left.effectiveSize == right.effectiveSize
      && left.brokerage == right.brokerage && left.crossShare == right.crossShare
      && left.isArticulationPoint == right.isArticulationPoint
  }
}

extension LearningBrokers {
  /// Every actor's standing, by node. Equal values share the better rank; actors without a value have none.
  public var standings: [BrokerStanding] {
    let between = Self.ranks(betweenness, descending: true)
    let constrained = Self.ranks(constraint, descending: false)
    let sizes = Self.ranks(effectiveSize, descending: true)
    let counts = roles[.brokerage].counts
    let brokered = Self.ranks(counts.map { $0.map(Double.init) }, descending: true)
    return betweenness.indices.map { node in
      BrokerStanding(
        node: node,
        betweenness: (betweenness[node], between[node]),
        constraint: (constraint[node], constrained[node]),
        effectiveSize: (effectiveSize[node], sizes[node]),
        brokerage: (counts[node], brokered[node]),
        crossShare: crossShare(of: node),
        isArticulationPoint: isArticulationPoint[node]
      )
    }
  }

  /// Of the open two-step ways through a node, the share whose ends are of different groups: gatekeeper, representative and liaison. `nil` where
  /// there are none.
  public func crossShare(of node: Int) -> Double? {
    guard let all = roles[.brokerage].counts[node], all > 0 else { return nil }
    let cross = [BrokerRole.gatekeeper, .representative, .liaison].reduce(0) {
      $0 + (roles[$1].counts[node] ?? 0)
    }
    return Double(cross) / Double(all)
  }

  /// 1 + the number of better values.
  static func ranks(_ values: [Double?], descending: Bool) -> [Int?] {
    let known = values.indices.filter { values[$0] != nil }.sorted { left, right in
      let (a, b) = (values[left] ?? 0, values[right] ?? 0)
      return a != b ? (descending ? a > b : a < b) : left < right
    }
    var ranks = [Int?](repeating: nil, count: values.count)
    var rank = 0
    for (place, node) in known.enumerated() {
      if place == 0 || values[node] != values[known[place - 1]] { rank = place + 1 }
      ranks[node] = rank
    }
    return ranks
  }
}

extension LearningBrokers {
  /// Expected counts below this make z a matter of single ways.
  static let leastExpected = 5.0

  /// What there is to say about an actor as a broker, in plain sentences.
  ///
  /// - Parameters:
  ///   - row: the actor's row in the region, which the sentences name it by.
  ///   - departure: what breaks when it leaves; nothing is said about it without.
  public func sentences(
    about standing: BrokerStanding,
    row: Int,
    departure: Departure?
  ) -> [Statement] {
    let count = betweenness.count
    var sentences: [Statement] = []
    if let rank = standing.betweenness.rank, let value = standing.betweenness.value, value > 0 {
      sentences.append(
        Statement(
          "\(actor: row) is number \(rank) of \(count) by the ways between others that pass it.",
          "\(actor: row) er nummer \(rank) av \(count) etter veiene mellom andre som går gjennom den."
        )
      )
    } else {
      sentences.append(
        Statement(
          "No shortest way between others passes \(actor: row).",
          "Ingen korteste vei mellom andre går gjennom \(actor: row)."
        )
      )
    }
    if let size = standing.effectiveSize.value, let rank = standing.constraint.rank,
      rank * 4 <= count
    {
      sentences.append(
        Statement(
          "Its contacts hardly know each other: they are worth \(number: size, decimals: 1) separate ones, and it is number \(rank) by freedom from constraint.",
          "Kontaktene kjenner knapt hverandre: de er verdt \(number: size, decimals: 1) atskilte, og den er nummer \(rank) etter hvor lite bundet den er."
        )
      )
    }
    if let share = standing.crossShare, let all = standing.brokerage.value, all >= 5 {
      sentences.append(
        Statement(
          "Of the \(all) open ways through it, \(share: share) join actors of different groups.",
          "Av de \(all) åpne veiene gjennom den knytter \(share: share) sammen aktører fra ulike grupper."
        )
      )
    }
    if let role = outstandingRole(of: standing.node) {
      let words = role.role.words
      sentences.append(
        Statement(
          "\(words.english) more often than chance would have it (\(role.count) times, expected \(number: role.expected, decimals: 1)).",
          "\(words.norwegian) oftere enn tilfeldighet skulle tilsi (\(role.count) ganger, forventet \(number: role.expected, decimals: 1))."
        )
      )
    }
    if let departure { sentences.append(departure.statement) }
    return sentences
  }

  /// The role with the largest z of at least 2, where chance would give five or more.
  private func outstandingRole(
    of node: Int
  ) -> (role: BrokerRole, count: Int, expected: Double)? {
    var best: (role: BrokerRole, count: Int, expected: Double)?
    var top = 2.0
    for role in BrokerRole.allCases where role != .brokerage {
      let scores = roles[role]
      guard let z = scores.z[node], let expected = scores.expected[node],
        let count = scores.counts[node], expected >= Self.leastExpected, z >= top
      else { continue }
      (best, top) = ((role, count, expected), z)
    }
    return best
  }
}

extension BrokerRole {
  /// What an actor in the role does, as the beginning of a sentence.
  fileprivate var words: Words {
    switch self {
    case .coordinator: Words("It ties together its own group", "Den binder sammen sin egen gruppe")
    case .itinerant:
      Words(
        "It connects others of one group as an outsider",
        "Den knytter sammen andre i én gruppe utenfra"
      )
    case .gatekeeper:
      Words(
        "It lets in what comes from other groups",
        "Den slipper inn det som kommer fra andre grupper"
      )
    case .representative:
      Words(
        "It carries to other groups what its own has",
        "Den bærer ut til andre grupper det dens egen har"
      )
    case .liaison:
      Words(
        "It connects groups that are not its own",
        "Den knytter sammen grupper den selv ikke hører til"
      )
    case .brokerage: Words("It stands between others", "Den står mellom andre")
    }
  }
}

extension Departure {
  /// What breaks, in a sentence.
  public var statement: Statement {
    if pairsCut == 0, let before = stepsBefore, let after = stepsAfter, after - before >= 0.005 {
      return Statement(
        "If it leaves, everybody else can still reach whom they could reach before, in \(number: after) steps on average instead of \(number: before).",
        "Om den slutter, når alle andre fortsatt dem de nådde før, med \(number: after) steg i gjennomsnitt i stedet for \(number: before)."
      )
    }
    if pairsCut == 0 {
      return Statement(
        "If it leaves, everybody else can still reach whom they could reach before.",
        "Om den slutter, når alle andre fortsatt dem de nådde før."
      )
    }
    let share = shareCut ?? 0
    if cutOff == 0 {
      return Statement(
        "If it leaves, \(share: share) of the connections between others are lost; nobody is left alone.",
        "Om den slutter, går \(share: share) av forbindelsene mellom andre tapt; ingen blir stående alene."
      )
    }
    return Statement(
      "If it leaves, \(share: share) of the connections between others are lost and \(cutOff) of them \(cutOff == 1 ? "is" : "are") cut off from the rest.",
      "Om den slutter, går \(share: share) av forbindelsene mellom andre tapt, og \(cutOff) av dem blir avskåret fra resten."
    )
  }
}
