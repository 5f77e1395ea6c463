import SafeFiles
import Testing

@testable import NetworkFormats

@Suite("Coasts and borders from GeoJSON")
struct GeoOutlineTests {
  private func read(_ text: String) throws -> (outline: GeoOutline, problems: Diagnostics) {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { raw in
      var problems = Diagnostics()
      let outline = GeoOutline.read(try SourceText(name: "map.geojson", raw: raw), &problems)
      return (outline, problems)
    }
  }

  @Test("Areas, holes and lines, wherever they stand; points are left out")
  func kinds() throws {
    let (outline, problems) = try read(
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","properties":{"type":"x"},"geometry":{"type":"Polygon","coordinates":
         [[[9,59],[10,59],[10,60],[9,59]],[[9.4,59.2],[9.6,59.2],[9.6,59.4]]]}},
       {"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[1,2]}},
       {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[
         {"type":"MultiLineString","coordinates":[[[1,1],[2,2,100]],[[3,3],[4,4]]]}]}}]}
      """
    )
    #expect(problems.count == 0)
    #expect(outline.lines.map(\.kind) == [.area, .hole, .line, .line])
    #expect(outline.lines[1].places.map(\.longitude) == [9.4, 9.6, 9.6])
    #expect(outline.lines[1].places.map(\.latitude) == [59.2, 59.2, 59.4])
  }

  @Test("A geometry alone is read too")
  func bare() throws {
    let text =
      "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1]]],[[[5,5],[6,5],[6,6]]]]}"
    #expect(try read(text).outline.lines.map(\.kind) == [.area, .area])
  }

  @Test(
    "What is no outline is told with its place",
    arguments: [
      ("", "bad-json"), ("{\"type\":\"Polygon\",\"coordinates\":", "bad-json"),
      ("{}", "format-not-read"), ("{\"type\":\"Point\",\"coordinates\":[1,2]}", "format-not-read"),
      ("{\"type\":\"LineString\",\"coordinates\":[[1],[2]]}", "bad-number"),
      ("{\"type\":\"LineString\",\"coordinates\":[[\"1\",2],[2,3]]}", "bad-number"),
      (
        "{\"type\":\"LineString\",\"coordinates\":[[569000,6650000],[569100,6650100]]}",
        "number-out-of-range"
      ),
    ]
  )
  func refused(text: String, code: String) throws {
    let (_, problems) = try read(text)
    #expect(problems.hasErrors)
    let first = try #require(problems.shown.first)
    #expect(first.code.rawValue == code && first.location?.file == "map.geojson")
  }

  @Test("A file that is not there is an error of its own")
  func missing() {
    #expect(throws: FileError.self) { try GeoOutline.read("/nonexistent/coast.geojson") }
  }
}
