import GraphCore
import NetworkMetrics

/// An actor that many ways need and that few could stand in for.
public struct Bottleneck: Sendable, Equatable {
  /// The actor's node.
  public let node: Int
  /// Betweenness.
  public let betweenness: Double
  /// Of the pairs of its contacts that are not tied to each other, the share that nobody else connects in two steps.
  public let soleShare: Double
  /// What breaks when it leaves, ties taken without their direction.
  public let loss: WeakDeparture
}

/// What is lost when an actor leaves, ties taken without their direction: fast, and enough for who is cut off from whom.
public struct WeakDeparture: Sendable, Equatable {
  /// Unordered pairs of others that are connected before and not after.
  public let pairsCut: Int
  /// Unordered pairs of others that are connected before.
  public let pairsBefore: Int
  /// Others of its component that are not in the largest piece that is left of it.
  public let cutOff: Int

  /// Share of connected pairs that is lost; `nil` where there were none.
  public var shareCut: Double? {
    pairsBefore == 0 ? nil : Double(pairsCut) / Double(pairsBefore)
  }

  /// How many are cut off, for the middle of a sentence.
  var cutOffWords: Words { Self.words(cutOff: cutOff) }

  /// How many are cut off, for the middle of a sentence.
  static func words(cutOff: Int) -> Words {
    switch cutOff {
    case 0: Words("nobody is cut off", "ingen blir avskåret")
    case 1: Words("1 actor is cut off", "1 aktør blir avskåret")
    default: Words("\(cutOff) actors are cut off", "\(cutOff) aktører blir avskåret")
    }
  }
}

extension Graph {
  /// What breaks when a node leaves, without direction. O(nodes + arcs).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public func weakDeparture(
    of node: Int,
    control: RunControl = RunControl()
  ) throws(MetricError) -> WeakDeparture {
    func pairs(_ size: Int) -> Int { size * (size - 1) / 2 }
    let before = try weakComponents(control: control)
    let own = before.componentOf[node]
    let others = (0..<nodeCount).filter { $0 != node }
    let left = try induced(on: others).weakComponents(control: control)
    var pieces = [Int](repeating: 0, count: left.count)
    for (new, old) in others.enumerated() where before.componentOf[old] == own {
      pieces[Int(left.componentOf[new])] += 1
    }
    let total = pieces.reduce(0, +)
    let elsewhere = before.sizes.indices.reduce(0) {
      $0 + ($1 == Int(own) ? 0 : pairs(before.sizes[$1]))
    }
    return WeakDeparture(
      pairsCut: pairs(total) - pieces.reduce(0) { $0 + pairs($1) },
      pairsBefore: pairs(total) + elsewhere,
      cutOff: total - (pieces.max() ?? 0)
    )
  }

  /// Of the pairs of a node's neighbours that are not tied themselves, the share for which the node is the only neighbour in common; `nil`
  /// without such pairs. The graph is undirected. Above `most` pairs so many are drawn. O(pairs · smaller degree).
  public func soleShare(of node: Int, most: Int = 20_000, seed: UInt64) -> Double? {
    let around = out.targets[out.arcs(of: node)].map { Int($0) }
    let count = around.count
    let all = count * (count - 1) / 2
    var open = 0
    var sole = 0
    func look(_ a: Int, _ b: Int) {
      guard !hasArc(from: a, to: b) else { return }
      open += 1
      if !haveOtherCommonNeighbour(a, b, than: node) { sole += 1 }
    }
    if all <= most {
      for i in 0..<count { for j in (i + 1)..<max(i + 1, count) { look(around[i], around[j]) } }
    } else {
      var stream = RandomStream(seed: seed, stream: UInt64(node) + 1)
      for _ in 0..<most {
        let a = stream.next(below: count)
        let b = stream.next(below: count - 1)
        look(around[a], around[b < a ? b : b + 1])
      }
    }
    return open == 0 ? nil : Double(sole) / Double(open)
  }

  /// Whether somebody besides `node` is tied to both; the graph is undirected.
  func haveOtherCommonNeighbour(_ a: Int, _ b: Int, than node: Int) -> Bool {
    let (few, many) = out.degree(of: a) <= out.degree(of: b) ? (a, b) : (b, a)
    return out.targets[out.arcs(of: few)].contains {
      Int($0) != node && hasArc(from: Int($0), to: many)
    }
  }
}

extension LearningBrokers {
  /// Part of the actors that count as having high betweenness.
  static let topPart = 10
  /// More actors than this are not looked at one by one.
  static let mostLookedAt = 25

  /// The bottlenecks of a network, the highest betweenness first: among the tenth of actors of highest betweenness (25 at most, and above 0),
  /// articulation points that for at least half of the pairs they connect are the only go-between.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public func bottlenecks(
    of network: Graph,
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws(MetricError) -> [Bottleneck] {
    let tenth = (betweenness.count + Self.topPart - 1) / Self.topPart
    let top = ranking.prefix(min(Self.mostLookedAt, max(1, tenth)))
    let skeleton = network.skeleton()
    var found: [Bottleneck] = []
    for node in top where isArticulationPoint[node] {
      if control.isCancelled { throw .cancelled }
      guard let value = betweenness[node], value > 0,
        let share = skeleton.soleShare(of: node, seed: seed), share >= 0.5
      else { continue }
      found.append(
        Bottleneck(
          node: node,
          betweenness: value,
          soleShare: share,
          loss: try skeleton.weakDeparture(of: node, control: control)
        )
      )
    }
    return found
  }
}
