/// Waves as small multiples: one panel per wave, every actor at the same place in all of them.
struct WavePage {
  /// One wave on the page.
  private struct Panel {
    var scene: MapScene
    var arrangement: MapArrangement
  }

  private let panels: [Panel]
  private let furniture: [Furniture]
  private let palette: MapPalette
  private let width: Double
  private let height: Double
  private let series: WaveSeries
  let engine: MapOptions.Engine

  /// Names in a panel unless the caller wants more: a panel is small.
  private static let usualNames = 12
  private static let looks = Legend.Looks(countsTies: false)
  private static let margin = 18.0
  private static let gap = 30.0

  /// Finds positions for all waves together and lays out the page.
  init(
    _ given: WaveSeries,
    options: MapOptions,
    watch: DrawingWatch,
    ask: ([UInt8]) throws(DrawingError) -> [UInt8]
  ) throws(DrawingError) {
    try given.check()
    let words = MapWords(options.language)
    let (series, leftOut) = given.tiedOnly()
    guard !series.actors.labels.isEmpty else { throw .noActors }
    guard series.actors.labels.count <= ComposedMap.mostActorsByDefault else {
      throw .tooManyActors(series.actors.labels.count, limit: ComposedMap.mostActorsByDefault)
    }
    self.series = series
    var union = series.union
    if leftOut > 0 { union.facts.insert("\(words.nobodyTied): \(leftOut)", at: 0) }
    let scene = MapScene(union, options: options)
    engine = ComposedMap.engine(for: union, options: options)
    let names = scene.nodes.map { TextWrapping.named($0.label) }
    let headings = series.waves.indices.map { Self.heading(series, $0, words) }
    var texts = try ComposedMap.texts(
      union,
      scene: scene,
      names: names,
      words: words,
      looks: Self.looks
    )
    for heading in headings { texts += [(heading.name, .strong), (heading.counts, .label)] }
    texts.append((words.newTies, .label))
    let sizes = try TextSizes(of: texts, ask: ask)
    let layout = try EngineLayout.find(
      scene,
      union,
      engine: engine,
      options: options,
      labelSizes: names.map { sizes.size($0, .label) },
      ask: ask
    )
    let named = if case .top(let count) = options.names { count } else { Self.usualNames }
    let common = try MapArranger(scene, layout: layout, names: names, sizes: sizes, words: words)
      .arrange(.only(named), groupNames: nil, watch: watch)

    let scenes = Self.scenes(series, union: scene, options: options, words)
    var looks = Self.looks
    looks.fineness = scene.fineness(centers: common.centers)
    let legend = Self.legend(union, scenes, scene, looks, words, sizes)
    let titleSize = sizes.size(TextWrapping.wrapped(union.title, columns: 70, lines: 2), .title)
    let frame = common.box
    let headingHeight = 34.0
    let cell = (width: frame.width + Self.gap, height: frame.height + headingHeight + Self.gap)
    let columns = Self.columns(of: series.waves.count, cell)
    let rows = (series.waves.count + columns - 1) / columns
    let bodyTop = titleSize.height + 14 + Self.margin
    let key = WaveKey(
      legend,
      columns: columns,
      rows: rows,
      panels: series.waves.count,
      cell: cell,
      gap: Self.gap
    )
    height = (bodyTop + max(Double(rows) * cell.height, key.height) + Self.margin).rounded(.up)
    let bodyWidth = max(Double(columns) * cell.width, key.corner.x + key.width)
    width = (max(bodyWidth, titleSize.width) + 2 * Self.margin).rounded(.up)

    let top = height
    var furniture = key.furniture.map {
      $0.moved(by: Point(x: Self.margin + key.corner.x, y: top - bodyTop - key.corner.y))
    }
    let title = TextWrapping.wrapped(union.title, columns: 70, lines: 2)
    furniture.append(
      Furniture.text(
        title,
        .title,
        at: Point(x: Self.margin, y: top - Self.margin),
        titleSize,
        scene
      )
    )
    var panels: [Panel] = []
    for (index, scene) in scenes.enumerated() {
      let left = Self.margin + Double(index % columns) * cell.width
      let panelTop = top - bodyTop - Double(index / columns) * cell.height
      let heading = headings[index]
      let nameSize = sizes.size(heading.name, .strong)
      furniture.append(
        Furniture.text(heading.name, .strong, at: Point(x: left, y: panelTop), nameSize, scene)
      )
      furniture.append(
        Furniture.text(
          heading.counts,
          .label,
          at: Point(x: left, y: panelTop - nameSize.height - 1),
          sizes.size(heading.counts, .label),
          scene
        )
      )
      var own = common
      own.names.removeAll { name in
        name.node.map { !series.waves[index].isPresent[$0] } ?? false
      }
      own.drawTies(of: scene)
      let offset = Point(x: left - frame.left, y: panelTop - headingHeight - frame.top)
      panels.append(Panel(scene: scene, arrangement: own.moved(by: offset)))
    }
    self.panels = panels
    self.furniture = furniture
    palette = scene.palette
  }

  /// The page in `format`, and what the picture must hold.
  func description(as format: DrawingFormat) -> (bytes: [UInt8], expected: SVGCheck.Expectation) {
    var paper = Paper(format, width: width, height: height, palette: palette)
    for panel in panels { paper.add(panel.scene, panel.arrangement) }
    paper.add(furniture)
    let actors = series.actors
    let counts = series.waves.map { wave in
      "\(wave.name): \(wave.isPresent.count { $0 }), \(wave.ties.sources.count)"
    }
    return (
      paper.bytes,
      SVGCheck.Expectation(
        title: actors.title,
        description: (actors.facts + counts).joined(separator: ". "),
        nodeNames: panels.flatMap { _ in actors.labels },
        edges: paper.lines
      )
    )
  }

  // MARK: Parts

  /// Scenes of the waves on the scales of all: the same width for a weight, the same area for a value.
  private static func scenes(
    _ series: WaveSeries,
    union: MapScene,
    options: MapOptions,
    _ words: MapWords
  ) -> [MapScene] {
    let heaviest = series.waves.flatMap { DrawnTie.merged(series.map(of: $0)).map(\.weight) }
    let varies = (heaviest.min() ?? 0) < (heaviest.max() ?? 0)
    return series.waves.enumerated().map { index, wave in
      let last = index > 0 ? series.waves[index - 1] : nil
      var scene = MapScene(
        series.map(of: wave, after: last, newTies: words.newTies),
        options: options
      )
      if varies { scene.heaviest = heaviest.max() }
      for node in scene.nodes.indices {
        let isPresent = wave.isPresent[node]
        if let largest = union.largestValue, isPresent {
          let value = wave.sizes.isEmpty ? 0 : wave.sizes[node] ?? 0
          scene.nodes[node].radius = MapScene.radius(value, largest: largest, in: union.radii)
        }
        // A small empty circle keeps the place of who is not there.
        if !isPresent {
          scene.nodes[node].radius = union.radii.lowerBound * 0.5
          scene.nodes[node].paint = .init(fill: union.palette.page, outlines: 1)
        }
      }
      return scene
    }
  }

  private static func legend(
    _ union: MapInput,
    _ scenes: [MapScene],
    _ scene: MapScene,
    _ looks: Legend.Looks,
    _ words: MapWords,
    _ sizes: TextSizes
  ) -> Legend {
    var shown = union
    shown.tieMarks = .init(title: words.newTies, isMarked: [])
    var all = scene
    if scenes.contains(where: { $0.ties.contains(where: \.isMarked) }), !all.ties.isEmpty {
      all.ties[0].isMarked = true
    }
    return Legend(
      shown,
      scene: all,
      words: words,
      sizes: sizes,
      looks: looks
    )
  }

  private static func heading(
    _ series: WaveSeries,
    _ index: Int,
    _ words: MapWords
  ) -> (name: String, counts: String) {
    let wave = series.waves[index]
    let ties = wave.ties.sources.indices.filter { wave.ties.sources[$0] != wave.ties.targets[$0] }
    var counts = "\(words.actors): \(wave.isPresent.count { $0 }) · \(words.ties): \(ties.count)"
    if index > 0 {
      let marks = series.map(of: wave, after: series.waves[index - 1]).tieMarks?.isMarked ?? []
      counts += " (\(words.new): \(ties.count { marks[$0] }))"
    }
    return (TextWrapping.shortened(TextWrapping.clean(wave.name), to: 40), counts)
  }

  /// As many columns as make the page most like a screen.
  private static func columns(of count: Int, _ cell: (width: Double, height: Double)) -> Int {
    func distance(_ columns: Int) -> Double {
      let rows = Double((count + columns - 1) / columns)
      let shape = Double(columns) * cell.width / (rows * cell.height)
      return max(shape / 1.5, 1.5 / shape)
    }
    return (1...count).min { (distance($0), $0) < (distance($1), $1) } ?? 1
  }
}

extension Furniture {
  /// A text by its top left corner.
  static func text(
    _ text: String,
    _ style: TextStyle,
    at corner: Point,
    _ size: (width: Double, height: Double),
    _ scene: MapScene
  ) -> Furniture {
    .text(
      text,
      style,
      Box(
        left: corner.x,
        bottom: corner.y - size.height,
        right: corner.x + size.width,
        top: corner.y
      ),
      color: style == .label ? scene.palette.quietText : scene.palette.text
    )
  }
}

extension WavePage: PicturePage {
  var level: MapOptions.Level { .actors }
  var date: MapInput.Date { series.actors.date }
}

extension DiagramRenderer {
  /// Draws the waves of a series side by side, every actor at the same place in all of them.
  ///
  /// Ties that the wave before did not have stand out. Actors without a tie in any wave are left out.
  /// As `.dot` a series cannot be written.
  public func draw(
    _ series: WaveSeries,
    options: MapOptions = MapOptions(),
    format: DrawingFormat,
    isCancelled: () -> Bool = { false }
  ) throws(DrawingError) -> Drawing {
    try draw(format, isCancelled) { watch, ask throws(DrawingError) in
      try WavePage(series, options: options, watch: watch, ask: ask)
    }
  }
}
