import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How alike two partitions of the same nodes are.
public struct PartitionComparison: Sendable, Equatable {
  /// Normalised mutual information I/((H₁ + H₂)/2), from 0 to 1; 1 when both have one cluster.
  public let normalizedMutualInformation: Double
  /// Mutual information less what two random partitions with these cluster sizes share, scaled so that equal partitions have 1 (arithmetic mean).
  public let adjustedMutualInformation: Double
  /// Rand index less its expectation, scaled so that equal partitions have 1.
  public let adjustedRandIndex: Double
  /// Variation of information H₁ + H₂ − 2I in bits; a distance, 0 when equal.
  public let variationOfInformation: Double
}

extension Partition {
  /// Compares this partition with another of the same nodes; `nil` without nodes.
  ///
  /// NMI, AMI and ARI equal scikit-learn (`normalized_mutual_info_score`, `adjusted_mutual_info_score`, `adjusted_rand_score`), VI
  /// equals igraph `compare_communities(…, "vi")` divided by ln 2. All four are the same with the two exchanged. O(n + clusters) but for AMI,
  /// whose expectation takes one term per possible overlap of each pair of different cluster sizes.
  ///
  /// Source: N. X. Vinh, J. Epps, J. Bailey, *Information theoretic measures for clusterings comparison*, JMLR 11 (2010), 2837–2854; M. Meilă,
  /// *Comparing clusterings*, J. Multivariate Analysis 98 (2007), doi:10.1016/j.jmva.2006.11.013; L. Hubert, P. Arabie, *Comparing
  /// partitions*, J. Classification 2 (1985), doi:10.1007/BF01908075.
  public func compare(with other: Partition) -> PartitionComparison? {
    precondition(nodeCount == other.nodeCount, "the same nodes")
    guard nodeCount > 0 else { return nil }
    let rows = sizes
    let columns = other.sizes
    let n = Double(nodeCount)
    var distance = 0.0
    var pairsInBoth = 0.0
    for cell in overlaps(with: other) {
      let count = Double(cell.count)
      // Written as two conditional entropies, so that equal partitions give exactly 0.
      distance -=
        count / n
        * (log2(count / Double(rows[cell.row])) + log2(count / Double(columns[cell.column])))
      pairsInBoth += count * (count - 1) / 2
    }
    distance = max(0, distance)
    let entropies = Self.entropy(rows, n) + Self.entropy(columns, n)
    let information = max(0, (entropies - distance) / 2)
    return PartitionComparison(
      normalizedMutualInformation: entropies > 0 ? min(1, 2 * information / entropies) : 1,
      adjustedMutualInformation: distance == 0
        ? 1 : Self.adjusted(information, entropies / 2, rows, columns, nodeCount),
      adjustedRandIndex: Self.adjustedRand(pairsInBoth, rows, columns, n),
      variationOfInformation: distance
    )
  }

  /// The sizes of all non-empty overlaps, row after row.
  private func overlaps(with other: Partition) -> [(row: Int, column: Int, count: Int)] {
    let members = GroupMembers(clusterOf, count: count)
    var shared = [Int](repeating: 0, count: other.count)
    var cells: [(row: Int, column: Int, count: Int)] = []
    for row in 0..<count {
      let first = cells.count
      for v in members[row] {
        let column = Int(other.clusterOf[Int(v)])
        if shared[column] == 0 { cells.append((row, column, 0)) }
        shared[column] += 1
      }
      for place in first..<cells.count {
        cells[place].count = shared[cells[place].column]
        shared[cells[place].column] = 0
      }
    }
    return cells
  }

  /// Entropy of the cluster sizes in bits.
  private static func entropy(_ sizes: [Int], _ n: Double) -> Double {
    -sizes.reduce(0) { $0 + Double($1) / n * log2(Double($1) / n) }
  }

  private static func adjustedRand(
    _ both: Double,
    _ rows: [Int],
    _ columns: [Int],
    _ n: Double
  ) -> Double {
    let pairs = { (sizes: [Int]) in
      sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let (first, second) = (pairs(rows), pairs(columns))
    // Equal partitions: every pair together in one is together in the other.
    if both == first && both == second { return 1 }
    let expected = first * second / (n * (n - 1) / 2)
    return (both - expected) / ((first + second) / 2 - expected)
  }

  /// (I − E) / (mean entropy − E), all in bits, E over partitions with these sizes.
  private static func adjusted(
    _ information: Double,
    _ meanEntropy: Double,
    _ rows: [Int],
    _ columns: [Int],
    _ nodes: Int
  ) -> Double {
    let logFactorial = (0...nodes).map { lgammaOf(Double($0) + 1) }
    var expected = 0.0
    for (a, rowsOfSize) in histogram(rows) {
      for (b, columnsOfSize) in histogram(columns) {
        var sum = 0.0
        for overlap in max(1, a + b - nodes)...max(1, min(a, b)) {
          guard a + b - overlap <= nodes else { continue }
          let chance =
            logFactorial[a] + logFactorial[b] + logFactorial[nodes - a] + logFactorial[nodes - b]
            - logFactorial[nodes] - logFactorial[overlap] - logFactorial[a - overlap]
            - logFactorial[b - overlap] - logFactorial[nodes - a - b + overlap]
          let share = Double(overlap) / Double(nodes)
          sum +=
            share * log2(Double(nodes) * Double(overlap) / (Double(a) * Double(b))) * exp(chance)
        }
        expected += Double(rowsOfSize) * Double(columnsOfSize) * sum
      }
    }
    let room = meanEntropy - expected
    // Sizes that leave chance no room (all alone, or all together): unequal partitions share nothing beyond it.
    guard abs(room) > 1e-14 else { return 0 }
    return (information - expected) / room
  }

  /// Different sizes, ascending, with how often they occur.
  private static func histogram(_ sizes: [Int]) -> [(size: Int, count: Int)] {
    var groups: [(size: Int, count: Int)] = []
    for size in sizes.sorted() {
      if let last = groups.last, last.size == size {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((size, 1))
      }
    }
    return groups
  }
}

/// The logarithm of the gamma function of a positive number.
private func lgammaOf(_ x: Double) -> Double { lgamma(x) }
