import NetworkMetrics

/// Measures that hold the network against ideal and random ones: slow, and so only when asked for by name.
enum ComparisonMeasures {
  static let all: [NetworkMeasure] = [corePeriphery, smallWorld]

  private static let corePeriphery = NetworkMeasure(
    "core_periphery",
    [.onRequest, .weightedForm],
    Explanation(
      title: "core and periphery",
      definition:
        "How well the network divides into a core, tied to itself, and a periphery, not tied to itself: the correlation of the ties with the best such pattern. "
        + "Ties between the two do not count, or count as expected (--off-diagonal one).",
      formula:
        "max over cuts of corr(A, ideal), i ≠ j, core and periphery of two or more; coreness_correlation: max over c ≥ 0 of corr(A, c·cᵀ); p = (k+1)/(R+1) against R random networks of as many ties",
      reading:
        "Near 1: a centre and those around it. `samspill centrality --measures coreness` tells who.",
      caution:
        "The search is heuristic above 16 actors: a better cut may exist. A dense network of one piece fits badly without lacking a centre.",
      source:
        "S. Borgatti, M. Everett, Social Networks 21 (1999), doi:10.1016/S0378-8733(99)00019-2"
    )
  ) { context throws(MetricError) in
    let keys = ["correlation", "search", "core_size", "p", "coreness_correlation"]
    let options = CorePeripheryOptions(
      offDiagonal: context.options.offDiagonal,
      value: context.options.ties,
      randomGraphs: context.options.nullSamples,
      seed: context.options.seed
    )
    var cells = [Cell](repeating: .missing, count: keys.count)
    do throws(MetricError) {
      let found = try context.graph.corePeriphery(options, control: context.control)
      cells[0] = .number(found.correlation)
      cells[1] = .text(found.isExact ? "exact" : "heuristic")
      cells[2] = .integer(found.isCore.count { $0 })
      cells[3] = Cell(found.pValue)
    } catch {
      guard case .notDefined = error else { throw error }
    }
    cells[4] = Cell(try context.coreness()?.correlation)
    return .several(
      prefix: "core_periphery_",
      zip(keys, cells).map { (key: $0, value: $1) }
    )
  }

  private static let smallWorld = NetworkMeasure(
    "small_world",
    [.onRequest, .paths],
    Explanation(
      title: "small world",
      definition:
        "Clustering C and mean distance L of the undirected skeleton against random networks (C_r, L_r) and lattice-like ones (C_l) of the same degrees.",
      formula: "sigma = (C/C_r)/(L/L_r); omega = L_r/L − C/C_l; means of --null-samples networks",
      reading:
        "Sigma above 1: closed circles and yet short ways. Omega near 0: a small world; near −1: a lattice; near 1: a random network.",
      caution:
        "Sigma grows with size. The random networks are drawn: another --seed moves the value a little.",
      source:
        "M. Humphries, K. Gurney, PLoS ONE 3 (2008), doi:10.1371/journal.pone.0002051; Q. Telesford et al., Brain Connectivity 1 (2011), doi:10.1089/brain.2011.0038"
    )
  ) { context throws(MetricError) in
    let options = SmallWorldOptions(
      samples: context.options.nullSamples,
      seed: context.options.seed
    )
    var found: SmallWorld?
    do throws(MetricError) {
      found = try context.graph.smallWorld(options, control: context.control)
    } catch {
      guard case .notDefined = error else { throw error }
    }
    return .several(
      prefix: "small_world_",
      [
        ("sigma", Cell(found?.sigma)), ("omega", Cell(found?.omega)),
        ("clustering", Cell(found?.clustering)), ("mean_distance", Cell(found?.meanDistance)),
        ("random_clustering", Cell(found?.randomClustering)),
        ("random_mean_distance", Cell(found?.randomMeanDistance)),
        ("lattice_clustering", Cell(found?.latticeClustering)),
      ]
    )
  }
}
