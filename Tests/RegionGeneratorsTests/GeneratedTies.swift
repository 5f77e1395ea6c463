import GraphCore
import RegionGenerators

/// All ties of a generated graph, in the order they came.
struct GeneratedTies: Equatable {
  var sources: [Int32] = []
  var targets: [Int32] = []
  var pieces = 0

  init(_ generator: any GraphGenerator, threads: Int = 1) throws {
    try generator.forEachChunk(control: RunControl(threads: threads)) { chunk in
      sources += chunk.sources
      targets += chunk.targets
      pieces += 1
    }
  }

  var count: Int { sources.count }

  /// Each tie as its smaller and its larger end.
  var pairs: [Pair] {
    sources.indices.map { Pair(Int(sources[$0]), Int(targets[$0])) }
  }

  /// Number of ties at each node.
  func degrees(of nodes: Int) -> [Int] {
    var degrees = [Int](repeating: 0, count: nodes)
    for end in sources + targets { degrees[Int(end)] += 1 }
    return degrees
  }
}

/// Two nodes, the smaller first.
struct Pair: Hashable, Comparable {
  let low: Int
  let high: Int

  init(_ a: Int, _ b: Int) {
    (low, high) = (min(a, b), max(a, b))
  }

  static func < (left: Pair, right: Pair) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }
}

/// One recipe of each kind, large enough for several shards, and a few small ones.
enum Recipes {
  static func all(seed: UInt64) throws -> [(name: String, generator: any GraphGenerator)] {
    [
      ("region", try NestedRegion(nodes: 13_000, ties: 40_000, seed: seed)),
      ("region of 9", try NestedRegion(nodes: 9, ties: 9, seed: seed)),
      ("dense region", try NestedRegion(nodes: 40, ties: 40 * 39 / 8, seed: seed)),
      ("rmat", try RMAT(scale: 12, edgeFactor: 8, seed: seed)),
      ("rmat in blocks", try RMAT(scale: 13, edgeFactor: 40, seed: seed)),
      ("rmat of 2", try RMAT(scale: 1, edgeFactor: 1, seed: seed)),
      ("grid", try Grid(rows: 90, columns: 400)), ("torus", try torus()),
      ("barabasi", try BarabasiAlbert(nodes: 25_000, attachments: 3, seed: seed)),
      (
        "planted",
        try PlantedPartition(nodes: 9_001, ties: 30_000, groups: 7, mixing: 0.25, seed: seed)
      ),
      (
        "pairs",
        try PlantedPartition(nodes: 10_000, ties: 5_000, groups: 5_000, mixing: 0.5, seed: seed)
      ),
    ]
  }

  private static func torus() throws -> Grid { try Grid(rows: 3, columns: 4, edge: .torus) }
}
