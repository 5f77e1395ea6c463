/// What sets of key players and suggested ties mean.
enum KeyPlayerTexts {
  static let entries: [Catalogue.Entry] = [
    Catalogue.Entry(
      name: "fragmentation",
      scope: .brokerage,
      traits: [.paths],
      explanation: Explanation(
        title: "fragmentation (key players, negative)",
        definition:
          "How far apart the others are once a set of actors has left: `brokers --key-players K` looks for the set of K that makes it largest.",
        formula: "ᴰF = 1 − Σ_{i≠j} 1/d(i,j) / (r(r−1)) over the r actors that remain",
        reading:
          "1: nobody reaches anybody. Compare with the value before: what hangs on these actors together.",
        caution:
          "The best set of three need not hold the best of two. Above a million sets the search is heuristic, and a bound is stated.",
        source:
          "S. Borgatti, Comput. Math. Organ. Theory 12 (2006), doi:10.1007/s10588-006-7084-x"
      )
    ),
    Catalogue.Entry(
      name: "reach",
      scope: .brokerage,
      traits: [.paths],
      explanation: Explanation(
        title: "reach (key players, positive)",
        definition:
          "How near a set of actors is to everybody: `brokers --key-players K` looks for the set of K that makes it largest.",
        formula: "Σ_j 1/d(K,j) / n, d the steps outward from the nearest member; members count 1",
        reading: "1: everybody is a member or a direct contact of one. Whom to tell news first.",
        caution: "Assumes that members pass on what they hear, to all their contacts.",
        source:
          "S. Borgatti, Comput. Math. Organ. Theory 12 (2006), doi:10.1007/s10588-006-7084-x"
      )
    ),
    Catalogue.Entry(
      name: "suggested_ties",
      scope: .brokerage,
      traits: [.paths],
      explanation: Explanation(
        title: "ties worth making",
        definition:
          "Missing ties that would raise global efficiency most, taken one after the other: `brokers --suggest-ties K`.",
        formula: "gain = Σ_{i≠j} (1/d'(i,j) − 1/d(i,j)) / (n(n−1)), d' with the tie",
        reading: "Who should meet whom so that news travels in fewer steps.",
        caution:
          "Looks at steps alone: whether the two have anything to learn from each other it does not know. Several together need not be the best set.",
        source:
          "V. Latora, M. Marchiori, Phys. Rev. Lett. 87 (2001), doi:10.1103/PhysRevLett.87.198701"
      )
    ),
  ]
}
