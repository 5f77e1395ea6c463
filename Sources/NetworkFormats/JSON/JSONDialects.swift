import LearningRegion

/// networkx's node-link data: `nodes` with `id`, `edges` (or the older `links`) with `source` and `target`.
struct NodeLinkReader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    takeDirection(of: 0)
    if let graph = json.member("graph", of: 0) {
      assembly.title = scalar(["title", "name"], of: graph)?.text
    }
    guard let nodes = list(["nodes"]), let edges = tieList("edges", or: "links") else { return }
    forEachObject(nodes) { node in
      guard let id = required(["id"], of: node, "a node") else { return }
      let row = assembly.declare(id.text, at: id.at)
      setNode(row, node, besides: ["id"])
    }
    forEachObject(edges) { edge in
      guard let row = tie(edge, ["source"], ["target"], direction(of: edge)) else { return }
      setTie(row, edge, besides: endNames(["source", "target"], of: edge))
    }
  }
}

/// D3's older shape: the ends of `links` are places in the list of `nodes`.
struct D3Reader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    takeDirection(of: 0)
    assembly.title = scalar(["title"], of: 0)?.text
    guard let nodes = list(["nodes"]), let links = tieList("links", or: "edges") else { return }
    let names = idNames(nodes)
    var count = 0
    forEachObject(nodes) { node in
      let place = json.place(node)
      let id = names.map { scalar([$0], of: node)?.text ?? "" } ?? String(count)
      let row = assembly.declare(id, at: place)
      setNode(row, node, besides: names.map { [$0] } ?? [])
      count += 1
    }
    let rows = count
    var hasWeights = false
    forEachObject(links) { link in
      guard let from = end("source", link, rows, names != nil),
        let to = end("target", link, rows, names != nil)
      else { return }
      let row = assembly.addTie(from, to, at: json.place(link))
      if json.member("weight", of: link) != nil { hasWeights = true }
      setTie(row, link, besides: ["source", "target"])
    }
    if !hasWeights { assembly.takeAsWeight("value") }
  }

  /// What names the nodes: `id` or `name`, where all have one and all are different.
  private func idNames(_ nodes: Int) -> String? {
    for name in ["id", "name"] {
      var seen: Set<String> = []
      var isKey = true
      json.forEachElement(of: nodes) { node in
        guard let text = scalar([name], of: node)?.text, !text.isEmpty,
          seen.insert(NormalForm.text(text)).inserted
        else { return isKey = false }
      }
      if isKey, !seen.isEmpty {
        if name != "id" { assembly.assume(.columns, "the name of a node is its id") }
        return name
      }
    }
    assembly.assume(.columns, "nodes have no names: their places in the list are the ids")
    return nil
  }

  /// The row of an end: a place in the list, or an id.
  private func end(_ name: String, _ link: Int, _ rows: Int, _ hasNames: Bool) -> Int? {
    guard let found = end([name], of: link), !found.text.isEmpty,
      let value = json.member(name, of: link)
    else { return nil }
    if hasNames, [.string, .object].contains(json.kind(value)) {
      return assembly.mention(found.text, at: found.at)
    }
    guard let place = Int(found.text), place >= 0, place < rows else {
      assembly.report(
        .unknownActor,
        "there is no node at place \(SafeText.oneLine(found.text)) of the list",
        hint: "the places of \(rows) nodes begin with 0",
        at: found.at
      )
      return nil
    }
    return place
  }
}

/// graphology's export: `nodes` with `key` and `attributes`, `edges` with `undirected`.
struct GraphologyReader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    if let attributes = json.member("attributes", of: 0) {
      assembly.title = scalar(["title", "name"], of: attributes)?.text
    }
    // Edges are directed unless they or the whole graph say otherwise.
    let type = json.member("options", of: 0).flatMap { scalar(["type"], of: $0) }
    assembly.usualDirection = type?.text == "undirected" ? .undirected : .directed
    if let type, !["directed", "undirected", "mixed"].contains(type.text) {
      assembly.report(
        .badChoice,
        "\(SafeText.quoted(type.text)) is no type of graph",
        hint: "it can be directed, undirected, mixed",
        at: type.at
      )
    }
    guard let nodes = list(["nodes"]), let edges = list(["edges"]) else { return }
    forEachObject(nodes) { node in
      guard let id = required(["key"], of: node, "a node") else { return }
      let row = assembly.declare(id.text, at: id.at)
      if let attributes = object("attributes", of: node) {
        setNode(row, attributes, besides: [])
      }
    }
    forEachObject(edges) { edge in
      let isUndirected = truth("undirected", of: edge)
      let direction: TieDirection = isUndirected.map { $0 ? .undirected : .directed } ?? .unsaid
      guard let row = tie(edge, ["source"], ["target"], direction) else { return }
      if let key = scalar(["key"], of: edge) { assembly.setTie(row, "key", key.text, at: key.at) }
      if let attributes = object("attributes", of: edge) {
        setTie(row, attributes, besides: [])
      }
    }
  }
}

/// Cytoscape.js: `elements` as `nodes` and `edges`, or as one list, each with its `data`.
struct CytoscapeReader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    if json.kind(0) == .object {
      takeDirection(of: 0)
      if let data = json.member("data", of: 0) {
        assembly.title = scalar(["title", "name"], of: data)?.text
      }
    } else {
      assembly.usualDirection = .directed
      assembly.assume(.direction, "directed: the file does not say")
    }
    let elements = json.member("elements", of: 0) ?? 0
    if json.kind(elements) == .array {
      forEachObject(elements) { element in
        let isEdge =
          json.member("data", of: element).flatMap { json.member("source", of: $0) } != nil
        if isEdge { edge(element) } else { node(element) }
      }
      return
    }
    if let nodes = list(["nodes"], of: elements) { forEachObject(nodes, node) }
    // A network without ties may leave the list out.
    guard json.member("edges", of: elements) != nil, let edges = list(["edges"], of: elements)
    else { return }
    forEachObject(edges, edge)
  }

  private func node(_ element: Int) {
    guard let data = data(element) else { return }
    guard let id = required(["id"], of: data, "a node") else { return }
    let row = assembly.declare(id.text, at: id.at)
    setNode(row, data, besides: ["id"])
    guard let position = json.member("position", of: element) else { return }
    for axis in ["x", "y"] {
      if let number = scalar([axis], of: position) {
        assembly.setNode(row, "viz_\(axis)", number.text, at: number.at)
      }
    }
  }

  private func edge(_ element: Int) {
    guard let data = data(element) else { return }
    guard let row = tie(data, ["source"], ["target"], direction(of: data)) else { return }
    setTie(row, data, besides: endNames(["source", "target"], of: data))
  }

  private func data(_ element: Int) -> Int? {
    if let data = json.member("data", of: element), json.kind(data) == .object { return data }
    assembly.report(
      .missingValue,
      "an element has no \"data\"",
      hint: "{\"data\": {\"id\": \"a\"}}",
      at: json.place(element)
    )
    return nil
  }
}

/// Kumu: `elements` and `connections` with `from`, `to` and `direction`.
struct KumuJSONReader: JSONDialectReader {
  let json: JSONDocument
  let assembly: RegionAssembly

  init(_ json: JSONDocument, _ assembly: RegionAssembly) {
    (self.json, self.assembly) = (json, assembly)
  }

  func read() {
    assembly.usualDirection = .undirected
    assembly.undeclared = .create
    assembly.title = scalar(["title", "name"], of: 0)?.text
    guard let elements = list(["elements"]), let connections = list(["connections"]) else { return }
    let shared = sharedLabels(elements)
    var merged = 0
    forEachObject(elements) { element in
      let parts = parts(element)
      let id = scalar(["id", "_id"], of: element)
      guard let name = id ?? parts.lazy.compactMap({ self.scalar(["label"], of: $0) }).first else {
        _ = required(["label"], of: element, "an element")
        return
      }
      // Elements of one label are one, unless they are of several types.
      var text = name.text
      let type = parts.lazy.compactMap { self.scalar(["type"], of: $0)?.text }.first
      let isShared = id == nil && shared.contains(text)
      if isShared, let type { text += " (\(type))" }
      let row: Int
      if id == nil, let known = assembly.row(of: text), assembly.isDeclared(known) {
        row = known
        merged += 1
      } else {
        row = assembly.declare(text, at: name.at)
      }
      var besides: Set = ["id", "_id", "attributes"]
      if id == nil, !isShared { besides.insert("label") }
      for part in parts { setNode(row, part, besides: besides) }
    }
    if merged > 0 {
      assembly.assume(.actors, "\(merged) elements that another element is about too")
    }
    var mutual: [Int] = []
    forEachObject(connections) { connection in
      let parts = parts(connection)
      let said = parts.lazy.compactMap { self.scalar(["direction"], of: $0) }.first
      let direction: TieDirection
      switch said?.text.lowercased() {
      case "directed", "mutual": direction = .directed
      case "undirected", nil: direction = .undirected
      case let other?:
        direction = .undirected
        assembly.report(
          .badChoice,
          "\(SafeText.quoted(other)) is no direction",
          hint: "it can be undirected, directed, mutual",
          at: said?.at ?? 0
        )
      }
      guard let row = tie(connection, ["from"], ["to"], direction) else { return }
      for part in parts {
        setTie(row, part, besides: ["from", "to", "direction", "attributes", "_id"])
      }
      if said?.text.lowercased() == "mutual" { mutual.append(row) }
    }
    if json.values[elements].next > elements + 1 { warnOfUnknownEnds() }
    for row in mutual where assembly.sources[row] != assembly.targets[row] {
      assembly.addCopyReversed(row)
    }
  }
}

extension KumuJSONReader {
  /// Where something is said of an element or a connection: beside its ends and among its attributes.
  private func parts(_ object: Int) -> [Int] {
    guard let attributes = self.object("attributes", of: object) else { return [object] }
    json.forEachMember(of: attributes) { key, value in
      guard json.member(json.string(key), of: object) != nil else { return }
      assembly.report(
        .duplicateKey,
        "\(SafeText.quoted(json.string(key))) is beside the attributes and among them",
        hint: "leave one of the two out",
        at: json.place(value)
      )
    }
    return [object, attributes]
  }

  /// Labels that elements of several types have, where labels are all that names them.
  private func sharedLabels(_ elements: Int) -> Set<String> {
    var types: [String: String] = [:]
    var shared: Set<String> = []
    json.forEachElement(of: elements) { element in
      guard scalar(["id", "_id"], of: element) == nil else { return }
      let inner = json.member("attributes", of: element)
      func said(_ name: String) -> String? {
        scalar([name], of: element)?.text ?? inner.flatMap { scalar([name], of: $0)?.text }
      }
      guard let label = said("label"), let type = said("type"), !type.isEmpty else { return }
      let first = types[label, default: type]
      types[label] = first
      if first != type { shared.insert(label) }
    }
    return shared
  }

  /// Kumu makes an element of every name that a connection has.
  private func warnOfUnknownEnds() {
    for row in 0..<assembly.nodeCount where !assembly.isDeclared(row) {
      let place = assembly.firstSeenAt[row]
      assembly.builder.add(
        assembly.source.diagnostic(
          .unknownActor,
          "no element is called \(SafeText.quoted(assembly.ids[row])); it is made",
          hint: "is the name written as in the elements?",
          severity: .warning,
          at: place..<place + 1
        )
      )
    }
  }
}

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
