import GraphCore

/// A region as networks of learning regions look: circles within clusters within districts, of very different sizes, most ties near
/// and some far, and a few hubs that know many everywhere. Of exactly the size asked for.
///
/// - Every actor has a *reach*, heavy-tailed (exponent 2) and cut at √nodes times the smallest; one actor in 400 is a hub of twelve
///   times its reach.
/// - Each actor makes one tie within its own circle. All other ties start from an actor drawn by reach and go to one drawn by
///   reach, of the same circle (45 %), cluster (30 %), district (15 %) or of anywhere (10 %). Who has tied all in one circle already
///   looks in the next larger one.
/// - Labels are shuffled; the ties come in the order of the label that makes them. ``groups(of:)`` tells the circles.
///
/// Which end may make a tie is fixed (``PairOwner``), so that shards of labels never make the same tie. O(ties · log nodes); 8
/// bytes per node beside the pieces being made.
///
/// The shape follows degree-corrected block models (B. Karrer, M. E. J. Newman, *Stochastic blockmodels and community structure in
/// networks*, Physical Review E 83 (2011), doi:10.1103/PhysRevE.83.016107) on nested blocks (T. P. Peixoto, *Hierarchical block
/// structures and high-resolution model selection in large networks*, Physical Review X 4 (2014), doi:10.1103/PhysRevX.4.011047).
public struct NestedRegion: GroupedGenerator {
  /// Number of nodes.
  public let nodeCount: Int
  /// Number of ties.
  public let ties: Int
  private let seed: UInt64
  private let tree: CircleTree
  private let labels: LabelShuffle
  private let shards: EvenShards

  /// Of a thousand ties, how many reach how far: circle, cluster, district, anywhere.
  private static let reachLimits = [450, 750, 900, 1000]
  /// Draws in one circle before the next larger one is tried.
  private static let patience = 8
  /// Streams of random numbers: those of the shards' reaches lie between these and those of the shards' ties.
  private static let treeStream: UInt64 = 0
  private static let firstShardStream: UInt64 = 1

  /// A region of `nodes` actors and `ties` ties.
  ///
  /// - Throws: ``GeneratorError`` unless 9 ≤ nodes ≤ 2³¹ − 1 and nodes ≤ ties ≤ nodes · (nodes − 1) / 8, a quarter of all
  ///   pairs.
  public init(nodes: Int, ties: Int, seed: UInt64) throws(GeneratorError) {
    guard nodes >= 9, nodes <= Int(Int32.max) else {
      throw GeneratorError("a region has from 9 to \(Int32.max) nodes")
    }
    let most = nodes * (nodes - 1) / 8
    guard ties >= nodes, ties <= most else {
      throw GeneratorError("a region of \(nodes) nodes has from \(nodes) to \(most) ties")
    }
    nodeCount = nodes
    self.ties = ties
    self.seed = seed
    labels = LabelShuffle(count: nodes, seed: seed)
    shards = EvenShards(of: nodes, size: 1 << 12)
    tree = CircleTree(count: nodes, seed: seed, stream: Self.treeStream)
  }

  /// Number of ties, exactly.
  public var tieCount: Int? { ties }

  /// Bytes needed at once while ties are made.
  public var memory: MemoryEstimate {
    // Running sums of reach, and the circles: one of some thirty nodes on average, four bytes each.
    MemoryEstimate(bytes: 9 * nodeCount)
  }

  /// What each number in ``groups(of:)`` is.
  public var groupNames: [String] { ["circle", "cluster", "district"] }

  /// The groups of a node, numbered from 0 within each kind.
  public func groups(of node: Int) -> [Int] {
    let position = labels.position(of: node)
    return (0..<CircleTree.levels).map { tree.circle(of: position, on: $0) }
  }

  /// Hands the ties to `receive` piece by piece, in order.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  public func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    let reaches = ReachTable(shards: shards, seed: seed, stream: Self.firstShardStream, control)
    guard !control.isCancelled else { throw .cancelled }
    let quotas = quotas(reaches)
    try ShardStream.run(
      shards.count,
      control: control,
      make: { ties(in: $0, quota: quotas[$0], reaches) },
      receive: receive
    )
  }

  /// How many ties each shard of labels makes: one for each of its nodes, and its share by reach of the others.
  private func quotas(_ reaches: ReachTable) -> [Int] {
    var sums = [0]
    for shard in 0..<shards.count {
      let own = shards[shard].reduce(0) { $0 + reaches[labels.position(of: $1)] }
      sums.append(sums[shard] + own)
    }
    let free = ties - nodeCount
    let all = sums[shards.count]
    return (0..<shards.count).map { shard in
      shards[shard].count + Share.floor(free, sums[shard + 1], of: all)
        - Share.floor(free, sums[shard], of: all)
    }
  }

  private func ties(in shard: Int, quota: Int, _ reaches: ReachTable) -> TieChunk {
    let range = shards[shard]
    let stream = Self.firstShardStream + UInt64(shards.count + shard)
    var maker = TieMaker(
      random: RandomStream(seed: seed, stream: stream),
      tied: PairSet(capacity: quota)
    )
    let own = range.map { labels.position(of: $0) }
    var sums = [0]
    for position in own { sums.append(sums[sums.count - 1] + reaches[position]) }
    var keys: [UInt64] = []
    keys.reserveCapacity(quota)
    for number in 0..<quota {
      let place = number < own.count ? number : maker.random.place(in: sums)
      var level = 0
      if number >= own.count {
        let draw = maker.random.next(below: 1000)
        while draw >= Self.reachLimits[level] { level += 1 }
      }
      if let far = near(own[place], from: level, reaches, &maker) {
        keys.append(key(range.lowerBound + place, far))
        continue
      }
      // Nobody left to tie within reach: anybody with anybody.
      while true {
        let place = number < own.count ? number : maker.random.next(below: own.count)
        let far = maker.random.next(below: nodeCount)
        guard maker.tie(own[place], far) else { continue }
        keys.append(key(range.lowerBound + place, far))
        break
      }
    }
    return TieChunk(sorting: &keys)
  }

  private func key(_ label: Int, _ position: Int) -> UInt64 {
    UInt64(label) << 32 | UInt64(labels.label(of: position))
  }

  /// Ties somebody to an actor of its circle on `level`, or of a larger one.
  private func near(
    _ position: Int,
    from level: Int,
    _ reaches: ReachTable,
    _ maker: inout TieMaker
  ) -> Int? {
    for level in level...CircleTree.levels {
      let circle =
        level == CircleTree.levels
        ? 0..<nodeCount
        : tree.positions(of: tree.circle(of: position, on: level), on: level)
      for _ in 0..<Self.patience {
        let far = reaches.draw(from: circle, &maker.random)
        if maker.tie(position, far) { return far }
      }
    }
    return nil
  }
}

/// What one shard draws with, and what it has tied.
private struct TieMaker {
  var random: RandomStream
  var tied: PairSet

  /// Ties two actors if `position` is the end that may, and they are not tied.
  mutating func tie(_ position: Int, _ far: Int) -> Bool {
    PairOwner.owns(position, far) && tied.insert(position, far)
  }
}

extension RandomStream {
  /// A place drawn in proportion to the differences of ascending sums.
  fileprivate mutating func place(in sums: [Int]) -> Int {
    let draw = next(below: sums[sums.count - 1])
    return Search.last(in: sums, 0..<sums.count - 1, notAbove: draw)
  }
}
