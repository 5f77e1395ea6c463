import NetworkMetrics

/// Measures that follow paths.
enum PathMeasures {
  static let all: [NodeMeasure] = [
    closeness("closeness", .outward), closeness("in_closeness", .inward),
    harmonic("harmonic", .outward), harmonic("in_harmonic", .inward), eccentricity, betweenness,
  ]

  private static func closeness(_ name: String, _ direction: PathDirection) -> NodeMeasure {
    NodeMeasure(
      name,
      direction == .outward ? [.ownReports, .paths, .distances] : [.paths, .distances],
      Explanation(
        title: direction == .outward ? "closeness" : "in-closeness",
        definition:
          "How short the paths are \(direction == .outward ? "from an actor to all it reaches" : "to an actor from all that reach it"), "
          + "times the share of actors within reach (Wasserman–Faust).",
        formula: "(r−1)/Σd · (r−1)/(n−1), r = actors reached, itself included; 0 if none",
        reading:
          "A high value means that news travels \(direction == .outward ? "from" : "to") this actor in few steps.",
        caution:
          "Differences between actors are small in dense networks; missing answers lengthen paths. "
          + "In large networks --approximate estimates it and gives each value's error.",
        source:
          "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478",
        sameAs: direction == .outward
          ? "networkx closeness_centrality(G.reverse())" : "networkx closeness_centrality(G)"
      ),
      estimate: { context throws(MetricError) in
        let distances = try context.sampledDistances(direction)
        return try context.graph.sampledCloseness(from: distances, control: context.control)
      }
    ) { context throws(MetricError) in
      .scores(try context.distances(direction).closeness.values)
    }
  }

  private static func harmonic(_ name: String, _ direction: PathDirection) -> NodeMeasure {
    NodeMeasure(
      name,
      direction == .outward
        ? [.ownReports, .paths, .normalizable, .distances] : [.paths, .normalizable, .distances],
      Explanation(
        title: direction == .outward ? "harmonic centrality" : "in-harmonic centrality",
        definition:
          "Sum of one over the distance \(direction == .outward ? "to" : "from") every other actor; actors out of reach add nothing.",
        formula: direction == .outward ? "Σ_{u≠v} 1/d(v,u)" : "Σ_{u≠v} 1/d(u,v)",
        reading: "Like closeness, but sound in networks that fall into pieces.",
        caution:
          "Compare only networks of one size, or use --normalized (divides by n − 1). In large networks --approximate estimates it.",
        source:
          "P. Boldi, S. Vigna, Internet Mathematics 10 (2014), doi:10.1080/15427951.2013.865686",
        sameAs: direction == .outward
          ? "networkx harmonic_centrality(G.reverse())" : "networkx harmonic_centrality(G)"
      ),
      estimate: { context throws(MetricError) in
        try context.sampledDistances(direction).harmonic(context.options.normalization)
      }
    ) { context throws(MetricError) in
      let totals = try context.distances(direction)
      return .scores(try totals.harmonic(context.options.normalization).values)
    }
  }

  private static let eccentricity = NodeMeasure(
    "eccentricity",
    [.ownReports, .paths, .distances],
    Explanation(
      title: "eccentricity",
      definition: "Distance to the farthest of the actors within reach; 0 for who reaches nobody.",
      formula: "max d(v,u) over the u that v reaches",
      reading: "Small values in the middle of a network, large ones at its rim.",
      caution:
        "Actors that reach few others have small values too: look at the components first.",
      source:
        "P. Hage, F. Harary, Social Networks 17 (1995), doi:10.1016/0378-8733(94)00248-9"
    )
  ) { context throws(MetricError) in
    .scores(try context.distances(.outward).farthest.map { $0 })
  }

  static let reach2 = NodeMeasure(
    "reach2",
    [.ownReports, .paths],
    Explanation(
      title: "reach in two steps",
      definition: "Number of other actors at most two steps away along the direction of ties.",
      formula: "|{u ≠ v : d(v,u) ≤ 2}|, in steps",
      reading: "Whom an actor can ask, or ask for an introduction to.",
      caution: "Near the number of all actors in a dense network, where it tells little.",
      source:
        "S. Borgatti, M. Everett, J. Johnson, Analyzing Social Networks (2013), chapter 10"
    )
  ) { context throws(MetricError) in
    .counts(try context.graph.twoStepReach(control: context.control))
  }

  private static let betweenness = NodeMeasure(
    "betweenness",
    [.paths, .normalizable, .shortestPaths],
    Explanation(
      title: "betweenness",
      definition:
        "How often an actor lies on the shortest paths between others; where several paths are equally short each counts its share.",
      formula: "Σ_{s≠v≠t} σ(s,t|v)/σ(s,t); undirected pairs count once",
      reading:
        "A high value means that much of what passes between others passes this actor: a bridge, or a bottleneck.",
      caution:
        "It assumes that what flows takes shortest paths. A high value is a dependence of the network on the actor, not a merit. "
        + "One missing answer can move it much. In large networks --approximate estimates it from random shortest paths.",
      source:
        "L. Freeman, Sociometry 40 (1977), doi:10.2307/3033543; U. Brandes, J. Math. Sociol. 25 (2001), doi:10.1080/0022250X.2001.9990249",
      sameAs: "networkx betweenness_centrality(normalized=False); igraph betweenness()"
    ),
    estimate: { context throws(MetricError) in
      try context.graph.sampledBetweenness(
        context.sampling(usual: Approximation.usualOfPaths),
        normalization: context.options.normalization,
        control: context.control
      )
    }
  ) { context throws(MetricError) in
    let options = BetweennessOptions(
      lengths: context.options.lengths,
      normalization: context.options.normalization
    )
    return .scores(try context.graph.betweenness(options, control: context.control).values)
  }

  static let pagerank = NodeMeasure(
    "pagerank",
    [.paths, .weightedByDefault],
    Explanation(
      title: "PageRank",
      definition:
        "Share of time a walker spends at an actor who follows a random tie (by strength) with probability d = 0.85 (--damping) and jumps anywhere else.",
      formula:
        "x = d·(Pᵀx + dangling mass/n) + (1−d)/n, Σx = 1; L1 residual ≤ --tolerance",
      reading: "Named by those who are themselves named by many: standing rather than activity.",
      caution: "In an undirected network it says little more than strength.",
      source: "S. Brin, L. Page, Computer Networks 30 (1998), doi:10.1016/S0169-7552(98)00110-X",
      sameAs: "networkx pagerank(alpha=0.85, tol=1e-14)"
    )
  ) { context throws(MetricError) in
    let options = PageRankOptions(
      damping: context.options.damping,
      tolerance: context.options.tolerance
    )
    return .scores(try context.graph.pageRank(options, control: context.control).scores.values)
  }
}
