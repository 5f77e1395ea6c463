/// Writes a heat map as SVG.
struct HeatWriter {
  private let cells: HeatCells
  private let palette: MapPalette
  private let words: MapWords
  private let hasNames: Bool
  private let hasTitles: Bool
  private(set) var text = ""

  /// Side of a cell, in points.
  private let side: Double
  /// Size of the names of rows and columns.
  private let letters: Double
  private let nameRoom: Double
  private let names: [String]

  private static let margin = 18.0
  private static let strip = 6.0
  /// Height of the scale of tones below the table.
  private static let scaleRoom = 44.0
  /// The weakest tie still shows.
  private static let leastInk = 0.3

  init(
    _ cells: HeatCells,
    palette: MapPalette,
    words: MapWords,
    hasNames: Bool,
    hasTitles: Bool
  ) {
    self.cells = cells
    self.palette = palette
    self.words = words
    self.hasNames = hasNames
    self.hasTitles = hasTitles
    let count = Double(cells.order.count)
    side = count <= 40 ? 16 : count <= 100 ? 12 : hasNames ? 9.5 : max(0.25, min(6, 1_200 / count))
    letters = min(10, side * 0.85)
    names = cells.order.map {
      TextWrapping.shortened(TextWrapping.clean(cells.input.labels[$0]), to: 28)
    }
    let columns = names.map { TextWrapping.width(of: $0) }.max() ?? 0
    nameRoom = hasNames ? Double(columns) * letters * 0.62 + 6 : 0
  }

  /// Writes everything into ``text``.
  mutating func write() {
    let grid = side * Double(cells.order.count)
    let titleLines = TextWrapping.wrapped(cells.input.title, columns: 70, lines: 2)
      .split(separator: "\n").map(String.init)
    let titleRoom = Double(titleLines.count) * 20 + 12
    let left = Self.margin + nameRoom + Self.strip + 2
    let top = Self.margin + titleRoom + nameRoom + Self.strip + 2
    let groupColumns = cells.blocks.map { TextWrapping.width(of: label(of: $0)) }.max() ?? 0
    let keyLeft = left + grid + 14
    let keyWidth = max(Double(min(groupColumns, 34)) * 6.6, 190)
    let width = (max(keyLeft + keyWidth, 420) + Self.margin).rounded(.up)
    let facts = cells.input.facts
    let foot = top + max(grid, 130) + 20
    let scaleRoom = cells.heaviest > 0 ? Self.scaleRoom : 0
    let height = (foot + scaleRoom + Double(facts.count) * 14 + Self.margin).rounded(.up)
    open(width, height)
    for (line, title) in titleLines.enumerated() {
      say(title, x: Self.margin, y: Self.margin + 14 + Double(line) * 20, size: 16, isBold: true)
    }
    text += "<g shape-rendering=\"crispEdges\">\n"
    rect(left, top, grid, grid, fill: palette.band)
    writeCells(left, top)
    writeBlocks(left, top, grid)
    text += "</g>\n"
    if hasNames { writeNames(left, top) }
    writeGroups(left, top, keyLeft)
    writeScale(Self.margin, foot)
    for (line, fact) in facts.enumerated() {
      say(
        fact,
        x: Self.margin,
        y: foot + scaleRoom + 4 + Double(line) * 14,
        color: palette.quietText
      )
    }
    text += "</svg>\n"
  }

  // MARK: Parts

  private mutating func open(_ width: Double, _ height: Double) {
    let input = cells.input
    let size = "width=\"\(number(width))pt\" height=\"\(number(height))pt\""
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
    text += " aria-labelledby=\"map-title map-description\" \(size)"
    text += " viewBox=\"0 0 \(number(width)) \(number(height))\""
    text += " font-family=\"DejaVu Sans,Helvetica,Arial,sans-serif\">\n"
    text += "<title id=\"map-title\">\(SVGVocabulary.escaped(input.title))</title>\n"
    let about =
      input.facts + [
        "\(words.rows), \(words.columns)",
        cells.blocks.map { "\(label(of: $0))" }.joined(separator: ", "),
      ]
    text += "<desc id=\"map-description\">"
    text += SVGVocabulary.escaped(about.joined(separator: ". ")) + "</desc>\n"
    rect(0, 0, width, height, fill: palette.page)
  }

  private mutating func writeCells(_ left: Double, _ top: Double) {
    let blockOf = cells.blockOfRow
    let names = cells.order.map { cells.input.labels[$0] }
    for cell in cells.cells {
      let isInside = blockOf[cell.row] == blockOf[cell.column]
      let ink = ink(ofGroup: isInside ? cells.blocks[blockOf[cell.row]].group : -1)
      let x = left + Double(cell.column) * side
      let y = top + Double(cell.row) * side
      let fill = MapPalette.mix(palette.page, ink, share(of: cell.weight))
      text += "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(side))\""
      text += " height=\"\(number(side))\" fill=\"\(fill)\""
      guard hasTitles else {
        text += "/>\n"
        continue
      }
      let what = "\(names[cell.row]) → \(names[cell.column]): \(words.number(cell.weight))"
      text += "><title>\(SVGVocabulary.escaped(what))</title></rect>\n"
    }
  }

  /// A frame around each group and lines through the table where groups meet.
  private mutating func writeBlocks(_ left: Double, _ top: Double, _ grid: Double) {
    guard cells.blocks.count > 1 else { return }
    for block in cells.blocks.dropLast() {
      let at = Double(block.rows.upperBound) * side
      rect(left, top + at - 0.25, grid, 0.5, fill: palette.tie)
      rect(left + at - 0.25, top, 0.5, grid, fill: palette.tie)
    }
    for block in cells.blocks {
      let at = Double(block.rows.lowerBound) * side
      let size = number(Double(block.rows.count) * side)
      text += "<rect x=\"\(number(left + at))\" y=\"\(number(top + at))\" width=\"\(size)\""
      text += " height=\"\(size)\" fill=\"none\" stroke=\"\(palette.outline)\""
      text += " stroke-width=\"1\"/>\n"
    }
  }

  private mutating func writeNames(_ left: Double, _ top: Double) {
    for (row, name) in names.enumerated() {
      let middle = (Double(row) + 0.5) * side
      let edge = Self.strip + 4
      say(name, x: left - edge, y: top + middle + letters * 0.36, size: letters, anchor: "end")
      let x = left + middle + letters * 0.36
      let y = top - edge
      text += "<text transform=\"rotate(-90 \(number(x)) \(number(y)))\" x=\"\(number(x))\""
      text += " y=\"\(number(y))\" font-size=\"\(number(letters))\" fill=\"\(palette.text)\">"
      text += SVGVocabulary.escaped(name) + "</text>\n"
    }
  }

  /// A strip in the colour of each group along rows and columns, and its name beside the table.
  private mutating func writeGroups(_ left: Double, _ top: Double, _ keyLeft: Double) {
    guard cells.input.groups != nil else { return }
    var free = -Double.infinity
    for block in cells.blocks {
      let paint = palette.paint(block.group < 0 ? nil : block.group)
      let at = Double(block.rows.lowerBound) * side
      let length = Double(block.rows.count) * side
      rect(left - Self.strip - 2, top + at, Self.strip, length, fill: paint.fill)
      rect(left + at, top - Self.strip - 2, length, Self.strip, fill: paint.fill)
      let y = top + at + length / 2 + 3.6
      guard y >= free else { continue }
      say(label(of: block), x: keyLeft, y: y, size: 10)
      free = y + 12
    }
  }

  /// What rows, columns and tones mean, below the table.
  private mutating func writeScale(_ start: Double, _ y: Double) {
    guard cells.heaviest > 0 else { return }
    let steps = 6
    for step in 0..<steps where cells.lightest < cells.heaviest {
      let weight =
        cells.lightest + (cells.heaviest - cells.lightest) * Double(step) / Double(steps - 1)
      let fill = MapPalette.mix(palette.page, ink(ofGroup: -1), share(of: weight))
      rect(start + Double(step) * 18, y + 12, 18, 10, fill: fill)
    }
    let range =
      cells.lightest < cells.heaviest
      ? "\(words.number(cells.lightest))–\(words.number(cells.heaviest))" : ""
    say(range, x: start + 18 * Double(steps) + 6, y: y + 21, color: palette.quietText)
    let directed = cells.input.relations.contains { $0.isDirected }
    let what = directed ? "\(words.rows), \(words.columns.lowercased())" : words.ties
    say(what, x: start, y: y + 6, color: palette.quietText)
  }

  // MARK: Looks

  private func share(of weight: Double) -> Double {
    guard cells.heaviest > 0 else { return 1 }
    return Self.leastInk + (1 - Self.leastInk) * weight / cells.heaviest
  }

  private func ink(ofGroup group: Int) -> String {
    group < 0 || group >= MapPalette.distinctPaints ? palette.text : palette.paint(group).fill
  }

  private func label(of block: HeatCells.Block) -> String {
    guard let groups = cells.input.groups else { return words.actors }
    let name = block.group < 0 ? words.name(of: groups.absence) : groups.names[block.group]
    return "\(TextWrapping.shortened(TextWrapping.clean(name), to: 28)) (\(block.rows.count))"
  }

  // MARK: Elements

  private mutating func rect(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    fill: String
  ) {
    // A colour with its own transparency is two attributes in SVG 1.1.
    let digits = Array(fill.utf8)
    let plain = String(decoding: digits.prefix(7), as: UTF8.self)
    text += "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\""
    text += " height=\"\(number(height))\" fill=\"\(plain)\""
    if digits.count == 9, let alpha = Int(String(decoding: digits[7...], as: UTF8.self), radix: 16)
    {
      text += " fill-opacity=\"\(number(Double(alpha) / 255))\""
    }
    text += "/>\n"
  }

  private mutating func say(
    _ words: String,
    x: Double,
    y: Double,
    size: Double = 10,
    isBold: Bool = false,
    anchor: String = "start",
    color: String? = nil
  ) {
    guard !words.isEmpty else { return }
    text += "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\""
    if isBold { text += " font-weight=\"bold\"" }
    if anchor != "start" { text += " text-anchor=\"\(anchor)\"" }
    text += " fill=\"\(color ?? palette.text)\">\(SVGVocabulary.escaped(words))</text>\n"
  }

  private func number(_ value: Double) -> String { Coordinate.text(value) }
}
