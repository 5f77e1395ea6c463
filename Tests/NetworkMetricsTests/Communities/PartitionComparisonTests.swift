import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Comparing partitions")
struct PartitionComparisonTests {
  /// scikit-learn 1.9.1: normalized_mutual_info_score, adjusted_mutual_info_score, adjusted_rand_score with their defaults;
  /// python-igraph 1.0.0: compare_communities(a, b, "vi") / log(2).
  static let known: [(a: [Int], b: [Int], nmi: Double, ami: Double, ari: Double, vi: Double)] = [
    ([0], [0], 1, 1, 1, 0),
    ([0, 0, 0], [0, 0, 0], 1, 1, 1, 0),
    ([0, 1, 2], [0, 1, 2], 1, 1, 1, 0),
    ([0, 0, 0], [0, 1, 2], 0, 0, 0, 1.584962500721156),
    ([0, 0, 1, 1], [1, 1, 0, 0], 1, 1, 1, 0),
    (
      [0, 0, 0, 1, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, 2, 0, 0], 0.3946483716358942,
      0.17152423540072848, 0.09090909090909091, 1.9019550008653872
    ),
    (
      [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4], [0, 0, 0, 1, 1, 1, 2, 2, 0, 0, 3, 3],
      0.4865172227557585, 0.09388693886552917, 0.047619047619047616, 2.0932846232303124
    ),
  ]

  @Test("as scikit-learn and igraph, either way round", arguments: known.indices)
  func knownValues(_ place: Int) {
    let wanted = Self.known[place]
    let (a, b) = (Partition(labels: wanted.a), Partition(labels: wanted.b))
    for found in [a.compare(with: b)!, b.compare(with: a)!] {
      #expect(agree(found.normalizedMutualInformation, wanted.nmi))
      #expect(agree(found.adjustedMutualInformation, wanted.ami))
      #expect(agree(found.adjustedRandIndex, wanted.ari))
      #expect(agree(found.variationOfInformation, wanted.vi))
    }
  }

  @Test("chance is taken off: random partitions average zero")
  func chance() {
    var random = RandomStream(seed: 3)
    var (ami, ari) = (0.0, 0.0)
    let draws = 400
    for _ in 0..<draws {
      let a = Partition(labels: (0..<40).map { _ in random.next(below: 5) })
      let b = Partition(labels: (0..<40).map { _ in random.next(below: 8) })
      let found = a.compare(with: b)!
      ami += found.adjustedMutualInformation / Double(draws)
      ari += found.adjustedRandIndex / Double(draws)
      #expect(found.normalizedMutualInformation > found.adjustedMutualInformation)
    }
    #expect(abs(ami) < 0.01)
    #expect(abs(ari) < 0.01)
  }

  @Test("pair counting gives the same Rand index")
  func pairs() {
    var random = RandomStream(seed: 4)
    let a = (0..<30).map { _ in random.next(below: 4) }
    let b = (0..<30).map { _ in random.next(below: 3) }
    var (both, first, second, all) = (0.0, 0.0, 0.0, 0.0)
    for i in 0..<30 {
      for j in 0..<i {
        all += 1
        if a[i] == a[j] { first += 1 }
        if b[i] == b[j] { second += 1 }
        if a[i] == a[j] && b[i] == b[j] { both += 1 }
      }
    }
    let expected = first * second / all
    let wanted = (both - expected) / ((first + second) / 2 - expected)
    let found = Partition(labels: a).compare(with: Partition(labels: b))!
    #expect(agree(found.adjustedRandIndex, wanted))
  }

  @Test("nothing to compare")
  func none() {
    #expect(Partition(labels: [Int]()).compare(with: Partition(labels: [Int]())) == nil)
  }
}
