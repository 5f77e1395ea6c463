import GraphCore
import NetworkMetrics

/// Whether ties keep to clusters, or leave them, more than chance would have it.
public struct ClusterEITest: Sendable, Equatable {
  /// E-I index of the clusters; `nil` without ties.
  public let index: Double?
  /// What it would be if everybody were tied to everybody; `nil` for fewer than two actors.
  public let expected: Double?
  /// p of the index when clusters are dealt out anew, two-sided; `nil` without permutations or ties.
  public let pValue: Double?
  /// The same of every cluster by itself.
  public let clusterPValues: [Double?]
  /// Permutations made.
  public let permutations: Int

  /// Clusters up to which the ties between any two are counted.
  private static let mostClusters = 2_000

  /// Arcs up to which permutations are made when nobody says how many.
  private static let mostArcs = 100_000

  /// - Parameter permutations: how many; `nil` for 199 where the network is small enough for a wait that nobody asked for.
  /// - Throws: ``NetworkMetrics/MetricError``.
  init(
    of graph: Graph,
    _ partition: Partition,
    permutations wanted: Int?,
    seed: UInt64,
    control: RunControl
  ) throws(MetricError) {
    let coverage = try graph.statistics(of: partition, .binary).coverage
    index = coverage.map { 1 - 2 * $0 }
    let n = Double(graph.nodeCount)
    let pairsInside = partition.sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    expected = n > 1 ? 1 - 2 * pairsInside / (n * (n - 1)) : nil
    let usual = graph.out.arcCount <= Self.mostArcs ? 199 : 0
    let count = partition.count <= Self.mostClusters ? wanted ?? usual : 0
    permutations = count
    guard count > 0 else {
      pValue = nil
      clusterPValues = [Double?](repeating: nil, count: partition.count)
      return
    }
    let test = try graph.eiPermutation(
      group: partition.clusterOf,
      groupCount: partition.count,
      permutations: count,
      seed: seed,
      control: control
    )
    pValue = test.pValue
    clusterPValues = test.groupPValues
  }

  /// The figures as JSON names them.
  var json: [(String, JSONValue)] {
    [
      ("ei_index", .optional(index)), ("ei_expected", .optional(expected)),
      ("ei_p", .optional(pValue)), ("ei_permutations", .integer(permutations)),
    ]
  }
}
