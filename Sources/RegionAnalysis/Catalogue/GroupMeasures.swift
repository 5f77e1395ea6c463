import NetworkMetrics

/// How ties run between the groups of a column: only with `--group-by`.
enum GroupMeasures {
  static let all: [NetworkMeasure] = [
    index, expected, pValue, perGroup, perGroupP, assortativity, mixing,
  ]

  private static let source =
    "D. Krackhardt, R. Stern, Soc. Psychol. Q. 51 (1988), doi:10.2307/2786835"
  private static let permutationSource =
    source
    + "; B. Phipson, G. Smyth, Stat. Appl. Genet. Mol. Biol. 9 (2010), doi:10.2202/1544-6115.1585"

  private static let index = NetworkMeasures.one(
    "ei_index",
    [.groups],
    Explanation(
      title: "E-I index",
      definition:
        "Ties between groups less ties inside groups, as a share of both. Ties of actors without a group do not count.",
      formula: "(E − I)/(E + I), E = ties between groups, I = ties inside",
      reading: "−1: everybody keeps to the own group. 1: all ties lead outside.",
      caution:
        "Depends on the number and size of the groups: compare with ei_index_expected, not with 0.",
      source: source
    )
  ) { context throws(MetricError) in Cell(try context.mixing().mixing.eiIndex) }

  private static let expected = NetworkMeasures.one(
    "ei_index_expected",
    [.groups],
    Explanation(
      title: "expected E-I index",
      definition: "The E-I index if ties paid no heed to the groups.",
      formula: "1 − 2·Σ n_g(n_g−1) / (N(N−1))",
      reading: "An index well below it: ties stay in the groups more than chance would have it.",
      caution: "Chance here means that every pair is equally likely to be tied.",
      source: source
    )
  ) { context throws(MetricError) in Cell(try context.mixing().mixing.expectedEIIndex) }

  private static let pValue = NetworkMeasures.one(
    "ei_index_p",
    [.groups],
    Explanation(
      title: "p of the E-I index",
      definition:
        "Share of permutations of the groups over the actors in which the index lies as far from its expectation, on either side. Empty with --permutations 0.",
      formula: "(k+1)/(R+1), k of R permutations with |EI − expected| at least as large",
      reading:
        "Small: the network as it is would rarely meet groups that fit it so well, or so ill.",
      caution: "Tells whether groups matter, not how much: that is the index.",
      source: permutationSource
    )
  ) { context throws(MetricError) in Cell(try context.groupPermutation()?.pValue) }

  private static let perGroup = NetworkMeasure(
    "ei_index_groups",
    [.groups],
    Explanation(
      title: "E-I index of each group",
      definition:
        "The E-I index of the ties with an end in one group. Empty for groups without ties.",
      formula: "(E_g − I_g)/(E_g + I_g)",
      reading: "Which groups keep to themselves and which look outwards.",
      caution: "A group of one has no ties inside, so that its index is 1.",
      source: source
    )
  ) { context throws(MetricError) in
    let (groups, mixing) = try context.mixing()
    return .several(
      prefix: "ei_index_of_",
      groups.named.map { (key: $0.name, value: Cell(mixing.eiIndex(ofGroup: $0.group))) }
    )
  }

  private static let perGroupP = NetworkMeasure(
    "ei_index_groups_p",
    [.groups],
    Explanation(
      title: "p of the E-I index of each group",
      definition:
        "As ei_index_p, for the ties with an end in one group. Empty for groups without ties.",
      formula:
        "(k+1)/(R+1), k of R permutations with |EI_g − expected| at least as large, expected = (2(N−n_g) − (n_g−1))/(2(N−n_g) + (n_g−1))",
      reading:
        "Small: the group keeps to itself, or looks outwards, more than chance would have it.",
      caution: "With many groups a few are small by chance.",
      source: permutationSource
    )
  ) { context throws(MetricError) in
    let found = try context.groupPermutation()
    let groups = try context.mixing().groups
    return .several(
      prefix: "ei_index_p_of_",
      groups.named.map { (key: $0.name, value: Cell(found?.groupPValues[$0.group] ?? nil)) }
    )
  }

  private static let assortativity = NetworkMeasures.one(
    Catalogue.groupAssortativity,
    [.groups],
    Explanation(
      title: "assortativity of groups",
      definition:
        "How far ties stay inside the groups of --group-by, compared with chance for the same numbers of ties of each group. In results the name ends in the column: assortativity_sphere.",
      formula: "(Σ e_gg − Σ a_g·b_g)/(1 − Σ a_g·b_g), e the shares of ties between groups",
      reading: "1: all ties stay inside. 0: as chance would. Below 0: ties seek the other groups.",
      caution: "Its smallest value is not −1 but depends on the groups.",
      source: "M. Newman, Phys. Rev. E 67 (2003), doi:10.1103/PhysRevE.67.026126",
      sameAs: "networkx attribute_assortativity_coefficient"
    )
  ) { context throws(MetricError) in Cell(try context.mixing().mixing.assortativity) }

  private static let mixing = NetworkMeasure(
    "mixing",
    [.groups],
    Explanation(
      title: "mixing matrix",
      definition:
        "Number of ties from each group to each group. Undirected: every pair of groups once.",
      formula: "m_gh = ties from g to h",
      reading: "Which groups exchange with which, and which do not at all.",
      caution: "Large groups have many ties of all kinds: compare with their sizes.",
      source: "M. Newman, Phys. Rev. E 67 (2003), doi:10.1103/PhysRevE.67.026126",
      sameAs: "networkx attribute_mixing_dict (directed)"
    )
  ) { context throws(MetricError) in
    let (groups, mixing) = try context.mixing()
    var cells: [(key: String, value: Cell)] = []
    for (from, name) in groups.named {
      for (to, other) in groups.named where mixing.isDirected || from <= to {
        // Inside a group of an undirected network every tie stands in both directions.
        let ties = !mixing.isDirected && from == to ? mixing[from, to] / 2 : mixing[from, to]
        cells.append((key: "\(name):\(other)", value: .integer(ties)))
      }
    }
    return .several(prefix: "mixing_", cells)
  }
}

extension MeasureGroups {
  /// The groups that may be named, with their number.
  var named: [(group: Int, name: String)] {
    names.enumerated().compactMap { group, name in name.map { (group: group, name: $0) } }
  }
}
