import LearningRegion

/// GeoJSON points as actors with places; it has no ties.
struct GeoJSONReader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    guard let features = list(["features"]) else { return }
    let isPlane = isUTM33()
    var count = 0
    forEachObject(features) { feature in
      count += 1
      let properties = object("properties", of: feature)
      let id =
        scalar(["id"], of: feature)
        ?? properties.flatMap { scalar(["id", "name", "label"], of: $0) }
        ?? (String(count), json.place(feature))
      let row = assembly.declare(id.text, at: id.at)
      if let properties { setNode(row, properties, besides: ["id"]) }
      point(feature, row, isPlane)
    }
  }

  /// Whether places are in UTM zone 33, as a member of older GeoJSON says; what it says else but degrees is refused.
  private func isUTM33() -> Bool {
    guard let crs = object("crs", of: 0), let properties = json.member("properties", of: crs),
      let name = scalar(["name", "code"], of: properties)
    else { return false }
    let code = name.text.split(separator: ":").last.map(String.init) ?? ""
    if ["25833", "32633"].contains(code) {
      assembly.assume(.columns, "coordinates are UTM zone 33: lat and lon follow")
      return true
    }
    if !["CRS84", "4326", "4258", "4979"].contains(code) {
      assembly.report(
        .formatNotRead,
        "coordinates of \(SafeText.quoted(name.text)) are not read",
        hint: "read are degrees (EPSG:4326) and UTM zone 33 (EPSG:25833)",
        at: name.at
      )
    }
    return false
  }

  private func point(_ feature: Int, _ row: Int, _ isPlane: Bool) {
    guard let geometry = json.member("geometry", of: feature), json.kind(geometry) == .object else {
      return
    }
    guard scalar(["type"], of: geometry)?.text == "Point",
      let coordinates = json.member("coordinates", of: geometry)
    else {
      assembly.report(
        .formatNotRead,
        "only points are read",
        hint: "take the middle of areas and lines first",
        at: json.place(geometry)
      )
      return
    }
    var numbers: [(text: String, value: Double, at: Int)] = []
    json.forEachElement(of: coordinates) { number in
      if json.kind(number) == .number, let text = json.scalar(number),
        let value = CellValue.number(text)
      {
        numbers.append((text, value, json.place(number)))
      }
    }
    guard numbers.count >= 2 else {
      assembly.report(
        .badNumber,
        "a point has a longitude and a latitude",
        hint: "\"coordinates\": [10.4, 59.9]",
        at: json.place(coordinates)
      )
      return
    }
    var (longitude, latitude) = (numbers[0].text, numbers[1].text)
    if isPlane {
      guard
        let place = PlaneCoordinates.geographic(numbers[0].value, numbers[1].value)
      else {
        return assembly.report(
          .badNumber,
          "the point is not in UTM zone 33",
          hint: "first metres to the east, then to the north",
          at: numbers[0].at
        )
      }
      (longitude, latitude) = (NumberText.text(place.longitude), NumberText.text(place.latitude))
    } else if abs(numbers[0].value) > 360, abs(numbers[1].value) > 360 {
      return assembly.report(
        .badNumber,
        "these are no degrees",
        hint:
          "are they metres of UTM zone 33? \"crs\" says so: {\"properties\": {\"name\": \"EPSG:25833\"}}",
        at: numbers[0].at
      )
    }
    assembly.setNode(row, "lon", longitude, at: numbers[0].at)
    assembly.setNode(row, "lat", latitude, at: numbers[1].at)
  }
}
