import NetworkMetrics

/// Measures of single ties, in the order in which `ties` shows them.
enum TieMeasures {
  static let all: [TieMeasure] = [
    edgeBetweenness, bridge, span, embeddedness, reciprocated, weight,
  ]

  private static let edgeBetweenness = TieMeasure(
    "edge_betweenness",
    [.paths, .normalizable, .shortestPaths],
    Explanation(
      title: "betweenness of a tie",
      definition:
        "How often the tie lies on the shortest paths between actors, those of its own ends included; where several paths are equally short each counts its share.",
      formula: "Σ_{s≠t} σ(s,t|e)/σ(s,t); undirected pairs count once",
      reading: "A high value marks a tie that much of the exchange between parts has to pass.",
      caution: "It assumes that what flows takes shortest paths, and says nothing of strength.",
      source:
        "M. Girvan, M. Newman, PNAS 99 (2002), doi:10.1073/pnas.122653799; U. Brandes, Social Networks 30 (2008), doi:10.1016/j.socnet.2007.11.001",
      sameAs:
        "networkx edge_betweenness_centrality(normalized=False); igraph edge_betweenness()"
    )
  ) { context throws(MetricError) in
    let options = BetweennessOptions(
      lengths: context.options.lengths,
      normalization: context.options.normalization
    )
    return .scores(try context.graph.edgeBetweenness(options, control: context.control).values)
  }

  private static let bridge = TieMeasure(
    "bridge",
    [.paths],
    Explanation(
      title: "bridge",
      definition:
        "1 if the component falls apart when the relation between the two actors ends, else 0; direction does not count.",
      formula: "1 if the pair lies on no cycle of the undirected simple skeleton",
      reading: "Nothing goes round this tie: it is the only link between two parts.",
      caution:
        "Most bridges lead to an actor with no other tie. Both arcs of a mutual pair are marked.",
      source: "J. Hopcroft, R. Tarjan, CACM 16 (1973), doi:10.1145/362248.362272",
      sameAs: "networkx bridges(G.to_undirected())"
    )
  ) { context throws(MetricError) in
    let values = try context.graph.bridgeIndicator(control: context.control).values
    return .counts(values.map { $0 == 1 ? 1 : 0 })
  }

  private static let span = TieMeasure(
    "span",
    [.paths],
    Explanation(
      title: "span",
      definition:
        "Steps of the shortest way round if the tie were not there, along the direction of ties. Empty where there is none.",
      formula: "d(s,t) in the network without the tie s→t; at least 2",
      reading:
        "2: the ends have a common contact. Larger: the tie spans parts that hardly know each other.",
      caution:
        "In a directed network the way round must lead from source to target: the returned tie is none.",
      source: "D. Watts, Am. J. Sociol. 105 (1999), doi:10.1086/210318 (range of a tie)"
    )
  ) { context throws(MetricError) in
    .scores(try context.graph.tieSpan(control: context.control).map { $0.map { Double($0) } })
  }

  private static let embeddedness = TieMeasure(
    "embeddedness",
    [],
    Explanation(
      title: "embeddedness",
      definition:
        "Number of actors that are tied to both ends of the tie; direction does not count.",
      formula: "|N(s) ∩ N(t)| on the undirected simple skeleton",
      reading:
        "High: the relation is watched and supported by common contacts. 0: it stands alone.",
      caution: "Grows with the number of ties that both ends have.",
      source: "M. Granovetter, Am. J. Sociol. 78 (1973), doi:10.1086/225469"
    )
  ) { context throws(MetricError) in
    .counts(try context.graph.embeddedness(control: context.control))
  }

  private static let reciprocated = TieMeasure(
    "reciprocated",
    [],
    Explanation(
      title: "returned",
      definition:
        "1 if the target names the source too, else 0. Directed networks only; empty where the target was asked and did not answer.",
      formula: "1 if t→s is there for the arc s→t",
      reading: "Returned ties are the more reliable reports of a relation between two.",
      caution: "A tie that is not returned may be a matter of rank or of memory.",
      source:
        "S. Wasserman, K. Faust, Social Network Analysis (1994), doi:10.1017/CBO9780511815478",
      sameAs: "igraph is_mutual()"
    )
  ) { context throws(MetricError) in
    let ties = context.ties()
    guard context.graph.isDirected else {
      return .scores([Double?](repeating: nil, count: ties.count))
    }
    let returned = context.graph.reciprocatedTies().values
    return .scores(
      zip(ties, returned).map { tie, value in
        context.answered?[tie.target] == false ? nil : value
      }
    )
  }

  private static let weight = TieMeasure(
    "weight",
    [.weightedByDefault],
    Explanation(
      title: "weight",
      definition:
        "Strength of the tie: the sum of the weights of all reported ties that were merged into it.",
      formula: "w(s,t)",
      reading: "Bigger is closer, in the unit of the data.",
      caution: "Over several relations the sum mixes their units.",
      source: "A. Barrat et al., PNAS 101 (2004), doi:10.1073/pnas.0400087101"
    )
  ) { context throws(MetricError) in
    .scores(context.ties().map { context.graph.out.weight(at: $0.arc) })
  }
}
