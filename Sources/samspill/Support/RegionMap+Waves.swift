import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

extension RegionMap {
  /// The waves of the region, every actor with the place it has in all of them together.
  func waves(_ look: Look, _ session: Session) throws -> WaveSeries {
    var actors = try dressed(look, session).map
    var waves: [WaveSeries.Wave] = []
    for wave in region.waves {
      var choice = projection
      choice.wave = .named(wave.name)
      let part = try region.graph(choice)
      let filling = filling(look, part, choice)
      let own = try filling.input(title: nil, facts: [])
      let place = places(of: part)
      let relation = own.relations.map { relation in
        Int32(actors.relations.firstIndex { $0.name == relation.name } ?? 0)
      }
      var isPresent = [Bool](repeating: false, count: graph.actorOf.count)
      for node in place where node >= 0 { isPresent[Int(node)] = true }
      let kept = own.ties.sources.indices.filter {
        place[Int(own.ties.sources[$0])] >= 0 && place[Int(own.ties.targets[$0])] >= 0
      }
      waves.append(
        WaveSeries.Wave(
          name: wave.name,
          ties: .init(
            sources: kept.map { place[Int(own.ties.sources[$0])] },
            targets: kept.map { place[Int(own.ties.targets[$0])] },
            weights: kept.map { own.ties.weights[$0] },
            relations: kept.map { relation[Int(own.ties.relations[$0])] }
          ),
          isPresent: isPresent,
          sizes: try sizes(look, part, place, session)
        )
      )
    }
    // What a wave is by its name is not worth a line in the legend.
    actors.facts.removeAll { $0.hasPrefix("\(look.texts.wavesUnited):") }
    return WaveSeries(actors: actors, waves: waves)
  }

  /// Per node of a wave's network its place among the actors of all waves.
  private func places(of part: RegionGraph) -> [Int32] {
    let node = graph.nodeOfActor(actorCount: region.actors.count)
    return part.actorOf.map { node[Int($0)] }
  }

  private func sizes(
    _ look: Look,
    _ part: RegionGraph,
    _ place: [Int32],
    _ session: Session
  ) throws -> [Double?] {
    guard look.sizeBy != "none", part.graph.nodeCount > 0 else { return [] }
    let filling = filling(look, part, projection)
    let scores = try measure(look, of: part, filling, session)
    var values = [Double?](repeating: nil, count: graph.actorOf.count)
    for (node, value) in scores.values.enumerated() where place[node] >= 0 {
      values[Int(place[node])] = value
    }
    return values
  }
}

extension WaveSeries {
  /// The same series with its actors in another order: the new actor `i` is the old `order[i]`.
  func reordered(_ order: [Int]) -> WaveSeries {
    var series = self
    series.actors = actors.reordered(order)
    for (index, wave) in waves.enumerated() {
      var map = actors
      map.ties = wave.ties
      series.waves[index].ties = map.reordered(order).ties
      series.waves[index].isPresent = order.map { wave.isPresent[$0] }
      if !wave.sizes.isEmpty { series.waves[index].sizes = order.map { wave.sizes[$0] } }
    }
    return series
  }
}
