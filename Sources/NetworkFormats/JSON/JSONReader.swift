import LearningRegion

/// The shapes in which programs write networks as JSON.
enum JSONDialect {
  case nodeLink, graphology, cytoscape, d3, kumu, geojson

  /// The dialect that a document's names tell; nil where they tell none.
  static func detect(_ json: JSONDocument) -> JSONDialect? {
    guard json.kind(0) == .object else {
      // Cytoscape also takes a bare list of elements.
      var isElements = false
      json.forEachElement(of: 0) { if json.member("data", of: $0) != nil { isElements = true } }
      return isElements ? .cytoscape : nil
    }
    if json.member("features", of: 0) != nil { return .geojson }
    if json.member("connections", of: 0) != nil { return .kumu }
    if json.member("elements", of: 0) != nil { return .cytoscape }
    guard let nodes = json.member("nodes", of: 0) else { return nil }
    if json.member("edges", of: 0) == nil, json.member("links", of: 0) == nil { return nil }
    let first = nodes + 1 < json.values[nodes].next ? nodes + 1 : nil
    let hasID = first.flatMap { json.member("id", of: $0) } != nil
    if !hasID, first.flatMap({ json.member("key", of: $0) }) != nil { return .graphology }
    if json.member("options", of: 0) != nil, !hasID { return .graphology }
    if hasID, endsArePlaces(json, nodes) { return .d3 }
    return hasID || first == nil ? .nodeLink : .d3
  }
}

extension JSONDialect {
  /// Whether the ends of ties are numbers and the ids of nodes are not.
  private static func endsArePlaces(_ json: JSONDocument, _ nodes: Int) -> Bool {
    guard let id = json.member("id", of: nodes + 1), json.kind(id) == .string,
      let links = json.member("links", of: 0) ?? json.member("edges", of: 0),
      links + 1 < json.values[links].next,
      let source = json.member("source", of: links + 1)
    else { return false }
    return json.kind(source) == .number
  }
}

/// Reads networks from JSON, whichever program wrote them: the dialect is found from the names.
enum JSONReader: FormatReader {
  static func read(into assembly: RegionAssembly) {
    guard let json = JSONDocument.parse(assembly) else { return }
    switch JSONDialect.detect(json) {
    case .nodeLink: NodeLinkReader(json, assembly).read()
    case .d3: D3Reader(json, assembly).read()
    case .graphology: GraphologyReader(json, assembly).read()
    case .cytoscape: CytoscapeReader(json, assembly).read()
    case .kumu: KumuJSONReader(json, assembly).read()
    case .geojson: GeoJSONReader(json, assembly).read()
    case nil:
      assembly.report(
        .formatNotRead,
        "this JSON has no names of a network",
        hint: "read are nodes with edges or links, elements with connections, Cytoscape's elements,"
          + " GeoJSON's features",
        at: 0
      )
    }
  }
}

extension JSONDocument {
  /// The document of an assembly's text, or nil after the problem was reported.
  static func parse(_ assembly: RegionAssembly) -> JSONDocument? {
    let source = assembly.source
    if source.encoding == .windows1252 {
      assembly.builder.report.assumptions.removeAll { $0.subject == .encoding }
      assembly.report(
        .badEncoding,
        "JSON is Unicode, and this is not",
        hint: "save the file as UTF-8",
        at: source.bytes.firstIndex { $0 >= 0x80 } ?? 0
      )
      return nil
    }
    do throws(Problem) {
      return try JSONDocument(assembly.source)
    } catch {
      assembly.report(error.code, error.message, hint: error.hint, at: error.at)
      return nil
    }
  }
}

/// What the readers of all dialects do alike.
protocol JSONDialectReader: FormatReader {
  init(_ json: JSONDocument, _ assembly: RegionAssembly)
  func read()
  var json: JSONDocument { get }
  var assembly: RegionAssembly { get }
}

extension JSONDialectReader {
  static func read(into assembly: RegionAssembly) {
    guard let json = JSONDocument.parse(assembly) else { return }
    guard json.kind(0) == .object || self == CytoscapeReader.self else {
      assembly.report(.wrongKind, "the file is no JSON object", at: 0)
      return
    }
    Self(json, assembly).read()
  }

  /// The list under a name; reported where it is none, or is not there.
  func list(_ names: [String], of object: Int = 0) -> Int? {
    let found = names.lazy.compactMap { json.member($0, of: object) }.first
    guard let found else {
      assembly.report(
        .missingColumn,
        "there is no list \(SafeText.quoted(names[0]))",
        hint: "this kind of JSON needs one",
        at: json.place(object)
      )
      return nil
    }
    guard json.kind(found) == .array else {
      assembly.report(
        .wrongKind,
        "\(SafeText.quoted(names[0])) is no list",
        hint: "write it as [ … ]",
        at: json.place(found)
      )
      return nil
    }
    return found
  }

  /// The list of ties, which has an older and a newer name: with both nobody knows what is meant.
  func tieList(_ name: String, or other: String) -> Int? {
    if json.member(name, of: 0) != nil, let second = json.member(other, of: 0) {
      assembly.report(
        .inconsistent,
        "there are both \(SafeText.quoted(name)) and \(SafeText.quoted(other))",
        hint: "put all ties into one list",
        at: json.place(second)
      )
      return nil
    }
    return list([name, other])
  }

  /// Calls `body` with every object of a list; anything else is reported.
  func forEachObject(_ list: Int, _ body: (Int) -> Void) {
    json.forEachElement(of: list) { element in
      if json.kind(element) == .object { return body(element) }
      assembly.report(
        .wrongKind,
        "an object is missing here",
        hint: "each node and each tie is { … }",
        at: json.place(element)
      )
    }
  }

  /// The scalar under the first of these names that has one.
  func scalar(_ names: [String], of object: Int) -> (text: String, at: Int)? {
    for name in names {
      if let value = json.member(name, of: object), let text = json.scalar(value) {
        return (text, json.place(value))
      }
    }
    return nil
  }

  /// The scalar under a name; nil after it was reported as missing or as something else.
  func required(_ names: [String], of object: Int, _ what: String) -> (text: String, at: Int)? {
    if let found = scalar(names, of: object) { return found }
    let name = SafeText.quoted(names[0])
    let value = names.lazy.compactMap { json.member($0, of: object) }.first
    assembly.report(
      value == nil ? .missingValue : .wrongKind,
      value == nil
        ? "\(what) has no \(name)" : "the \(name) of \(what) is neither a text nor a number",
      hint: "it is a text or a number",
      at: json.place(value ?? object)
    )
    return nil
  }

  /// The node that a tie names, or, as programs with positions write it, has inside.
  func end(_ names: [String], of tie: Int) -> (text: String, at: Int)? {
    for name in names {
      if let node = json.member(name, of: tie), json.kind(node) == .object,
        let id = scalar(["id"], of: node)
      {
        return id
      }
    }
    return required(names, of: tie, "a tie")
  }

  /// The object under a name, or nil; anything else but null is reported.
  func object(_ name: String, of object: Int) -> Int? {
    guard let found = json.member(name, of: object), json.kind(found) != .null else { return nil }
    if json.kind(found) == .object { return found }
    assembly.report(
      .wrongKind,
      "\(SafeText.quoted(name)) is no object",
      hint: "write it as { … }",
      at: json.place(found)
    )
    return nil
  }

  /// A truth under a name, or nil.
  func truth(_ name: String, of object: Int) -> Bool? {
    guard let value = json.member(name, of: object) else { return nil }
    switch json.kind(value) {
    case .yes: return true
    case .no: return false
    case .null: return nil
    default:
      assembly.report(
        .wrongKind,
        "\(SafeText.quoted(name)) is neither true nor false",
        at: json.place(value)
      )
      return nil
    }
  }

  /// Says of a node all that an object says but these names.
  func setNode(_ row: Int, _ object: Int, besides names: Set<String>) {
    json.forEachMember(of: object) { key, value in
      let name = json.string(key)
      guard !names.contains(name), let text = cell(value, name, ColumnMeaning.ofActors) else {
        return
      }
      assembly.setNode(row, name, text, at: json.place(value))
    }
  }

  /// Says of a tie all that an object says but these names.
  func setTie(_ row: Int, _ object: Int, besides names: Set<String>) {
    json.forEachMember(of: object) { key, value in
      let name = json.string(key)
      guard !names.contains(name), let text = cell(value, name, ColumnMeaning.ofTies) else {
        return
      }
      assembly.setTie(row, name, text, at: json.place(value))
    }
  }

  /// The text of a value; nil for null, and after a list was reported that should be one value.
  private func cell(
    _ value: Int,
    _ name: String,
    _ meaning: (String) -> ColumnMeaning?
  ) -> String? {
    guard json.kind(value) == .array else { return json.cell(value) }
    switch meaning(HeadingKey.key(name)) {
    case nil, .text, .list: return json.cell(value)
    default:
      assembly.report(
        .wrongKind,
        "\(SafeText.quoted(name)) is a list",
        hint: "write one value, without [ and ]",
        at: json.place(value)
      )
      return nil
    }
  }

  /// A tie between the ends that an object names.
  func tie(_ object: Int, _ from: [String], _ to: [String], _ direction: TieDirection) -> Int? {
    let ends = (end(from, of: object), end(to, of: object))
    guard let source = ends.0, let target = ends.1 else { return nil }
    for (end, name) in [(source, from[0]), (target, to[0])] where end.text.isEmpty {
      assembly.report(
        .missingValue,
        "the \(SafeText.quoted(name)) of a tie is empty",
        hint: "it is the id of a node",
        at: end.at
      )
    }
    guard !source.text.isEmpty, !target.text.isEmpty else { return nil }
    return assembly.addTie(
      assembly.mention(source.text, at: source.at),
      assembly.mention(target.text, at: target.at),
      direction,
      at: json.place(object)
    )
  }

  /// The direction that a tie says of itself; a text of that name is an attribute.
  func direction(of tie: Int) -> TieDirection {
    guard let value = json.member("directed", of: tie) else { return .unsaid }
    switch json.kind(value) {
    case .yes: return .directed
    case .no: return .undirected
    default: return .unsaid
    }
  }

  /// The names that make a tie, which are no attributes.
  func endNames(_ names: Set<String>, of tie: Int) -> Set<String> {
    direction(of: tie) == .unsaid ? names : names.union(["directed"])
  }

  /// The direction that a truth called `directed` tells.
  func takeDirection(of object: Int) {
    switch truth("directed", of: object) {
    case true?: assembly.usualDirection = .directed
    case false?: assembly.usualDirection = .undirected
    case nil:
      assembly.usualDirection = .directed
      assembly.assume(.direction, "directed: the file does not say")
    }
  }
}
