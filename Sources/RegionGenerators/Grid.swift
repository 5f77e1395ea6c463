import GraphCore

/// A rectangular grid: every node is tied to its neighbours in its row and its column.
///
/// Node `r · columns + c` is at row `r`, column `c`. Ties: `2·rows·columns − rows − columns`, on a torus `2·rows·columns`. Known
/// paths, no triangle, a long diameter: the opposite of a random graph. Nothing is drawn.
public struct Grid: GraphGenerator {
  /// What lies beyond the last row and column.
  public enum Edge: Sendable, Equatable {
    /// Nothing: nodes there have fewer ties.
    case open
    /// The first ones: the grid closes to a torus, and all nodes have four ties.
    case torus
  }

  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// What lies beyond the last row and column.
  public let edge: Edge

  /// A grid of this size.
  ///
  /// - Throws: ``GeneratorError`` for sizes below 1 (3 on a torus, where a tie would otherwise be there twice), or more
  ///   nodes than 2³¹ − 1.
  public init(rows: Int, columns: Int, edge: Edge = .open) throws(GeneratorError) {
    let least = edge == .torus ? 3 : 1
    guard rows >= least, columns >= least else {
      throw GeneratorError(
        "a \(edge == .torus ? "torus" : "grid") has at least \(least) rows and \(least) columns"
      )
    }
    let (nodes, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow, nodes <= Int(Int32.max) else {
      throw GeneratorError("a grid has at most \(Int32.max) nodes")
    }
    self.rows = rows
    self.columns = columns
    self.edge = edge
  }

  /// Number of nodes.
  public var nodeCount: Int { rows * columns }

  /// Number of ties, exactly.
  public var tieCount: Int? {
    2 * rows * columns - (edge == .torus ? 0 : rows + columns)
  }

  /// Bytes needed at once while ties are made.
  public var memory: MemoryEstimate { MemoryEstimate(bytes: 0) }

  /// Hands the ties to `receive` piece by piece, in order.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  public func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    let shards = EvenShards(of: nodeCount, size: 1 << 14)
    try ShardStream.run(
      shards.count,
      control: control,
      make: { ties(of: shards[$0]) },
      receive: receive
    )
  }

  /// The ties from these nodes to the right and downwards.
  private func ties(of nodes: Range<Int>) -> TieChunk {
    var chunk = TieChunk(capacity: 2 * nodes.count)
    for node in nodes {
      let row = node / columns
      let column = node % columns
      if column + 1 < columns {
        chunk.append(node, node + 1)
      } else if edge == .torus {
        chunk.append(node, node + 1 - columns)
      }
      if row + 1 < rows {
        chunk.append(node, node + columns)
      } else if edge == .torus {
        chunk.append(node, column)
      }
    }
    return chunk
  }
}
