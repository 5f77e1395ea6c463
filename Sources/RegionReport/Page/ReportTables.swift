import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis

/// The tables of a report.
struct ReportTables {
  let study: ReportStudy
  let map: ReportMap
  let words: [String: String]
  private let say: ReportLanguage
  /// Actors per cluster.
  private let clusterSizes: [Int]

  init(_ study: ReportStudy, _ map: ReportMap, words: [String: String]) {
    (self.study, self.map, self.words) = (study, map, words)
    say = study.options.language
    clusterSizes = study.clusters.sizes
  }

  private func column(
    _ key: String,
    _ kind: ReportTable.Kind = .number,
    isShown: Bool = true
  ) -> ReportTable.Column {
    .init(key: key, heading: FigureWords.heading(key, say), kind: kind, isShown: isShown)
  }

  /// Places on the map by node.
  private var placeOfNode: [Int] {
    var places = [Int](repeating: -1, count: study.graph.actorOf.count)
    for (place, node) in map.nodeOf.enumerated() where node >= 0 { places[Int(node)] = place }
    return places
  }

  private func head(_ node: Int) -> [Cell] {
    let actor = Int(study.graph.actorOf[node])
    return [.text(study.naming.label(of: actor)), .text(study.naming.id(of: actor))]
  }

  /// The cluster of a node; missing for one that is alone, which no table of clusters has.
  private func cluster(_ node: Int) -> Cell {
    let number = Int(study.clusters.partition.clusterOf[node])
    return clusterSizes[number] > 1 ? .text(study.clusterName(number)) : .missing
  }

  // MARK: Actors

  /// Every actor of the network with its figures.
  func actors(_ traits: MapTraits) -> ReportTable {
    let measures = study.measures.table.columns.dropFirst(2)
    let shownRanks = study.quality.responseRate?.share.map { $0 < study.options.minimumResponse }
    var columns = [column("label", .name), column("id", .text, isShown: false)]
    if !traits.types.names.isEmpty { columns.append(column("type", .text)) }
    if !traits.spheres.names.isEmpty { columns.append(column("sphere", .text)) }
    columns.append(column("cluster", .text))
    columns += measures.map { name in
      let isRank = name.contains("_rank_")
      return column(
        name,
        name == "articulation" ? .flag : .number,
        isShown: !isRank && name != "effective_size" && name != "clustering"
          || isRank
            && shownRanks == true && name.hasPrefix("betweenness")
      )
    }
    var table = ReportTable(
      key: "actors",
      caption: say("Actors and their figures", "Aktørene og tallene deres"),
      columns: columns
    )
    let places = placeOfNode
    for node in study.order {
      var row = head(node)
      if !traits.types.names.isEmpty { row.append(traits.types.cell(places[node])) }
      if !traits.spheres.names.isEmpty { row.append(traits.spheres.cell(places[node])) }
      row.append(cluster(node))
      row += study.measures.table.rows[node].dropFirst(2)
      table.rows.append(row)
      table.places.append(places[node])
    }
    table.sort(byLargest: "degree")
    return table
  }

  // MARK: Brokers

  /// Every actor as a broker; counts, what chance would give and how far from it.
  func brokers() -> ReportTable {
    let brokers = study.brokers
    var columns = [
      column("label", .name), column("id", .text, isShown: false), column("cluster", .text),
      column("betweenness"), column("constraint"), column("effective_size"),
      column("articulation", .flag),
    ]
    for role in BrokerRole.allCases {
      columns.append(column(role.rawValue))
      columns.append(column("\(role.rawValue)_expected", isShown: false))
      columns.append(column("\(role.rawValue)_z", isShown: false))
    }
    var table = ReportTable(
      key: "brokers",
      caption: say("Actors as brokers", "Aktørene som meglere"),
      columns: columns
    )
    let places = placeOfNode
    for node in study.order {
      var row = head(node)
      row += [
        cluster(node), Cell(brokers.betweenness[node]), Cell(brokers.constraint[node]),
        Cell(brokers.effectiveSize[node]), .integer(brokers.isArticulationPoint[node] ? 1 : 0),
      ]
      for role in BrokerRole.allCases {
        let scores = brokers.roles[role]
        let expected = scores.expected[node]
        row.append(Cell(count: scores.counts[node].map { Int($0) }))
        row.append(Cell(expected))
        // Far from the normal distribution where less than five are expected: no z then.
        row.append(Cell((expected ?? 0) < 5 ? nil : scores.z[node]))
      }
      table.rows.append(row)
      table.places.append(places[node])
    }
    table.sort(byLargest: "betweenness")
    return table
  }

  // MARK: Clusters

  /// Every cluster of two or more, with its figures and its best connected members.
  func clusters(control: RunControl) throws(MetricError) -> ReportTable {
    let overview = try study.clusters.overview(of: study.graph, control: control)
    let sizes = study.clusters.sizes
    let shown = [
      "size", "internal_ties", "cut", "density", "conductance", "ei_index", "mean_distance",
      "neighbours", "bridge_actors",
    ]
    var table = ReportTable(
      key: "clusters",
      caption: say("Clusters of two or more actors", "Klynger av to eller flere aktører"),
      columns: [
        column("cluster", .text),
        .init(
          key: "best_connected",
          heading: say("Best connected members", "Medlemmer med flest bånd"),
          kind: .name
        ),
      ] + shown.map { column($0, isShown: $0 != "conductance") }
    )
    let degrees = study.graph.graph.degree(.all)
    var members = [[Int]](repeating: [], count: study.clusters.count)
    for node in study.order {
      members[Int(study.clusters.partition.clusterOf[node])].append(node)
    }
    for (cluster, row) in overview.rows.enumerated() where sizes[cluster] > 1 {
      let best = members[cluster].enumerated()
        .sorted { (degrees[$1.element], $0.offset) < (degrees[$0.element], $1.offset) }
        .prefix(3).map { study.name($0.element) }
      table.rows.append(
        [.text(study.clusterName(cluster)), .text(best.joined(separator: ", "))]
          + shown.map { name in overview.column(name).map { row[$0] } ?? .missing }
      )
    }
    return table
  }

  /// Which clusters are tied to which.
  func borders() -> ReportTable {
    let found = study.clusters.borders(of: study.graph)
    var table = ReportTable(
      key: "borders",
      caption: say("Ties between clusters", "Bånd mellom klynger"),
      columns: [
        column("cluster", .text), column("neighbour", .text), column("ties"),
        column("bridge_actors"), column("actors", .name),
      ]
    )
    let names = Dictionary(
      uniqueKeysWithValues: study.graph.actorOf.map {
        (study.naming.id(of: Int($0)), study.naming.label(of: Int($0)))
      }
    )
    for row in found.rows {
      func name(_ cell: Cell) -> Cell {
        cell.numeric.map { .text(study.clusterName(Int($0) - 1)) } ?? .missing
      }
      var who = row[4]
      if case .text(let ids) = row[4] {
        let labels = ids.split(separator: "; ").prefix(5).map { names[String($0)] ?? String($0) }
        who = .text(labels.joined(separator: ", "))
      }
      table.rows.append([name(row[0]), name(row[1]), row[2], row[3], who])
    }
    table.sort(byLargest: "ties")
    return table
  }

  // MARK: Ties, structure, waves, quality

  /// The ties of the map; the page makes its rows from the map's own data, and has them all here where there is no map.
  func ties(on data: MapData?) -> ReportTable {
    var columns = [
      column("source", .name), column("target", .name), column("relation", .text),
      column("weight"),
    ]
    if !map.waves.isEmpty { columns.append(column("wave", .text)) }
    var table = ReportTable(
      key: "ties",
      caption: say("Ties", "Bånd"),
      columns: columns,
      isOfTies: data != nil
    )
    let inPage = data == nil ? map.ties.count : ReportTable.rowsInPage
    for tie in map.ties.prefix(inPage) {
      var row: [Cell] = [
        .text(study.naming.label(of: Int(map.actors[Int(tie.source)]))),
        .text(study.naming.label(of: Int(map.actors[Int(tie.target)]))),
        .text(map.relations[Int(tie.relation)].name), .number(tie.weight),
      ]
      if !map.waves.isEmpty {
        let names = map.waves.indices.filter { tie.waves >> UInt32($0) & 1 == 1 }
          .map { map.waves[$0] }
        row.append(.text(names.joined(separator: ", ")))
      }
      table.rows.append(row)
    }
    return table
  }

  /// The figures of the whole network.
  func structure() -> ReportTable {
    var table = ReportTable(
      key: "structure",
      caption: say("The network as a whole", "Nettverket som helhet"),
      columns: [column("measure", .text), column("value")]
    )
    for (name, value) in study.structure.values {
      guard case .one(let cell) = value else { continue }
      table.rows.append([.text(FigureWords.heading(name, say)), cell])
    }
    return table
  }

  /// One row per wave.
  func waves() -> ReportTable {
    var table = ReportTable(
      key: "waves",
      caption: say("Wave by wave", "Runde for runde"),
      columns: [column("wave", .text), column("response_rate", .share)]
        + WaveFigures.measures.map { column($0) }
    )
    for wave in study.waves {
      table.rows.append(
        [.text(wave.name), Cell(wave.responseRate?.share)] + wave.values.map(\.value)
      )
    }
    return table
  }

  /// One row per relation and wave.
  func quality() -> ReportTable {
    let parts = study.quality.parts
    var columns = [column("relation", .text)]
    let hasWaves = parts.contains { $0.wave != nil }
    if hasWaves { columns.append(column("wave", .text)) }
    columns += [
      column("direction", .text), column("asked"), column("answered"),
      column("response_rate", .share), column("ties"), column("mutual", .share),
      column("loops"), column("parallels"),
    ]
    var table = ReportTable(
      key: "quality",
      caption: say("Relation by relation", "Relasjon for relasjon"),
      columns: columns
    )
    for part in parts {
      let rate = part.responseRate
      var row: [Cell] = [.text(part.relation)]
      if hasWaves { row.append(Cell(text: part.wave)) }
      row += [
        .text(part.isDirected ? say("directed", "rettet") : say("undirected", "urettet")),
        Cell(count: rate?.asked), Cell(count: rate?.answered), Cell(rate?.share),
        .integer(part.ties), Cell(part.mutual), .integer(part.loops), .integer(part.parallels),
      ]
      table.rows.append(row)
    }
    return table
  }
}
