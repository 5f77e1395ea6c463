/// Positions of the connected nodes, from a layout engine of Graphviz or from places on the globe.
struct EngineLayout {
  /// Per node where the engine put it; nil for a node that stands aside (no ties, or no place).
  var positions: [Point?]
  /// Whether distances already leave room for names, so that nothing is to be stretched.
  var isFinal: Bool
  /// Background lines in the units of the positions.
  var outline: [MapArrangement.Backdrop] = []

  /// Asks `engine` (already chosen, not `automatic`) for positions of the actors of `input`.
  ///
  /// - Parameter labelSizes: per node the room its name takes; dot keeps it free.
  static func find(
    _ scene: MapScene,
    _ input: MapInput,
    engine: MapOptions.Engine,
    options: MapOptions,
    labelSizes: [(width: Double, height: Double)],
    ask: ([UInt8]) throws(DrawingError) -> [UInt8]
  ) throws(DrawingError) -> EngineLayout {
    if engine == .geo {
      return try geographic(input)
    }
    if let ranks = scene.ranks, engine == .dot {
      return try RankLayout(scene, ranks, labelSizes: labelSizes).find(ask)
    }
    var isTied = [Bool](repeating: true, count: scene.nodes.count)
    for node in scene.untied { isTied[node] = false }
    let nodes = scene.nodes.indices.filter { isTied[$0] }
    guard !nodes.isEmpty else {
      return EngineLayout(positions: scene.nodes.map { _ in nil }, isFinal: false)
    }
    let request = request(
      scene,
      nodes: nodes,
      engine: engine,
      seed: options.seed,
      labelSizes: labelSizes
    )
    let reply = try LayoutReply(try ask(request), nodes: nodes.count)
    var positions = [Point?](repeating: nil, count: scene.nodes.count)
    var found = engine == .dot ? reply.positions : packed(reply.positions, nodes: nodes, scene)
    if engine == .dot, options.topEnd == .automatic, gathersAtHeads(scene) {
      found = found.map { Point(x: $0.x, y: -$0.y) }
    }
    if options.groups == .outlined, engine != .dot {
      found = gathered(found, groups: nodes.map { scene.nodes[$0].group })
    }
    for (node, position) in zip(nodes, found) {
      positions[node] = position
    }
    return EngineLayout(positions: positions, isFinal: engine == .dot)
  }

  /// Members of a group a little closer together, so that outlines run around groups and not across others.
  private static func gathered(_ positions: [Point], groups: [Int]) -> [Point] {
    let count = (groups.max() ?? -1) + 1
    var sums = [Point](repeating: Point(x: 0, y: 0), count: count)
    var sizes = [Double](repeating: 0, count: count)
    for (position, group) in zip(positions, groups) where group >= 0 {
      sums[group] = sums[group] + position
      sizes[group] += 1
    }
    return zip(positions, groups).map { position, group in
      group < 0 ? position : position.toward(sums[group] * (1 / sizes[group]), 0.35)
    }
  }

  /// Whether ties gather at those they point to, as where twenty report to one; dot itself puts sources on top.
  private static func gathersAtHeads(_ scene: MapScene) -> Bool {
    var (given, received) = (scene.nodes.map { _ in 0 }, scene.nodes.map { _ in 0 })
    for tie in scene.ties where tie.heads == .forward {
      given[tie.tail] += 1
      received[tie.head] += 1
    }
    func squares(_ counts: [Int]) -> Int { counts.reduce(0) { $0 + $1 * $1 } }
    return squares(received) > squares(given)
  }

  private static func geographic(_ input: MapInput) throws(DrawingError) -> EngineLayout {
    let plane = try GeoProjection.Plane(around: input.places)
    let lines = input.outline.map { line in
      let kind: MapArrangement.Backdrop.Kind =
        switch line.kind {
        case .area: .land
        case .hole: .hole
        case .line: .line
        }
      return MapArrangement.Backdrop(kind: kind, points: line.points.map(plane.point))
    }
    return EngineLayout(
      positions: GeoEdge(input.places.map { $0.map(plane.point) }).points,
      isFinal: false,
      outline: lines
    )
  }

  private static func request(
    _ scene: MapScene,
    nodes: [Int],
    engine: MapOptions.Engine,
    seed: UInt64,
    labelSizes: [(width: Double, height: Double)]
  ) -> [UInt8] {
    var writer = DescriptionWriter(
      output: "layout",
      engine: engine.rawValue,
      isDirected: engine == .dot
    )
    writer.graph(graphAttributes(scene, nodes: nodes, engine: engine, seed: seed))
    let hasGroups = engine == .fdp
    if hasGroups {
      for group in Set(nodes.map { scene.nodes[$0].group }).sorted() where group >= 0 {
        writer.group(group, [("margin", "12")])
      }
    }
    for node in nodes {
      var width = 2 * scene.nodes[node].extent
      var height = width
      if engine == .dot {
        width = max(width, labelSizes[node].width) + 4
        height += 2 * (labelSizes[node].height + 3)
      }
      let group = scene.nodes[node].group
      writer.node(
        "n\(node)",
        group: hasGroups && group >= 0 ? group : nil,
        [
          ("shape", engine == .dot ? "box" : "circle"), ("fixedsize", "true"),
          ("width", Coordinate.text(width / 72)), ("height", Coordinate.text(height / 72)),
        ]
      )
    }
    let heaviest = scene.ties.reduce(0) { max($0, $1.weight) }
    for tie in scene.ties {
      var attributes: [DescriptionWriter.Attribute] = []
      let (a, b) = (scene.nodes[tie.tail].group, scene.nodes[tie.head].group)
      let isInside = a == b || a < 0 || b < 0
      if engine == .neato || engine == .fdp {
        // Ties between groups are drawn longer, so that groups can be seen.
        attributes.append(("len", isInside ? "1" : "1.7"))
      }
      if engine == .sfdp || engine == .fdp {
        let strength = heaviest > 0 ? tie.weight / heaviest : 1
        attributes.append(("weight", Coordinate.text((isInside ? 2 : 1) * (0.5 + strength))))
      }
      writer.edge("n\(tie.tail)", "n\(tie.head)", attributes)
    }
    return writer.bytes
  }

  private static func graphAttributes(
    _ scene: MapScene,
    nodes: [Int],
    engine: MapOptions.Engine,
    seed: UInt64
  ) -> [DescriptionWriter.Attribute] {
    let start = String(seed % 1_000_000)
    switch engine {
    case .dot:
      return [("nodesep", "0.15"), ("ranksep", "0.35"), ("splines", "none")]
    case .twopi:
      let first = nodes.max {
        (scene.nodes[$0].priority, $1) < (scene.nodes[$1].priority, $0)
      }
      return [("root", "n\(first ?? nodes[0])"), ("ranksep", "1"), ("splines", "none")]
    case .sfdp:
      return [
        ("start", start), ("overlap", "true"), ("splines", "none"), ("repulsiveforce", "1.3"),
      ]
    case .fdp:
      // Groups stay apart only if fdp itself removes overlaps.
      return [("start", start), ("overlap", "prism"), ("splines", "none")]
    case .neato, .circo, .geo, .automatic:
      return [("start", start), ("overlap", "true"), ("splines", "none")]
    }
  }

  /// Parts side by side.
  private static func packed(_ positions: [Point], nodes: [Int], _ scene: MapScene) -> [Point] {
    var place = [Int](repeating: 0, count: scene.nodes.count)
    for (index, node) in nodes.enumerated() { place[node] = index }
    let ties = scene.ties.map { (place[$0.tail], place[$0.head]) }
    return ComponentPacking.pack(positions, ties: ties)
  }
}
