import LearningRegion

/// Reads GEXF 1.1 to 1.3 (the format of Gephi).
///
/// Attribute values, labels, weights, kinds of edges (relations), starts and ends, nested nodes (parents),
/// and colours, positions and sizes as columns `viz_color`, `viz_x`, `viz_y`, `viz_z`, `viz_size`. Of values that
/// change over time, and of several spells, the last is kept and that is said.
final class GEXFReader: FormatReader, XMLHandler {
  private enum Owner {
    case none
    case node(Int)
    case edge(Int)
  }

  private let assembly: RegionAssembly
  // As in GraphML exclusive access to what changes with every element is not checked at run time.
  @exclusivity(unchecked) private var attributes = GEXFAttributes()
  private var namespace: String?
  @exclusivity(unchecked) private var stack: [(tag: GEXFTag, owner: Owner)] = []
  private var skipFrom = 0
  private var attributesAreOfNodes = true
  private var openAttribute: Int?
  private var collected: [UInt8]?
  private var collectedAt = 0
  @exclusivity(unchecked) private var edgeIDs = GEXFEdgeIDs()
  private var graphCount = 0
  /// Nodes and edges so far: to find what one of them says twice.
  private var ownerCount = 0
  private var lastWithSpell = 0
  @exclusivity(unchecked) private var times = GEXFTimes()
  /// Ties that go both ways by their type.
  private var mutual: [Int] = []

  let passesDeclarations = true
  let wantsText = false

  private init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    let reader = GEXFReader(assembly)
    guard XMLParser.parse(assembly.source, assembly.builder, reader) else { return }
    reader.finish()
  }

  private var owner: Owner { stack.last?.owner ?? .none }

  // MARK: Elements

  func code(of name: String, in namespace: String) -> UInt8 {
    let isOfGEXF = self.namespace == nil || namespace == self.namespace
    return (isOfGEXF ? GEXFTag(name) : .foreign).rawValue
  }

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
      stack.append((.gexf, .none))
      return
    }
    let inside = stack.last?.tag ?? .other
    let tag = GEXFTag(rawValue: element.code) ?? .other
    var newOwner = owner
    guard tag != .foreign else {
      if case .node(let row) = owner, inside == .node {
        GEXFPicture.read(element, ofNode: row, assembly, parser)
      }
      return skip(tag, parser)
    }
    switch (inside, tag) {
    case (.nodes, .node): newOwner = startNode(element, parser)
    case (.edges, .edge): newOwner = startEdge(element, parser)
    case (.attvalues, .attvalue): value(element, parser)
    case (.node, .attvalues), (.edge, .attvalues), (.node, .spells), (.edge, .spells),
      (.node, .slices), (.edge, .slices):
      break
    case (.spells, .spell), (.slices, .slice): spell(element, parser)
    case (.gexf, .meta): break
    case (.meta, .creator), (.meta, .description), (.meta, .title): collect(parser)
    case (.meta, _): return skip(tag, parser)
    case (.gexf, .graph): startGraph(element, parser)
    case (.graph, .attributes): startAttributes(element, parser)
    case (.attributes, .attribute): startAttribute(element, parser)
    case (.attribute, .default): collect(parser)
    case (.attribute, .options): return skip(tag, parser)
    case (.graph, .nodes), (.graph, .edges), (.node, .nodes), (.node, .edges): break
    case (.node, .parents), (.parents, _), (.node, .color), (.node, .position), (.node, .size),
      (.node, .shape), (.edge, .color), (.edge, .thickness), (.edge, .shape):
      return skip(tag, parser)
    default:
      parser.report(
        .badXML,
        "<\(SafeText.oneLine(element.name))> has no place in <\(inside.name)>",
        hint: "GEXF has nodes, edges and attributes in graph, node in nodes, edge in edges"
      )
      return skip(tag, parser)
    }
    stack.append((tag, newOwner))
  }

  private func collect(_ parser: XMLParser) {
    collected = []
    collectedAt = parser.offset
    parser.tellsText = true
  }

  private func skip(_ tag: GEXFTag, _ parser: XMLParser) {
    stack.append((tag, owner))
    skipFrom = parser.depth
  }

  func end(_ parser: XMLParser) {
    if skipFrom > 0 {
      guard parser.depth == skipFrom else { return }
      skipFrom = 0
      stack.removeLast()
      return
    }
    guard let (tag, _) = stack.popLast(), collected != nil else { return }
    let text = XMLNumber.trimmed(String(decoding: collected ?? [], as: UTF8.self))
    collected = nil
    parser.tellsText = false
    switch tag {
    case .default:
      if let open = openAttribute, !text.isEmpty {
        attributes.all[open].usual = (text, collectedAt)
      }
    case .creator: attributes.typesAreOfFirstValues = text.hasPrefix("NetworkX")
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
    if let mode = element["mode"], !["static", "dynamic"].contains(mode) {
      parser.report(
        .badChoice,
        "\(SafeText.quoted(mode)) is no mode",
        hint: "it can be static, dynamic"
      )
    }
    times.takeKind(of: element, parser)
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

  private func startAttribute(_ element: XMLElement, _ parser: XMLParser) {
    guard let id = element["id"], !id.isEmpty else {
      parser.report(.badXML, "an attribute needs an id and a title")
      return
    }
    let title = element["title"] ?? id
    let attribute = GEXFAttributes.Attribute(
      title: title,
      isOfNodes: attributesAreOfNodes,
      column: attributesAreOfNodes ? assembly.nodeColumn(title) : assembly.tieColumn(title),
      type: element["type"]?.lowercased() ?? "string"
    )
    openAttribute = attributes.add(attribute, id: id)
    if openAttribute == nil {
      parser.report(.duplicateKey, "the attribute \(SafeText.quoted(id)) is declared twice")
    }
    if attributes.all.count > CellColumns.most {
      parser.stop(.tooManyColumns, "there are more than \(CellColumns.most) attributes")
    }
  }

  // MARK: Nodes and edges

  private func startNode(_ element: XMLElement, _ parser: XMLParser) -> Owner {
    ownerCount += 1
    let place = parser.offset
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    let row = assembly.declare(element.bytes("id") ?? nothing, at: place)
    if let label = element.bytes("label"), !label.isEmpty {
      assembly.setNode(row, column: assembly.nodeColumn("label"), label, at: place)
    }
    if let parent = element["pid"], !parent.isEmpty {
      assembly.setNode(row, "parent", parent, at: place)
    } else if case .node(let outer) = owner {
      assembly.setNode(row, "parent", assembly.ids[outer], at: place)
    }
    times.check(element, isOfTie: false, assembly, parser)
    for name in GEXFTimes.names {
      if let text = element[name] { assembly.setNode(row, name, text, at: place) }
    }
    return .node(row)
  }

  private func startEdge(_ element: XMLElement, _ parser: XMLParser) -> Owner {
    ownerCount += 1
    let place = parser.offset
    guard let source = element.bytes("source"), let target = element.bytes("target") else {
      parser.report(
        .missingValue,
        "an edge needs a source and a target",
        hint: "<edge source=\"a\" target=\"b\"/>"
      )
      return .none
    }
    var direction = TieDirection.unsaid
    let type = element["type"]?.lowercased()
    switch type {
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
    times.check(element, isOfTie: true, assembly, parser)
    let row = assembly.addTie(from: source, to: target, direction, at: place)
    if type == "mutual" { mutual.append(row) }
    if let id = element.bytes("id"), !id.isEmpty { edgeIDs.add(id, at: place, assembly) }
    func take(_ text: UnsafeRawBufferPointer?, _ column: String) {
      guard let text, !text.isEmpty else { return }
      assembly.setTie(row, column: assembly.tieColumn(column), text, at: place)
    }
    take(element.bytes("weight"), "weight")
    take(element.bytes("label"), "label")
    take(element.bytes("kind"), "relation")
    take(element.bytes("start"), "start")
    take(element.bytes("end"), "end")
    take(element.bytes("timestamp"), "timestamp")
    return .edge(row)
  }

  private func value(_ element: XMLElement, _ parser: XMLParser) {
    let place = parser.offset
    guard let id = element.bytes("for") ?? element.bytes("id") else {
      parser.report(.badXML, "attvalue needs a for", hint: "<attvalue for=\"0\" value=\"…\"/>")
      return
    }
    let isOfNode: Bool
    switch owner {
    case .node: isOfNode = true
    case .edge: isOfNode = false
    case .none: return
    }
    guard let number = attributes.number(of: id, isOfNode) else {
      parser.report(
        .unknownKey,
        "no attribute \(SafeText.quoted(String(decoding: id, as: UTF8.self))) is declared for this class",
        hint: "<attributes class=…> declares it"
      )
      return
    }
    let attribute = attributes.all[number]
    let isSecond = attribute.lastOwner == ownerCount
    attributes.all[number].lastOwner = ownerCount
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    let given = element.bytes("value") ?? nothing
    var converted: String?
    if !attribute.takes(given) {
      let text = String(decoding: given, as: UTF8.self)
      guard let kept = attributes.value(text, of: attribute, assembly, place) else { return }
      converted = kept
    }
    if isSecond {
      if element["start"] == nil, element["end"] == nil, element["timestamp"] == nil {
        parser.report(.duplicateKey, "a second value of \(SafeText.quoted(attribute.title))")
        return
      }
      assembly.assume(
        .columns,
        "of the values of \(SafeText.quoted(attribute.title)) over time the last is kept"
      )
    }
    func set(_ text: UnsafeRawBufferPointer) {
      switch owner {
      case .node(let row): assembly.setNode(row, column: attribute.column, text, at: place)
      case .edge(let row): assembly.setTie(row, column: attribute.column, text, at: place)
      case .none: break
      }
    }
    if var converted { converted.withUTF8 { set(UnsafeRawBufferPointer($0)) } } else { set(given) }
  }

  private func spell(_ element: XMLElement, _ parser: XMLParser) {
    let place = parser.offset
    if lastWithSpell == ownerCount {
      assembly.assume(.columns, "of several spells the last is kept")
    }
    lastWithSpell = ownerCount
    let isOfTie = if case .node = owner { false } else { true }
    times.check(element, isOfTie: isOfTie, assembly, parser)
    for name in GEXFTimes.names {
      // The start of one spell and the end of another would be a third.
      switch owner {
      case .node(let row):
        assembly.nodeColumns.forgetLast(name, ofRow: row)
        if let text = element[name] { assembly.setNode(row, name, text, at: place) }
      case .edge(let row):
        assembly.tieColumns.forgetLast(name, ofRow: row)
        if let text = element[name] { assembly.setTie(row, name, text, at: place) }
      case .none: break
      }
    }
  }

  // MARK: The end

  private func finish() {
    if graphCount == 0 {
      assembly.report(.emptyFile, "there is no graph in the file", at: 0)
    }
    assembly.lookUpEnds()
    for row in mutual where assembly.sources[row] != assembly.targets[row] {
      assembly.addCopyReversed(row)
    }
    for attribute in attributes.all {
      guard let (usual, place) = attribute.usual,
        let text = attribute.value(usual, assembly, place), !text.isEmpty
      else { continue }
      if attribute.isOfNodes {
        assembly.setUsualOfNodes(attribute.title, text, at: place)
      } else {
        assembly.setUsualOfTies(attribute.title, text, at: place)
      }
    }
  }
}
