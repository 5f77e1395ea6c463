import GraphCore

/// Ties as columns, each tie once: a piece of a generated graph.
public struct TieChunk: Sendable, Equatable {
  /// One end of each tie.
  public internal(set) var sources: [Int32]
  /// The other end of each tie, as many as ``sources``.
  public internal(set) var targets: [Int32]

  /// An empty piece with room for `capacity` ties.
  init(capacity: Int) {
    sources = []
    targets = []
    sources.reserveCapacity(capacity)
    targets.reserveCapacity(capacity)
  }

  /// Number of ties.
  public var count: Int { sources.count }

  /// Adds a tie.
  mutating func append(_ source: Int, _ target: Int) {
    sources.append(Int32(truncatingIfNeeded: source))
    targets.append(Int32(truncatingIfNeeded: target))
  }
}

/// Why a graph of this shape cannot be made.
public struct GeneratorError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One plain sentence for people: which number is out of bounds, and the bounds.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Why a stream of ties ended early.
public enum StreamError<Failure: Error>: Error {
  /// The run was asked to stop.
  case cancelled
  /// Whoever received the ties could not take them.
  case refused(Failure)
}

/// A recipe for an undirected simple graph on the nodes `0 ..< nodeCount`: no loops, no tie twice.
///
/// The same values give the same ties in the same order, on every machine and with any number of threads: randomness comes in
/// fixed streams, one per shard, and only operations that IEEE 754 rounds correctly are used.
public protocol GraphGenerator: Sendable {
  /// Number of nodes, those without a tie included.
  var nodeCount: Int { get }
  /// Number of ties, or `nil` where it depends on the draws.
  var tieCount: Int? { get }
  /// Bytes needed at once while ties are made, the pieces not yet taken included.
  var memory: MemoryEstimate { get }

  /// Hands the ties to `receive` piece by piece, in order; no more than a few pieces are in memory at a time.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>)
}

/// A generated graph whose groups are known.
public protocol GroupedGenerator: GraphGenerator {
  /// What each number in ``groups(of:)`` is, from the smallest circle to the largest.
  var groupNames: [String] { get }
  /// The groups of a node, numbered from 0 within each kind.
  func groups(of node: Int) -> [Int]
}

extension GraphGenerator {
  /// The whole graph in memory.
  ///
  /// - Throws: `Cancelled`.
  public func graph(control: RunControl = RunControl()) throws(Cancelled) -> Graph {
    var sources: [Int32] = []
    var targets: [Int32] = []
    if let tieCount {
      sources.reserveCapacity(tieCount)
      targets.reserveCapacity(tieCount)
    }
    do throws(StreamError<Never>) {
      try forEachChunk(control: control) { chunk in
        sources += chunk.sources
        targets += chunk.targets
      }
    } catch {
      throw Cancelled()
    }
    let ties = ArcList(sources: sources, targets: targets)
    do throws(GraphError) {
      return try ties.makeGraph(nodeCount: nodeCount, .undirected)
    } catch {
      preconditionFailure("a generator made a tie that leaves its nodes: \(error)")
    }
  }
}
