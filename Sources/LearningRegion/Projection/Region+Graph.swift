import GraphCore

extension Region {
  /// The graph of a choice of relations, wave and actors. O(actors + ties).
  ///
  /// Loops are dropped and parallel ties summed (both counted in the graph). Ties of weight 0 are no ties, except in
  /// relations of kind `distance`. When any relation taken is directed the graph is, and an undirected tie becomes two arcs of its
  /// weight. Nodes are the chosen actors in their own order. Large graphs are built on `threads` threads; the graph is the same.
  ///
  /// - Throws: ``ProjectionError`` for names that are not there.
  public func graph(
    _ projection: GraphProjection = GraphProjection(),
    threads: Int = Processors.count
  ) throws(ProjectionError) -> RegionGraph {
    let chosen = try relationIndices(projection.relations)
    let lengths = chosen.filter { self.relations[$0].kind == .distance }
    guard lengths.isEmpty || lengths.count == chosen.count else {
      throw .mixesLengthsAndStrengths(lengths.map { self.relations[$0].name })
    }
    let wave = try waveIndex(projection.wave)
    let actors = try chosenActors(projection, wave: wave)
    var nodeOf = [Int32](repeating: -1, count: self.actors.count)
    for (node, actor) in actors.enumerated() { nodeOf[Int(actor)] = Int32(node) }

    let isDirected = directedRelations(chosen, projection.direction)
    // Where no relation is taken at all nothing says otherwise than that ties are directed.
    let hasDirection =
      chosen.isEmpty ? projection.direction != .undirected : isDirected.contains(true)
    let direction: Direction = hasDirection ? .directed : .undirected
    let arcs = arcs(
      of: chosen,
      directed: isDirected,
      in: direction,
      wave: wave,
      nodeOf: nodeOf,
      zeroCounts: !lengths.isEmpty
    )
    var graph: Graph
    do throws(GraphError) {
      graph = try arcs.makeGraph(nodeCount: actors.count, direction, threads: threads)
    } catch {
      throw .graph(error)
    }
    if let minimum = projection.minimumWeight { graph = graph.keeping(minimumWeight: minimum) }
    if let rule = projection.symmetrization { graph = graph.symmetrized(rule) }
    if projection.weights == .unweighted { graph = graph.unweighted() }

    let responses = responses(of: actors, relations: chosen, wave: wave)
    return RegionGraph(
      graph: graph,
      actorOf: actors,
      relations: chosen.map { self.relations[$0].name },
      weightsAreLengths: !lengths.isEmpty,
      wave: wave.map { self.waves[$0].name },
      waveWasAssumed: wave != nil && projection.wave == .last,
      directionAssumed: projection.direction == .asRecorded
        ? chosen.filter { self.relations[$0].directed == nil }.map { self.relations[$0].name } : [],
      responses: responses,
      confirmationRate: direction == .undirected
        ? confirmationRate(chosen, wave: wave, nodeOf: nodeOf, responses: responses) : nil
    )
  }

  // MARK: Names to numbers

  private func relationIndices(
    _ choice: GraphProjection.RelationChoice
  ) throws(ProjectionError) -> [Int] {
    switch choice {
    case .allStrengths:
      return self.relations.indices.filter { self.relations[$0].kind != .distance }
    case .named(let names):
      var indices: [Int] = []
      for name in names {
        guard let index = self.relations.firstIndex(where: { $0.name == name }) else {
          throw .unknownRelation(name, known: self.relations.map(\.name))
        }
        if !indices.contains(index) { indices.append(index) }
      }
      return indices
    }
  }

  private func waveIndex(_ choice: GraphProjection.WaveChoice) throws(ProjectionError) -> Int? {
    switch choice {
    case .all: return nil
    case .last: return self.waves.isEmpty ? nil : self.waves.count - 1
    case .named(let name):
      guard let index = self.waves.firstIndex(where: { $0.name == name }) else {
        throw .unknownWave(name, known: self.waves.map(\.name))
      }
      return index
    }
  }

  private func chosenActors(
    _ projection: GraphProjection,
    wave: Int?
  ) throws(ProjectionError) -> [Int32] {
    var columns: [(ActorColumn, String)] = []
    for filter in projection.filters {
      guard let column = actorColumn(filter.column) else {
        throw .unknownColumn(filter.column, known: actorColumnNames)
      }
      columns.append((column, filter.value))
    }
    var gone: Set<Int> = []
    for id in projection.without {
      guard let index = self.actors.index(of: id) else { throw .unknownActor(id) }
      gone.insert(index)
    }
    let actors = self.actors
    let waveName = actors.anyWaves ? wave.map { self.waves[$0].name } : nil
    if gone.isEmpty && columns.isEmpty && waveName == nil {
      return (0..<actors.count).map { Int32($0) }
    }
    return (0..<actors.count).compactMap { row in
      if !gone.isEmpty && gone.contains(row) { return nil }
      if let waveName {
        let waves = actors.waves(of: row)
        if !waves.isEmpty && !waves.contains(waveName) { return nil }
      }
      for (column, value) in columns where !column.values(row).contains(value) { return nil }
      return Int32(row)
    }
  }

  private func directedRelations(
    _ chosen: [Int],
    _ choice: GraphProjection.DirectionChoice
  ) -> [Bool] {
    var directed = [Bool](repeating: false, count: self.relations.count)
    for index in chosen {
      switch choice {
      case .asRecorded: directed[index] = self.relations[index].directed ?? true
      case .directed: directed[index] = true
      case .undirected: directed[index] = false
      }
    }
    return directed
  }

  // MARK: Ties to arcs

  private func arcs(
    of chosen: [Int],
    directed: [Bool],
    in direction: Direction,
    wave: Int?,
    nodeOf: [Int32],
    zeroCounts: Bool
  ) -> ArcList {
    let ties = self.ties
    // One relation, everybody, nothing to turn round: the columns are the arcs.
    if ties.isPlain && self.relations.count == 1 && chosen.count == 1,
      direction == .undirected || directed[0],
      nodeOf.indices.allSatisfy({ nodeOf[$0] == Int32(truncatingIfNeeded: $0) })
    {
      return ArcList(sources: ties.sources, targets: ties.targets)
    }
    var taken = [Bool](repeating: false, count: self.relations.count)
    for index in chosen { taken[index] = true }
    var arcs = ArcList(capacity: ties.count)
    for row in 0..<ties.count {
      let relation = Int(ties.relation(at: row))
      guard taken[relation] else { continue }
      if let wave, let own = ties.wave(at: row), Int(own) != wave { continue }
      let source = nodeOf[Int(ties.sources[row])]
      let target = nodeOf[Int(ties.targets[row])]
      let weight = ties.weight(at: row)
      guard source >= 0, target >= 0, weight != 0 || zeroCounts else { continue }
      arcs.append(from: source, to: target, weight: weight)
      if direction == .directed && !directed[relation] && source != target {
        arcs.append(from: target, to: source, weight: weight)
      }
    }
    return arcs
  }

  // MARK: Who answered

  private func responses(of actors: [Int32], relations: [Int], wave: Int?) -> [ResponseState]? {
    let names = Set(relations.map { self.relations[$0].name })
    let waveName = wave.map { self.waves[$0].name }
    let table = self.actors
    var state: [Int: ResponseState] = [:]
    for entry in self.roster.rows {
      if let relation = entry.relation, !names.contains(relation) { continue }
      if let waveName, let own = entry.wave, own != waveName { continue }
      guard let actor = table.index(of: entry.respondent) else { continue }
      // Somebody who left one of the questions open has out-ties that nobody knows.
      state[actor] = entry.answered && state[actor] != .silent ? .answered : .silent
    }
    guard !state.isEmpty else { return nil }
    return actors.map { state[Int($0)] ?? .notAsked }
  }

  private func confirmationRate(
    _ chosen: [Int],
    wave: Int?,
    nodeOf: [Int32],
    responses: [ResponseState]?
  ) -> Double? {
    guard let responses else { return nil }
    var both = 0
    var pairs = 0
    let all = [Bool](repeating: true, count: self.relations.count)
    let reports = arcs(
      of: chosen,
      directed: all,
      in: .directed,
      wave: wave,
      nodeOf: nodeOf,
      zeroCounts: false
    )
    guard let graph = try? reports.makeGraph(nodeCount: responses.count, .directed) else {
      return nil
    }
    for v in 0..<graph.nodeCount where responses[v] == .answered {
      for target in graph.out[v] where responses[Int(target)] == .answered {
        let mutual = graph.hasArc(from: Int(target), to: v)
        if mutual && Int(target) < v { continue }
        pairs += 1
        if mutual { both += 1 }
      }
    }
    return pairs == 0 ? nil : Double(both) / Double(pairs)
  }
}

extension Graph {
  /// The ties of at least this strength.
  fileprivate func keeping(minimumWeight: Double) -> Graph {
    func cut(_ rows: Adjacency) -> Adjacency {
      var offsets = [0]
      var ends: [Int32] = []
      var strengths: [Double] = []
      for v in 0..<rows.nodeCount {
        for arc in rows.arcs(of: v) where rows.weight(at: arc) >= minimumWeight {
          ends.append(rows.targets[arc])
          strengths.append(rows.weight(at: arc))
        }
        offsets.append(ends.count)
      }
      return Adjacency(
        offsets: offsets,
        targets: ends,
        weights: rows.weights == nil ? nil : strengths
      )
    }
    guard isDirected else {
      return Graph(
        symmetric: cut(out),
        loopsDropped: loopsDropped,
        parallelMerged: parallelMerged
      )
    }
    return Graph(
      out: cut(out),
      incoming: cut(incoming),
      loopsDropped: loopsDropped,
      parallelMerged: parallelMerged
    )
  }
}
