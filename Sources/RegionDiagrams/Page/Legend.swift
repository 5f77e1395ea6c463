/// The legend: what colours, shapes, areas and lines mean, the facts, and the key to the numbers.
///
/// Rows flow into columns of a given height; a heading is never left alone at the end of one.
struct Legend {
  /// One line of the legend, its furniture relative to its own top left corner.
  struct Row {
    var height: Double
    var width: Double
    var furniture: [Furniture]
    var isHeading = false
    /// Whether the next row must stand in the same column.
    var holdsNext = false
  }

  private(set) var rows: [Row] = []
  private let input: MapInput
  private let scene: MapScene
  private let words: MapWords
  private let sizes: TextSizes
  private let looks: Looks

  /// What depends on the page rather than on the input.
  struct Looks {
    /// Whether ties between nodes far apart are paler.
    var fades = false
    /// Whether the legend says how many ties of a kind there are.
    var countsTies = true
    /// How much thinner lines are than usual.
    var fineness = 1.0
  }

  private static let indent = 24.0
  /// Columns of a text line.
  static let textColumns = 32

  init(
    _ input: MapInput,
    scene: MapScene,
    words: MapWords,
    sizes: TextSizes,
    looks: Looks = Looks()
  ) {
    self.looks = looks
    self.input = input
    self.scene = scene
    self.words = words
    self.sizes = sizes
    addColors()
    addShapes()
    addSizes()
    addHalos()
    addTies()
    addFacts()
  }

  /// Adds the numbers of the map and whom they stand for.
  mutating func addKey(_ numbered: [Int]) {
    guard !numbered.isEmpty else { return }
    heading(words.key)
    for (index, node) in numbered.enumerated() {
      let name = TextWrapping.shortened(TextWrapping.clean(scene.nodes[node].label), to: 36)
      var row = Row(height: 13, width: 0, furniture: [])
      append(String(index + 1), .label, at: 0, to: &row, color: scene.palette.quietText)
      append(name, .label, at: Self.indent, to: &row)
      rows.append(row)
    }
  }

  /// A line in the legend's own words.
  mutating func addNote(_ text: String) {
    for line in Self.lines(text) { plain(line, color: scene.palette.quietText) }
  }

  /// Everything in columns at most `height` tall (one row at least each); top left corner at 0, 0.
  func columns(height: Double) -> (furniture: [Furniture], width: Double, height: Double) {
    var furniture: [Furniture] = []
    var (left, top, width, deepest) = (0.0, 0.0, 0.0, 0.0)
    for (index, row) in rows.enumerated() {
      var together = row.height
      var last = index
      while rows[last].holdsNext, last + 1 < rows.count {
        last += 1
        together += rows[last].height
      }
      // What fits in no column may be parted anywhere.
      let needed = together <= height ? together : row.height
      if top > 0, top + needed > height {
        left += width + 18
        (top, width) = (0, 0)
      }
      // No air above the first line of a column.
      let lift = row.isHeading && top == 0 ? 8.0 : 0
      furniture += row.furniture.map { $0.moved(by: Point(x: left, y: lift - top)) }
      top += row.height - lift
      width = max(width, row.width)
      deepest = max(deepest, top)
    }
    return (furniture, left + width, deepest)
  }

  /// How tall columns beside a map of this height are best: one column a little taller than the map
  /// takes less of the page than two half empty ones.
  func columnHeight(besides map: Double) -> Double {
    let all = rows.reduce(0) { $0 + $1.height }
    let tall = max(map, 240)
    return all <= tall * 1.5 ? max(all, tall) : tall
  }

  /// The texts of the legend, for measuring.
  static func texts(
    _ input: MapInput,
    scene: MapScene,
    words: MapWords,
    looks: Looks = Looks(fades: true)
  ) throws(DrawingError) -> [(text: String, style: TextStyle)] {
    let empty = try TextSizes(of: []) { bytes throws(DrawingError) in bytes }
    let legend = Legend(input, scene: scene, words: words, sizes: empty, looks: looks)
    return legend.rows.flatMap(\.furniture).compactMap { item in
      if case .text(let text, let style, _, _) = item { return (text, style) }
      return nil
    }
  }

  static func lines(_ text: String) -> [String] {
    TextWrapping.wrapped(text, columns: textColumns, lines: 4).split(separator: "\n").map {
      String($0)
    }
  }

  // MARK: Sections

  private mutating func addColors() {
    // One colour per node, as on a map of clusters, says what the names say.
    guard let color = input.color, !input.isQuotient,
      color.names.count < input.labels.count || color.names.count > MapPalette.distinctPaints
    else { return }
    heading(color.title)
    let palette = scene.palette
    let rest = words.otherValues
    entries(of: color, distinct: MapPalette.distinctPaints) { index in
      (NodeShape.ellipse, palette.paint(index))
    } others: {
      (NodeShape.ellipse, palette.paint(nil))
    } othersName: { _ in
      rest
    }
  }

  private mutating func addShapes() {
    guard let shape = input.shape else { return }
    heading(shape.title.isEmpty ? words.shape : shape.title)
    let plain = MapPalette.Paint(fill: scene.palette.page, outlines: 1)
    let own = NodeShape.own(of: shape.names.count)
    let rest = words.otherValues
    entries(of: shape, distinct: own) { index in
      (NodeShape.shape(index, of: shape.names.count), plain)
    } others: {
      (NodeShape.shape(own, of: shape.names.count), plain)
    } othersName: { names in
      // A few can be told by name.
      names.count <= 6 ? names.joined(separator: ", ") : rest
    }
  }

  /// One row per category that occurs, with its count; those beyond `distinct` share a row.
  private mutating func entries(
    of division: MapInput.Division,
    distinct: Int,
    look: (Int?) -> (NodeShape, MapPalette.Paint),
    others: () -> (NodeShape, MapPalette.Paint),
    othersName: ([String]) -> String
  ) {
    var counts = [Int](repeating: 0, count: division.names.count)
    var without = 0
    for category in division.categories {
      if category < 0 { without += 1 } else { counts[Int(category)] += 1 }
    }
    for (index, name) in division.names.enumerated() where counts[index] > 0 && index < distinct {
      entry("\(name) (\(counts[index]))", look(index))
    }
    let rest = distinct < counts.count ? counts[distinct...].reduce(0, +) : 0
    if rest > 0 {
      let shared = division.names.indices.filter { $0 >= distinct && counts[$0] > 0 }
      entry("\(othersName(shared.map { division.names[$0] })) (\(rest))", others())
    }
    if without > 0 { entry("\(words.name(of: division.absence)) (\(without))", look(nil)) }
  }

  private mutating func entry(_ text: String, _ look: (NodeShape, MapPalette.Paint)) {
    // A second outline needs room outside the first.
    let isDouble = look.1.outlines > 1
    var row = Row(height: isDouble ? 18 : 16, width: 0, furniture: [])
    row.furniture.append(
      .sample(
        look.0,
        radius: isDouble ? 3.5 : 5.5,
        look.1,
        Point(x: 8, y: isDouble ? -9 : -8)
      )
    )
    let lines = Self.lines(text)
    for (index, line) in lines.enumerated() {
      if index > 0 { row = Row(height: 13, width: 0, furniture: []) }
      row.holdsNext = index + 1 < lines.count
      append(line, .label, at: Self.indent, to: &row)
      rows.append(row)
    }
  }

  private mutating func addSizes() {
    guard let size = input.size, let largest = scene.largestValue, largest > 0 else { return }
    heading("\(words.size): \(size.title)")
    let paint = MapPalette.Paint(fill: scene.palette.page, outlines: 1)
    let samples = Self.samples(of: size, largest: largest)
    let least = samples.last ?? 0
    for value in samples {
      let radius = MapScene.radius(value, largest: largest, in: scene.radii)
      let height = max(2 * radius + 4, 15)
      var row = Row(height: height, width: 0, furniture: [])
      let middle = scene.radii.upperBound
      row.furniture.append(
        .sample(.ellipse, radius: radius, paint, Point(x: middle, y: -height / 2))
      )
      row.holdsNext = value > least
      append(words.number(value), .label, at: 2 * middle + 8, to: &row)
      rows.append(row)
    }
  }

  /// Three values for the eye: the largest, half of it, the smallest.
  ///
  /// Whole numbers stay whole: there is no half member.
  private static func samples(of size: MapInput.Scores, largest: Double) -> [Double] {
    let values = size.values.compactMap { $0 }
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let least = max(values.min() ?? 0, 0)
    let samples = [
      largest, isWhole ? (largest / 2).rounded() : largest / 2, isWhole ? least : 0,
    ]
    return samples.enumerated().filter { place, value in
      place == 0 || value < samples[place - 1]
    }.map(\.element)
  }

  private mutating func addHalos() {
    guard let halos = input.halos, halos.isMarked.contains(true) else { return }
    var row = Row(height: 22, width: 0, furniture: [])
    let paint = MapPalette.Paint(fill: scene.palette.page, outlines: 1)
    let center = Point(x: 10, y: -11)
    row.furniture = [.ring(radius: 9, center), .sample(.ellipse, radius: 5, paint, center)]
    let count = halos.isMarked.count { $0 }
    let text = TextWrapping.shortened("\(halos.title) (\(count))", to: Self.textColumns)
    append(text, .label, at: Self.indent + 2, to: &row)
    rows.append(row)
  }

  private mutating func addTies() {
    guard !scene.ties.isEmpty else { return }
    heading(words.ties)
    defer {
      if let marks = input.tieMarks, scene.ties.contains(where: \.isMarked) {
        tieRow(marks.title, relation: 0, heads: .none, share: nil, isMarked: true)
      }
      if looks.fades { plain(words.farTies, color: scene.palette.quietText) }
    }
    let weights = scene.ties.map(\.weight)
    let (lightest, heaviest) = (weights.min() ?? 0, weights.max() ?? 0)
    let varies = lightest < heaviest
    for (index, relation) in input.relations.enumerated() {
      let own = scene.ties.filter { $0.relation == index }
      guard !own.isEmpty else { continue }
      let kinds: [(DrawnTie.Heads, String)] =
        relation.isDirected
        ? [(.forward, words.oneWay), (.both, words.mutual)] : [(.none, "")]
      // Where no tie is returned, the arrow alone says which way they go.
      let isOneWay = !own.contains { $0.heads == .both }
      for (heads, meaning) in kinds {
        let count = own.count { $0.heads == heads }
        guard count > 0 else { continue }
        let name = meaning.isEmpty || isOneWay ? relation.name : "\(relation.name), \(meaning)"
        // Between groups there is one line per pair: their number says nothing.
        let shown = input.isQuotient || !looks.countsTies ? name : "\(name) (\(count))"
        tieRow(shown, relation: index, heads: heads, share: varies ? 0.35 : nil)
      }
    }
    if varies {
      plain(
        "\(input.isQuotient ? words.tieCount : words.strength) \(words.number(lightest))–\(words.number(heaviest))",
        color: scene.palette.quietText
      )
    }
  }

  private mutating func tieRow(
    _ text: String,
    relation: Int,
    heads: DrawnTie.Heads,
    share: Double?,
    isMarked: Bool = false
  ) {
    var style = TieStyle(relation: relation, heads: heads, share: share, palette: scene.palette)
    if isMarked { style.mark(scene.palette) }
    // A sample stands alone: it must show its pattern.
    style.thin(to: max(looks.fineness, 0.7))
    let arrow = TieCurve.arrowLength(fineness: looks.fineness)
    let lines = Self.lines(text)
    for (index, line) in lines.enumerated() {
      var row = Row(height: index + 1 == lines.count ? 15 : 12, width: 0, furniture: [])
      if index == 0 {
        row.furniture.append(
          .line(
            from: Point(x: 0, y: -7),
            to: Point(x: 28, y: -7),
            heads: heads,
            style,
            arrow: arrow
          )
        )
      }
      // A text of several lines stays together.
      row.holdsNext = index + 1 < lines.count
      append(line, .label, at: 34, to: &row)
      rows.append(row)
    }
  }

  private mutating func addFacts() {
    guard !input.facts.isEmpty else { return }
    rows.append(Row(height: 8, width: 0, furniture: [], holdsNext: true))
    let first = rows.count
    for fact in input.facts {
      for line in Self.lines(fact) { plain(line, color: scene.palette.quietText) }
    }
    for row in rows.indices.dropLast() where row >= first { rows[row].holdsNext = true }
  }

  // MARK: Rows

  private mutating func heading(_ text: String) {
    for (index, line) in Self.lines(text).enumerated() {
      var row = Row(
        height: index == 0 ? 24 : 14,
        width: 0,
        furniture: [],
        isHeading: true,
        holdsNext: true
      )
      append(line, .strong, at: 0, to: &row)
      row.furniture = row.furniture.map { $0.moved(by: Point(x: 0, y: index == 0 ? -8 : 0)) }
      rows.append(row)
    }
  }

  private mutating func plain(_ text: String, color: String) {
    var row = Row(height: 14, width: 0, furniture: [])
    append(text, .label, at: 0, to: &row, color: color)
    rows.append(row)
  }

  private func append(
    _ text: String,
    _ style: TextStyle,
    at left: Double,
    to row: inout Row,
    color: String? = nil
  ) {
    let size = sizes.size(text, style)
    let middle = -min(row.height, 24) / 2
    let center = row.isHeading ? -7 : row.height > 24 ? -row.height / 2 : middle
    let box = Box(
      left: left,
      bottom: center - size.height / 2,
      right: left + size.width,
      top: center + size.height / 2
    )
    row.furniture.append(.text(text, style, box, color: color ?? scene.palette.text))
    row.width = max(row.width, left + size.width)
  }
}
