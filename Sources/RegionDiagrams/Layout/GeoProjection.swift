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
    let plane = try Plane(around: places)
    return places.map { $0.map(plane.point) }
  }
}

extension MapInput {
  /// Leaves out ties with an end that is nowhere: a line to the margin would look like a way.
  ///
  /// - Returns: how many.
  mutating func removeTiesWithoutPlace() -> Int {
    guard places.count == labels.count else { return 0 }
    let all = ties
    let kept = all.sources.indices.filter {
      places[Int(all.sources[$0])] != nil && places[Int(all.targets[$0])] != nil
    }
    ties = Ties(
      sources: kept.map { all.sources[$0] },
      targets: kept.map { all.targets[$0] },
      weights: kept.map { all.weights[$0] },
      relations: kept.map { all.relations[$0] }
    )
    if let marks = tieMarks?.isMarked { tieMarks?.isMarked = kept.map { marks[$0] } }
    return all.sources.count - kept.count
  }
}

extension GeoProjection {
  /// A plane that touches the middle of some places.
  struct Plane {
    private let first: MapInput.Place
    private let shrink: Double

    init(around places: [MapInput.Place?]) throws(DrawingError) {
      let known = places.compactMap { $0 }
      guard let first = known.first else {
        throw .missing(
          "no actor has a place",
          advice: "fill the columns lat and lon of actors.csv, in degrees"
        )
      }
      let latitudes = known.map(\.latitude)
      let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
      self.first = first
      shrink = max(cos(middle * .pi / 180), 0.05)
    }

    /// Where a place lies, in degrees of latitude.
    func point(_ place: MapInput.Place) -> Point {
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
