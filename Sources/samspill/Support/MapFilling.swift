import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// A region's graph as what a map shows.
struct MapFilling {
  let region: Region
  let graph: RegionGraph
  let projection: GraphProjection
  let naming: Naming
  let texts: MapTexts

  /// Names, ties by relation, places, title and date; colours, shapes and sizes are the caller's.
  func input(title: String?, facts: [String]) throws -> MapInput {
    var ties = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    var relations: [MapInput.Relation] = []
    for name in graph.relations {
      // One projection per relation: the map shows which relation a tie is of.
      var single = projection
      single.relations = .named([name])
      let part = try region.graph(single).graph
      guard part.edgeCount > 0 || graph.relations.count == 1 else { continue }
      let label = region.relations.first { $0.name == name }?.label ?? name
      for tie in part.ties() {
        ties.sources.append(Int32(tie.source))
        ties.targets.append(Int32(tie.target))
        // A distance is no strength: such ties are drawn alike. Negative strengths have no width either.
        ties.weights.append(graph.weightsAreLengths ? 1 : max(0, part.out.weight(at: tie.arc)))
        ties.relations.append(Int32(relations.count))
      }
      relations.append(MapInput.Relation(name: label, isDirected: part.isDirected))
    }
    let actors = graph.actorOf.map { Int($0) }
    var input = MapInput(
      title: title ?? region.header.title ?? texts.network,
      labels: actors.map { naming.label(of: $0) },
      relations: relations,
      ties: ties
    )
    if naming.rule != .nobody {
      let places = actors.map { actor -> MapInput.Place? in
        let row = region.actors[actor]
        guard let latitude = row.latitude, let longitude = row.longitude else { return nil }
        return MapInput.Place(latitude: latitude, longitude: longitude)
      }
      if places.contains(where: { $0 != nil }) { input.places = places }
    }
    input.facts = self.facts + facts
    if let date = date {
      input.date = MapInput.Date(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    }
    return input
  }

  /// Date of the wave, else of the region.
  private var date: Day? {
    let wave = region.waves.first { $0.name == graph.wave }
    return wave?.date ?? wave.flatMap { Day($0.name) } ?? region.header.date
  }

  private var facts: [String] {
    var facts: [String] = []
    if let wave = graph.wave {
      facts.append("\(texts.wave): \(wave)")
    } else if region.waves.count > 1 {
      facts.append("\(texts.wavesUnited): \(region.waves.map(\.name).joined(separator: ", "))")
    }
    if let date = region.header.date { facts.append(texts.dataOf("\(date)")) }
    if let rate = graph.responseRate, let share = rate.share {
      facts.append(texts.response((NumberText.percent(share), rate.answered, rate.asked)))
    } else {
      facts.append(texts.response(nil))
    }
    return facts
  }

  /// A division by the values of a column, largest value first.
  func division(by column: String) throws -> MapInput.Division {
    guard let found = region.actorColumn(column) else {
      throw ProjectionError.unknownColumn(column, known: region.actorColumnNames)
    }
    let values = graph.actorOf.map { found.value(Int($0)) }
    var counts: [String: Int] = [:]
    var order: [String] = []
    for value in values {
      guard let value else { continue }
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += 1
    }
    let named = order.filter { naming.groupName($0, size: counts[$0] ?? 0) != nil }
    let ranked = named.enumerated().sorted {
      let left = counts[$0.element] ?? 0
      let right = counts[$1.element] ?? 0
      return left != right ? left > right : $0.offset < $1.offset
    }.map(\.element)
    let numbers = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1, Int32($0)) })
    let isType = found.name == "type"
    return MapInput.Division(
      title: texts.column(found.name),
      names: ranked.map { isType ? texts.type($0, in: region) : $0 },
      categories: values.map { value in value.flatMap { numbers[$0] } ?? -1 }
    )
  }

  /// A division by clusters: of one actor only where they have a name, else whoever is alone belongs to none.
  func division(by clusters: ClusterAnalysis) -> MapInput.Division {
    let word = texts.cluster
    let sizes = clusters.sizes
    var order = sizes.indices.filter { cluster in
      clusters.names.map { $0[cluster] != nil } ?? (sizes[cluster] > 1)
    }
    // Levels are read from the highest down, whatever their size.
    let level = clusters.levelOfCluster
    if let level { order.sort { (level[$0], $1) > (level[$1], $0) } }
    var category = [Int32](repeating: -1, count: clusters.count)
    for (place, cluster) in order.enumerated() { category[cluster] = Int32(place) }
    return MapInput.Division(
      title: level == nil ? word : title(of: clusters.method),
      names: order.map { (clusters.names?[$0] ?? nil) ?? "\(word) \($0 + 1)" },
      categories: graph.actorOf.indices.map { node in
        clusters.mainCluster(of: node).map { category[$0] } ?? -1
      },
      absence: .noCluster
    )
  }

  /// A measure's values as sizes; values that rest on unknown reports stay unknown.
  func scores(_ measure: NodeMeasure, _ table: ResultTable) -> MapInput.Scores {
    let column = table.column(measure.name) ?? 0
    return MapInput.Scores(
      title: texts.measure(measure.name, title: measure.explanation.title),
      values: table.rows.map { $0[column].numeric }
    )
  }

  private func title(of method: ClusterMethod) -> String {
    method == .corePeriphery ? texts.corePeriphery : texts.column(method.name)
  }
}
