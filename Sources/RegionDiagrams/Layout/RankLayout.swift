/// Positions on ranks: the nesting alone is laid out by dot, ties lie over it.
///
/// Ties would pull actors to other ranks and make dot slow; a nesting is a forest, and every line of it
/// can have just the length that its ranks ask for.
struct RankLayout {
  private let scene: MapScene
  private let ranks: MapInput.Ranks
  private let labelSizes: [(width: Double, height: Double)]
  private let nodes: [Int]

  init(
    _ scene: MapScene,
    _ ranks: MapInput.Ranks,
    labelSizes: [(width: Double, height: Double)]
  ) {
    (self.scene, self.ranks, self.labelSizes) = (scene, ranks, labelSizes)
    nodes = scene.nodes.indices.filter { ranks.rankOf[$0] >= 0 }
  }

  /// Asks for the positions.
  func find(_ ask: ([UInt8]) throws(DrawingError) -> [UInt8]) throws(DrawingError) -> EngineLayout {
    var positions = [Point?](repeating: nil, count: scene.nodes.count)
    guard !nodes.isEmpty else { return EngineLayout(positions: positions, isFinal: true) }
    let reply = try LayoutReply(try ask(request), nodes: nodes.count + 1)
    for (node, position) in zip(nodes, reply.positions) { positions[node] = position }
    if ranks.runsAcross, ranks.widest > RankFolding.longestColumn {
      RankFolding(scene, ranks, labelSizes: labelSizes).fold(&positions)
    }
    return EngineLayout(positions: positions, isFinal: true)
  }

  private var request: [UInt8] {
    var writer = DescriptionWriter(output: "layout", engine: "dot", isDirected: true)
    writer.graph([
      ("rankdir", ranks.runsAcross ? "LR" : "TB"), ("nodesep", ranks.runsAcross ? "0.04" : "0.2"),
      ("ranksep", "0.7"), ("splines", "none"),
    ])
    for node in nodes {
      let extent = scene.nodes[node].extent
      let label = labelSizes[node]
      // Names stand to the right of columns and below rows; a box is centred on its node.
      let width =
        ranks.runsAcross ? 2 * (extent + label.width + 4) : max(2 * extent, label.width) + 4
      let height =
        ranks.runsAcross ? max(2 * extent, label.height) + 3 : 2 * (extent + label.height + 3)
      writer.node(
        "n\(node)",
        [
          ("shape", "box"), ("fixedsize", "true"), ("width", Coordinate.text4(width / 72)),
          ("height", Coordinate.text4(height / 72)),
        ]
      )
    }
    // What everything outermost hangs on, so that equal ranks are level across the parts of the forest.
    writer.node("k0", [("shape", "point"), ("width", "0.01"), ("height", "0.01")])
    for node in nodes {
      let parent = Int(ranks.parents[node])
      let above = parent >= 0 ? Int(ranks.rankOf[parent]) : -1
      let steps = min(Int(ranks.rankOf[node]) - above, 10)
      writer.edge(parent >= 0 ? "n\(parent)" : "k0", "n\(node)", [("minlen", String(steps))])
    }
    return writer.bytes
  }
}

extension MapInput {
  /// The map with the lines of its nesting as a relation of their own, the first.
  func withNesting() -> MapInput {
    guard let ranks else { return self }
    var map = self
    let parts = ranks.parents.indices.filter { ranks.parents[$0] >= 0 }
    let lightest = ties.weights.min() ?? 1
    map.relations = [Relation(name: ranks.title, isDirected: false)] + relations
    map.ties.relations = ties.relations.map { $0 + 1 }
    map.ties.sources += parts.map { Int32($0) }
    map.ties.targets += parts.map { ranks.parents[$0] }
    map.ties.weights += parts.map { _ in lightest }
    map.ties.relations += parts.map { _ in 0 }
    map.tieMarks?.isMarked += parts.map { _ in false }
    return map
  }
}
