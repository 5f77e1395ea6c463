/// Colours of a map: hues that people with any kind of colour vision can tell apart
/// (Okabe & Ito 2008, Color Universal Design), and quiet greys for everything else.
struct MapPalette {
  /// How a category is painted.
  struct Paint: Equatable {
    var fill: String
    /// Two outlines instead of one mark the second seven categories.
    var outlines: Int
  }

  var page: String
  var text: String
  var quietText: String
  /// Outline of every node.
  var outline: String
  /// A tie of one direction, or of any where direction means nothing.
  var tie: String
  /// A tie that both sides name.
  var mutualTie: String
  /// Behind a label, so that lines do not strike it through.
  var labelPlate: String
  /// Nodes without category.
  var other: String
  /// What stands out: rings of actors, marked ties.
  var accent: String
  /// Land on a map with places, and its border.
  var land: String
  var shore: String
  /// Every other rank.
  var band: String
  private var hues: [String]

  /// Seven hues, then the same in pale with a double outline, then grey.
  static let distinctPaints = 14

  /// Paint of category `index`, or of no category.
  func paint(_ index: Int?) -> Paint {
    guard let index, index < Self.distinctPaints else { return Paint(fill: other, outlines: 1) }
    let hue = hues[index % hues.count]
    if index < hues.count { return Paint(fill: hue, outlines: 1) }
    return Paint(fill: Self.mix(hue, page, 0.5), outlines: 2)
  }

  init(_ theme: MapOptions.Theme) {
    // Blue first: the usual case of two to four groups then has no yellow.
    hues = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"]
    switch theme {
    case .light:
      (page, text, quietText) = ("#ffffff", "#1a1d21", "#50565e")
      (outline, tie, mutualTie) = ("#24292f", "#8a929c99", "#3d444dcc")
      (labelPlate, other) = ("#ffffffcc", "#c8cdd3")
      (accent, land, shore, band) = ("#b3261e", "#f1f1ec", "#a9aca3", "#f4f6f8")
    case .print:
      (page, text, quietText) = ("#ffffff", "#000000", "#33383d")
      (outline, tie, mutualTie) = ("#000000", "#7a828bcc", "#22272b")
      (labelPlate, other) = ("#ffffffdd", "#c8cdd3")
      (accent, land, shore, band) = ("#9c1c15", "#f3f3ef", "#85887f", "#f2f3f5")
    case .dark:
      (page, text, quietText) = ("#15181c", "#f0f2f4", "#b3bac2")
      (outline, tie, mutualTie) = ("#e8eaed", "#8a929c80", "#d5dae0cc")
      (labelPlate, other) = ("#15181ccc", "#7a828b")
      (accent, land, shore, band) = ("#ff8a75", "#23282d", "#59626b", "#1d2126")
    }
  }

  /// Black or white, whichever reads better on `fill` (relative luminance of WCAG 2, roughly).
  static func inkOn(_ fill: String) -> String {
    let parts = channels(fill).map { $0 / 255 * ($0 / 255) }
    return 0.21 * parts[0] + 0.72 * parts[1] + 0.07 * parts[2] > 0.2 ? "#000000" : "#ffffff"
  }

  private static func channels(_ color: String) -> [Double] {
    let digits = Array(color.utf8.dropFirst())
    return [0, 2, 4].map { start in
      Double(UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16) ?? 0)
    }
  }

  /// `share` of the way from `a` to `b`, both `#rrggbb`.
  static func mix(_ a: String, _ b: String, _ share: Double) -> String {
    let mixed = zip(channels(a), channels(b)).map { $0 + ($1 - $0) * share }
    return "#"
      + mixed.map { value in
        let text = String(UInt8(value.rounded()), radix: 16)
        return text.utf8.count < 2 ? "0" + text : text
      }.joined()
  }
}
