import GraphCore
import LearningRegion
import NetworkMetrics

/// What became of ties from one wave to the next.
public struct TieChange: Sendable, Equatable {
  /// The earlier wave.
  public let from: String
  /// The later wave.
  public let to: String
  /// Actors that were asked (or, without a roster, belong) in both.
  public let actors: Int
  /// Ties in both.
  public let kept: Int
  /// Ties in the later wave only.
  public let born: Int
  /// Ties in the earlier wave only.
  public let died: Int

  /// kept / (kept + born + died); `nil` where there are none.
  public var jaccard: Double? {
    let all = kept + born + died
    return all == 0 ? nil : Double(kept) / Double(all)
  }

  /// Compares neighbouring waves of a region. With a roster only ties count that somebody who answered in both waves could report: arcs from
  /// such an actor, undirected ties with such an actor at either end; the other end belongs to both waves. A tie without a wave is in all.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)`` for a relation that is not there.
  public static func between(
    wavesOf region: Region,
    _ projection: GraphProjection
  ) throws(MetricError) -> [TieChange] {
    var graphs: [RegionGraph] = []
    for wave in region.waves {
      var choice = projection
      choice.wave = .named(wave.name)
      do throws(ProjectionError) { graphs.append(try region.graph(choice)) } catch {
        throw .invalidOption(name: "wave", reason: "\(error)")
      }
    }
    return zip(graphs, graphs.dropFirst()).map { change($0, $1, actorCount: region.actors.count) }
  }

  private static func change(
    _ before: RegionGraph,
    _ after: RegionGraph,
    actorCount: Int
  ) -> TieChange {
    let reporters = zip(reports(before, actorCount), reports(after, actorCount)).map { $0 && $1 }
    let present = zip(
      before.nodeOfActor(actorCount: actorCount),
      after.nodeOfActor(actorCount: actorCount)
    ).map { $0 >= 0 && $1 >= 0 }
    let isDirected = before.graph.isDirected || after.graph.isDirected
    func ties(_ graph: RegionGraph) -> [TieChange.Pair] {
      var pairs: [Pair] = []
      for v in 0..<graph.graph.nodeCount {
        let source = graph.actorOf[v]
        for target in graph.graph.out.targets[graph.graph.out.arcs(of: v)] {
          let end = graph.actorOf[Int(target)]
          guard isDirected || source < end else { continue }
          let isReported =
            reporters[Int(source)] || (!isDirected && reporters[Int(end)])
          if isReported && present[Int(source)] && present[Int(end)] {
            pairs.append(Pair(source: source, target: end))
          }
        }
      }
      return pairs.sorted()
    }
    let (first, second) = (ties(before), ties(after))
    let kept = Self.common(first, second)
    return TieChange(
      from: before.wave ?? "",
      to: after.wave ?? "",
      actors: reporters.count { $0 },
      kept: kept,
      born: second.count - kept,
      died: first.count - kept
    )
  }

  /// Whether each actor's own reports are known: those who answered, or everybody of the wave where nobody was asked by name.
  private static func reports(_ graph: RegionGraph, _ actorCount: Int) -> [Bool] {
    var reports = [Bool](repeating: false, count: actorCount)
    for (node, actor) in graph.actorOf.enumerated() {
      reports[Int(actor)] = graph.responses.map { $0[node] == .answered } ?? true
    }
    return reports
  }

  /// Two actors by row.
  struct Pair: Comparable, Hashable {
    let source: Int32
    let target: Int32

    static func < (left: Pair, right: Pair) -> Bool {
      (left.source, left.target) < (right.source, right.target)
    }
  }

  /// How many stand in both of two sorted lists without repeats.
  static func common(_ left: [Pair], _ right: [Pair]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count && j < right.count {
      if left[i] == right[j] {
        count += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}

/// How far relations go together.
public struct Multiplexity: Sendable, Equatable {
  /// Names of the relations, in their own order.
  public let relations: [String]
  /// Pairs of actors tied in each pair of relations, row by row; the diagonal has those of one.
  public let together: [[Int]]
  /// Pairs tied at all.
  public let pairs: Int
  /// Pairs tied in two relations or more.
  public let multiplex: Int

  /// Jaccard overlap of two relations; `nil` where neither has ties.
  public func overlap(_ a: Int, _ b: Int) -> Double? {
    let either = together[a][a] + together[b][b] - together[a][b]
    return either == 0 ? nil : Double(together[a][b]) / Double(either)
  }

  /// Counts unordered pairs in the relations of a network. O(ties · log ties + relations²).
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)``.
  public init(of input: IndicatorInput) throws(MetricError) {
    relations = input.network.relations
    var lists: [[TieChange.Pair]] = []
    for name in relations {
      let graph = try input.network(ofRelations: [name])
      let skeleton = graph.graph.skeleton()
      lists.append(
        skeleton.ties().map { TieChange.Pair(source: Int32($0.source), target: Int32($0.target)) }
          .sorted()
      )
    }
    var together = [[Int]](
      repeating: [Int](repeating: 0, count: lists.count),
      count: lists.count
    )
    for a in lists.indices {
      for b in lists.indices where b >= a {
        let count = a == b ? lists[a].count : TieChange.common(lists[a], lists[b])
        together[a][b] = count
        together[b][a] = count
      }
    }
    self.together = together
    let all = lists.flatMap { $0 }.sorted()
    var (pairs, multiplex, run) = (0, 0, 0)
    for place in all.indices {
      if place > 0 && all[place] == all[place - 1] {
        run += 1
        if run == 2 { multiplex += 1 }
      } else {
        pairs += 1
        run = 1
      }
    }
    self.pairs = pairs
    self.multiplex = multiplex
  }
}
