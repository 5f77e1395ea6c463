import NetworkMetrics

/// Measures that look at an actor's neighbourhood.
enum LocalMeasures {
  static let all: [NodeMeasure] = [
    coreNumber, triangles, clustering, PathMeasures.reach2, constraint, effectiveSize,
    burtEfficiency, burtHierarchy, articulation,
  ]

  private static let coreNumber = NodeMeasure(
    "core_number",
    [],
    Explanation(
      title: "core number",
      definition:
        "The largest k for which the actor belongs to a group in which everybody has at least k ties to the group; direction does not count.",
      formula: "largest k with v in the k-core of the undirected simple skeleton",
      reading: "High numbers mark the dense middle of a network.",
      caution: "A core can fall into several separate groups: look at the map.",
      source: "S. Seidman, Social Networks 5 (1983), doi:10.1016/0378-8733(83)90028-X",
      sameAs: "networkx core_number; igraph coreness()"
    )
  ) { context throws(MetricError) in
    .counts(try context.graph.coreNumbers(control: context.control))
  }

  private static let triangles = NodeMeasure(
    "triangles",
    [],
    Explanation(
      title: "triangles",
      definition:
        "Number of pairs of an actor's neighbours that are tied to each other; direction does not count.",
      formula: "t(v) = |{ {u,w} ⊆ N(v) : u–w }|",
      reading: "Many triangles: a neighbourhood in which people know each other.",
      caution: "Grows with the number of neighbours: clustering takes that out.",
      source: "D. Watts, S. Strogatz, Nature 393 (1998), doi:10.1038/30918",
      sameAs: "networkx triangles(G.to_undirected())"
    )
  ) { context throws(MetricError) in .counts(try context.triangles()) }

  private static let clustering = NodeMeasure(
    "clustering",
    [.weightedForm],
    Explanation(
      title: "clustering",
      definition:
        "Share of the pairs of an actor's neighbours that are tied to each other; 0 for actors with fewer than two neighbours.",
      formula: "C(v) = 2·t(v) / (k(v)·(k(v)−1)) on the undirected simple skeleton",
      reading: "Near 1: a closed circle. Near 0: the actor stands between others who do not meet.",
      caution: "Jumps between extremes when an actor has few neighbours.",
      source: "D. Watts, S. Strogatz, Nature 393 (1998), doi:10.1038/30918",
      sameAs: "networkx clustering(G.to_undirected())"
    )
  ) { context throws(MetricError) in
    .scores(try context.graph.clustering(context.options.ties, control: context.control).values)
  }

  private static let constraint = NodeMeasure(
    "constraint",
    [.weightedForm],
    Explanation(
      title: "constraint",
      definition:
        "How much an actor's relations all lead back to the same few others (Burt). Ties in either direction count.",
      formula: "Σ_j (p_ij + Σ_q p_iq·p_qj)², p_ij = (a_ij + a_ji)/Σ_k(a_ik + a_ki), q ≠ i,j",
      reading:
        "Low: contacts who do not know each other, room for brokerage. High: a closed neighbourhood. Empty for isolates.",
      caution:
        "Can exceed 1 for actors with one or two contacts; says little where the whole network is dense.",
      source: "R. Burt, Structural Holes (1992), doi:10.4159/9780674029095",
      sameAs: "igraph constraint()"
    )
  ) { context throws(MetricError) in
    .scores(try context.structuralHoles().constraint.values)
  }

  private static let effectiveSize = NodeMeasure(
    "effective_size",
    [.weightedForm],
    Explanation(
      title: "effective size",
      definition:
        "Number of contacts less what they have in common: how many different circles an actor is in touch with.",
      formula: "Σ_j [1 − Σ_q p_iq·m_jq], m_jq = (a_jq + a_qj)/max_k(a_jk + a_kj), q ≠ i,j",
      reading: "Close to the number of contacts: each opens a door of its own.",
      caution: "Grows with the number of contacts; burt_efficiency divides by it.",
      source: "R. Burt, Structural Holes (1992), doi:10.4159/9780674029095",
      sameAs: "networkx effective_size(G, nodes=[v]) for actors that name somebody"
    )
  ) { context throws(MetricError) in
    .scores(try context.structuralHoles().effectiveSize.values)
  }

  private static let burtEfficiency = NodeMeasure(
    "burt_efficiency",
    [.weightedForm],
    Explanation(
      title: "efficiency of contacts",
      definition: "Effective size divided by the number of contacts.",
      formula: "effective_size / N, N = contacts in either direction",
      reading: "1: no contact is redundant. Near 0: all contacts know each other.",
      caution: "High for anybody with few contacts.",
      source: "R. Burt, Structural Holes (1992), doi:10.4159/9780674029095"
    )
  ) { context throws(MetricError) in
    .scores(try context.structuralHoles().efficiency.values)
  }

  private static let burtHierarchy = NodeMeasure(
    "burt_hierarchy",
    [.weightedForm],
    Explanation(
      title: "hierarchy of constraint",
      definition:
        "How far an actor's constraint comes from a single contact. Empty for actors with fewer than two contacts.",
      formula:
        "Σ_j (c_ij/c̄)·ln(c_ij/c̄) / (N ln N), c_ij the part of the constraint that is due to j",
      reading: "0: all contacts constrain alike. 1: everything hangs on one of them.",
      caution: "Says how constraint is spread, not how much there is: read it beside constraint.",
      source: "R. Burt, Structural Holes (1992), doi:10.4159/9780674029095"
    )
  ) { context throws(MetricError) in
    .scores(try context.structuralHoles().hierarchy.values)
  }

  private static let articulation = NodeMeasure(
    "articulation",
    [.paths],
    Explanation(
      title: "articulation point",
      definition:
        "1 if the network (or the actor's part of it) falls into pieces when the actor leaves, else 0; direction does not count.",
      formula: "1 if the number of weak components grows when v is removed",
      reading: "The network depends on this actor staying.",
      caution: "A 0 does not mean that nothing is lost: paths may become much longer.",
      source: "J. Hopcroft, R. Tarjan, CACM 16 (1973), doi:10.1145/362248.362272",
      sameAs: "networkx articulation_points(G.to_undirected())"
    )
  ) { context throws(MetricError) in
    .counts(try context.biconnectivity().isArticulationPoint.map { $0 ? 1 : 0 })
  }

  static let nodeReciprocity = NodeMeasure(
    "node_reciprocity",
    [.ownReports],
    Explanation(
      title: "reciprocity of an actor",
      definition:
        "Share of an actor's contacts that are tied to it both ways. Directed networks only; empty for isolates.",
      formula: "|{u : v→u and u→v}| / |{u : v→u or u→v}|",
      reading: "1: all exchange goes both ways. 0: the actor only gives or only takes.",
      caution: "A contact who did not answer cannot return a tie.",
      source:
        "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478"
    )
  ) { context throws(MetricError) in
    let graph = context.graph
    return .scores(
      graph.isDirected
        ? graph.nodeReciprocity().values : [Double?](repeating: nil, count: graph.nodeCount)
    )
  }
}
