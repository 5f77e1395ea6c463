import GraphCore
import TestSupport

/// A graph as a table of pairs, made from the definition: what ``ArcList`` and the transforms are compared with.
struct NaiveGraph: Equatable {
  /// Two ends, ascending when the graph is undirected.
  struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  let nodeCount: Int
  let isDirected: Bool
  private(set) var strengths: [Pair: Double] = [:]
  private(set) var loops = 0
  private(set) var merged = 0

  init(nodeCount: Int, isDirected: Bool) {
    self.nodeCount = nodeCount
    self.isDirected = isDirected
  }

  init(_ arcs: RandomArcs, _ direction: Direction) {
    self.init(nodeCount: arcs.nodeCount, isDirected: direction == .directed)
    for (source, target, weight) in arcs.arcs { add(Int(source), Int(target), weight) }
  }

  init(_ graph: Graph) {
    self.init(nodeCount: graph.nodeCount, isDirected: graph.isDirected)
    for v in 0..<graph.nodeCount {
      for arc in graph.out.arcs(of: v) {
        let target = Int(graph.out.targets[arc])
        if graph.isDirected || v < target { add(v, target, graph.out.weight(at: arc)) }
      }
    }
  }

  func pair(_ a: Int, _ b: Int) -> Pair {
    isDirected || a < b ? Pair(from: a, to: b) : Pair(from: b, to: a)
  }

  mutating func add(_ source: Int, _ target: Int, _ weight: Double) {
    if source == target {
      loops += 1
    } else if let earlier = strengths[pair(source, target)] {
      strengths[pair(source, target)] = earlier + weight
      merged += 1
    } else {
      strengths[pair(source, target)] = weight
    }
  }

  /// Where a graph says something else, in words, or `nil`: every pair of nodes is asked for, in both directions.
  func difference(from graph: Graph) -> String? {
    guard graph.nodeCount == nodeCount else { return "\(graph.nodeCount) nodes" }
    guard graph.isDirected == isDirected else { return "another direction" }
    guard graph.edgeCount == strengths.count else {
      return "\(graph.edgeCount) ties, not \(strengths.count)"
    }
    for a in 0..<nodeCount {
      for b in 0..<nodeCount {
        let wanted = a == b ? nil : strengths[pair(a, b)]
        let out = graph.out.arc(from: a, to: b).map { graph.out.weight(at: $0) }
        let back = graph.incoming.arc(from: b, to: a).map { graph.incoming.weight(at: $0) }
        if out != wanted || back != wanted {
          return "\(a) → \(b) is \(out as Any) and \(back as Any), not \(wanted as Any)"
        }
      }
    }
    return graph.checkInvariants()
  }
}

/// Seeded random arcs as data give them: any order, with loops and repeats.
struct RandomArcs: Sendable, CustomStringConvertible {
  let nodeCount: Int
  let arcs: [(Int32, Int32, Double)]
  let description: String

  init(nodes: Int, arcs count: Int, _ strengths: RandomStrengths, seed: UInt64) {
    var random = RandomStream(seed: seed)
    nodeCount = nodes
    arcs = (0..<count).map { _ in
      let weight: Double
      switch strengths {
      case .none: weight = 1
      case .powersOfTwo: weight = Double(1 << random.next(below: 4))
      case .real: weight = random.nextUnit() * 20 - 10
      }
      return (Int32(random.next(below: nodes)), Int32(random.next(below: nodes)), weight)
    }
    description = "\(nodes) nodes, \(count) arcs, \(strengths), seed \(seed)"
  }

  var list: ArcList {
    var list = ArcList(capacity: arcs.count)
    for (source, target, weight) in arcs { list.append(from: source, to: target, weight: weight) }
    return list
  }

  /// From a single node to graphs where nearly every arc is a repeat.
  static let samples: [RandomArcs] = RandomStrengths.allCases.flatMap { strengths in
    [(1, 3), (2, 5), (5, 4), (7, 60), (20, 15), (20, 90), (30, 300), (12, 900)].enumerated().map {
      RandomArcs(nodes: $1.0, arcs: $1.1, strengths, seed: UInt64(100 + $0))
    }
  }
}
