/// Every node in exactly one cluster.
///
/// Clusters are numbered by falling size, equal sizes by their first node, so that two runs that find the same
/// clusters give equal partitions. Numbers start at 0 here and at 1 wherever a person reads them.
public struct Partition: Sendable, Equatable, Hashable {
  /// The cluster of each node.
  public let clusterOf: [Int32]
  /// Number of clusters.
  public let count: Int

  /// Renumbers any labels (equal label = same cluster) into the canonical order. O(nodes + clusters·log clusters).
  public init<Label: Hashable>(labels: some Collection<Label>) {
    var numberOf: [Label: Int32] = [:]
    var first: [Int] = []
    var sizes: [Int] = []
    var raw: [Int32] = []
    raw.reserveCapacity(labels.count)
    for (node, label) in labels.enumerated() {
      if let number = numberOf[label] {
        raw.append(number)
        sizes[Int(number)] += 1
      } else {
        let number = Int32(first.count)
        numberOf[label] = number
        first.append(node)
        sizes.append(1)
        raw.append(number)
      }
    }
    self.init(raw, first: first, sizes: sizes)
  }

  /// The same for labels that are numbers: where they are as good as numbers of nodes, a table finds them without hashing.
  public init(labels: [Int32]) {
    let (least, most) = labels.reduce((Int32(0), Int32(0))) { (min($0.0, $1), max($0.1, $1)) }
    guard least >= 0, Int(most) < 4 * labels.count + 64 else {
      self.init(labels: labels[...])
      return
    }
    var numberOf = [Int32](repeating: -1, count: Int(most) + 1)
    var first: [Int] = []
    var sizes: [Int] = []
    var raw = [Int32](repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      var number = numberOf[Int(label)]
      if number < 0 {
        number = Int32(first.count)
        numberOf[Int(label)] = number
        first.append(node)
        sizes.append(0)
      }
      sizes[Int(number)] += 1
      raw[node] = number
    }
    self.init(raw, first: first, sizes: sizes)
  }

  /// Puts clusters that are numbered by their first nodes into the canonical order.
  private init(_ raw: [Int32], first: [Int], sizes: [Int]) {
    let order = first.indices.sorted {
      sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : first[$0] < first[$1]
    }
    var rank = [Int32](repeating: 0, count: order.count)
    for (place, cluster) in order.enumerated() { rank[cluster] = Int32(place) }
    clusterOf = raw.map { rank[Int($0)] }
    count = order.count
  }

  /// Every node alone.
  public static func singletons(_ nodeCount: Int) -> Partition {
    Partition(labels: 0..<nodeCount)
  }

  /// Number of nodes.
  public var nodeCount: Int { clusterOf.count }

  /// Number of members of each cluster.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for cluster in clusterOf { sizes[Int(cluster)] += 1 }
    return sizes
  }

  /// The members of each cluster, ascending.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (node, cluster) in clusterOf.enumerated() { members[Int(cluster)].append(node) }
    return members
  }
}
