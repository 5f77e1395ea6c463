/// Something of the page that is neither node nor tie: text, a sample node, a sample line.
enum Furniture {
  case text(String, TextStyle, Box, color: String)
  case sample(NodeShape, radius: Double, MapPalette.Paint, Point)
  case ring(radius: Double, Point)
  case area([Point], fill: String, line: String)
  case line(from: Point, to: Point, heads: DrawnTie.Heads, TieStyle, arrow: Double)

  /// The same, elsewhere.
  func moved(by offset: Point) -> Furniture {
    switch self {
    case .text(let text, let style, let box, let color):
      .text(text, style, box.moved(by: offset), color: color)
    case .sample(let shape, let radius, let paint, let center):
      .sample(shape, radius: radius, paint, center + offset)
    case .ring(let radius, let center):
      .ring(radius: radius, center + offset)
    case .area(let points, let fill, let line):
      .area(points.map { $0 + offset }, fill: fill, line: line)
    case .line(let from, let to, let heads, let style, let arrow):
      .line(from: from + offset, to: to + offset, heads: heads, style, arrow: arrow)
    }
  }
}

/// How the line of a tie looks.
struct TieStyle: Equatable {
  var color: String
  /// Points.
  var width: Double
  /// Graphviz's word.
  var pattern: String

  private static let patterns = ["solid", "dashed", "dotted"]

  /// Relations by pattern, every fourth and later also by tone; mutual ties dark and a little wider.
  init(_ tie: DrawnTie, heaviest: Double, varies: Bool, palette: MapPalette) {
    self.init(
      relation: tie.relation,
      heads: tie.heads,
      share: varies && heaviest > 0 ? tie.weight / heaviest : nil,
      palette: palette
    )
    if tie.isMarked { mark(palette) }
  }

  /// The look of a tie that stands out.
  mutating func mark(_ palette: MapPalette) {
    color = palette.accent + "d9"
    width = max(width, 1) + 0.5
  }

  /// Thinner, yet never too thin to be seen.
  mutating func thin(to share: Double) {
    width = max(width * share, min(width, 0.35))
  }

  /// Paler: `share` of the ink.
  mutating func fade(to share: Double) {
    let digits = Array(color.utf8)
    let ink =
      digits.count == 9 ? Int(String(decoding: digits[7...], as: UTF8.self), radix: 16) ?? 255 : 255
    let faded = String(Int((Double(ink) * share).rounded()), radix: 16)
    color =
      String(decoding: digits.prefix(7), as: UTF8.self) + (faded.utf8.count < 2 ? "0" : "") + faded
  }

  /// - Parameter share: weight relative to the largest; nil where all are equal.
  init(relation: Int, heads: DrawnTie.Heads, share: Double?, palette: MapPalette) {
    pattern = Self.patterns[relation % Self.patterns.count]
    color = heads == .both ? palette.mutualTie : palette.tie
    let tones = ["", "#8c510acc", "#01665ecc", "#762a83cc"]
    let tone = min(relation / Self.patterns.count, tones.count - 1)
    if tone > 0 { color = tones[tone] }
    // The width of a line, like the area of a disc, is read as the quantity itself.
    width = share.map { 0.6 + 2.9 * min(max($0, 0), 1) } ?? 0.9
    if heads == .both { width += 0.4 }
    if pattern == "dotted" { width += 0.5 }
  }

  var attributes: [DescriptionWriter.Attribute] {
    [("color", color), ("penwidth", Coordinate.text(width)), ("style", pattern)]
  }
}
