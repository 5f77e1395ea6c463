import SafeFiles

/// Coasts, borders and lakes from a GeoJSON file (RFC 7946), for the background of a map.
///
/// Polygons and lines are taken wherever they stand: in features, in collections of geometries, or alone.
/// Points and everything else are left out.
public struct GeoOutline: Sendable {
  /// What a line of places encloses.
  public enum Kind: Sendable, Equatable {
    /// An area.
    case area
    /// A hole in an area.
    case hole
    /// Nothing.
    case line
  }

  /// Places in order, in degrees (WGS 84).
  public struct Line: Sendable {
    /// What it encloses.
    public let kind: Kind
    /// Longitude and latitude of each place.
    public let places: [(longitude: Double, latitude: Double)]
  }

  /// Everything that can be drawn, in the order of the file: the holes of an area follow it.
  public private(set) var lines: [Line] = []

  /// The largest file that is read: 64 MiB.
  public static let largestFile = 64 << 20

  /// Reads a file.
  ///
  /// - Returns: the outline, or nil and what is wrong.
  /// - Throws: `FileError` where the file is missing, unreadable or too large.
  public static func read(
    _ path: String
  ) throws(FileError) -> (outline: GeoOutline?, problems: Diagnostics) {
    let input = try InputBytes(path: path, limit: largestFile)
    var problems = Diagnostics()
    do throws(DecodingProblem) {
      let source = try SourceText(name: path, raw: input.bytes, owner: input)
      let outline = read(source, &problems)
      return (problems.hasErrors ? nil : outline, problems)
    } catch {
      problems.add(error.diagnostic(file: path, raw: input.bytes))
      return (nil, problems)
    }
  }

  /// Reads text that is in memory already.
  static func read(_ source: SourceText, _ problems: inout Diagnostics) -> GeoOutline {
    do throws(JSONDocument.Problem) {
      var reader = OutlineReader(json: try JSONDocument(source))
      reader.read()
      if reader.outline.lines.isEmpty, !reader.problems.hasErrors {
        reader.problems.add(
          source.diagnostic(
            .formatNotRead,
            "the file has no polygon and no line",
            hint: "a background is GeoJSON with features of type Polygon or LineString",
            severity: .error,
            at: 0..<min(1, source.bytes.count)
          )
        )
      }
      problems = reader.problems
      return reader.outline
    } catch {
      problems.add(
        source.diagnostic(
          error.code,
          error.message,
          hint: error.hint,
          severity: .error,
          at: error.at..<min(error.at + 1, source.bytes.count)
        )
      )
      return GeoOutline()
    }
  }

  fileprivate mutating func add(
    _ kind: Kind,
    _ places: [(longitude: Double, latitude: Double)]
  ) {
    guard places.count > (kind == .line ? 1 : 2) else { return }
    lines.append(Line(kind: kind, places: places))
  }
}

/// Finds geometries in a document.
private struct OutlineReader {
  let json: JSONDocument
  var outline = GeoOutline()
  var problems = Diagnostics()

  init(json: JSONDocument) { self.json = json }

  mutating func read() {
    for value in json.values.indices where json.kind(value) == .object {
      guard let type = json.member("type", of: value), json.kind(type) == .string,
        let coordinates = json.member("coordinates", of: value)
      else { continue }
      switch json.string(type) {
      case "Polygon": polygon(coordinates)
      case "MultiPolygon": for part in elements(of: coordinates) { polygon(part) }
      case "LineString": outline.add(.line, places(coordinates))
      case "MultiLineString":
        for part in elements(of: coordinates) { outline.add(.line, places(part)) }
      default: break
      }
    }
  }

  private func elements(of array: Int) -> [Int] {
    var found: [Int] = []
    json.forEachElement(of: array) { found.append($0) }
    return found
  }

  private mutating func polygon(_ rings: Int) {
    for (index, ring) in elements(of: rings).enumerated() {
      outline.add(index == 0 ? .area : .hole, places(ring))
    }
  }

  private mutating func places(_ list: Int) -> [(longitude: Double, latitude: Double)] {
    var places: [(longitude: Double, latitude: Double)] = []
    for position in elements(of: list) {
      let numbers = elements(of: position)
      guard numbers.count >= 2, let longitude = number(numbers[0]),
        let latitude = number(numbers[1])
      else {
        report(.badNumber, "a place has a longitude and a latitude", "[10.4, 59.9]", position)
        continue
      }
      // The last meridian may be passed a little: files are cut at 180 with a margin.
      guard (-180.5...180.5).contains(longitude), (-90.0...90).contains(latitude) else {
        report(
          .numberOutOfRange,
          "a place lies outside −180…180 degrees east, −90…90 degrees north",
          "export the file in WGS 84 (EPSG:4326), longitude first",
          position
        )
        continue
      }
      places.append((min(max(longitude, -180), 180), latitude))
    }
    return places
  }

  private func number(_ value: Int) -> Double? {
    guard json.kind(value) == .number else { return nil }
    let range = json.values[value].start..<json.values[value].end
    let bytes = UnsafeRawBufferPointer(rebasing: json.source.bytes[range])
    return try? NumberReader.double(bytes).value
  }

  private mutating func report(
    _ code: DiagnosticCode,
    _ message: String,
    _ hint: String,
    _ value: Int
  ) {
    let start = json.place(value)
    let source = json.source
    problems.add(.error) {
      source.diagnostic(code, message, hint: hint, severity: .error, at: start..<start + 1)
    }
  }
}
