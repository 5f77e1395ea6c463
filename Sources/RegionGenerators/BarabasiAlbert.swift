import GraphCore

/// Growth with preferential attachment: each new node ties itself to `attachments` earlier ones, chosen in proportion to the ties
/// these have already; degrees fall off as the third power.
///
/// The first `attachments + 1` nodes form a star around the last of them. A node's number is its age. Exactly
/// `attachments · (nodes − attachments)` ties, the targets of one node all different.
/// A node's chance is its share in the list of all ends of ties so far, so a draw from that list takes constant
/// time: O(ties) altogether. Growth is one sequence: it runs on one thread, and the list takes 4 bytes per tie.
///
/// Sources: A.-L. Barabási, R. Albert, *Emergence of scaling in random networks*, Science 286 (1999),
/// doi:10.1126/science.286.5439.509; the list of ends: V. Batagelj, U. Brandes, *Efficient generation of large random networks*,
/// Physical Review E 71 (2005), doi:10.1103/PhysRevE.71.036113.
public struct BarabasiAlbert: GraphGenerator {
  /// Number of nodes.
  public let nodeCount: Int
  /// Ties each new node brings.
  public let attachments: Int
  private let seed: UInt64

  /// Ties a new node may bring at most.
  public static let mostAttachments = 1000

  /// A graph of `nodes` nodes.
  ///
  /// - Throws: ``GeneratorError`` unless 1 ≤ attachments ≤ ``mostAttachments``, attachments < nodes ≤ 2³¹ − 1.
  public init(nodes: Int, attachments: Int, seed: UInt64) throws(GeneratorError) {
    guard (1...Self.mostAttachments).contains(attachments) else {
      throw GeneratorError("a new node brings from 1 to \(Self.mostAttachments) ties")
    }
    guard nodes > attachments, nodes <= Int(Int32.max) else {
      throw GeneratorError(
        "with \(attachments) ties a new node, from \(attachments + 1) to \(Int32.max) nodes"
      )
    }
    nodeCount = nodes
    self.attachments = attachments
    self.seed = seed
  }

  /// Number of ties, exactly.
  public var tieCount: Int? { attachments * (nodeCount - attachments) }

  /// Bytes needed at once while ties are made.
  public var memory: MemoryEstimate {
    MemoryEstimate(bytes: 4 * attachments * (nodeCount - attachments))
  }

  /// Hands the ties to `receive` piece by piece, in order.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  public func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    let m = attachments
    let nodesPerChunk = max(1, (1 << 16) / m)
    control.begin("generate", total: nodeCount - m)
    var random = RandomStream(seed: seed)
    // Target of each tie; the source of tie `t` is node `m + t / m` and need not be kept.
    var targets = [Int32](repeating: 0, count: m * (nodeCount - m))
    var first = m
    while first < nodeCount {
      guard !control.isCancelled else { throw .cancelled }
      let last = min(nodeCount, first + nodesPerChunk)
      var chunk = TieChunk(capacity: (last - first) * m)
      for node in first..<last {
        attach(node, &targets, &random)
        for tie in (node - m) * m..<(node - m + 1) * m { chunk.append(node, Int(targets[tie])) }
      }
      do throws(Failure) { try receive(chunk) } catch { throw .refused(error) }
      control.advance(by: last - first)
      first = last
    }
  }

  /// Chooses the targets of one node.
  private func attach(_ node: Int, _ targets: inout [Int32], _ random: inout RandomStream) {
    let m = attachments
    let start = (node - m) * m
    guard start > 0 else {
      for target in 0..<m { targets[target] = Int32(truncatingIfNeeded: target) }
      return
    }
    for tie in start..<start + m {
      var target: Int32
      repeat {
        let end = random.next(below: 2 * start)
        target = end & 1 == 0 ? Int32(truncatingIfNeeded: m + end / 2 / m) : targets[end / 2]
      } while targets[start..<tie].contains(target)
      targets[tie] = target
    }
  }
}
