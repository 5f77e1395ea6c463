import GraphCore

/// Recursive matrix graphs (R-MAT, also called Kronecker graphs): each tie falls into a quadrant of the adjacency matrix with
/// probabilities a, b, c, d, then into a quadrant of that, and so on down to a cell.
///
/// `edgeFactor · 2^scale` ties are drawn on `2^scale` nodes. Loops are left out and a pair drawn twice is one tie, so that fewer
/// come out, and many nodes have none. Labels are shuffled, as in Graph 500.
///
/// The draws are first only counted by the block they fall into; then one block (with its mirror image) after the other is drawn,
/// which makes repeats visible without all ties in memory. Memory: 8 bytes per tie of the blocks at hand. Probabilities are
/// rounded to multiples of 2⁻³². O(draws · scale).
///
/// Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, *R-MAT: a recursive model for graph mining*, SDM 2004,
/// doi:10.1137/1.9781611972740.43.
public struct RMAT: GraphGenerator {
  /// Binary logarithm of the number of nodes.
  public let scale: Int
  /// Draws per node.
  public let edgeFactor: Int
  private let thresholds: (UInt32, UInt32, UInt32)
  private let seed: UInt64
  private let labels: LabelShuffle
  /// Levels that make a block.
  private let blockLevels: Int
  private let draws: EvenShards

  /// Chances of the four quadrants.
  public struct Quadrants: Sendable, Equatable {
    /// Chances from the upper left to the lower right quadrant, row by row; their sum is 1.
    public var a, b, c, d: Double

    /// Chances of the quadrants; the defaults are those of Graph 500.
    public init(a: Double = 0.57, b: Double = 0.19, c: Double = 0.19, d: Double = 0.05) {
      (self.a, self.b, self.c, self.d) = (a, b, c, d)
    }
  }

  /// Draws that are counted, or made, at a time, as far as eight levels of blocks reach.
  private static let blockSize = 1 << 18

  /// The largest ``scale``.
  public static let largestScale = 30
  /// The largest ``edgeFactor``.
  public static let largestEdgeFactor = 1024

  /// A graph of `2^scale` nodes and up to `edgeFactor · 2^scale` ties.
  ///
  /// - Throws: ``GeneratorError`` unless 1 ≤ scale ≤ ``largestScale``, 1 ≤ edgeFactor ≤ ``largestEdgeFactor``, and the four
  ///   chances are at least 0 and sum up to 1 (within 1e-9).
  public init(
    scale: Int,
    edgeFactor: Int = 16,
    quadrants: Quadrants = Quadrants(),
    seed: UInt64
  ) throws(GeneratorError) {
    guard (1...Self.largestScale).contains(scale) else {
      throw GeneratorError("the scale is a whole number from 1 to \(Self.largestScale)")
    }
    guard (1...Self.largestEdgeFactor).contains(edgeFactor) else {
      throw GeneratorError("the edge factor is a whole number from 1 to \(Self.largestEdgeFactor)")
    }
    let chances = [quadrants.a, quadrants.b, quadrants.c, quadrants.d]
    let sum = chances[0] + chances[1] + chances[2] + chances[3]
    guard chances.allSatisfy({ $0 >= 0 }), abs(sum - 1) <= 1e-9 else {
      throw GeneratorError("the chances of the four quadrants are at least 0 and sum up to 1")
    }
    self.scale = scale
    self.edgeFactor = edgeFactor
    self.seed = seed
    func threshold(_ share: Double) -> UInt32 { UInt32(min(share * 0x1p32, 0x1p32 - 1)) }
    thresholds = (
      threshold(chances[0]), threshold(chances[0] + chances[1]),
      threshold(chances[0] + chances[1] + chances[2])
    )
    let total = edgeFactor << scale
    draws = EvenShards(of: total, size: Self.blockSize)
    var levels = 0
    var largest = Double(total)
    while levels < min(scale, 8), largest > Double(Self.blockSize) {
      largest *= chances.max() ?? 1
      levels += 1
    }
    blockLevels = levels
    labels = LabelShuffle(count: 1 << scale, seed: seed)
  }

  /// Number of nodes.
  public var nodeCount: Int { 1 << scale }

  /// Unknown before the draws: repeats and loops count for nothing.
  public var tieCount: Int? { nil }

  /// Bytes needed at once while ties are made.
  public var memory: MemoryEstimate {
    // Words and columns of the pieces being made; the heaviest blocks come first.
    MemoryEstimate(bytes: min(draws.total, 1 << 24) * 16)
  }

  /// Hands the ties to `receive` piece by piece, in order.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  public func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    guard let counts = blockCounts(control) else { throw .cancelled }
    var pairs: [(row: Int, column: Int)] = []
    for row in 0..<1 << blockLevels {
      for column in row..<1 << blockLevels
      where counts[block(row, column)] + counts[block(column, row)] > 0 {
        pairs.append((row, column))
      }
    }
    let blocks = pairs
    try ShardStream.run(
      blocks.count,
      control: control,
      make: { ties(of: blocks[$0].row, blocks[$0].column, counts) },
      receive: receive
    )
  }

  private func block(_ row: Int, _ column: Int) -> Int { row << blockLevels | column }

  /// How many draws fall into each block; `nil` when the run was cancelled.
  private func blockCounts(_ control: RunControl) -> [Int]? {
    let size = 1 << (2 * blockLevels)
    guard blockLevels > 0 else { return [draws.total] }
    let workers = min(draws.count, 16)
    let counts = ShardCounts(shards: workers, size: size)
    control.forEachShard(workers) { worker in
      var own = [Int](repeating: 0, count: size)
      for shard in stride(from: worker, to: draws.count, by: workers) where !control.isCancelled {
        var random = RandomStream(seed: seed, stream: UInt64(shard))
        for _ in draws[shard] {
          let (row, column) = draw(levels: blockLevels, &random)
          own[block(row, column)] += 1
        }
      }
      counts.set(own, shard: worker)
    }
    return control.isCancelled ? nil : counts.sum()
  }

  /// The ties of a block and its mirror image.
  private func ties(of row: Int, _ column: Int, _ counts: [Int]) -> TieChunk {
    let here = counts[block(row, column)]
    let mirrored = row == column ? 0 : counts[block(column, row)]
    // Streams of blocks come after those of the counting draws.
    let stream = UInt64(draws.count + block(row, column))
    var random = RandomStream(seed: seed, stream: stream)
    let levels = scale - blockLevels
    var keys: [UInt64] = []
    keys.reserveCapacity(here + mirrored)
    for number in 0..<here + mirrored {
      var (u, v) = draw(levels: levels, &random)
      if number >= here { (u, v) = (v, u) }
      u |= row << levels
      v |= column << levels
      if u == v { continue }
      let (from, to) = (labels.label(of: u), labels.label(of: v))
      keys.append(UInt64(min(from, to)) << 32 | UInt64(max(from, to)))
    }
    return TieChunk(sortingDistinct: &keys)
  }

  /// One way down the quadrants: the bits of row and column.
  private func draw(levels: Int, _ random: inout RandomStream) -> (row: Int, column: Int) {
    var row = 0
    var column = 0
    var word: UInt64 = 0
    for level in 0..<levels {
      word = level & 1 == 0 ? random.next() : word >> 32
      let chance = UInt32(truncatingIfNeeded: word)
      let lower = chance >= thresholds.1
      let right = lower ? chance >= thresholds.2 : chance >= thresholds.0
      row = row << 1 | (lower ? 1 : 0)
      column = column << 1 | (right ? 1 : 0)
    }
    return (row, column)
  }
}

extension TieChunk {
  /// Ties given as words of two ends, in ascending order, each once.
  init(sortingDistinct keys: inout [UInt64]) {
    keys.sort()
    self.init(capacity: keys.count)
    var last: UInt64?
    for key in keys where key != last {
      append(Int(key >> 32), Int(key & 0xFFFF_FFFF))
      last = key
    }
  }
}
