/// Stretches a layout until every name has room, then draws lines and outlines.
///
/// Node and letter sizes stay as they are and distances grow: a little everywhere, more around nodes
/// whose names found no place. Names that still find none become numbers.
struct MapArranger {
  private let scene: MapScene
  private let sizes: TextSizes
  private let layout: EngineLayout
  private let names: [String]
  private let tied: [Int]
  private let words: MapWords

  /// Nodes that may carry a number; a key of more lines is not read by anybody.
  static let mostNumbers = 200
  private static let gap = 5.0

  /// - Parameter names: per node its name in lines; sizes of them are in `sizes`.
  init(
    _ scene: MapScene,
    layout: EngineLayout,
    names: [String],
    sizes: TextSizes,
    words: MapWords
  ) {
    self.scene = scene
    self.layout = layout
    self.names = names
    self.sizes = sizes
    self.words = words
    tied = scene.nodes.indices.filter { layout.positions[$0] != nil }
  }

  /// The finished map.
  ///
  /// - Parameter watch: asked between the steps; it throws when the time is over.
  func arrange(
    _ rule: MapOptions.Names,
    groupNames: [String]?,
    watch: DrawingWatch
  ) throws(DrawingError) -> MapArrangement {
    var named = chosen(rule)
    var arrangement = MapArrangement(centers: scene.nodes.map { _ in Point(x: 0, y: 0) })
    arrangement.extents = scene.nodes.map(\.extent)
    // Once as wished; once more with the names that found no room as numbers.
    for round in 0..<2 {
      let isNamed = mask(named)
      let numbered = rule.numbersOthers ? numbers(isNamed: isNamed) : []
      let attempt = try stretch(named: named, numbered: numbered, watch: watch)
      for (node, center) in zip(tied, attempt.centers) { arrangement.centers[node] = center }
      arrangement.names = attempt.names
      arrangement.numbered = numbered
      arrangement.scale = attempt.scale
      let placed = mask(attempt.names.compactMap(\.node))
      arrangement.nameless = tied.filter { !placed[$0] }
      let failed = named.filter { !placed[$0] }
      if failed.isEmpty || round == 1 { break }
      named = named.filter { placed[$0] }
    }
    arrangement.backdrops = backdrops(&arrangement)
    let aside = scene.nodes.indices.filter { layout.positions[$0] == nil }
    let shown = mask(arrangement.names.compactMap(\.node))
    arrangement.numbered.removeAll { !shown[$0] }
    AsidePlacement(scene: scene, sizes: sizes, words: words).place(aside, in: &arrangement)
    try watch.check()
    arrangement.drawTies(of: scene)
    if let groupNames {
      GroupNames(scene: scene, sizes: sizes, members: tied).outline(&arrangement, groupNames)
    }
    return arrangement
  }

  /// Land and borders, or the bands of ranks, which also get their names.
  private func backdrops(_ arrangement: inout MapArrangement) -> [MapArrangement.Backdrop] {
    if let ranks = scene.ranks {
      return RankBands(ranks, scene: scene, sizes: sizes).place(in: &arrangement)
    }
    let discs = tied.map { node in
      let side = 2 * scene.nodes[node].extent
      return Box(center: arrangement.centers[node], width: side, height: side)
    }
    let boxes = discs + arrangement.names.map(\.box)
    guard let first = boxes.first, !layout.outline.isEmpty else { return [] }
    return OutlineCrop(frame: boxes.dropFirst().reduce(first) { $0.union($1) })
      .backdrops(of: layout.outline, scale: arrangement.scale)
  }

  // MARK: Who is named

  private func chosen(_ rule: MapOptions.Names) -> [Int] {
    let limit =
      switch rule {
      case .top(let count): count
      // On ranks every name has room of its own.
      case .automatic where layout.isFinal && tied.count <= 400: tied.count
      case .automatic: tied.count <= 120 ? tied.count : tied.count <= 1000 ? 40 : 25
      case .only(let count): count
      }
    let ordered = tied.sorted {
      (-scene.nodes[$0].priority, $0) < (-scene.nodes[$1].priority, $1)
    }
    let first = ordered.prefix(max(limit, 0))
    guard rule == .automatic, tied.count <= Self.mostNumbers else { return Array(first) }
    // A name that is as short as a number takes no more room than one.
    return first + ordered.dropFirst(first.count).filter { scene.nodes[$0].label.utf8.count <= 3 }
  }

  /// Everybody else, by name, so that the key reads like a register; nobody where names are numbers
  /// themselves, since a reader could not tell one from the other.
  private func numbers(isNamed: [Bool]) -> [Int] {
    let others = tied.filter { !isNamed[$0] }
    guard others.count <= Self.mostNumbers else { return [] }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let hasNumbers = tied.contains { node in
      scene.nodes[node].label.utf8.allSatisfy { digits.contains($0) }
    }
    guard !hasNumbers else { return [] }
    return others.sorted { a, b in
      let (left, right) = (scene.nodes[a].label, scene.nodes[b].label)
      return left == right ? a < b : NaturalOrder.precedes(left, right)
    }
  }

  private func mask(_ nodes: [Int]) -> [Bool] {
    var mask = [Bool](repeating: false, count: scene.nodes.count)
    for node in nodes { mask[node] = true }
    return mask
  }

  // MARK: Room for names

  private struct Attempt {
    var centers: [Point]
    var names: [MapArrangement.Name]
    var scale: Double
  }

  private func stretch(
    named: [Int],
    numbered: [Int],
    watch: DrawingWatch
  ) throws(DrawingError) -> Attempt {
    var texts: [(node: Int, text: String, style: TextStyle)] = []
    for node in named { texts.append((node, names[node], .label)) }
    for (index, node) in numbered.enumerated() { texts.append((node, String(index + 1), .label)) }
    let insides = texts.map { fitsInside($0.node, $0.text) }

    let base = tied.compactMap { layout.positions[$0] }
    var scale = layout.isFinal ? 1 : firstScale(base, texts: texts)
    var room = tied.map { scene.nodes[$0].extent }
    var index = [Int](repeating: 0, count: scene.nodes.count)
    for (position, node) in tied.enumerated() { index[node] = position }

    var centers = base
    var boxes: [Box?] = []
    var used = scale
    let isLarge = tied.count > 150
    let attempts = !isLarge ? 24 : tied.count <= 800 ? 10 : 4
    for _ in 0..<attempts {
      try watch.check()
      used = scale
      centers = base.map { $0 * scale }
      NodeSeparation.separate(
        &centers,
        radii: room,
        gap: Self.gap,
        sweeps: tied.count > 1_000 ? 50 : 200
      )
      boxes = place(texts, insides, centers, index)
      let failed = texts.indices.filter { boxes[$0] == nil }
      if failed.isEmpty { break }
      for text in failed {
        // Wide names among many nodes need a field of their own.
        let width = sizes.size(texts[text].text, texts[text].style).width
        room[index[texts[text].node]] += isLarge ? 2 + width * 0.12 : 2.5
      }
      scale *= 1.05
    }
    var result: [MapArrangement.Name] = []
    for (text, entry) in texts.enumerated() {
      guard let box = boxes[text] else { continue }
      result.append(
        .init(
          text: entry.text,
          style: entry.style,
          box: box,
          node: entry.node,
          isInside: insides[text]
        )
      )
    }
    return Attempt(centers: centers, names: result, scale: used)
  }

  private func place(
    _ texts: [(node: Int, text: String, style: TextStyle)],
    _ insides: [Bool],
    _ centers: [Point],
    _ index: [Int]
  ) -> [Box?] {
    let extents = tied.map { scene.nodes[$0].extent }
    var density = LineDensity(area: NodeSeparation.area(of: centers).insetBy(-60))
    if scene.ties.count <= 20_000 {
      for tie in scene.ties where layout.positions[tie.tail] != nil {
        guard layout.positions[tie.head] != nil else { continue }
        density.add(from: centers[index[tie.tail]], to: centers[index[tie.head]])
      }
    }
    let outside = texts.indices.filter { !insides[$0] }
    let labels = outside.map { text in
      let size = sizes.size(texts[text].text, texts[text].style)
      return LabelPlacement.Label(
        node: index[texts[text].node],
        width: size.width,
        height: size.height,
        priority: scene.nodes[texts[text].node].priority
      )
    }
    let placement = LabelPlacement(
      centers: centers,
      extents: extents,
      sides: tied.map { scene.nodes[$0].side },
      labels: labels,
      lines: density
    )
    var boxes = texts.indices.map { text -> Box? in
      guard insides[text] else { return nil }
      let size = sizes.size(texts[text].text, texts[text].style)
      return Box(
        center: centers[index[texts[text].node]],
        width: size.width,
        height: size.height
      )
    }
    for (position, text) in outside.enumerated() { boxes[text] = placement.boxes[position] }
    return boxes
  }

  private func fitsInside(_ node: Int, _ text: String) -> Bool {
    let look = scene.nodes[node]
    guard look.shape != .triangle, look.shape != .invtriangle, look.shape != .diamond else {
      return false
    }
    let size = sizes.size(text, .label)
    let room = 2 * look.radius - 3
    return room > 0 && size.width * size.width + size.height * size.height <= room * room
  }

  /// Paper for nodes, names and the lines between them.
  private func firstScale(
    _ base: [Point],
    texts: [(node: Int, text: String, style: TextStyle)]
  ) -> Double {
    var needed = 0.0
    for node in tied {
      let side = 2 * scene.nodes[node].extent + Self.gap
      needed += side * side
    }
    for entry in texts {
      let size = sizes.size(entry.text, entry.style)
      needed += size.width * size.height * 1.3
    }
    let crowding = min(Double(scene.ties.count) / Double(max(tied.count, 1)), 8)
    let area = NodeSeparation.area(of: base)
    let span = max(area.width, 1) * max(area.height, 1)
    let wanted = needed * (2.6 + 0.35 * crowding)
    return base.count < 2 ? 1 : (wanted / span).squareRoot()
  }
}
