import LearningRegion

/// Reads GEXF 1.1 to 1.3 (the format of Gephi).
///
/// Attribute values, labels, weights, kinds of edges (relations), starts and ends, nested nodes (parents),
/// and colours, positions and sizes as columns `viz_color`, `viz_x`, `viz_y`, `viz_z`, `viz_size`. Of values that
/// change over time, and of several spells, the last is kept and that is said.
final class GEXFReader: FormatReader, XMLHandler {
  private struct Attribute {
    let title: String
    let isOfNodes: Bool
    let type: String
    var usual: String?
  }
  private enum Owner { case none, node(Int), edge(Int) }

  private let assembly: RegionAssembly
  private var attributes: [String: Attribute] = [:]
  private var namespace: String?
  private var stack: [(name: String, owner: Owner)] = []
  private var skipFrom = 0
  private var attributesAreOfNodes = true
  private var openAttribute: String?
  private var collected: [UInt8]?
  private var graphCount = 0
  private var given: Set<String> = []
  /// Ties that go both ways by their type.
  private var mutual: [Int] = []

  private init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    let reader = GEXFReader(assembly)
    guard XMLParser.parse(assembly.source, assembly.builder, reader) else { return }
    reader.finish()
  }

  private var owner: Owner { stack.last?.owner ?? .none }

  // MARK: Elements

  func start(_ element: XMLElement, _ parser: XMLParser) {
    if skipFrom > 0 { return }
    if namespace == nil {
      guard element.name == "gexf" else {
        parser.stop(
          .formatNotRead,
          "the file begins with <\(SafeText.oneLine(element.name))>, not with <gexf>",
          hint: "--from takes another format"
        )
        return
      }
      namespace = element.namespace
      checkVersion(element["version"], parser)
      stack.append(("gexf", .none))
      return
    }
    let inside = stack.last?.name ?? ""
    var newOwner = owner
    guard element.namespace == namespace else {
      if case .node(let row) = owner { picture(element, row, parser) }
      skip(element.name, parser)
      return
    }
    switch (inside, element.name) {
    case ("gexf", "meta"): break
    case ("meta", "description"), ("meta", "title"): collected = []
    case ("meta", _): return skip(element.name, parser)
    case ("gexf", "graph"): startGraph(element, parser)
    case ("graph", "attributes"): startAttributes(element, parser)
    case ("attributes", "attribute"): startAttribute(element, parser)
    case ("attribute", "default"): collected = []
    case ("attribute", "options"): return skip(element.name, parser)
    case ("graph", "nodes"), ("graph", "edges"), ("node", "nodes"), ("node", "edges"): break
    case ("nodes", "node"): newOwner = startNode(element, parser)
    case ("edges", "edge"): newOwner = startEdge(element, parser)
    case ("node", "attvalues"), ("edge", "attvalues"), ("node", "spells"), ("edge", "spells"),
      ("node", "slices"), ("edge", "slices"):
      break
    case ("attvalues", "attvalue"): value(element, parser)
    case ("spells", "spell"), ("slices", "slice"): spell(element, parser)
    case ("node", "parents"), ("parents", _), ("node", "color"), ("node", "position"),
      ("node", "size"), ("node", "shape"), ("edge", "color"), ("edge", "thickness"),
      ("edge", "shape"):
      return skip(element.name, parser)
    default:
      parser.report(
        .badXML,
        "<\(SafeText.oneLine(element.name))> has no place in <\(SafeText.oneLine(inside))>",
        hint: "GEXF has nodes, edges and attributes in graph, node in nodes, edge in edges"
      )
      return skip(element.name, parser)
    }
    stack.append((element.name, newOwner))
  }

  private func skip(_ name: String, _ parser: XMLParser) {
    stack.append((name, owner))
    skipFrom = parser.depth
  }

  func end(_ parser: XMLParser) {
    if skipFrom > 0 {
      guard parser.depth == skipFrom else { return }
      skipFrom = 0
      stack.removeLast()
      return
    }
    guard let (name, _) = stack.popLast(), collected != nil else { return }
    let text = XMLNumber.trimmed(String(decoding: collected ?? [], as: UTF8.self))
    collected = nil
    switch name {
    case "default":
      if let id = openAttribute, !text.isEmpty { attributes[id]?.usual = text }
    default: assembly.title = assembly.title ?? text
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard skipFrom == 0, collected != nil else { return }
    collected?.append(contentsOf: bytes)
    if collected?.count ?? 0 > GraphMLReader.longestValue {
      parser.stop(.fieldTooLong, "the text has more than \(GraphMLReader.longestValue) bytes")
    }
  }

  private func checkVersion(_ version: String?, _ parser: XMLParser) {
    guard let version else { return }
    if version.hasPrefix("1.") || version == "1" { return }
    parser.stop(
      .badVersion,
      "GEXF \(SafeText.oneLine(version)) is not read",
      hint: "versions 1.1 to 1.3 are"
    )
  }

  // MARK: Graph and attributes

  private func startGraph(_ element: XMLElement, _ parser: XMLParser) {
    graphCount += 1
    guard graphCount == 1 else {
      return parser.stop(.formatNotRead, "the file has several graphs")
    }
    switch element["defaultedgetype"]?.lowercased() {
    case "directed": assembly.usualDirection = .directed
    case "undirected": assembly.usualDirection = .undirected
    case nil:
      assembly.usualDirection = .undirected
      assembly.assume(.direction, "undirected: the graph has no defaultedgetype")
    case "mutual":
      assembly.usualDirection = .undirected
    case let other?:
      parser.report(
        .badChoice,
        "\(SafeText.quoted(other)) is no defaultedgetype",
        hint: "it can be directed, undirected, mutual"
      )
    }
  }

  private func startAttributes(_ element: XMLElement, _ parser: XMLParser) {
    switch element["class"] {
    case "node": attributesAreOfNodes = true
    case "edge": attributesAreOfNodes = false
    default:
      parser.report(
        .badChoice,
        "attributes need a class",
        hint: "<attributes class=\"node\"> or <attributes class=\"edge\">"
      )
    }
  }

  private func key(_ id: String) -> String { (attributesAreOfNodes ? "n" : "e") + id }

  private func startAttribute(_ element: XMLElement, _ parser: XMLParser) {
    guard let id = element["id"], !id.isEmpty else {
      parser.report(.badXML, "an attribute needs an id and a title")
      return
    }
    let key = key(id)
    if attributes[key] != nil {
      parser.report(.duplicateKey, "the attribute \(SafeText.quoted(id)) is declared twice")
      return
    }
    let title = element["title"] ?? id
    if attributesAreOfNodes {
      assembly.declareNodeColumn(title)
    } else {
      assembly.declareTieColumn(title)
    }
    attributes[key] = Attribute(
      title: title,
      isOfNodes: attributesAreOfNodes,
      type: element["type"]?.lowercased() ?? "string"
    )
    openAttribute = key
    if attributes.count > CellColumns.most {
      parser.stop(.tooManyColumns, "there are more than \(CellColumns.most) attributes")
    }
  }

  // MARK: Nodes and edges

  private func startNode(_ element: XMLElement, _ parser: XMLParser) -> Owner {
    given = []
    let place = parser.offset
    let row = assembly.declare(element["id"] ?? "", at: place)
    assembly.setNode(row, "label", element["label"] ?? "", at: place)
    if let parent = element["pid"], !parent.isEmpty {
      assembly.setNode(row, "parent", parent, at: place)
    } else if case .node(let outer) = owner {
      assembly.setNode(row, "parent", assembly.ids[outer], at: place)
    }
    for name in ["start", "end", "timestamp"] {
      assembly.setNode(row, name, element[name] ?? "", at: place)
    }
    return .node(row)
  }

  private func startEdge(_ element: XMLElement, _ parser: XMLParser) -> Owner {
    given = []
    let place = parser.offset
    guard let source = element["source"], let target = element["target"] else {
      parser.report(
        .missingValue,
        "an edge needs a source and a target",
        hint: "<edge source=\"a\" target=\"b\"/>"
      )
      return .none
    }
    var direction = TieDirection.unsaid
    switch element["type"]?.lowercased() {
    case "directed": direction = .directed
    case "undirected": direction = .undirected
    case "mutual": direction = .directed
    case nil: break
    case let other?:
      parser.report(
        .badChoice,
        "\(SafeText.quoted(other)) is no type of edge",
        hint: "it can be directed, undirected, mutual"
      )
    }
    let from = assembly.mention(source, at: place)
    let to = assembly.mention(target, at: place)
    let row = assembly.addTie(from, to, direction, at: place)
    if element["type"]?.lowercased() == "mutual", from != to { mutual.append(row) }
    for (name, column) in [
      ("weight", "weight"), ("label", "label"), ("kind", "relation"), ("start", "start"),
      ("end", "end"), ("timestamp", "timestamp"),
    ] {
      assembly.setTie(row, column, element[name] ?? "", at: place)
    }
    return .edge(row)
  }

  private func value(_ element: XMLElement, _ parser: XMLParser) {
    let place = parser.offset
    guard let id = element["for"] ?? element["id"] else {
      parser.report(.badXML, "attvalue needs a for", hint: "<attvalue for=\"0\" value=\"…\"/>")
      return
    }
    let prefix: String
    switch owner {
    case .node: prefix = "n"
    case .edge: prefix = "e"
    case .none: return
    }
    guard let attribute = attributes[prefix + id] else {
      parser.report(
        .unknownKey,
        "no attribute \(SafeText.quoted(id)) is declared for this class",
        hint: "<attributes class=…> declares it"
      )
      return
    }
    guard let text = checked(element["value"] ?? "", attribute, place) else { return }
    if !given.insert(id).inserted {
      if element["start"] == nil, element["end"] == nil, element["timestamp"] == nil {
        parser.report(
          .duplicateKey,
          "a second value of \(SafeText.quoted(attribute.title))"
        )
        return
      }
      assembly.assume(
        .columns,
        "of the values of \(SafeText.quoted(attribute.title)) over time the last is kept"
      )
    }
    switch owner {
    case .node(let row): assembly.setNode(row, attribute.title, text, at: place)
    case .edge(let row): assembly.setTie(row, attribute.title, text, at: place)
    case .none: break
    }
  }

  /// The text as it is kept; nil where it is no value of the attribute's type.
  private func checked(_ text: String, _ attribute: Attribute, _ place: Int) -> String? {
    switch attribute.type {
    case "integer", "int", "long", "float", "double", "short", "byte":
      let plain = XMLNumber.trimmed(text)
      if plain.isEmpty || XMLNumber.isNumber(plain) { return plain }
      if plain.lowercased() == "nan" {
        assembly.assume(.columns, "NaN in \(SafeText.quoted(attribute.title)) is no value")
        return ""
      }
      assembly.report(
        .badNumber,
        "\(SafeText.quoted(plain)) is not a number",
        hint: "the attribute says that \(SafeText.oneLine(attribute.title)) is one",
        at: place
      )
      return nil
    case "boolean":
      let plain = XMLNumber.trimmed(text).lowercased()
      if ["true", "false", ""].contains(plain) { return plain }
      if plain == "1" || plain == "0" { return plain == "1" ? "true" : "false" }
      assembly.report(
        .badChoice,
        "\(SafeText.quoted(plain)) is no boolean",
        hint: "true or false",
        at: place
      )
      return nil
    default: return text
    }
  }

  private func spell(_ element: XMLElement, _ parser: XMLParser) {
    let place = parser.offset
    if !given.insert("\u{0}spell").inserted {
      assembly.assume(.columns, "of several spells the last is kept")
    }
    for name in ["start", "end", "timestamp"] {
      guard let text = element[name] else { continue }
      switch owner {
      case .node(let row): assembly.setNode(row, name, text, at: place)
      case .edge(let row): assembly.setTie(row, name, text, at: place)
      case .none: break
      }
    }
  }

  /// Colour, position and size of a node.
  private func picture(_ element: XMLElement, _ row: Int, _ parser: XMLParser) {
    guard stack.last?.name == "node" else { return }
    let place = parser.offset
    func keep(_ name: String, _ text: String?) {
      guard let text else { return }
      guard CellValue.number(text) != nil else {
        return parser.report(.badNumber, "\(SafeText.quoted(text)) is not a number")
      }
      assembly.setNode(row, name, text, at: place)
    }
    switch element.name {
    case "color":
      if let hex = element["hex"] {
        assembly.setNode(row, "viz_color", hex, at: place)
      } else if let colour = GEXFColour(element["r"], element["g"], element["b"]) {
        assembly.setNode(row, "viz_color", colour.hexadecimal, at: place)
      } else {
        parser.report(.badNumber, "a colour has r, g and b from 0 to 255")
      }
    case "position":
      for axis in ["x", "y", "z"] { keep("viz_\(axis)", element[axis]) }
    case "size": keep("viz_size", element["value"])
    default: break
    }
  }

  // MARK: The end

  private func finish() {
    if graphCount == 0 {
      assembly.report(.emptyFile, "there is no graph in the file", at: 0)
    }
    for row in mutual { assembly.addCopyReversed(row) }
    for id in attributes.keys.sorted() {
      guard let attribute = attributes[id], let usual = attribute.usual,
        let text = checked(usual, attribute, 0)
      else { continue }
      if attribute.isOfNodes {
        assembly.setUsualOfNodes(attribute.title, text)
      } else {
        assembly.setUsualOfTies(attribute.title, text)
      }
    }
  }
}
