import Testing

@testable import RegionDiagrams

@Suite("Places on paper")
struct GeoProjectionTests {
  @Test("A degree of longitude is half as long at sixty degrees north")
  func shrink() throws {
    let places = [(60.0, 10.0), (60, 12), (60, 10)].map {
      MapInput.Place(latitude: $0.0, longitude: $0.1)
    }
    let points = try GeoProjection.project(places + [nil])
    #expect(abs((points[1]?.x ?? 0) - (points[0]?.x ?? 9) - 1) < 1e-6)
    #expect(points[0] == points[2])
    #expect(points[3] == nil)
  }

  @Test("North is up, also across the date line")
  func dateLine() throws {
    let points = try GeoProjection.project([
      .init(latitude: 0, longitude: 179), .init(latitude: 1, longitude: -179),
    ])
    let (west, east) = (try #require(points[0]), try #require(points[1]))
    #expect(east.y > west.y)
    #expect(abs(east.x - west.x - 2) < 0.01)
  }

  @Test("Without any place the columns are named")
  func missing() {
    #expect(throws: DrawingError.self) { try GeoProjection.project([nil, nil]) }
  }
}
