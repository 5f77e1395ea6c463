import GraphCore

/// The sixteen ways three nodes of a directed graph can be tied (Davis and Leinhardt): mutual, asymmetric and null pairs, then
/// a letter for down, up, transitive or cyclic.
///
/// The raw values are the names networkx uses; the cases stand in the customary order.
public enum TriadType: String, Sendable, CaseIterable {
  case t003 = "003"
  case t012 = "012"
  case t102 = "102"
  case t021D = "021D"
  case t021U = "021U"
  case t021C = "021C"
  case t111D = "111D"
  case t111U = "111U"
  case t030T = "030T"
  case t030C = "030C"
  case t201 = "201"
  case t120D = "120D"
  case t120U = "120U"
  case t120C = "120C"
  case t210 = "210"
  case t300 = "300"
}

/// How many triples of nodes are of each type.
public struct TriadCensus: Sendable, Equatable {
  /// Sixteen counts in the order of `TriadType.allCases`; together n(n − 1)(n − 2)/6.
  public let counts: [Int]

  /// The number of triples of one type.
  public subscript(type: TriadType) -> Int {
    counts[TriadType.allCases.firstIndex(of: type)!]
  }
}

extension Graph {
  /// Counts all triples of nodes of a directed graph by type; equal to networkx `triadic_census`.
  ///
  /// Only triangles of the skeleton are looked at one by one. Pairs of ties at a node give the triples with two tied pairs once
  /// the triangles are taken away; ties give those with one, and what is left of n(n − 1)(n − 2)/6 is empty. All in
  /// whole numbers, O(nodes + edges^1.5) at worst, where a search over the neighbours of every pair takes O(edges · largest degree).
  ///
  /// Source: V. Batagelj, A. Mrvar, *A subquadratic triad census algorithm for large sparse networks with small maximum degree*,
  /// Social Networks 23 (2001), doi:10.1016/S0378-8733(01)00035-1 (the types and what must come out); M. Ortmann, U. Brandes,
  /// *Efficient orbit-aware triad and quad census in directed and undirected graphs*, Applied Network Science 2 (2017),
  /// doi:10.1007/s41109-017-0027-2 (counting by difference).
  ///
  /// - Throws: ``MetricError/notDefined(reason:)`` for an undirected graph or one with so many nodes that the number of triples
  ///   leaves `Int` (3.8 million); ``MetricError/cancelled``; ``MetricError/tooMuchMemory(needed:limit:)``.
  public func triadCensus(control: RunControl = RunControl()) throws(MetricError) -> TriadCensus {
    guard isDirected else { throw .notDefined(reason: "a triad census needs directed ties") }
    guard let all = Self.triples(of: nodeCount) else {
      throw .notDefined(reason: "there are more triples of nodes than can be counted")
    }
    let skeleton = OrientedSkeleton(self, control: control)
    let closed = try skeleton.triangleCodes(control: control)
    var types = [Int](repeating: 0, count: 16)
    var pairs = PairsAtNodes()
    for code in 0..<64 where closed[code] > 0 {
      types[TriangleCode(code).type.place] += closed[code]
      pairs.subtract(TriangleCode(code), times: closed[code])
    }
    var arcs = (asymmetric: 0, mutual: 0)
    for v in 0..<nodeCount {
      var (leaving, arriving, mutual) = (0, 0, 0)
      forEachDyad(of: v) { _, forth, back in
        if forth && back { mutual += 1 } else if forth { leaving += 1 } else { arriving += 1 }
      }
      arcs.asymmetric += leaving
      arcs.mutual += mutual
      pairs.add(leaving: leaving, arriving: arriving, mutual: mutual)
    }
    arcs.mutual /= 2
    for (place, type) in PairsAtNodes.types.enumerated() { types[type.place] += pairs.open[place] }
    // Each tied pair stands in n − 2 triples; those with a second tied pair are known by now.
    var asymmetricLeft = arcs.asymmetric * (nodeCount - 2)
    var mutualLeft = arcs.mutual * (nodeCount - 2)
    for type in TriadType.allCases {
      asymmetricLeft -= type.asymmetricPairs * types[type.place]
      mutualLeft -= type.mutualPairs * types[type.place]
    }
    types[TriadType.t012.place] = asymmetricLeft
    types[TriadType.t102.place] = mutualLeft
    types[TriadType.t003.place] = all - types.reduce(0, +)
    return TriadCensus(counts: types)
  }

  /// n(n − 1)(n − 2)/6, or `nil` where that is too large.
  static func triples(of n: Int) -> Int? {
    guard n >= 3 else { return 0 }
    let pairs = n * (n - 1) / 2
    // One of the factors of pairs · (n − 2) is divisible by 3; divide it before multiplying.
    let (product, overflow) =
      pairs % 3 == 0
      ? (pairs / 3).multipliedReportingOverflow(by: n - 2)
      : pairs.multipliedReportingOverflow(by: (n - 2) / 3)
    return overflow ? nil : product
  }
}

extension TriadType {
  /// Its place in `allCases`.
  var place: Int { Self.allCases.firstIndex(of: self)! }
  /// The first digit of the name.
  var mutualPairs: Int { Int(rawValue.utf8[rawValue.utf8.startIndex]) - 48 }
  /// The second digit of the name.
  var asymmetricPairs: Int {
    Int(rawValue.utf8[rawValue.utf8.index(after: rawValue.utf8.startIndex)]) - 48
  }
}
