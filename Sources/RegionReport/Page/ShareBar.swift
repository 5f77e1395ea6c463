import RegionAnalysis
import RegionIndicators

/// A share as a bar, with its interval and what chance would give; the figures stand beside it as text.
struct ShareBar {
  /// An SVG element of a hundred units.
  let svg: String

  /// A bar; `nil` for what is no share.
  init?(_ measured: Measurement, _ unit: IndicatorUnit) {
    guard unit == .share, (0...1).contains(measured.value) else { return nil }
    var svg = "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\""
    svg += " aria-hidden=\"true\" focusable=\"false\">"
    svg += "<rect class=\"whole\" width=\"100\" height=\"10\"/>"
    svg += "<rect class=\"part\" width=\"\(Self.place(measured.value))\" height=\"10\"/>"
    if let range = measured.interval {
      let (low, high) = (Self.place(range.lowerBound), Self.place(range.upperBound))
      svg += "<path class=\"range\" d=\"M\(low) 5H\(high)\"/>"
    }
    if let chance = measured.chance {
      svg += "<path class=\"chance\" d=\"M\(Self.place(chance)) 0V10\"/>"
    }
    self.svg = svg + "</svg>"
  }

  private static func place(_ share: Double) -> String {
    NumberText.rounded(min(max(share, 0), 1) * 100, decimals: 1)
  }
}
