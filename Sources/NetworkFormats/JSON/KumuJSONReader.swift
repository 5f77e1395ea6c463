import LearningRegion

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
    let names = names(elements)
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
      let isShared = id == nil && names.isShared(text)
      if isShared { text = names.name(text, type: type) }
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
    assembly.checkEnds(among: names, hasElements: json.values[elements].next > elements + 1)
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

  /// What elements without an id are called.
  private func names(_ elements: Int) -> KumuNames {
    var names = KumuNames()
    json.forEachElement(of: elements) { element in
      guard scalar(["id", "_id"], of: element) == nil else { return }
      let inner = json.member("attributes", of: element)
      func said(_ name: String) -> String? {
        scalar([name], of: element)?.text ?? inner.flatMap { scalar([name], of: $0)?.text }
      }
      if let label = said("label"), let type = said("type") { names.add(label, type: type) }
    }
    return names
  }
}
