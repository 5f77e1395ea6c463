import ArgumentParser
import RegionDiagrams

/// What `samspill map` draws.
enum MapKind: String, CaseIterable, ExpressibleByArgument {
  /// Actors or clusters and the ties between them.
  case network
  /// Who is part of what, on ranks.
  case levels
  /// The network as a table in the order of clusters.
  case heatmap
  /// What goes from which sphere to which.
  case flows
  /// Which innovation grew out of which.
  case lineage
  /// One map per wave, everybody at the same place.
  case waves

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// Whether a part of the network can be drawn instead of all of it.
  var takesFocus: Bool { self == .network || self == .heatmap }

  /// Formats that it can be written in.
  var formats: [DrawingFormat] {
    switch self {
    case .network, .levels, .lineage: DrawingFormat.allCases
    case .waves, .flows: [.svg, .pdf, .png]
    case .heatmap: [.svg]
    }
  }
}
