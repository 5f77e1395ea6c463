/// A map ready to be drawn, and the decisions that led to it.
struct ComposedMap {
  let page: MapPage
  let level: MapOptions.Level
  let engine: MapOptions.Engine
  let notes: [String]
  /// The input that is really shown: the given one, or its quotient.
  let shown: MapInput

  /// Actors up to which they are drawn unless clusters are asked for.
  static let mostActorsByDefault = 700
  /// Actors up to which they can be drawn at all.
  static let mostActors = 5_000
  /// Clusters up to which all are drawn.
  static let mostClusters = 150

  /// Chooses level and engine, asks for text sizes and positions, and lays out the page.
  init(
    _ input: MapInput,
    options: MapOptions,
    watch: DrawingWatch,
    ask: ([UInt8]) throws(DrawingError) -> [UInt8]
  ) throws(DrawingError) {
    try input.check()
    var words = MapWords(options.language)
    var notes: [String] = []
    level = try Self.level(for: input, options: options, notes: &notes)
    var shown = input
    if level == .clusters {
      let quotient = try input.quotient(limit: Self.mostClusters, words: words)
      shown = quotient.map
      words.isolates = words.isolatedGroups
      if quotient.leftOut > 0 {
        notes.append("\(quotient.leftOut) smaller clusters are not drawn")
      }
    }
    if level == .actors { shown = shown.withNesting() } else { shown.ranks = nil }
    shown.facts = [Self.counts(input, words)] + shown.facts
    engine = Self.engine(for: shown, options: options)
    if engine == .geo { words.isolates = words.placeless }
    if engine != .dot { shown.ranks = nil }
    if shown.ranks != nil { words.isolates = words.unranked }

    if engine == .geo {
      let far = GeoEdge(try GeoProjection.project(shown.places)).movedCount
      if far > 0 { shown.facts.append("\(words.farAway): \(far)") }
      let leftOut = shown.removeTiesWithoutPlace()
      if leftOut > 0 {
        shown.facts.append("\(words.tiesWithoutPlace): \(leftOut)")
        notes.append(
          leftOut == 1
            ? "1 tie is not drawn: an end of it has no place"
            : "\(leftOut) ties are not drawn: an end of them has no place"
        )
      }
    }
    let scene = MapScene(shown, options: options)
    let names = scene.nodes.map { TextWrapping.named($0.label) }
    let sizes = try TextSizes(
      of: try Self.texts(shown, scene: scene, names: names, words: words),
      ask: ask
    )
    let layout = try EngineLayout.find(
      scene,
      shown,
      engine: engine,
      options: options,
      labelSizes: names.map { sizes.size($0, .label) },
      ask: ask
    )
    let arranger = MapArranger(
      scene,
      layout: layout,
      names: names,
      sizes: sizes,
      words: words
    )
    let arrangement = try arranger.arrange(
      options.names,
      groupNames: options.groups == .outlined && level == .actors ? shown.groups?.names : nil,
      watch: watch
    )
    if !arrangement.nameless.isEmpty {
      notes.append(
        "\(arrangement.nameless.count) of \(shown.labels.count) nodes have no name on the map"
      )
    }
    let looks = Legend.Looks(
      fades: scene.fades(centers: arrangement.centers),
      fineness: arrangement.fineness
    )
    var legend = Legend(shown, scene: scene, words: words, sizes: sizes, looks: looks)
    legend.addKey(arrangement.numbered)
    page = MapPage(
      scene: scene,
      arrangement: arrangement,
      legend: legend,
      title: shown.title,
      sizes: sizes
    )
    self.notes = notes
    self.shown = shown
  }

  // MARK: Decisions

  private static func level(
    for input: MapInput,
    options: MapOptions,
    notes: inout [String]
  ) throws(DrawingError) -> MapOptions.Level {
    let count = input.labels.count
    switch options.level {
    case .clusters:
      return .clusters
    case .actors:
      guard count <= mostActors else { throw .tooManyActors(count, limit: mostActors) }
      return .actors
    case .automatic:
      guard count > mostActorsByDefault else { return .actors }
      guard input.groups != nil else {
        guard count <= mostActors else { throw .tooManyActors(count, limit: mostActors) }
        return .actors
      }
      notes.append(
        "\(count) actors: the map shows clusters"
          + (count <= mostActors ? "; --level actors draws every actor" : "")
      )
      return .clusters
    }
  }

  static func engine(for input: MapInput, options: MapOptions) -> MapOptions.Engine {
    guard options.engine == .automatic else { return options.engine }
    if input.ranks != nil { return .dot }
    return input.labels.count <= mostActorsByDefault ? .neato : .sfdp
  }

  private static func counts(_ input: MapInput, _ words: MapWords) -> String {
    let ties = input.ties
    let count = ties.sources.indices.count { ties.sources[$0] != ties.targets[$0] }
    return "\(input.nodesTitle ?? words.actors): \(input.labels.count) · \(words.ties): \(count)"
  }

  /// Every text whose size the page needs; the rest is guessed from its length.
  static func texts(
    _ input: MapInput,
    scene: MapScene,
    names: [String],
    words: MapWords,
    looks: Legend.Looks = Legend.Looks(fades: true)
  ) throws(DrawingError) -> [(text: String, style: TextStyle)] {
    var texts = try Legend.texts(input, scene: scene, words: words, looks: looks)
    texts += names.prefix(2_000).map { ($0, .label) }
    texts += scene.nodes.prefix(2_000).map {
      (TextWrapping.shortened($0.label, to: 24), TextStyle.label)
    }
    let key = scene.nodes.prefix(400).map { TextWrapping.clean($0.label) }
    texts += key.map { (TextWrapping.shortened($0, to: 36), .label) }
    texts += (1...MapArranger.mostNumbers).map { (String($0), .label) }
    texts.append((words.key, .strong))
    texts.append((AsidePlacement.heading(words, count: scene.untied.count), .strong))
    for name in input.ranks?.names ?? [] {
      texts.append((TextWrapping.wrapped(name, columns: 16, lines: 2), .strong))
    }
    texts.append((TextWrapping.wrapped(input.title, columns: 70, lines: 2), .title))
    for name in input.groups?.names.prefix(500) ?? [] {
      texts.append((TextWrapping.shortened(TextWrapping.clean(name), to: 30), .strong))
    }
    return texts
  }

  // MARK: Words for people who cannot see it

  /// What the picture that comes back must hold.
  var expectation: SVGCheck.Expectation {
    let lines = page.furniture.count { item in
      if case .line = item { return true }
      return false
    }
    var description = shown.facts.joined(separator: ". ")
    for marks in [shown.halos, shown.tieMarks] {
      if let marks { description += ". \(marks.title): \(marks.isMarked.count { $0 })" }
    }
    for division in [shown.isQuotient ? nil : shown.color, shown.shape] {
      if let division { description += ". \(division.title): " + Self.counts(of: division) }
    }
    if let size = shown.size { description += ". \(size.title)" }
    return SVGCheck.Expectation(
      title: shown.title,
      description: description,
      nodeNames: shown.labels,
      edges: page.scene.ties.count + lines
    )
  }

  private static func counts(of division: MapInput.Division) -> String {
    var counts = [Int](repeating: 0, count: division.names.count)
    for category in division.categories where category >= 0 { counts[Int(category)] += 1 }
    return zip(division.names, counts).filter { $1 > 0 }.prefix(20)
      .map { "\($0) (\($1))" }.joined(separator: ", ")
  }
}
