#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphCore
import LearningRegion
import NetworkMetrics

/// What makes a pair a good match beside what each needs and the other offers.
public struct MatchingFactors: OptionSet, Sendable {
  /// Bits of the set.
  public let rawValue: Int

  /// A set of bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The largest product of trust along a path between the two, in the better direction.
  public static let trust = MatchingFactors(rawValue: 1)
  /// e^(−d / ``MatchingOptions/decay``), d the distance in kilometres.
  public static let distance = MatchingFactors(rawValue: 2)
}

/// How needs and offers are matched.
public struct MatchingOptions: Sendable, Equatable {
  /// Factors beside the overlap.
  public var factors: MatchingFactors = []
  /// With how many others an actor can be matched.
  public var capacity = 1
  /// By how much a match counts more in which both gain.
  public var bothGain = 1.5
  /// Kilometres over which nearness falls to 1/e.
  public var decay = 50.0
  /// Trust that a path must carry at least.
  public var floor = 0.1

  /// The conventions of the project.
  public init() {}
}

/// Two who could learn from each other.
public struct NeedOfferMatch: Sendable, Equatable {
  /// Row of the actor that comes first in the region.
  public let first: Int
  /// Row of the other one.
  public let second: Int
  /// What the first needs and the second offers.
  public let firstLearns: [String]
  /// What the second needs and the first offers.
  public let secondLearns: [String]
  /// The trust factor; `nil` where it was not asked for.
  public let trust: Double?
  /// The distance factor; `nil` where it was not asked for or no place is known.
  public let nearness: Double?
  /// The product of overlap and factors.
  public let weight: Double
  /// Rows of the actors between them on the shortest way, empty where they are tied already; `nil` where there is no way.
  public let through: [Int]?

  /// Whether both learn something.
  public var isTwoWay: Bool { !firstLearns.isEmpty && !secondLearns.isEmpty }
}

extension IndicatorInput {
  /// Pairs that gain most together: a maximum-weight matching over pairs where one needs what the other offers.
  ///
  /// Weight = topics in both directions (times ``MatchingOptions/bothGain`` where both gain) × the chosen factors. With a capacity
  /// above 1 everybody can be matched with so many different others: each tie becomes two nodes, each actor as many as its capacity, and a
  /// matching of that graph is one of pairs (Tutte's reduction). Needs and offers are compared as texts. The best matches first.
  ///
  /// Source: J. Edmonds, J. Research NBS 69B (1965), doi:10.6028/jres.069B.013.
  ///
  /// - Throws: ``NetworkMetrics/MetricError`` for options out of range, cancelled runs and too large regions.
  public func needOfferMatches(
    _ options: MatchingOptions = MatchingOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> [NeedOfferMatch] {
    guard options.capacity >= 1, options.bothGain >= 1, options.bothGain.isFinite,
      options.decay > 0
    else {
      throw .invalidOption(name: "matching", reason: "capacity from 1, gain from 1, decay above 0")
    }
    // Said before the pairs are listed: a region in which everybody needs what many offer has more of them than memory.
    let (bytes, overflow) = matchablePairs().multipliedReportingOverflow(by: Self.bytesPerPair)
    let needed = MemoryEstimate(bytes: overflow ? .max : bytes)
    guard needed.fits(in: MachineMemory.allowance) else {
      throw .tooMuchMemory(needed: needed, limit: MachineMemory.allowance)
    }
    let candidates = try matchCandidates(options, control: control)
    let chosen = try Self.bestMatches(
      candidates.map { ($0.a, $0.b, $0.weight) },
      nodeCount: network.graph.nodeCount,
      capacity: options.capacity,
      control: control
    )
    let ways = network.graph.skeleton()
    var matches: [NeedOfferMatch] = []
    for number in chosen {
      let candidate = candidates[number]
      let between = try Self.way(ways, candidate.a, candidate.b)
      matches.append(
        NeedOfferMatch(
          first: Int(network.actorOf[candidate.a]),
          second: Int(network.actorOf[candidate.b]),
          firstLearns: candidate.firstLearns,
          secondLearns: candidate.secondLearns,
          trust: candidate.trust,
          nearness: candidate.nearness,
          weight: candidate.weight,
          through: between?.map { Int(network.actorOf[$0]) }
        )
      )
    }
    return matches.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  /// What a pair takes while it is looked at, with its topics.
  private static let bytesPerPair = 400

  /// How many times somebody needs what somebody else offers: as many pairs at most are compared. O(actors · topics).
  func matchablePairs() -> Int {
    var needing: [String: Int] = [:]
    var offering: [String: Int] = [:]
    for row in network.actorOf {
      let actor = region.actors[Int(row)]
      for topic in Set(actor.needs) { needing[topic, default: 0] += 1 }
      for topic in Set(actor.offers) { offering[topic, default: 0] += 1 }
    }
    return needing.reduce(0) { sum, need in
      let (pairs, overflow) = need.value.multipliedReportingOverflow(by: offering[need.key] ?? 0)
      return overflow ? .max : sum.addingReportingOverflow(pairs).overflow ? .max : sum + pairs
    }
  }

  private struct Candidate {
    let a: Int
    let b: Int
    let firstLearns: [String]
    let secondLearns: [String]
    let trust: Double?
    let nearness: Double?
    let weight: Double
  }

  private func matchCandidates(
    _ options: MatchingOptions,
    control: RunControl
  ) throws(MetricError) -> [Candidate] {
    let actors = network.actorOf.map { region.actors[Int($0)] }
    var offering: [String: [Int]] = [:]
    for (node, actor) in actors.enumerated() {
      for topic in Set(actor.offers) { offering[topic, default: []].append(node) }
    }
    struct Pair: Hashable {
      let a: Int
      let b: Int
    }
    var learns: [Pair: (first: [String], second: [String])] = [:]
    for (node, actor) in actors.enumerated() {
      for topic in Set(actor.needs).sorted() {
        for giver in offering[topic] ?? [] where giver != node {
          let pair = Pair(a: min(node, giver), b: max(node, giver))
          if node == pair.a {
            learns[pair, default: ([], [])].first.append(topic)
          } else {
            learns[pair, default: ([], [])].second.append(topic)
          }
        }
      }
    }
    let trust = try options.factors.contains(.trust) ? trustByPair(options, control) : nil
    var candidates: [Candidate] = []
    for (pair, topics) in learns.sorted(by: { ($0.key.a, $0.key.b) < ($1.key.a, $1.key.b) }) {
      let isTwoWay = !topics.first.isEmpty && !topics.second.isEmpty
      var weight = Double(topics.first.count + topics.second.count)
      if isTwoWay { weight *= options.bothGain }
      var carried: Double?
      if let trust {
        let value = trust[UInt64(pair.a) << 32 | UInt64(pair.b)] ?? 0
        carried = value
        weight *= value
      }
      var nearness: Double?
      if options.factors.contains(.distance), let a = place(actors[pair.a]),
        let b = place(actors[pair.b])
      {
        let value = exp(-a.kilometres(to: b) / options.decay)
        nearness = value
        weight *= value
      }
      guard weight > 0 else { continue }
      candidates.append(
        Candidate(
          a: pair.a,
          b: pair.b,
          firstLearns: topics.first,
          secondLearns: topics.second,
          trust: carried,
          nearness: nearness,
          weight: weight
        )
      )
    }
    return candidates
  }

  private func place(_ actor: Actor) -> Place? {
    guard let latitude = actor.latitude, let longitude = actor.longitude else { return nil }
    return Place(latitude, longitude)
  }

  /// Trust between pairs of nodes, the better of the two directions.
  private func trustByPair(
    _ options: MatchingOptions,
    _ control: RunControl
  ) throws(MetricError) -> [UInt64: Double] {
    guard let paths = try trustPaths(floor: options.floor, control: control) else {
      throw .invalidOption(
        name: "by trust",
        reason: "there is no relation of kind trust and no joint action to tell trust from"
      )
    }
    var best: [UInt64: Double] = [:]
    try paths.reachedFromEach(control: control) { source, everybody in
      for reached in everybody {
        let key = UInt64(min(source, reached.node)) << 32 | UInt64(max(source, reached.node))
        best[key] = max(best[key] ?? 0, reached.trust)
      }
    }
    return best
  }

  /// Which of the weighted pairs make the best matching, as positions in the list.
  static func bestMatches(
    _ pairs: [(a: Int, b: Int, weight: Double)],
    nodeCount: Int,
    capacity: Int,
    control: RunControl
  ) throws(MetricError) -> [Int] {
    var arcs = ArcList(capacity: pairs.count)
    // With one partner each the pairs are the ties; with more, pair p becomes the nodes left(p) – right(p).
    let copies = capacity == 1 ? 1 : capacity
    let firstOfPairs = nodeCount * copies
    for (number, pair) in pairs.enumerated() {
      if capacity == 1 {
        arcs.append(from: Int32(pair.a), to: Int32(pair.b), weight: pair.weight)
        continue
      }
      let left = Int32(firstOfPairs + 2 * number)
      for copy in 0..<copies {
        arcs.append(from: Int32(pair.a * copies + copy), to: left, weight: pair.weight)
        arcs.append(from: Int32(pair.b * copies + copy), to: left + 1, weight: pair.weight)
      }
      arcs.append(from: left, to: left + 1, weight: pair.weight)
    }
    let count = firstOfPairs + (capacity == 1 ? 0 : 2 * pairs.count)
    let graph: Graph
    do throws(GraphError) {
      graph = try arcs.makeGraph(nodeCount: count, .undirected)
    } catch {
      throw .invalidOption(name: "capacity", reason: "\(error)")
    }
    let mate = try graph.maximumWeightMatching(control: control).mate
    return pairs.indices.filter { number in
      if capacity == 1 { return mate[pairs[number].a] == pairs[number].b }
      let left = firstOfPairs + 2 * number
      // Chosen only where both ends are taken by an actor; one end alone is worth as much as none.
      return mate[left].map { $0 < firstOfPairs } == true
        && mate[left + 1].map { $0 < firstOfPairs } == true
    }
  }

  /// The nodes between two on a shortest way; `nil` where there is none.
  private static func way(_ graph: Graph, _ from: Int, _ to: Int) throws(MetricError) -> [Int]? {
    let distance = try graph.distances(from: to)
    guard var left = distance[from] else { return nil }
    var between: [Int] = []
    var node = from
    while left > 1 {
      // The first neighbour that is nearer: the same way every time.
      guard let next = graph.out[node].first(where: { distance[Int($0)] == left - 1 }) else {
        break
      }
      node = Int(next)
      between.append(node)
      left -= 1
    }
    return between
  }
}
