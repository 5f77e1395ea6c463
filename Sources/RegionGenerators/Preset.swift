/// The benchmark graphs by name: always the same recipe, one graph per seed.
public enum Preset: String, Sendable, CaseIterable {
  case region20k = "region-20k"
  case region1m = "region-1m"
  case region20m = "region-20m"
  case rmat14 = "rmat-14"
  case rmat18 = "rmat-18"

  /// What it is, in a few words.
  public var summary: String {
    switch self {
    case .region20k: "20 000 nodes, 112 000 ties"
    case .region1m: "1 000 000 nodes, 5 600 000 ties"
    case .region20m: "20 000 000 nodes, 120 000 000 ties"
    case .rmat14: "16 384 nodes, some 210 000 ties"
    case .rmat18: "262 144 nodes, some 3 800 000 ties"
    }
  }

  /// The recipe with a seed.
  public func generator(seed: UInt64) throws(GeneratorError) -> any GraphGenerator {
    switch self {
    case .region20k: try NestedRegion(nodes: 20_000, ties: 112_000, seed: seed)
    case .region1m: try NestedRegion(nodes: 1_000_000, ties: 5_600_000, seed: seed)
    case .region20m: try NestedRegion(nodes: 20_000_000, ties: 120_000_000, seed: seed)
    case .rmat14: try RMAT(scale: 14, seed: seed)
    case .rmat18: try RMAT(scale: 18, seed: seed)
    }
  }
}
