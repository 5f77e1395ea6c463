/// A diagram of flows: who gives on the left, who receives on the right, bands as wide as what flows
/// (after Sankey 1898; the arrangement is that of Schmidt 2008, doi:10.1111/j.1530-9290.2008.00004.x).
struct FlowPage {
  /// A group on one side.
  private struct Bar {
    var group: Int
    var total: Double
    var top: Double
    var height: Double
  }

  private let diagram: FlowDiagram
  private let palette: MapPalette
  private let words: MapWords
  private let sizes: TextSizes
  private let groups: [Int]
  private var furniture: [Furniture] = []
  private var width = 0.0
  private var height = 0.0

  private static let margin = 18.0
  private static let barWidth = 16.0
  private static let span = 330.0
  private static let gap = 16.0

  init(
    _ diagram: FlowDiagram,
    options: MapOptions,
    ask: ([UInt8]) throws(DrawingError) -> [UInt8]
  ) throws(DrawingError) {
    try diagram.check()
    self.diagram = diagram
    palette = MapPalette(options.theme)
    words = MapWords(options.language)
    groups = diagram.active
    sizes = try TextSizes(
      of: Self.texts(diagram, groups, words, palette),
      ask: ask
    )
    layOut()
  }

  /// The page in `format`, and what the picture must hold.
  func description(as format: DrawingFormat) -> (bytes: [UInt8], expected: SVGCheck.Expectation) {
    var paper = Paper(format, width: width, height: height, palette: palette)
    paper.add(furniture)
    var said: [String] = []
    for from in groups {
      for to in groups where diagram.amounts[from][to] > 0 {
        let amount = words.number(diagram.amounts[from][to])
        said.append("\(diagram.names[from]) → \(diagram.names[to]): \(amount) \(diagram.unit)")
      }
    }
    let expected = SVGCheck.Expectation(
      title: diagram.title,
      description: (said + diagram.facts).joined(separator: ". "),
      nodeNames: [],
      edges: paper.lines
    )
    return (paper.bytes, expected)
  }

  // MARK: Layout

  private mutating func layOut() {
    let given = groups.map { diagram.amounts[$0].reduce(0, +) }
    let received = groups.map { group in diagram.amounts.reduce(0) { $0 + $1[group] } }
    let whole = given.reduce(0, +)
    let inked = max(240, Double(groups.count) * 46)
    let title = TextWrapping.wrapped(diagram.title, columns: 70, lines: 2)
    let titleSize = sizes.size(title, .title)
    let texts = [given, received].map { totals in
      zip(groups, totals).map { label($0, $1, of: whole) }
    }
    let rooms = texts.map { $0.map { sizes.size($0, .label).width }.max() ?? 0 }
    let left = Self.margin + rooms[0] + 8
    let right = left + Self.barWidth + Self.span
    width = max(right + Self.barWidth + 8 + rooms[1], Self.margin + titleSize.width) + Self.margin
    // Downwards from the top of the page; turned round at the end.
    var y = Self.margin + titleSize.height + 14
    text(title, .title, left: Self.margin, top: Self.margin)
    for (place, word) in [(left, words.gives), (right, words.receives)] {
      text("\(word): \(diagram.unit)", .strong, left: place, top: y)
    }
    y += 24
    let bars = [given, received].map { totals -> [Bar] in
      var top = y
      return zip(groups, totals).map { group, total in
        let height = total / whole * inked
        defer { top += height + Self.gap }
        return Bar(group: group, total: total, top: top, height: height)
      }
    }
    bands(bars, unit: inked / whole, left: left + Self.barWidth, right: right)
    for (side, x) in [(0, left), (1, right)] {
      for bar in bars[side] where bar.total > 0 {
        let paint = palette.paint(place(bar.group))
        let box = Box(left: x, bottom: bar.top, right: x + Self.barWidth, top: bar.top + bar.height)
        furniture.append(.area(box.corners, fill: paint.fill, line: palette.outline))
      }
      labels(bars[side], texts[side], x: side == 0 ? left - 8 : right + Self.barWidth + 8, side)
    }
    var bottom = y + inked + Double(groups.count - 1) * Self.gap + 26
    for fact in diagram.facts {
      for line in Legend.lines(fact) {
        text(line, .label, left: Self.margin, top: bottom, color: palette.quietText)
        bottom += 14
      }
    }
    width = width.rounded(.up)
    height = (bottom + Self.margin).rounded(.up)
    furniture = furniture.map { $0.upended(height: height) }
  }

  /// The bands, the widest first, so that narrow ones lie on top.
  private mutating func bands(_ bars: [[Bar]], unit: Double, left: Double, right: Double) {
    var used = [bars[0].map(\.top), bars[1].map(\.top)]
    var found: [(width: Double, points: [Point], fill: String, text: String, at: Point)] = []
    for (i, from) in groups.enumerated() {
      for (j, to) in groups.enumerated() where diagram.amounts[from][to] > 0 {
        let amount = diagram.amounts[from][to]
        let width = amount * unit
        let (a, b) = (used[0][i], used[1][j])
        used[0][i] += width
        used[1][j] += width
        found.append(
          (
            width, Self.band(left, a, right, b, max(width, 0.5)),
            palette.paint(place(from)).fill + "8c", words.number(amount),
            Point(x: left + 6, y: a + width / 2)
          )
        )
      }
    }
    for band in found.enumerated().sorted(by: {
      ($1.element.width, $0.offset) < ($0.element.width, $1.offset)
    }).map(\.element) {
      furniture.append(.area(band.points, fill: band.fill, line: palette.page))
      let size = sizes.size(band.text, .label)
      guard band.width >= size.height else { continue }
      text(band.text, .label, left: band.at.x, top: band.at.y - size.height / 2)
    }
  }

  /// A band between two heights, its edges cubic curves that leave and arrive level.
  private static func band(
    _ left: Double,
    _ a: Double,
    _ right: Double,
    _ b: Double,
    _ width: Double
  ) -> [Point] {
    func edge(_ a: Double, _ b: Double) -> [Point] {
      let middle = (left + right) / 2
      let curve = [
        Point(x: left, y: a), Point(x: middle, y: a), Point(x: middle, y: b), Point(x: right, y: b),
      ]
      return (0...24).map { TieCurve.at(Double($0) / 24, curve) }
    }
    return edge(a, b) + edge(a + width, b + width).reversed()
  }

  /// Names beside bars, moved down where bars are lower than texts.
  private mutating func labels(_ bars: [Bar], _ texts: [String], x: Double, _ side: Int) {
    var free = -Double.infinity
    for (bar, label) in zip(bars, texts) where bar.total > 0 {
      let size = sizes.size(label, .label)
      let top = max(bar.top + bar.height / 2 - size.height / 2, free)
      text(label, .label, left: side == 0 ? x - size.width : x, top: top)
      free = top + size.height + 2
    }
  }

  private mutating func text(
    _ text: String,
    _ style: TextStyle,
    left: Double,
    top: Double,
    color: String? = nil
  ) {
    let size = sizes.size(text, style)
    let box = Box(left: left, bottom: top, right: left + size.width, top: top + size.height)
    furniture.append(.text(text, style, box, color: color ?? palette.text))
  }

  // MARK: Words

  private func place(_ group: Int) -> Int { groups.firstIndex(of: group) ?? 0 }

  private func label(_ group: Int, _ total: Double, of whole: Double) -> String {
    Self.label(diagram.names[group], total, of: whole, words)
  }

  private static func label(
    _ name: String,
    _ total: Double,
    of whole: Double,
    _ words: MapWords
  ) -> String {
    let share = Int((total / whole * 100).rounded())
    return TextWrapping.shortened(TextWrapping.clean(name), to: 28)
      + "\n\(words.number(total)) (\(share)\u{A0}%)"
  }

  private static func texts(
    _ diagram: FlowDiagram,
    _ groups: [Int],
    _ words: MapWords,
    _ palette: MapPalette
  ) -> [(text: String, style: TextStyle)] {
    let given = groups.map { diagram.amounts[$0].reduce(0, +) }
    let received = groups.map { group in diagram.amounts.reduce(0) { $0 + $1[group] } }
    let whole = given.reduce(0, +)
    var texts: [(text: String, style: TextStyle)] = [
      (TextWrapping.wrapped(diagram.title, columns: 70, lines: 2), .title),
      ("\(words.gives): \(diagram.unit)", .strong), ("\(words.receives): \(diagram.unit)", .strong),
    ]
    for totals in [given, received] {
      texts += zip(groups, totals).map { (label(diagram.names[$0], $1, of: whole, words), .label) }
    }
    for row in groups {
      texts += groups.map { (words.number(diagram.amounts[row][$0]), TextStyle.label) }
    }
    texts += diagram.facts.flatMap { Legend.lines($0) }.map { ($0, TextStyle.label) }
    return texts
  }
}

extension Furniture {
  /// The same with y counted from the other end of a page of this height.
  fileprivate func upended(height: Double) -> Furniture {
    func turned(_ point: Point) -> Point { Point(x: point.x, y: height - point.y) }
    switch self {
    case .text(let text, let style, let box, let color):
      let box = Box(
        left: box.left,
        bottom: height - box.top,
        right: box.right,
        top: height - box.bottom
      )
      return .text(text, style, box, color: color)
    case .area(let points, let fill, let line):
      return .area(points.map(turned), fill: fill, line: line)
    case .sample(let shape, let radius, let paint, let center):
      return .sample(shape, radius: radius, paint, turned(center))
    case .ring(let radius, let center):
      return .ring(radius: radius, turned(center))
    case .line(let from, let to, let heads, let style, let arrow):
      return .line(from: turned(from), to: turned(to), heads: heads, style, arrow: arrow)
    }
  }
}

extension FlowPage: PicturePage {
  var level: MapOptions.Level { .clusters }
  var engine: MapOptions.Engine { .automatic }
  var date: MapInput.Date { diagram.date }
}

extension DiagramRenderer {
  /// Draws what flows between groups. As `.dot` it cannot be written.
  public func draw(
    _ diagram: FlowDiagram,
    options: MapOptions = MapOptions(),
    format: DrawingFormat,
    isCancelled: () -> Bool = { false }
  ) throws(DrawingError) -> Drawing {
    try draw(format, isCancelled) { _, ask throws(DrawingError) in
      try FlowPage(diagram, options: options, ask: ask)
    }
  }
}
