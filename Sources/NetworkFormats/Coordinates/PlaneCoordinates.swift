import LearningRegion

/// Finds columns of actors that hold coordinates of UTM zone 33, and gives the actors latitudes and longitudes.
enum PlaneCoordinates {
  /// Headings of the column to the east and of that to the north.
  private static let headings: [(east: String, north: String)] = [
    ("utm33_x", "utm33_y"), ("utm33_e", "utm33_n"), ("utm33_øst", "utm33_nord"),
    ("utm33_east", "utm33_north"), ("x_utm33", "y_utm33"), ("utm_x", "utm_y"),
    ("utm_øst", "utm_nord"), ("øst", "nord"), ("east", "north"), ("easting", "northing"),
  ]
  /// Where Norway lies in zone 33, with its islands and what is near, in metres.
  private static let eastings = -150_000.0...1_250_000.0
  private static let northings = 6_300_000.0...9_000_000.0

  /// Gives latitude and longitude to all actors where none has them and every value of two such columns can be
  /// one; the columns stay as they are.
  static func locate(_ actors: inout ActorTable, _ assume: (String) -> Void) {
    guard let (east, north) = columns(actors) else { return }
    var located = ActorTable()
    var count = 0
    for row in 0..<actors.count {
      var actor = actors[row]
      if actor.latitude != nil || actor.longitude != nil { return }
      let values = (actors.attributes[east].values[row], actors.attributes[north].values[row])
      if values != (nil, nil) {
        guard let easting = number(values.0), let northing = number(values.1),
          let place = geographic(easting, northing)
        else { return }
        (actor.latitude, actor.longitude) = place
        count += 1
      }
      located.append(actor)
    }
    guard count > 0 else { return }
    located.attributes = actors.attributes
    actors = located
    let names = [east, north].map { SafeText.quoted(actors.attributes[$0].name) }
    assume("columns \(names[0]) and \(names[1]) are UTM zone 33 (EUREF89): lat and lon follow")
  }

  /// Degrees for metres of zone 33; nil where no part of Norway, or what is near, has these.
  static func geographic(
    _ easting: Double,
    _ northing: Double
  ) -> (latitude: Double, longitude: Double)? {
    guard eastings.contains(easting), northings.contains(northing) else { return nil }
    let place = TransverseMercator.utm33.geographic(easting: easting, northing: northing)
    return (rounded(place.latitude), rounded(place.longitude))
  }

  private static func columns(_ actors: ActorTable) -> (east: Int, north: Int)? {
    let keys = actors.attributes.map { HeadingKey.key($0.name) }
    for (east, north) in headings {
      if let east = keys.firstIndex(of: east), let north = keys.firstIndex(of: north) {
        return (east, north)
      }
    }
    return nil
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap { CellValue.number(CSVNumbers.plain($0, .tab)) }
  }

  /// Seven digits are a centimetre; more would say what nobody measured.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}
