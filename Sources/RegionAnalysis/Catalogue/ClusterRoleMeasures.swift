import NetworkMetrics

/// Measures of how an actor's ties spread over clusters.
enum ClusterRoleMeasures {
  static let all: [NodeMeasure] = [participation, withinModuleZ]

  private static let source =
    "R. Guimerà, L. A. N. Amaral, Nature 433 (2005), doi:10.1038/nature03288"

  private static let participation = NodeMeasure(
    "participation",
    [.clusters, .weightedForm],
    Explanation(
      title: "participation coefficient",
      definition:
        "How evenly an actor's ties spread over the clusters: those of --partition COLUMN, else the Leiden clusters. Direction does not count; empty for isolates.",
      formula: "1 − Σ_c (k(v,c)/k(v))², k(v,c) = ties of v to actors of cluster c",
      reading:
        "0: all ties go to one cluster. Above 0.6: a connector between circles of learners.",
      caution:
        "Nobody with k ties can have more than 1 − 1/k: actors with few ties look local whatever they do.",
      source: source
    )
  ) { context throws(MetricError) in .scores(try context.clusterRoles().participation.values) }

  private static let withinModuleZ = NodeMeasure(
    "within_module_z",
    [.clusters, .weightedForm],
    Explanation(
      title: "z of ties within the cluster",
      definition:
        "By how many standard deviations an actor's ties to its own cluster exceed the mean of the cluster's members. Empty where they do not vary.",
      formula: "(κ(v) − mean κ) / σ(κ) over the cluster of v, κ(v) = ties of v inside it",
      reading: "Above 2.5: a hub of its own cluster, in Guimerà and Amaral's reading.",
      caution: "Says little in clusters of few actors, where a z above 2 is hardly possible.",
      source: source
    )
  ) { context throws(MetricError) in .scores(try context.clusterRoles().withinModuleZ.values) }
}
