import GraphCore

/// Where an undirected graph comes apart: at which nodes, at which ties, and into which pieces that do not.
public struct Biconnectivity: Sendable, Equatable {
  /// Whether the removal of each node splits its component.
  public let isArticulationPoint: [Bool]
  /// The ties whose removal splits a component: pairs of nodes, the lower first, in ascending order.
  public let bridges: [Bridge]
  /// Number of biconnected components: largest sets of ties in which any two lie on a common cycle; a bridge is one of
  /// its own. Isolated nodes have no ties and belong to none.
  public let componentCount: Int
  /// Number of articulation points.
  public var articulationPointCount: Int { isArticulationPoint.count { $0 } }

  /// A tie that holds a component together.
  public struct Bridge: Sendable, Equatable, Comparable, Hashable {
    /// The end with the lower number.
    public let lower: Int
    /// The end with the higher number.
    public let upper: Int

    /// The tie between two nodes, given in either order.
    public init(_ a: Int, _ b: Int) {
      lower = min(a, b)
      upper = max(a, b)
    }

    /// Ascending by lower, then by upper end.
    public static func < (left: Bridge, right: Bridge) -> Bool {
      (left.lower, left.upper) < (right.lower, right.upper)
    }
  }
}

extension Graph {
  /// Articulation points, bridges and biconnected components of the undirected skeleton.
  ///
  /// Direction and strength do not count: a mutual pair of arcs is one tie. One depth-first search with an explicit stack, so
  /// that long paths are no danger; O(nodes + arcs) time, 40 bytes per node. Equal to networkx `articulation_points`, `bridges`
  /// and `biconnected_components` on the undirected graph.
  ///
  /// Source: J. Hopcroft, R. Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*, CACM 16 (1973),
  /// doi:10.1145/362248.362272.
  ///
  /// - Throws: ``MetricError/cancelled``.
  public func biconnectivity(
    control: RunControl = RunControl()
  ) throws(MetricError) -> Biconnectivity {
    let rows = skeleton().out
    var search = LowPointSearch(nodeCount: nodeCount)
    control.begin("biconnectivity", total: nodeCount)
    for root in 0..<nodeCount where search.order[root] < 0 {
      try control.check()
      let reached = search.explore(from: root, rows)
      control.advance(by: reached)
    }
    return Biconnectivity(
      isArticulationPoint: search.isArticulationPoint,
      bridges: search.bridges.sorted(),
      componentCount: search.componentCount
    )
  }

  /// Whether each tie is a bridge of the undirected skeleton: 1 or 0, in the order of ``EdgeScores``.
  ///
  /// In a directed graph both arcs of a mutual pair carry the value of their pair: the relation between the two, in whichever
  /// direction, is what holds the network together.
  ///
  /// - Throws: ``MetricError/cancelled``.
  public func bridgeIndicator(
    control: RunControl = RunControl()
  ) throws(MetricError) -> EdgeScores {
    let bridges = try biconnectivity(control: control).bridges
    return EdgeScores(
      ties().map { tie in
        let pair = Biconnectivity.Bridge(tie.source, tie.target)
        return bridges.containsSorted(pair) ? 1 : 0
      }
    )
  }
}

extension [Biconnectivity.Bridge] {
  /// Whether `wanted` is in this ascending list, by halving.
  fileprivate func containsSorted(_ wanted: Element) -> Bool {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == wanted
  }
}

/// The state of a depth-first search that keeps low points: for every node the earliest node that its subtree reaches by one tie.
private struct LowPointSearch {
  var order: [Int32]
  var low: [Int32]
  var parent: [Int32]
  var cursor: [Int]
  var isArticulationPoint: [Bool]
  var bridges: [Biconnectivity.Bridge] = []
  var componentCount = 0
  private var clock: Int32 = 0
  private var path: [Int32] = []

  init(nodeCount: Int) {
    order = [Int32](repeating: -1, count: nodeCount)
    low = order
    parent = order
    cursor = [Int](repeating: 0, count: nodeCount)
    isArticulationPoint = [Bool](repeating: false, count: nodeCount)
  }

  /// Explores the component of `root` and returns its number of nodes.
  mutating func explore(from root: Int, _ rows: Adjacency) -> Int {
    let first = clock
    var rootChildren = 0
    enter(root, rows)
    while let top = path.last {
      let v = Int(top)
      if cursor[v] < rows.offsets[v + 1] {
        let u = Int(rows.targets[cursor[v]])
        cursor[v] += 1
        if order[u] < 0 {
          parent[u] = top
          enter(u, rows)
        } else if u != Int(parent[v]) {
          low[v] = min(low[v], order[u])
        }
      } else {
        path.removeLast()
        guard parent[v] >= 0 else { break }
        let p = Int(parent[v])
        low[p] = min(low[p], low[v])
        // Nothing below v reaches above p: p closes a biconnected component here.
        if low[v] >= order[p] {
          componentCount += 1
          if p == root { rootChildren += 1 } else { isArticulationPoint[p] = true }
        }
        if low[v] > order[p] { bridges.append(.init(p, v)) }
      }
    }
    isArticulationPoint[root] = rootChildren > 1
    return Int(clock - first)
  }

  private mutating func enter(_ v: Int, _ rows: Adjacency) {
    order[v] = clock
    low[v] = clock
    clock += 1
    cursor[v] = rows.offsets[v]
    path.append(Int32(v))
  }
}
