import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 5: where the borders are, how open, on how many levels, and whether they are those of the administration.
enum BoundaryIndicators {
  /// Columns that draw administrative borders, as data name them.
  private static let administrative = ["municipality", "county", "nace", "kommune", "fylke"]
  private static let ties = DataGap("ties.csv", "source", "target")

  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let graph = input.network.graph
    let isUsable = graph.edgeCount > 0 && !graph.hasNegativeWeight
    let clusters = try input.clusters(control: control)
    return [
      try eiIndex(input, clusters, control), try conductance(graph, clusters),
      try overlap(graph, isUsable, control), try levels(input, isUsable, control),
      fit(input, clusters),
    ]
  }

  private static func eiIndex(
    _ input: IndicatorInput,
    _ clusters: Partition?,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("ties", "bånd")
    guard let clusters else {
      return Indicator("cluster_ei_index", .notMeasured([ties]), unit: .index, cases: cases)
    }
    let graph = input.network.graph
    let mixing = try graph.mixing(group: clusters.clusterOf, groupCount: clusters.count)
    // Beyond this size the test costs more than it tells: with so many ties every index is far from chance.
    let isTested = graph.out.arcCount <= 200_000 && input.permutations > 0 && clusters.count > 1
    let p =
      isTested
      ? try graph.eiPermutation(
        group: clusters.clusterOf,
        groupCount: clusters.count,
        permutations: input.permutations,
        seed: input.seed,
        control: control
      ).pValue : nil
    var indicator = Indicator(
      "cluster_ei_index",
      .value(
        mixing.eiIndex,
        n: graph.edgeCount,
        minimum: Minimum.cases,
        chance: mixing.expectedEIIndex,
        p: p
      ),
      unit: .index,
      cases: cases,
      parts: (0..<clusters.count).prefix(50).map { cluster in
        IndicatorPart(
          "cluster \(cluster + 1)",
          .value(
            mixing.eiIndex(ofGroup: cluster),
            n: mixing.sizes[cluster],
            minimum: Minimum.cases
          )
        )
      }
    )
    if let value = indicator.value {
      // Somebody without ties is no cluster to a reader, here as in the table of clusters.
      let count = clusters.sizes.count { $0 > 1 }
      let way =
        value < 0
        ? Words("ties mostly stay inside", "båndene holder seg mest innenfor")
        : value > 0
          ? Words("ties mostly cross borders", "båndene går mest over grensene")
          : Words(
            "as many ties cross borders as stay inside",
            "like mange bånd går over grensene som innenfor"
          )
      indicator.statements.append(
        Statement(
          "\(count) \(count == 1 ? "cluster" : "clusters"); E-I index \(number: value): \(way.english).",
          "\(count) \(count == 1 ? "klynge" : "klynger"); E-I-indeks \(number: value): \(way.norwegian)."
        )
      )
    }
    return indicator
  }

  private static func conductance(
    _ graph: Graph,
    _ clusters: Partition?
  ) throws(MetricError) -> Indicator {
    let cases = Words("clusters", "klynger")
    guard let clusters else {
      return Indicator("cluster_conductance", .notMeasured([ties]), unit: .share, cases: cases)
    }
    let statistics = try graph.statistics(of: clusters).clusters
    let values = statistics.compactMap(\.conductance)
    let mean = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    var indicator = Indicator(
      "cluster_conductance",
      .value(mean, n: values.count, minimum: 2),
      unit: .share,
      cases: cases,
      parts: statistics.enumerated().prefix(50).map { number, cluster in
        IndicatorPart(
          "cluster \(number + 1)",
          .value(cluster.conductance, n: cluster.size, minimum: Minimum.cases)
        )
      }
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "Of a cluster's ties \(share: mean) lead out of it, on average.",
          "Av en klynges bånd går i gjennomsnitt \(share: mean) ut av den."
        )
      )
    }
    return indicator
  }

  private static func overlap(
    _ graph: Graph,
    _ isUsable: Bool,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("actors with ties", "aktører med bånd")
    guard isUsable else {
      return Indicator("boundary_overlap", .notMeasured([ties]), unit: .share, cases: cases)
    }
    guard graph.out.arcCount <= 200_000 else {
      return Indicator("boundary_overlap", .tooLarge, unit: .share, cases: cases)
    }
    let memberships = try graph.linkCommunities(control: control).memberships
    let n = memberships.count { !$0.isEmpty }
    let several = memberships.count { $0.count > 1 }
    var indicator = Indicator(
      "boundary_overlap",
      .value(n > 0 ? Double(several) / Double(n) : nil, n: n, minimum: Minimum.cases),
      unit: .share,
      cases: cases
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of the actors belong to more than one circle.",
          "\(share: share) av aktørene hører til mer enn én krets."
        )
      )
    }
    return indicator
  }

  private static func levels(
    _ input: IndicatorInput,
    _ isUsable: Bool,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("actors", "aktører")
    let graph = input.network.graph
    guard isUsable else {
      return Indicator("levels", .notMeasured([ties]), unit: .count, cases: cases)
    }
    guard graph.out.arcCount <= 100_000 else {
      return Indicator("levels", .tooLarge, unit: .count, cases: cases)
    }
    let found = try graph.unweighted().resolutionProfile(
      ResolutionProfileOptions(seed: input.seed),
      control: control
    )
    // All in one cluster, or everybody alone, is no level.
    let plateaus = found.filter { level in
      level.isPlateau && level.partition.count > 1 && level.partition.sizes.contains { $0 > 1 }
    }
    let parts = plateaus.enumerated().map { number, level in
      IndicatorPart(
        "level \(number + 1): clusters of two or more",
        .value(
          Double(level.partition.sizes.count { $0 > 1 }),
          n: graph.nodeCount,
          minimum: Minimum.cases
        )
      )
    }
    var indicator = Indicator(
      "levels",
      .value(Double(plateaus.count), n: graph.nodeCount, minimum: Minimum.cases),
      unit: .count,
      cases: cases,
      parts: parts
    )
    guard indicator.value != nil else { return indicator }
    for (number, level) in plateaus.enumerated() {
      let sizes = level.partition.sizes.filter { $0 > 1 }.sorted(by: >)
      let shown = sizes.prefix(8).map(String.init).joined(separator: ", ")
      let more = sizes.count > 8 ? ", …" : ""
      indicator.statements.append(
        Statement(
          "Level \(number + 1): \(sizes.count) \(sizes.count == 1 ? "cluster" : "clusters") of \(shown + more) actors.",
          "Nivå \(number + 1): \(sizes.count) \(sizes.count == 1 ? "klynge" : "klynger") på \(shown + more) aktører."
        )
      )
    }
    return indicator
  }

  /// How far clusters and administrative borders agree; the value is the NMI of the column that agrees most.
  static func fit(_ input: IndicatorInput, _ clusters: Partition?) -> Indicator {
    let cases = Words("actors with a known place", "aktører med kjent sted")
    let columns = administrative.compactMap { input.region.actorColumn($0) }
    guard let clusters, !columns.isEmpty else {
      return Indicator(
        "administrative_fit",
        .notMeasured([DataGap("actors.csv", "municipality")]),
        unit: .index,
        cases: cases
      )
    }
    var best: (value: Double, n: Int)?
    var parts: [IndicatorPart] = []
    var statements: [Statement] = []
    for column in columns {
      let values = input.network.actorOf.map { column.value(Int($0)) }
      let known = values.indices.filter { values[$0] != nil }
      let place = Partition(labels: known.compactMap { values[$0] })
      let found = Partition(labels: known.map { clusters.clusterOf[$0] })
      guard known.count >= Minimum.cases, let fit = found.compare(with: place) else { continue }
      let n = known.count
      parts += [
        ("NMI", fit.normalizedMutualInformation), ("ARI", fit.adjustedRandIndex),
        ("VI in bits", fit.variationOfInformation),
      ].map { IndicatorPart("\(column.name): \($0.0)", .value($0.1, n: n, minimum: 1)) }
      if fit.normalizedMutualInformation > best?.value ?? -1 {
        best = (fit.normalizedMutualInformation, n)
      }
      let straddling = found.members.count { members in
        Set(members.map { place.clusterOf[$0] }).count > 1
      }
      statements.append(
        Statement(
          "\(straddling) of \(found.count) clusters lie on both sides of a border of \(column.name).",
          "\(straddling) av \(found.count) klynger ligger på begge sider av en grense i \(column.name)."
        )
      )
    }
    guard let best else {
      return Indicator(
        "administrative_fit",
        .tooFew(n: 0, minimum: Minimum.cases),
        unit: .index,
        cases: cases
      )
    }
    return Indicator(
      "administrative_fit",
      .value(best.value, n: best.n, minimum: Minimum.cases),
      unit: .index,
      cases: cases,
      parts: parts,
      statements: statements
    )
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "cluster_ei_index",
      title: Words("E-I index of clusters", "E-I-indeks for klynger"),
      definition:
        "Ties between clusters against ties inside them; clusters by Leiden. Beside it the index if everybody were tied to everybody, and how often random clusters of the same sizes lie as far from it.",
      formula: "(E − I)/(E + I), E ties between, I ties inside clusters",
      reading: "−1: insiders only. 1: all ties cross borders.",
      caution:
        "Clusters are where ties are dense: the index is low by the way they were found. Use `samspill structure --group-by` for borders that are known beforehand.",
      source: "D. Krackhardt, R. Stern, Social Psychology Quarterly 51 (1988), doi:10.2307/2786835"
    ),
    IndicatorText(
      "cluster_conductance",
      title: Words("openness of clusters", "hvor åpne klyngene er"),
      definition: "Share of a cluster's tie ends that lead out of it, averaged over the clusters.",
      formula: "mean over clusters of cut / min(volume of the cluster, volume of the rest)",
      reading: "Near 0: closed circles. Above .5: hardly clusters at all.",
      caution: "Small clusters have higher values by nature.",
      source:
        "R. Kannan, S. Vempala, A. Vetta, Journal of the ACM 51 (2004), doi:10.1145/990308.990313"
    ),
    IndicatorText(
      "boundary_overlap",
      title: Words("overlap of circles", "overlapp mellom kretser"),
      definition:
        "Share of the actors that belong to more than one circle, circles being clusters of ties.",
      formula: "actors whose ties lie in two or more link communities / actors with ties",
      reading: "High: fluid borders, many at home in several circles.",
      caution:
        "Many link communities are a single tie: read the value against that of like regions.",
      source: "Y.-Y. Ahn, J. Bagrow, S. Lehmann, Nature 466 (2010), doi:10.1038/nature09182"
    ),
    IndicatorText(
      "levels",
      title: Words("levels of the region", "regionens nivåer"),
      definition:
        "On how many levels the network falls into clusters: divisions that stay the best over a tenth or more of the scanned resolutions.",
      formula: "plateaus of the resolution profile of the constant Potts model, γ from .001 to 1",
      reading: "Several: circles within circles, as in a region with several levels.",
      caution: "The scanned range counts: see `samspill clusters --profile`.",
      source:
        "V. Traag, G. Krings, P. Van Dooren, Sci. Rep. 3, 2930 (2013), doi:10.1038/srep02930"
    ),
    IndicatorText(
      "administrative_fit",
      title: Words("fit of clusters and administration", "klynger mot administrative grenser"),
      definition:
        "How far the clusters are those of municipalities, counties or industries: normalised mutual information with each column; the value is that of the column that agrees most.",
      formula: "I(C, A) / ((H(C) + H(A)) / 2); beside it ARI and VI",
      reading: "1: people work together inside administrative borders. 0: borders say nothing.",
      caution: "Many small clusters raise it by chance: read the adjusted Rand index beside it.",
      source:
        "\(IndicatorSources.gustavsen); L. Hubert, P. Arabie, J. Classification 2 (1985), doi:10.1007/BF01908075"
    ),
  ]
}
