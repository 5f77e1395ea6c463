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
