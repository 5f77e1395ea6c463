/// Mean and variance of a count.
struct BrokerageMoments {
  let mean: Double
  let variance: Double

  /// The square root of the variance, 0 where rounding left it below.
  var standardDeviation: Double { variance > 0 ? variance.squareRoot() : 0 }

  /// How many deviations `count` lies above the mean, or `nil` without deviation.
  func score(_ count: Int) -> Double? {
    standardDeviation > 0 ? (Double(count) - mean) / standardDeviation : nil
  }
}

/// Brokerage by chance: groups as they are, every tie there with probability d, independently of the others.
///
/// An open path of given ends has probability q = d²(1 − d). Two of them depend on each other only through a tie they share:
/// present in both (covariance a = d³(1−d)³), present in one and absent in the other (−d⁴(1−d)²), absent in both (d⁵(1−d)).
/// For a node this gives the formulas of Gould and Fernandez as in `sna::brokerage`; for the whole network the sums
/// are taken over pairs of groups, by the third node.
///
/// Undirected: an open pair counts in both orders at once, twice in one role (variance ×4 of the pairs') or once each as
/// representative and gatekeeper.
struct BrokerageModel {
  private let isDirected: Bool
  private let total: Double
  /// Different group sizes with how many groups have them, ascending.
  private let groups: [(size: Double, count: Double)]
  /// powerSum[k]: Σ over groups of sizeᵏ.
  private let powerSum: [Double]
  private let q: Double
  private let presentTwice: Double
  private let presentAndAbsent: Double
  private let absentTwice: Double

  init(groupSizes: [Int], density d: Double, isDirected: Bool) {
    self.isDirected = isDirected
    var groups: [(size: Double, count: Double)] = []
    for size in groupSizes.sorted() {
      if let last = groups.last, last.size == Double(size) {
        groups[groups.count - 1].count += 1
      } else {
        groups.append((Double(size), 1))
      }
    }
    self.groups = groups
    powerSum = (0...3).map { exponent in
      groups.reduce(0) { sum, group in
        sum + group.count * (0..<exponent).reduce(1) { power, _ in power * group.size }
      }
    }
    total = powerSum[1]
    let absent = 1 - d
    q = d * d * absent
    presentTwice = d * d * d * absent * absent * absent
    presentAndAbsent = -d * d * d * d * absent * absent
    absentTwice = d * d * d * d * d * absent
  }

  /// The six roles of one node of a group of `groupSize`, in the order of `BrokerRole.allCases`.
  func node(groupSize: Int) -> [BrokerageMoments] {
    let n = Double(groupSize)
    let others = total - n
    // Σ over the other groups of size, size² and size³.
    let (s1, s2, s3) = (others, powerSum[2] - n * n, powerSum[3] - n * n * n)
    let mixedShared =
      (n - 1) * others * (others - 1) / 2 + others * (n - 1) * (n - 2) / 2
    let liaisonShared = (others * others - others) * s1 + (1 - 2 * others) * s2 + s3
    let pairs = [
      (n - 1) * (n - 2), s2 - s1, others * (n - 1), others * (n - 1), others * others - s2,
      (total - 1) * (total - 2),
    ]
    let shared = [
      2 * (n - 1) * (n - 2) * (n - 3), 2 * (s3 - 3 * s2 + 2 * s1), 2 * mixedShared,
      2 * mixedShared, 2 * liaisonShared, 2 * (total - 1) * (total - 2) * (total - 3),
    ]
    return (0..<6).map { role in
      let mean = q * pairs[role]
      let variance = mean * (1 - q) + shared[role] * presentTwice
      return BrokerageMoments(mean: mean, variance: variance * doubling(role))
    }
  }

  /// One role summed over all nodes.
  func whole(_ role: BrokerRole) -> BrokerageMoments {
    let (n1, n2, n3) = (total, powerSum[2], powerSum[3])
    let inOne = n3 - 3 * n2 + 2 * n1
    let inTwo = total * (n2 - n1) - (n3 - n2)
    let inThree = n1 * n1 * n1 - 3 * n1 * n2 + 2 * n3
    let paths =
      switch role {
      case .coordinator: inOne
      case .itinerant, .representative, .gatekeeper: inTwo
      case .liaison: inThree
      case .brokerage: total * (total - 1) * (total - 2)
      }
    let mean = q * paths
    let configurations = doubling(role.place) == 2 ? paths / 2 : paths
    var variance = configurations * q * (1 - q) + paths * sameTriple(role)
    for (place, first) in groups.enumerated() {
      let insidePairs = first.size * (first.size - 1) / (isDirected ? 1 : 2)
      variance += first.count * insidePairs * shared(thirds(role, inside: first.size))
      for (otherPlace, second) in groups.enumerated() where isDirected || otherPlace >= place {
        var ways = first.count * (second.count - (otherPlace == place ? 1 : 0))
        if !isDirected && otherPlace == place { ways /= 2 }
        variance +=
          ways * first.size * second.size * shared(thirds(role, first.size, second.size))
      }
    }
    return BrokerageMoments(
      mean: mean,
      variance: variance * (doubling(role.place) == 2 ? 4 : 1)
    )
  }

  /// 2 where an undirected open pair counts twice in the role.
  private func doubling(_ place: Int) -> Double {
    isDirected || place == BrokerRole.representative.place
      || place == BrokerRole.gatekeeper.place ? 1 : 2
  }

  /// The covariance that one path has with the other paths of its role on the same three nodes.
  ///
  /// Undirected: each of two others wants absent what this one wants present (−q² each; a path is counted twice in `paths`).
  /// Directed, from a → v → b: a → b → v and v → a → b exclude it, v → b → a and b → a → v share an arc with it.
  private func sameTriple(_ role: BrokerRole) -> Double {
    switch role {
    case .itinerant: 0
    case .representative, .gatekeeper: -q * q
    case .coordinator, .liaison, .brokerage:
      isDirected ? 2 * (presentTwice - q * q) : -q * q
    }
  }

  /// Third nodes to go with a tie: how many, and in how many paths of the role on such three nodes the tie is present, and absent.
  private typealias Thirds = (count: Double, present: Double, absent: Double)

  /// For a tie inside a group of size n.
  private func thirds(_ role: BrokerRole, inside n: Double) -> [Thirds] {
    switch role {
    case .coordinator: [(n - 2, 2, 1)]
    case .itinerant: [(total - n, 0, 1)]
    case .representative, .gatekeeper: [(total - n, isDirected ? 1 : 2, 0)]
    case .liaison: []
    case .brokerage: [(total - 2, 2, 1)]
    }
  }

  /// For a tie from a group of size n to another of size m.
  private func thirds(_ role: BrokerRole, _ n: Double, _ m: Double) -> [Thirds] {
    switch role {
    case .coordinator: []
    case .itinerant: [(n - 1, 1, 0), (m - 1, 1, 0)]
    case .representative: isDirected ? [(n - 1, 1, 1)] : [(n - 1, 1, 1), (m - 1, 1, 1)]
    case .gatekeeper: isDirected ? [(m - 1, 1, 1)] : [(n - 1, 1, 1), (m - 1, 1, 1)]
    case .liaison: [(total - n - m, 2, 1)]
    case .brokerage: [(total - 2, 2, 1)]
    }
  }

  /// The covariance of all ordered pairs of paths that share a given tie and have different third nodes.
  private func shared(_ thirds: [Thirds]) -> Double {
    var (present, absent, presentSquares, absentSquares, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for third in thirds {
      present += third.count * third.present
      absent += third.count * third.absent
      presentSquares += third.count * third.present * third.present
      absentSquares += third.count * third.absent * third.absent
      products += third.count * third.present * third.absent
    }
    return presentTwice * (present * present - presentSquares)
      + 2 * presentAndAbsent * (present * absent - products)
      + absentTwice * (absent * absent - absentSquares)
  }
}
