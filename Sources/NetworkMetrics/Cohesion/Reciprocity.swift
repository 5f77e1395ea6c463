import GraphCore

/// How many pairs of nodes are tied both ways, one way, or not at all.
public struct DyadCensus: Sendable, Equatable {
  /// Pairs with both arcs; every tied pair of an undirected graph.
  public let mutual: Int
  /// Pairs with exactly one arc.
  public let asymmetric: Int
  /// Pairs with no arc.
  public let null: Int

  /// The three counts.
  public init(mutual: Int, asymmetric: Int, null: Int) {
    self.mutual = mutual
    self.asymmetric = asymmetric
    self.null = null
  }
}

extension Graph {
  /// Counts pairs of nodes by how they are tied. O(nodes + arcs).
  ///
  /// With `answered`, only pairs in which both answered are counted, in all three classes: one report cannot say whether a tie
  /// is returned.
  ///
  /// Source: P. Holland, S. Leinhardt, *A method for detecting structure in sociometric data*, American Journal of Sociology
  /// 76 (1970), doi:10.1086/224954.
  public func dyadCensus(answered: [Bool]? = nil) -> DyadCensus {
    precondition(answered == nil || answered?.count == nodeCount, "one answer per node")
    let observed = answered?.count { $0 } ?? nodeCount
    var mutual = 0
    var asymmetric = 0
    for v in 0..<nodeCount where answered?[v] ?? true {
      forEachDyad(of: v) { other, forth, back in
        guard other > v && answered?[other] ?? true else { return }
        if forth && back { mutual += 1 } else { asymmetric += 1 }
      }
    }
    let pairs = observed * (observed - 1) / 2
    return DyadCensus(mutual: mutual, asymmetric: asymmetric, null: pairs - mutual - asymmetric)
  }

  /// The share of arcs whose reverse is there too; `nil` without arcs, 1 for an undirected graph with ties.
  ///
  /// 2 mutual / (2 mutual + asymmetric): sna's `edgewise`, igraph's default. With `answered`, arcs between two respondents only.
  public func reciprocity(answered: [Bool]? = nil) -> Double? {
    let dyads = dyadCensus(answered: answered)
    let arcs = 2 * dyads.mutual + dyads.asymmetric
    return arcs > 0 ? Double(2 * dyads.mutual) / Double(arcs) : nil
  }

  /// Whether each tie is returned: 1 or 0 per tie, in the order of ``EdgeScores``; 1 everywhere in an undirected graph.
  public func reciprocatedTies() -> EdgeScores {
    EdgeScores(ties().map { hasArc(from: $0.target, to: $0.source) ? 1 : 0 })
  }

  /// The share of each node's alters that are tied to it both ways; `nil` for isolates, 1 for the others in an undirected graph.
  ///
  /// An alter is anybody tied to the node in either direction. O(nodes + arcs).
  public func nodeReciprocity() -> NodeScores {
    NodeScores(
      (0..<nodeCount).map { v in
        var mutual = 0
        var alters = 0
        forEachDyad(of: v) { _, forth, back in
          alters += 1
          if forth && back { mutual += 1 }
        }
        return alters > 0 ? Double(mutual) / Double(alters) : nil
      }
    )
  }

  /// Calls `body` for every node tied to `v`, ascending, with whether `v` names it and whether it names `v`.
  func forEachDyad(of v: Int, _ body: (_ other: Int, _ forth: Bool, _ back: Bool) -> Void) {
    let into = incoming
    var i = out.offsets[v]
    var j = into.offsets[v]
    let iEnd = out.offsets[v + 1]
    let jEnd = into.offsets[v + 1]
    while i < iEnd || j < jEnd {
      let left = i < iEnd ? out.targets[i] : Int32.max
      let right = j < jEnd ? into.targets[j] : Int32.max
      body(Int(min(left, right)), left <= right, right <= left)
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
  }
}
