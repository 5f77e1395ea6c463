import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct TransverseMercatorTests {
  /// The control point that Lantmäteriet publishes with Krüger's formulas (Gauss Conformal Projection, 2008): 66° N
  /// 24° E in a projection of its own on GRS80.
  @Test func lantmateriet() {
    let projection = TransverseMercator(
      majorAxis: 6_378_137,
      inverseFlattening: 298.257222101,
      centralMeridian: 13 + 35.0 / 60 + 7.692 / 3600,
      scale: 1.000002540000,
      falseEasting: 84_182.8790,
      falseNorthing: -6_226_307.8640
    )
    let place = projection.geographic(easting: 555_304.016555, northing: 1_135_809.413803)
    #expect(abs(place.latitude - 66) < 1e-9)
    #expect(abs(place.longitude - 24) < 1e-9)
  }

  /// PROJ 9.5.1 (EPSG:25833 to EPSG:4258) at Oslo, Bergen, Tromsø, Vardø, Lindesnes, and the central meridian at 60° N.
  @Test(
    arguments: [
      (262000.0, 6649000.0, 59.909604951271, 10.742714678437),
      (-32500.0, 6734500.0, 60.393438846221, 5.314465355384),
      (653000.0, 7733000.0, 69.660885522422, 18.946600246209),
      (1085000.0, 7885000.0, 70.383019795122, 30.767380205275),
      (52000.0, 6467000.0, 58.116372316948, 7.386176612584),
      (500000.0, 6651411.190362, 60.000000001098, 15.000000000000),
    ] as [(Double, Double, Double, Double)]
  )
  func utm33(easting: Double, northing: Double, latitude: Double, longitude: Double) {
    let place = TransverseMercator.utm33.geographic(easting: easting, northing: northing)
    #expect(abs(place.latitude - latitude) < 1e-9)
    #expect(abs(place.longitude - longitude) < 1e-9)
  }

  @Test(
    arguments: [
      ("utm33_x", "utm33_y"), ("Øst", "Nord"), ("east", "north"), ("Easting", "Northing"),
    ]
  )
  func columnsOfActors(east: String, north: String) throws {
    let result = try readFolder([
      "actors.csv": "id,\(east),\(north)\na,262000,6649000\nb,,\n",
      "ties.csv": "source,target\na,b\n",
    ])
    let region = try #require(result.region)
    #expect(abs((region.actors[0].latitude ?? 0) - 59.9096) < 1e-3)
    #expect(abs((region.actors[0].longitude ?? 0) - 10.7431) < 1e-3)
    #expect(region.actors[1].latitude == nil)
    #expect(region.actors.attributes.map(\.name) == [east, north])
    #expect(result.assumed.contains { $0.contains("UTM zone 33") })
    // Written and read again it is the same: lat and lon are there then.
    let copy = RegionFolder()
    for (name, bytes) in RegionFolderWriter.files(region) { copy.put(bytes, as: name) }
    #expect(differences(try copy.read().region, region) == [])
  }

  @Test(
    arguments: [
      "id,øst,nord\na,10.7,59.9\n", "id,øst,nord\na,262000,6649000\nb,1,2\n",
      "id,øst\na,262000\n", "id,øst,nord,lat,lon\na,262000,6649000,60,11\n",
      "id,øst,nord\na,262000,\n", "id,øst,nord\na,x,6649000\n",
    ]
  )
  func otherColumnsStayWhatTheyAre(actors: String) throws {
    let result = try readFolder([
      "actors.csv": actors
        + (actors.contains("\nb")
          ? ""
          : "b\(String(repeating: ",", count: actors.prefix { $0 != "\n" }.count { $0 == "," }))\n"),
      "ties.csv": "source,target\na,b\n",
    ])
    let region = try #require(result.region)
    #expect(region.actors[0].latitude == (actors.contains("lat") ? 60 : nil))
  }

  @Test func norwegianNamesOfDegrees() throws {
    let result = try readFolder([
      "actors.csv": "id;breddegrad;lengdegrad\na;59,9;10,7\n", "ties.csv": "source,target\na,a\n",
    ])
    let actor = try #require(result.region).actors[0]
    #expect(actor.latitude == 59.9 && actor.longitude == 10.7)
  }
}
