/// An immutable graph on the nodes `0 ..< nodeCount`, simple: no loops, no parallel ties.
///
/// A directed graph keeps its arcs twice, by source (``out``) and by target (``incoming``). An undirected graph
/// keeps each edge as one entry in the row of either end, and `out` and `incoming` are the same rows.
/// Every kernel of the project reads this structure; nothing ever changes it, so it is shared between threads freely.
///
/// Memory: 8 bytes per undirected edge or directed arc plus 8 (16 if directed) per node; weights add 16 per edge or arc.
public struct Graph: Sendable {
  /// Arcs by source, targets ascending.
  public let out: Adjacency
  private let reversed: Adjacency?
  /// Ties from a node to itself that were given and left out.
  public let loopsDropped: Int
  /// Ties that were added to an earlier tie between the same ends.
  public let parallelMerged: Int

  /// A directed graph from its rows in both directions.
  public init(
    out: Adjacency,
    incoming: Adjacency,
    loopsDropped: Int = 0,
    parallelMerged: Int = 0
  ) {
    precondition(
      out.nodeCount == incoming.nodeCount && out.arcCount == incoming.arcCount,
      "the two directions do not fit"
    )
    self.out = out
    self.reversed = incoming
    self.loopsDropped = loopsDropped
    self.parallelMerged = parallelMerged
  }

  /// An undirected graph from rows in which every edge stands at both ends.
  public init(symmetric rows: Adjacency, loopsDropped: Int = 0, parallelMerged: Int = 0) {
    self.out = rows
    self.reversed = nil
    self.loopsDropped = loopsDropped
    self.parallelMerged = parallelMerged
  }

  /// Arcs by target, sources ascending; for an undirected graph the same rows as ``out``.
  public var incoming: Adjacency { reversed ?? out }

  /// Whether ties have a direction.
  public var isDirected: Bool { reversed != nil }

  /// Whether arcs carry strengths other than 1.
  public var isWeighted: Bool { out.weights != nil }

  /// Number of nodes.
  public var nodeCount: Int { out.nodeCount }

  /// Number of ties: arcs of a directed graph, edges (each once) of an undirected one.
  public var edgeCount: Int { isDirected ? out.arcCount : out.arcCount / 2 }

  /// Sum of all tie strengths, an undirected edge counted once.
  ///
  /// Added in row order, so the same graph gives the same bits.
  public var totalWeight: Double {
    guard let weights = out.weights else { return Double(edgeCount) }
    var sum = 0.0
    for v in 0..<nodeCount {
      for arc in out.arcs(of: v) where isDirected || Int(out.targets[arc]) > v {
        sum += weights[arc]
      }
    }
    return sum
  }

  /// Whether some tie has a strength below zero; weighted measures refuse such graphs.
  public var hasNegativeWeight: Bool { out.weights?.contains { $0 < 0 } ?? false }

  /// Whether `source → target` (or the edge between them) is there.
  @inlinable
  public func hasArc(from source: Int, to target: Int) -> Bool {
    out.arc(from: source, to: target) != nil
  }

  /// The same ties, every strength 1.
  public func unweighted() -> Graph {
    let rows = Adjacency(offsets: out.offsets, targets: out.targets, weights: nil)
    guard let reversed else {
      return Graph(symmetric: rows, loopsDropped: loopsDropped, parallelMerged: parallelMerged)
    }
    return Graph(
      out: rows,
      incoming: Adjacency(offsets: reversed.offsets, targets: reversed.targets, weights: nil),
      loopsDropped: loopsDropped,
      parallelMerged: parallelMerged
    )
  }
}

extension Graph: Equatable {
  /// Equal when nodes, ties, direction and strengths are; how many loops were dropped on the way does not count.
  public static func == (left: Graph, right: Graph) -> Bool {
    left.isDirected == right.isDirected && left.out == right.out
  }
}
