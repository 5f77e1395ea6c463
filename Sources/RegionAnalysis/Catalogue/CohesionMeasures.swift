import NetworkMetrics

/// What goes on between two actors.
enum DyadMeasures {
  static let all: [NetworkMeasure] = [
    NetworkMeasures.one(
      "reciprocity",
      [.ownReports],
      Explanation(
        title: "reciprocity",
        definition:
          "Share of arcs that are returned. With a roster: among pairs in which both answered. Undirected networks: not defined.",
        formula: "arcs v→u with u→v / arcs",
        reading: "High: exchange between equals. Low: some give, others take.",
        caution: "Rises with density by itself: compare with what chance would give.",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478",
        sameAs: "networkx overall_reciprocity; sna grecip(measure=\"edgewise\")"
      )
    ) { context throws(MetricError) in
      context.graph.isDirected
        ? Cell(context.graph.reciprocity(answered: context.answered)) : .missing
    },
    dyads("mutual", "mutual pairs", "tied both ways") { $0.mutual },
    dyads("asymmetric", "asymmetric pairs", "tied one way only") { $0.asymmetric },
    dyads("null", "null pairs", "not tied") { $0.null },
  ]

  private static func dyads(
    _ name: String,
    _ title: String,
    _ what: String,
    _ read: @escaping @Sendable (DyadCensus) -> Int
  ) -> NetworkMeasure {
    NetworkMeasures.one(
      name,
      [.ownReports],
      Explanation(
        title: title,
        definition:
          "Number of pairs of actors that are \(what). With a roster: pairs in which both answered.",
        formula: "a count of unordered pairs",
        reading: "The three kinds of pairs add up to n(n−1)/2.",
        caution: "In an undirected network every tie is mutual.",
        source: "P. Holland, S. Leinhardt, Am. J. Sociol. 76 (1970), doi:10.1086/224954",
        sameAs: "sna dyad.census()"
      )
    ) { context throws(MetricError) in
      .integer(read(context.graph.dyadCensus(answered: context.answered)))
    }
  }
}

/// What goes on between three and more.
enum ClosureMeasures {
  static let all: [NetworkMeasure] = [triadCensus, transitivity, meanClustering, degeneracy]

  private static let triadCensus = NetworkMeasure(
    "triad_census",
    [],
    Explanation(
      title: "triad census",
      definition:
        "Number of triples of actors of each of the sixteen kinds; the digits count mutual, asymmetric and null pairs. Directed networks only.",
      formula: "counts by isomorphism class 003 … 300",
      reading:
        "030T and 120–300: closure; 021 and 111: open paths, places for brokers.",
      caution: "Compare with random networks of the same density before reading much into a count.",
      source:
        "P. Holland, S. Leinhardt, Am. J. Sociol. 76 (1970), doi:10.1086/224954; V. Batagelj, A. Mrvar, Social Networks 23 (2001), doi:10.1016/S0378-8733(01)00035-1",
      sameAs: "networkx triadic_census"
    )
  ) { context throws(MetricError) in
    guard context.graph.isDirected else {
      return .several(prefix: "triad_", TriadType.allCases.map { ($0.rawValue, .missing) })
    }
    let census = try context.graph.triadCensus(control: context.control)
    return .several(
      prefix: "triad_",
      TriadType.allCases.map { ($0.rawValue, .integer(census[$0])) }
    )
  }

  private static let transitivity = NetworkMeasures.one(
    "transitivity",
    [],
    Explanation(
      title: "transitivity",
      definition: "Share of two-step paths i → j → k whose ends are tied i → k as well.",
      formula: "paths i→j→k with i→k / paths i→j→k, i,j,k distinct; undirected: on the skeleton",
      reading: "High: the partners of partners are partners.",
      caution: "Rises with density by itself.",
      source:
        "P. Holland, S. Leinhardt, Comp. Group Studies 2 (1971), doi:10.1177/104649647100200201",
      sameAs: "sna gtrans(measure=\"weak\")"
    )
  ) { context throws(MetricError) in
    Cell(try context.graph.transitivity(control: context.control))
  }

  private static let meanClustering = NetworkMeasures.one(
    "mean_clustering",
    [],
    Explanation(
      title: "mean clustering",
      definition: "Mean of the actors' clustering; those with fewer than two neighbours count 0.",
      formula: "Σ C(v) / n",
      reading: "How closed the actors' circles are on average.",
      caution:
        "Actors with few neighbours weigh as much as those with many: transitivity counts otherwise.",
      source: "D. Watts, S. Strogatz, Nature 393 (1998), doi:10.1038/30918",
      sameAs: "networkx average_clustering(G.to_undirected())"
    )
  ) { context throws(MetricError) in
    Cell(try context.graph.meanClustering(context.options.ties, control: context.control))
  }

  private static let degeneracy = NetworkMeasures.one(
    "degeneracy",
    [],
    Explanation(
      title: "degeneracy",
      definition: "The highest core number in the network.",
      formula: "max core_number",
      reading: "How dense the densest part is.",
      caution: "Says nothing of how large that part is.",
      source: "S. Seidman, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X",
      sameAs: "networkx max(core_number)"
    )
  ) { context throws(MetricError) in
    .integer(try context.graph.coreNumbers(control: context.control).max() ?? 0)
  }
}
