import GraphCore

/// The planted ℓ-partition model: groups of equal size (one more where they do not divide), and ties that keep inside them except
/// for a known share. What a clustering should find is known.
///
/// Of exactly `ties` ties, ⌊`ties` · `mixing`⌋ join different groups; all pairs of a kind are equally likely but that every stretch of
/// labels gets its share of ties. (The published model draws each pair on its own, with two probabilities, so that its number of
/// ties varies.) Labels are shuffled; ``groups(of:)`` tells the truth.
///
/// Source: A. Condon, R. M. Karp, *Algorithms for graph partitioning on the planted partition model*, Random Structures & Algorithms
/// 18 (2001), doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2.
public struct PlantedPartition: GroupedGenerator {
  /// Number of nodes.
  public let nodeCount: Int
  /// Number of groups.
  public let groupCount: Int
  /// Ties inside groups.
  public let innerTies: Int
  /// Ties between groups.
  public let outerTies: Int
  private let seed: UInt64
  private let labels: LabelShuffle
  private let shards: EvenShards

  /// A partition of `nodes` nodes into `groups` groups; `mixing` is the share of ties between groups.
  ///
  /// - Throws: ``GeneratorError`` where a group would have fewer than 2 nodes, or ties of a kind would be more than half of
  ///   the pairs there are.
  public init(
    nodes: Int,
    ties: Int,
    groups: Int,
    mixing: Double,
    seed: UInt64
  ) throws(GeneratorError) {
    guard nodes >= 3, nodes <= Int(Int32.max) else {
      throw GeneratorError("from 3 to \(Int32.max) nodes")
    }
    guard groups >= 1, groups <= nodes / 2 else {
      throw GeneratorError("from 1 to \(nodes / 2) groups, two nodes in each at least")
    }
    guard mixing >= 0, mixing <= 1 else {
      throw GeneratorError("the mixing is a share from 0 to 1")
    }
    guard ties >= 1, ties <= nodes * (nodes - 1) / 4 else {
      throw GeneratorError("from 1 to \(nodes * (nodes - 1) / 4) ties, half of the pairs")
    }
    nodeCount = nodes
    groupCount = groups
    outerTies = Int((Double(ties) * mixing).rounded(.down))
    innerTies = ties - outerTies
    self.seed = seed
    labels = LabelShuffle(count: nodes, seed: seed)
    shards = EvenShards(of: nodes, size: 1 << 12)
    let small = nodes / groups
    let larger = nodes % groups
    let innerPairs =
      larger * (small + 1) * small / 2 + (groups - larger) * small * (small - 1) / 2
    guard innerTies <= innerPairs / 2 || groups == 1 else {
      throw GeneratorError(
        "\(innerTies) ties inside groups are more than half of the \(innerPairs) pairs there"
      )
    }
    guard outerTies <= (nodes * (nodes - 1) / 2 - innerPairs) / 2 else {
      throw GeneratorError(
        "\(outerTies) ties between groups are more than half of the pairs there"
      )
    }
  }

  /// Number of ties, exactly.
  public var tieCount: Int? { innerTies + outerTies }

  /// Bytes needed at once while ties are made.
  public var memory: MemoryEstimate { MemoryEstimate(bytes: 0) }

  /// What each number in ``groups(of:)`` is.
  public var groupNames: [String] { ["group"] }

  /// The groups of a node, numbered from 0 within each kind.
  public func groups(of node: Int) -> [Int] { [group(at: labels.position(of: node))] }

  /// The group of a position: the largest `g` whose range starts at or before it.
  private func group(at position: Int) -> Int {
    var group = Share.floor(position, groupCount, of: nodeCount)
    while group + 1 < groupCount && start(group + 1) <= position { group += 1 }
    return group
  }

  private func start(_ group: Int) -> Int { Share.floor(nodeCount, group, of: groupCount) }

  /// Hands the ties to `receive` piece by piece, in order.
  ///
  /// - Throws: ``StreamError`` when the run is cancelled or `receive` fails.
  public func forEachChunk<Failure: Error>(
    control: RunControl,
    _ receive: (TieChunk) throws(Failure) -> Void
  ) throws(StreamError<Failure>) {
    try ShardStream.run(shards.count, control: control, make: { ties(in: $0) }, receive: receive)
  }

  private func ties(in shard: Int) -> TieChunk {
    let range = shards[shard]
    let inner = share(of: innerTies, range)
    let outer = share(of: outerTies, range)
    var random = RandomStream(seed: seed, stream: UInt64(shard))
    var tied = PairSet(capacity: inner + outer)
    var keys: [UInt64] = []
    keys.reserveCapacity(inner + outer)
    while tied.count < inner + outer {
      let label = range.lowerBound + random.next(below: range.count)
      let u = labels.position(of: label)
      let group = group(at: u)
      let own = start(group)..<start(group + 1)
      let v: Int
      if tied.count < inner {
        v = own.lowerBound + random.next(below: own.count)
      } else {
        let other = random.next(below: nodeCount - own.count)
        v = other < own.lowerBound ? other : other + own.count
      }
      guard PairOwner.owns(u, v), tied.insert(u, v) else { continue }
      keys.append(UInt64(label) << 32 | UInt64(labels.label(of: v)))
    }
    return TieChunk(sorting: &keys)
  }

  private func share(of ties: Int, _ range: Range<Int>) -> Int {
    Share.floor(ties, range.upperBound, of: nodeCount)
      - Share.floor(ties, range.lowerBound, of: nodeCount)
  }
}

extension TieChunk {
  /// Ties given as words of two ends, in ascending order.
  init(sorting keys: inout [UInt64]) {
    keys.sort()
    self.init(capacity: keys.count)
    for key in keys { append(Int(key >> 32), Int(key & 0xFFFF_FFFF)) }
  }
}
