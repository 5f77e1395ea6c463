#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Degrees to a plane: equirectangular with the true scale at the middle latitude, which keeps regions
/// of the size of a country in shape.
enum GeoProjection {
  /// Points of the plane in units of a degree of latitude; nil where there is no place.
  ///
  /// A region across the date line is kept together: longitudes are taken relative to the first place.
  static func project(_ places: [MapInput.Place?]) throws(DrawingError) -> [Point?] {
    let known = places.compactMap { $0 }
    guard let first = known.first else {
      throw .missing(
        "no actor has a place",
        advice: "fill the columns lat and lon of actors.csv, in degrees"
      )
    }
    let latitudes = known.map(\.latitude)
    let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
    let shrink = max(cos(middle * .pi / 180), 0.05)
    return places.map { place in
      guard let place else { return nil }
      var east = place.longitude - first.longitude
      if east > 180 { east -= 360 }
      if east < -180 { east += 360 }
      // A thousandth of a millimetre: the cosine of another library differs in its last bit.
      return Point(
        x: (east * shrink * 1e8).rounded() / 1e8,
        y: (place.latitude * 1e8).rounded() / 1e8
      )
    }
  }
}
