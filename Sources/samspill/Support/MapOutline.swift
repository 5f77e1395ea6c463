import NetworkFormats
import RegionDiagrams

/// The background of a map with places.
enum MapOutline {
  /// Reads a GeoJSON file; problems are printed, and errors end the command with status 2.
  static func read(_ path: String, _ session: Session) throws -> [MapInput.Outline] {
    let (outline, problems) = try GeoOutline.read(path)
    session.console.diagnostics(problems)
    guard let outline else { throw ProgramError.said(.badData) }
    return outline.lines.map { line in
      let kind: MapInput.Outline.Kind =
        switch line.kind {
        case .area: .area
        case .hole: .hole
        case .line: .line
        }
      return MapInput.Outline(
        kind: kind,
        points: line.places.map { .init(latitude: $0.latitude, longitude: $0.longitude) }
      )
    }
  }
}
