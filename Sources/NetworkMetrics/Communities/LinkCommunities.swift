import GraphCore

/// One cluster that a node belongs to, and how much of the node's ties it holds.
public struct LinkMembership: Sendable, Equatable {
  /// The cluster.
  public let cluster: Int
  /// Ties of the node in the cluster / all its ties.
  public let share: Double

  /// A membership.
  public init(cluster: Int, share: Double) {
    self.cluster = cluster
    self.share = share
  }
}

/// Clusters of ties: a node belongs to every cluster that one of its ties belongs to.
public struct LinkCommunities: Sendable, Equatable {
  /// Per tie, in the order of ``EdgeScores``: its cluster, numbered by falling number of ties, then first tie; −1 for a tie of strength 0.
  public let clusterOfTie: [Int]
  /// Number of clusters.
  public let count: Int
  /// Per node its clusters, ascending; empty for isolates.
  public let memberships: [[LinkMembership]]
  /// Partition density of the clusters, at most 1; `nil` without ties.
  public let partitionDensity: Double?
  /// Ties at least this similar were joined; `nil` where none were.
  public let similarity: Double?
}

extension Graph {
  /// Overlapping clusters by clustering ties instead of nodes.
  ///
  /// Two ties i–k and j–k are as similar as the neighbourhoods of i and j, each node counting as its own neighbour: their Jaccard
  /// index, or with strengths Tanimoto's a_i·a_j / (|a_i|² + |a_j|² − a_i·a_j), a_ii being the mean strength of i. Ties are joined by
  /// single linkage, most similar first; of all levels the one with the highest partition density
  /// D = 2/M Σ m(m − n + 1)/((n − 2)(n − 1)) is kept (m ties, n nodes of a cluster, M all ties), the least joined of equals. On the
  /// undirected skeleton; arcs of a pair are summed when weighted, and carry one cluster.
  /// O(Σ degree² · log) time and 24 bytes per pair of nodes with a common neighbour.
  ///
  /// Source: Y.-Y. Ahn, J. Bagrow, S. Lehmann, *Link communities reveal multiscale complexity in networks*, Nature 466 (2010),
  /// doi:10.1038/nature09182.
  ///
  /// - Throws: ``MetricError/negativeWeight(source:target:weight:)`` when weighted, ``MetricError/cancelled``,
  ///   ``MetricError/tooMuchMemory(needed:limit:)``.
  public func linkCommunities(
    _ value: TieValue = .binary,
    control: RunControl = RunControl()
  ) throws(MetricError) -> LinkCommunities {
    if value == .weighted { try requireNonNegativeWeights() }
    let rows = (value == .binary ? skeleton() : symmetrized(.weak)).out.withoutZeros()
    let ends = EdgeEnds(rows)
    var linkage = LinkLinkage(rows, ends)
    let pairs = try SimilarPair.all(rows, control: control)
    control.begin("link communities", total: pairs.count)
    // Similar pairs level by level; the level with the best density so far is remembered as a count of levels.
    var best: (density: Double, place: Int)? = ends.count > 0 ? (0, 0) : nil
    var place = 0
    while place < pairs.count {
      try control.check()
      let level = pairs[place].similarity
      let first = place
      while place < pairs.count && pairs[place].similarity == level {
        linkage.join(pairs[place])
        place += 1
      }
      control.advance(by: place - first)
      let density = linkage.partitionDensity
      // A rise by rounding alone is none.
      if let known = best, density > known.density + 1e-12 { best = (density, place) }
    }
    linkage = LinkLinkage(rows, ends)
    let kept = best?.place ?? 0
    for pair in pairs[..<kept] { linkage.join(pair) }
    let clusters = Partition(labels: linkage.labels)
    let arcCluster = ties().map { tie -> Int in
      guard let arc = rows.arc(from: tie.source, to: tie.target) else { return -1 }
      return Int(clusters.clusterOf[Int(ends.edgeOf[arc])])
    }
    let memberships = (0..<nodeCount).map { v -> [LinkMembership] in
      var counts: [Int: Int] = [:]
      for arc in rows.arcs(of: v) {
        counts[Int(clusters.clusterOf[Int(ends.edgeOf[arc])]), default: 0] += 1
      }
      return counts.keys.sorted().map {
        LinkMembership(cluster: $0, share: Double(counts[$0] ?? 0) / Double(rows.degree(of: v)))
      }
    }
    return LinkCommunities(
      clusterOfTie: arcCluster,
      count: clusters.count,
      memberships: memberships,
      partitionDensity: best.map { _ in linkage.partitionDensity },
      similarity: kept > 0 ? pairs[kept - 1].similarity : nil
    )
  }
}

/// Undirected edges numbered in row order.
private struct EdgeEnds {
  /// The edge at each arc.
  let edgeOf: [Int32]
  let count: Int

  init(_ rows: Adjacency) {
    var edgeOf = [Int32](repeating: 0, count: rows.arcCount)
    var count: Int32 = 0
    var cursor = rows.offsets
    for v in 0..<rows.nodeCount {
      for arc in rows.arcs(of: v) where Int(rows.targets[arc]) > v {
        edgeOf[arc] = count
        // Rows are read in ascending order of v, and so are the entries of the other row that point back.
        let other = Int(rows.targets[arc])
        edgeOf[cursor[other]] = count
        cursor[other] += 1
        count += 1
      }
    }
    self.edgeOf = edgeOf
    self.count = Int(count)
  }
}

/// Two nodes with a common neighbour, and how alike their neighbourhoods are.
private struct SimilarPair {
  let similarity: Double
  let a: Int32
  let b: Int32

  /// All of them, most similar first.
  static func all(_ rows: Adjacency, control: RunControl) throws(MetricError) -> [SimilarPair] {
    let n = rows.nodeCount
    var most = 0
    for v in 0..<n { most += rows.degree(of: v) * (rows.degree(of: v) - 1) / 2 }
    try MemoryBudget.require(min(most, n * (n - 1) / 2), of: 32, fixed: 24 * n)
    var own = [Double](repeating: 0, count: n)
    var squares = own
    for v in 0..<n where rows.degree(of: v) > 0 {
      for arc in rows.arcs(of: v) {
        own[v] += rows.weight(at: arc) / Double(rows.degree(of: v))
        squares[v] += rows.weight(at: arc) * rows.weight(at: arc)
      }
      squares[v] += own[v] * own[v]
    }
    var product = [Double](repeating: 0, count: n)
    var met: [Int32] = []
    var pairs: [SimilarPair] = []
    for a in 0..<n {
      if a & 0xff == 0 { try control.check() }
      for arc in rows.arcs(of: a) {
        let k = Int(rows.targets[arc])
        for leg in rows.arcs(of: k) where Int(rows.targets[leg]) > a {
          let b = Int(rows.targets[leg])
          if product[b] == 0 { met.append(Int32(b)) }
          product[b] += rows.weight(at: arc) * rows.weight(at: leg)
        }
      }
      for arc in rows.arcs(of: a) {
        let b = Int(rows.targets[arc])
        // Neighbours find each other in both neighbourhoods; those without a common neighbour join no ties.
        if product[b] > 0 { product[b] += rows.weight(at: arc) * (own[a] + own[b]) }
      }
      for b in met {
        let dot = product[Int(b)]
        product[Int(b)] = 0
        pairs.append(
          SimilarPair(
            similarity: dot / (squares[a] + squares[Int(b)] - dot),
            a: Int32(a),
            b: b
          )
        )
      }
      met.removeAll(keepingCapacity: true)
    }
    pairs.sort {
      $0.similarity != $1.similarity
        ? $0.similarity > $1.similarity : ($0.a, $0.b) < ($1.a, $1.b)
    }
    return pairs
  }
}

/// Union-find over ties with the number of ties and of nodes of every cluster.
private struct LinkLinkage {
  private let rows: Adjacency
  private let ends: EdgeEnds
  private var parent: [Int32]
  private var ties: [Int]
  /// The nodes of a cluster, ascending, at its root.
  private var nodes: [[Int32]]
  /// Σ of the terms of the partition density.
  private var terms = 0.0

  init(_ rows: Adjacency, _ ends: EdgeEnds) {
    self.rows = rows
    self.ends = ends
    parent = (0..<ends.count).map { Int32($0) }
    ties = [Int](repeating: 1, count: ends.count)
    nodes = [[Int32]](repeating: [], count: ends.count)
    for v in 0..<rows.nodeCount {
      for arc in rows.arcs(of: v) { nodes[Int(ends.edgeOf[arc])].append(Int32(v)) }
    }
  }

  var partitionDensity: Double { ends.count > 0 ? 2 * terms / Double(ends.count) : 0 }

  /// The cluster of every tie under some name.
  var labels: [Int32] {
    var copy = self
    return (0..<ends.count).map { copy.root(Int32($0)) }
  }

  /// Joins the ties of the two nodes to each of their common neighbours.
  mutating func join(_ pair: SimilarPair) {
    var i = rows.offsets[Int(pair.a)]
    var j = rows.offsets[Int(pair.b)]
    while i < rows.offsets[Int(pair.a) + 1] && j < rows.offsets[Int(pair.b) + 1] {
      let (left, right) = (rows.targets[i], rows.targets[j])
      if left == right { unite(root(ends.edgeOf[i]), root(ends.edgeOf[j])) }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
  }

  private mutating func root(_ tie: Int32) -> Int32 {
    var tie = tie
    while parent[Int(tie)] != tie {
      parent[Int(tie)] = parent[Int(parent[Int(tie)])]
      tie = parent[Int(tie)]
    }
    return tie
  }

  private mutating func unite(_ a: Int32, _ b: Int32) {
    guard a != b else { return }
    let (large, small) =
      nodes[Int(a)].count >= nodes[Int(b)].count ? (Int(a), Int(b)) : (Int(b), Int(a))
    terms -= term(large) + term(small)
    parent[small] = Int32(large)
    ties[large] += ties[small]
    nodes[large] = Self.merged(nodes[large], nodes[small])
    nodes[small] = []
    terms += term(large)
  }

  private func term(_ cluster: Int) -> Double {
    let (m, n) = (Double(ties[cluster]), Double(nodes[cluster].count))
    return n > 2 ? m * (m - n + 1) / ((n - 2) * (n - 1)) : 0
  }

  private static func merged(_ a: [Int32], _ b: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let left = i < a.count ? a[i] : Int32.max
      let right = j < b.count ? b[j] : Int32.max
      result.append(min(left, right))
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return result
  }
}
