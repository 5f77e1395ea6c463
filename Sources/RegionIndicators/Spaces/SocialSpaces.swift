import GraphCore
import LearningRegion
import NetworkMetrics

/// Who is in which of the three social spaces, and who meets whom there.
public struct SocialSpaces: Sendable {
  /// Whether each actor (by row) has a tie of the space or takes part in an arena of it.
  public let members: [SocialSpace: [Bool]]
  /// Who meets whom: ties of the input's relations and wave in any space or none, and common arenas with a space. Undirected; nodes are rows of actors.
  public let meetings: Graph
  /// Who meets whom in communities of practice.
  public let practice: Graph
  /// Arenas with a space whose participants are too many to be said to meet one another.
  public let arenasSkipped: Int

  /// Participants above which an arena is a crowd.
  public static let largestArena = 60

  /// Reads ties and arenas.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)`` where the region has no such relation or wave.
  public init(of input: IndicatorInput) throws(MetricError) {
    let region = input.region
    let count = region.actors.count
    var members: [SocialSpace: [Bool]] = [:]
    for space in SocialSpace.allCases { members[space] = [Bool](repeating: false, count: count) }
    let taken = Set(input.network.relations)
    let isTaken = region.relations.map { taken.contains($0.name) }
    var meetings = ArcList()
    for tie in input.network.graph.ties() {
      meetings.append(
        from: input.network.actorOf[tie.source],
        to: input.network.actorOf[tie.target],
        weight: 1
      )
    }
    let wave = input.network.wave
    for row in 0..<region.ties.count where isTaken[Int(region.ties.relation(at: row))] {
      let tie = region.ties[row]
      guard let space = tie.space, tie.weight != 0, tie.source != tie.target else { continue }
      if let wave, let own = tie.wave, region.waves[Int(own)].name != wave { continue }
      members[space]?[Int(tie.source)] = true
      members[space]?[Int(tie.target)] = true
    }
    var practice = ArcList()
    var skipped = 0
    for (space, actors) in Self.arenas(region) {
      for actor in actors { members[space]?[actor] = true }
      guard actors.count <= Self.largestArena else {
        skipped += 1
        continue
      }
      for (place, a) in actors.enumerated() {
        for b in actors[(place + 1)...] {
          meetings.append(from: Int32(a), to: Int32(b), weight: 1)
          if space == .communityOfPractice {
            practice.append(from: Int32(a), to: Int32(b), weight: 1)
          }
        }
      }
    }
    self.members = members
    arenasSkipped = skipped
    do throws(GraphError) {
      self.meetings = try meetings.makeGraph(nodeCount: count, .undirected).unweighted()
      self.practice = try practice.makeGraph(nodeCount: count, .undirected).unweighted()
    } catch {
      throw .notDefined(reason: "\(error)")
    }
  }

  /// The participants of each arena that has a space, ascending, in the order of the arenas.
  private static func arenas(_ region: Region) -> [(SocialSpace, [Int])] {
    var numberOf: [String: Int] = [:]
    for (number, arena) in region.arenas.rows.enumerated() { numberOf[arena.id] = number }
    var participants = [Set<Int>](repeating: [], count: region.arenas.rows.count)
    let actors = region.actors
    for entry in region.participation.rows {
      if let number = numberOf[entry.arena], let actor = actors.index(of: entry.actor) {
        participants[number].insert(actor)
      }
    }
    return region.arenas.rows.enumerated().compactMap { number, arena in
      arena.space.map { ($0, participants[number].sorted()) }
    }
  }

  /// Rows of the actors of a space.
  public func rows(of space: SocialSpace) -> [Int] {
    let isMember = members[space] ?? []
    return isMember.indices.filter { isMember[$0] }
  }

  /// Rows of the actors that are in at least one space, and of those in all three.
  public var spanning: (any: [Int], all: [Int]) {
    let lists = SocialSpace.allCases.map { members[$0] ?? [] }
    let rows = lists[0].indices
    return (
      rows.filter { row in lists.contains { $0[row] } },
      rows.filter { row in lists.allSatisfy { $0[row] } }
    )
  }
}

extension SocialSpaces {
  /// How often ways from work teams to social networks lead through communities of practice.
  public struct Bridging: Sendable, Equatable {
    /// Mean over the pairs of the share of their shortest ways that pass a member of a community of practice.
    public let share: Double?
    /// Pairs that have a way.
    public let pairs: Int
    /// Whether only some of the team members were asked, drawn at random.
    public let isSampled: Bool
  }

  /// Team members that are looked at one by one at most.
  static let mostSources = 500

  /// Over pairs of a member of a work team that is in no social network and a member of a social network that is in no work team: the share of
  /// shortest ways with a member of a community of practice on them, ends included. O(sources · (actors + ties)).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/cancelled``.
  public func bridging(
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws(MetricError) -> Bridging {
    let team = members[.workTeam] ?? []
    let network = members[.socialNetwork] ?? []
    let practice = members[.communityOfPractice] ?? []
    var sources = team.indices.filter { team[$0] && !network[$0] }
    // Work per source grows with the ties: in large networks fewer are asked.
    let most = max(50, min(Self.mostSources, 100_000_000 / max(1, meetings.out.arcCount)))
    let isSampled = sources.count > most
    if isSampled {
      var stream = RandomStream(seed: seed, stream: 0x636F70)
      stream.shuffle(&sources)
      sources = sources.prefix(most).sorted()
    }
    let isTarget = network.indices.map { network[$0] && !team[$0] }
    let chosen = sources
    var sums = [(share: Double, pairs: Int)](repeating: (0, 0), count: chosen.count)
    sums.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(chosen.count) { place in
        results[place] = Self.passing(meetings, from: chosen[place], practice, isTarget)
      }
    }
    if control.isCancelled { throw .cancelled }
    let pairs = sums.reduce(0) { $0 + $1.pairs }
    let total = sums.reduce(0) { $0 + $1.share }
    return Bridging(
      share: pairs == 0 ? nil : total / Double(pairs),
      pairs: pairs,
      isSampled: isSampled
    )
  }

  /// Sum over the targets reached of the share of shortest ways that pass a marked node.
  static func passing(
    _ graph: Graph,
    from source: Int,
    _ isMarked: [Bool],
    _ isTarget: [Bool]
  ) -> (share: Double, pairs: Int) {
    var distance = [Int32](repeating: -1, count: graph.nodeCount)
    // Ways in all and ways past no marked node; only their ratio within a level is ever used.
    var ways = [Double](repeating: 0, count: graph.nodeCount)
    var free = ways
    distance[source] = 0
    ways[source] = 1
    free[source] = isMarked[source] ? 0 : 1
    var level = [source]
    var result = (share: 0.0, pairs: 0)
    while !level.isEmpty {
      var next: [Int] = []
      let top = level.reduce(0) { max($0, ways[$1]) }
      for v in level {
        // Counts of ways outgrow any number unless each level starts near 1 again.
        ways[v] /= top
        free[v] /= top
        if isTarget[v] {
          // A count too small beside the others of its level is 0 by now.
          if ways[v] > 0 { result.share += 1 - free[v] / ways[v] }
          result.pairs += 1
        }
        for target in graph.out.targets[graph.out.arcs(of: v)] {
          let u = Int(target)
          if distance[u] < 0 {
            distance[u] = distance[v] + 1
            next.append(u)
          }
          if distance[u] == distance[v] + 1 {
            ways[u] += ways[v]
            if !isMarked[u] { free[u] += free[v] }
          }
        }
      }
      level = next
    }
    return result
  }
}
