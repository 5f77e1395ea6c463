import GraphCore

/// A graph with a name that says how to make it again.
public struct NamedGraph: Sendable, CustomStringConvertible {
  /// How it was made, seed included.
  public let name: String
  /// The graph.
  public let graph: Graph

  /// A graph under a name.
  public init(_ name: String, _ graph: Graph) {
    self.name = name
    self.graph = graph
  }

  /// The name.
  public var description: String { name }
}

/// Which strengths a random graph gets.
public enum RandomStrengths: Sendable, CaseIterable {
  /// None: every tie counts 1.
  case none
  /// 1, 2, 4 or 8: sums and inverses are exact in binary, so that equally long paths are exactly equal.
  case powersOfTwo
  /// Any number in 0.1 ..< 10: two paths are practically never equally long.
  case real
}

/// Seeded random graphs and the classic small shapes.
public enum RandomGraphs {
  /// Every possible tie with probability `p` (Gilbert's model).
  public static func gilbert(
    _ n: Int,
    _ p: Double,
    _ direction: Direction,
    _ strengths: RandomStrengths = .none,
    seed: UInt64
  ) -> NamedGraph {
    var random = RandomStream(seed: seed)
    var arcs = ArcList()
    for source in 0..<n {
      for target in 0..<n where direction == .directed ? source != target : source < target {
        guard random.nextUnit() < p else { continue }
        arcs.append(
          from: Int32(source),
          to: Int32(target),
          weight: strength(strengths, &random)
        )
      }
    }
    return named(
      "gilbert(\(n), \(p), \(direction), \(strengths), seed \(seed))",
      arcs,
      n,
      direction
    )
  }

  /// `blocks` dense groups of `size` nodes with few ties between them, a long tail and isolates: shaped like a region.
  public static func clustered(
    blocks: Int,
    size: Int,
    _ direction: Direction,
    _ strengths: RandomStrengths = .none,
    seed: UInt64
  ) -> NamedGraph {
    var random = RandomStream(seed: seed)
    var arcs = ArcList()
    let core = blocks * size
    for source in 0..<core {
      for target in 0..<core where direction == .directed ? source != target : source < target {
        let p = source / size == target / size ? 0.5 : 0.02
        guard random.nextUnit() < p else { continue }
        arcs.append(
          from: Int32(source),
          to: Int32(target),
          weight: strength(strengths, &random)
        )
      }
    }
    // A tail of three nodes hangs from the first node and three nodes stay alone.
    for step in 0..<3 {
      let source = step == 0 ? 0 : core + step - 1
      arcs.append(
        from: Int32(source),
        to: Int32(core + step),
        weight: strength(strengths, &random)
      )
    }
    return named(
      "clustered(\(blocks)×\(size), \(direction), \(strengths), seed \(seed))",
      arcs,
      core + 6,
      direction
    )
  }

  /// Each node is tied to one earlier node: a tree.
  public static func tree(_ n: Int, _ direction: Direction, seed: UInt64) -> NamedGraph {
    var random = RandomStream(seed: seed)
    var arcs = ArcList()
    for node in stride(from: 1, to: n, by: 1) {
      arcs.append(from: Int32(random.next(below: node)), to: Int32(node))
    }
    return named("tree(\(n), \(direction), seed \(seed))", arcs, n, direction)
  }

  /// `arcs` times two ends drawn at random, one of them the more often the lower its number, so that there are hubs; O(arcs), for graphs large
  /// enough that kernels share them between threads. Every tenth node stays alone.
  public static func scattered(
    _ n: Int,
    arcs count: Int,
    _ direction: Direction,
    seed: UInt64
  ) -> NamedGraph {
    var random = RandomStream(seed: seed)
    var arcs = ArcList()
    for _ in 0..<count {
      let hub = min(random.next(below: n), random.next(below: n), random.next(below: n))
      let other = random.next(below: n)
      if hub % 10 != 3 && other % 10 != 3 { arcs.append(from: Int32(other), to: Int32(hub)) }
    }
    let graph = named("", arcs, n, direction).graph.unweighted()
    return NamedGraph("scattered(\(n), \(count), \(direction), seed \(seed))", graph)
  }

  /// Nodes in a row, each tied to the next.
  public static func path(_ n: Int, _ direction: Direction) -> NamedGraph {
    var arcs = ArcList()
    for node in stride(from: 1, to: n, by: 1) {
      arcs.append(from: Int32(node - 1), to: Int32(node))
    }
    return named("path(\(n), \(direction))", arcs, n, direction)
  }

  /// Nodes in a ring.
  public static func cycle(_ n: Int, _ direction: Direction) -> NamedGraph {
    var arcs = ArcList()
    for node in 0..<n { arcs.append(from: Int32(node), to: Int32((node + 1) % n)) }
    return named("cycle(\(n), \(direction))", arcs, n, direction)
  }

  /// Node 0 tied to all others.
  public static func star(_ n: Int, _ direction: Direction) -> NamedGraph {
    var arcs = ArcList()
    for node in stride(from: 1, to: n, by: 1) { arcs.append(from: 0, to: Int32(node)) }
    return named("star(\(n), \(direction))", arcs, n, direction)
  }

  /// Everybody tied to everybody.
  public static func clique(_ n: Int, _ direction: Direction) -> NamedGraph {
    let all = gilbert(n, 2, direction, seed: 0).graph
    return NamedGraph("clique(\(n), \(direction))", all)
  }

  /// `count` diamonds in a row, joined at their tips: 2^count shortest paths from end to end over 3·count + 1 nodes.
  ///
  /// Tip `i` is node `3 * i`; the two middle nodes of diamond `i` are `3 * i + 1` and `3 * i + 2`.
  public static func diamonds(_ count: Int, _ direction: Direction) -> NamedGraph {
    var arcs = ArcList()
    for diamond in 0..<count {
      let tip = Int32(3 * diamond)
      for middle in [tip + 1, tip + 2] {
        arcs.append(from: tip, to: middle)
        arcs.append(from: middle, to: tip + 3)
      }
    }
    return named("diamonds(\(count), \(direction))", arcs, 3 * count + 1, direction)
  }

  /// Nodes without any tie.
  public static func empty(_ n: Int, _ direction: Direction) -> NamedGraph {
    named("empty(\(n), \(direction))", ArcList(), n, direction)
  }

  /// Every kind of small graph a measure has to stand: none, one and two nodes, classic shapes, random ones of many
  /// densities, directed or not, with and without strengths, whole or in pieces. About a hundred graphs of at most 40 nodes.
  public static let zoo: [NamedGraph] = shapes + random

  /// The unweighted classic shapes of ``zoo``.
  public static let shapes: [NamedGraph] = [Direction.directed, .undirected].flatMap { direction in
    [
      empty(0, direction), empty(1, direction), empty(2, direction), empty(5, direction),
      path(2, direction), path(3, direction), path(20, direction), cycle(3, direction),
      cycle(4, direction), cycle(9, direction), star(3, direction), star(12, direction),
      clique(3, direction), clique(8, direction), diamonds(1, direction), diamonds(6, direction),
      tree(15, direction, seed: 3), tree(40, direction, seed: 4),
    ]
  }

  /// The random graphs of ``zoo``.
  public static let random: [NamedGraph] = [Direction.directed, .undirected].flatMap { direction in
    RandomStrengths.allCases.flatMap { strengths in
      [
        gilbert(6, 0.3, direction, strengths, seed: 11),
        gilbert(12, 0.1, direction, strengths, seed: 12),
        gilbert(20, 0.08, direction, strengths, seed: 13),
        gilbert(20, 0.2, direction, strengths, seed: 14),
        gilbert(25, 0.5, direction, strengths, seed: 15),
        gilbert(30, 0.05, direction, strengths, seed: 16),
        gilbert(40, 0.03, direction, strengths, seed: 17),
        gilbert(40, 0.1, direction, strengths, seed: 18),
        clustered(blocks: 3, size: 6, direction, strengths, seed: 19),
        clustered(blocks: 5, size: 4, direction, strengths, seed: 20),
      ]
    }
  }

  /// Two graphs side by side: the nodes of the second come after those of the first.
  public static func sideBySide(_ first: NamedGraph, _ second: NamedGraph) -> NamedGraph {
    let direction: Direction = first.graph.isDirected ? .directed : .undirected
    let shift = Int32(first.graph.nodeCount)
    var arcs = ArcList()
    for (graph, offset) in [(first.graph, Int32(0)), (second.graph, shift)] {
      for source in 0..<graph.nodeCount {
        for arc in graph.out.arcs(of: source) {
          let target = graph.out.targets[arc]
          guard graph.isDirected || Int(target) > source else { continue }
          arcs.append(
            from: Int32(source) + offset,
            to: target + offset,
            weight: graph.out.weight(at: arc)
          )
        }
      }
    }
    return named(
      "\(first) beside \(second)",
      arcs,
      first.graph.nodeCount + second.graph.nodeCount,
      direction
    )
  }

  /// A random permutation of `0 ..< n`.
  public static func permutation(_ n: Int, seed: UInt64) -> [Int32] {
    var random = RandomStream(seed: seed)
    var numbers = (0..<n).map(Int32.init)
    random.shuffle(&numbers)
    return numbers
  }

  private static func strength(_ kind: RandomStrengths, _ random: inout RandomStream) -> Double {
    switch kind {
    case .none: 1
    case .powersOfTwo: Double(1 << random.next(below: 4))
    case .real: 0.1 + 9.9 * random.nextUnit()
    }
  }

  private static func named(
    _ name: String,
    _ arcs: consuming ArcList,
    _ n: Int,
    _ direction: Direction
  ) -> NamedGraph {
    do throws(GraphError) {
      return NamedGraph(name, try arcs.makeGraph(nodeCount: n, direction))
    } catch {
      fatalError("\(name): \(error)")
    }
  }
}
