import LearningRegion

/// Reads GraphML (Brandes et al. 2002): one graph of nodes and edges with keys.
///
/// Attributes are known by `attr.name`, never by the id of their key; two keys of one name (networkx
/// writes one per type) are one column. Dialects: igraph, whose ids are `n0`, `n1` … and whose names are
/// in the attribute `name`; yEd, whose labels are in `y:NodeLabel` and `y:EdgeLabel`; networkx. Nested
/// graphs and hyperedges are refused. What a picture looks like is not kept.
final class GraphMLReader: FormatReader, XMLHandler {
  private enum Owner: Equatable {
    case none
    case node(Int)
    case edge(Int)
    case graph
  }
  private let assembly: RegionAssembly
  // Exclusive access to what changes with each of millions of elements is not checked at run time, which took a tenth of the
  // reading: each change is one call that comes back before the next begins.
  @exclusivity(unchecked) private var keys: [GraphMLKey] = []
  @exclusivity(unchecked) private var keyIDs = IDTable()
  private var namespace: String?
  @exclusivity(unchecked) private var stack: [GraphMLTag] = []
  /// The depth below which everything is passed over, 0 where nothing is.
  private var skipFrom = 0
  @exclusivity(unchecked) private var owner = Owner.none
  private var graphCount = 0
  private var currentKey: Int?
  private var openKey: Int?
  private var valuePlace = 0
  private var isCollecting = false
  private let collected = CollectedText()
  /// Owners so far, and the last that gave each column of nodes and of ties: to find what is given twice.
  private var ownerCount = 0
  @exclusivity(unchecked) private var lastGiver: (ofNodes: [Int], ofTies: [Int]) = ([], [])
  /// The column of the edges' own ids, once one has any.
  private var edgeIDs: Int?
  private var isByIgraph = false
  private var dropped: Set<String> = []

  /// The longest text of a value, in bytes.
  static let longestValue = 1 << 20

  let passesDeclarations = true
  let wantsText = false

  private init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    let reader = GraphMLReader(assembly)
    guard XMLParser.parse(assembly.source, assembly.builder, reader) else { return }
    reader.finish()
  }

  // MARK: Elements

  func code(of name: String, in namespace: String) -> UInt8 {
    let isOfGraphML = self.namespace == nil || namespace == self.namespace
    return (isOfGraphML ? GraphMLTag(name) : .foreign).rawValue
  }

  func start(_ element: XMLElement, _ parser: XMLParser) {
    if skipFrom > 0 {
      startGraphics(element, parser)
      return
    }
    if namespace == nil {
      guard element.name == "graphml" else {
        parser.stop(
          .formatNotRead,
          "the file begins with <\(SafeText.oneLine(element.name))>, not with <graphml>",
          hint: "--from takes another format"
        )
        return
      }
      namespace = element.namespace
      stack.append(.graphml)
      return
    }
    let inside = stack.last ?? .other
    let tag = GraphMLTag(rawValue: element.code) ?? .other
    switch tag {
    case .foreign:
      skipFrom = parser.depth
      startGraphics(element, parser)
    case .node where inside == .graph: startNode(element, parser)
    case .edge where inside == .graph: startEdge(element, parser)
    case .data where inside.hasData: startData(element, parser)
    case .key where inside == .graphml: startKey(element, parser)
    case .default where inside == .key: collect(parser)
    case .graph where inside == .graphml: startGraph(element, parser)
    case .graph where inside == .node || inside == .edge:
      parser.stop(
        .formatNotRead,
        "a graph inside a node is not read",
        hint: "write the node's parent as an attribute instead, and all nodes in one graph"
      )
    case .hyperedge:
      parser.stop(
        .formatNotRead,
        "hyperedges are not read",
        hint: "write an edge for each pair, or a node for what they share"
      )
    case .desc, .port, .endpoint, .locator: skipFrom = parser.depth
    default:
      skipFrom = parser.depth
      if inside == .data { break }
      parser.report(
        .badXML,
        "<\(SafeText.oneLine(element.name))> has no place in <\(inside.name)>",
        hint: "GraphML has key and graph in graphml, node and edge in graph, data in these"
      )
    }
    stack.append(tag)
  }

  func end(_ parser: XMLParser) {
    if skipFrom > 0 { endGraphics(parser) }
    if skipFrom > 0 {
      guard parser.depth == skipFrom else { return }
      skipFrom = 0
      stack.removeLast()
      return
    }
    switch stack.popLast() {
    case .default: endDefault(parser)
    case .data: endData(parser)
    case .node, .edge, .graph: own(stack.last == .graph ? .graph : .none)
    case .key: openKey = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard isCollecting else { return }
    collected.append(bytes)
    if collected.count > Self.longestValue {
      parser.stop(.fieldTooLong, "the value has more than \(Self.longestValue) bytes")
    }
  }

  func comment(_ text: String) {
    if text.contains("Created by igraph") { isByIgraph = true }
  }

  private func collect(_ parser: XMLParser) {
    valuePlace = parser.offset
    beginText(parser)
  }

  private func beginText(_ parser: XMLParser) {
    isCollecting = true
    collected.clear()
    parser.tellsText = true
  }

  private func takeText(_ parser: XMLParser) -> String {
    isCollecting = false
    parser.tellsText = false
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  /// What follows is said of another owner.
  private func own(_ new: Owner) {
    owner = new
    ownerCount += 1
  }

  /// Whether the owner gives this column for the first time.
  private func isFirst(column: Int, _ lastGiver: inout [Int]) -> Bool {
    while lastGiver.count <= column { lastGiver.append(0) }
    defer { lastGiver[column] = ownerCount }
    return lastGiver[column] != ownerCount
  }

  // MARK: Keys

  private func startKey(_ element: XMLElement, _ parser: XMLParser) {
    guard let id = element["id"], !id.isEmpty else {
      parser.report(.badXML, "a key needs an id", hint: "<key id=\"d0\" for=\"node\" …>")
      return
    }
    if keyIDs.index(of: id) != nil {
      parser.report(.duplicateKey, "the key \(SafeText.quoted(id)) is declared twice")
      return
    }
    let key = GraphMLKey(element, id: id)
    openKey = keys.count
    keys.append(key)
    keyIDs.append(id)
    if key.use == .nodes { assembly.declareNodeColumn(key.name) }
    if key.use == .edges { assembly.declareTieColumn(key.name) }
    if keys.count > CellColumns.most {
      parser.stop(.tooManyColumns, "there are more than \(CellColumns.most) keys")
    }
  }

  private func endDefault(_ parser: XMLParser) {
    let text = takeText(parser)
    guard let number = openKey, !text.isEmpty else { return }
    guard let value = keys[number].value(text, assembly, valuePlace), !value.isEmpty else { return }
    keys[number].usual = (value, valuePlace)
  }

  // MARK: Graph, nodes and edges

  private func startGraph(_ element: XMLElement, _ parser: XMLParser) {
    graphCount += 1
    guard graphCount == 1 else {
      parser.stop(
        .formatNotRead,
        "the file has several graphs",
        hint: "put each into a file of its own"
      )
      return
    }
    own(.graph)
    switch element["edgedefault"] {
    case "directed": assembly.usualDirection = .directed
    case "undirected": assembly.usualDirection = .undirected
    case nil:
      assembly.usualDirection = .directed
      assembly.assume(.direction, "directed: the graph has no edgedefault")
    case let other?:
      parser.report(
        .badChoice,
        "\(SafeText.quoted(other)) is no edgedefault",
        hint: "it can be directed, undirected"
      )
    }
  }

  private func startNode(_ element: XMLElement, _ parser: XMLParser) {
    let id = element.bytes("id") ?? UnsafeRawBufferPointer(start: nil, count: 0)
    own(.node(assembly.declare(id, at: parser.offset)))
  }

  private func startEdge(_ element: XMLElement, _ parser: XMLParser) {
    let place = parser.offset
    guard let source = element.bytes("source"), let target = element.bytes("target") else {
      parser.report(
        .missingValue,
        "an edge needs a source and a target",
        hint: "<edge source=\"a\" target=\"b\"/>"
      )
      own(.none)
      return
    }
    let direction = element.bytes("directed").map { said($0, parser) } ?? .unsaid
    let row = assembly.addTie(from: source, to: target, direction, at: place)
    own(.edge(row))
    if let id = element.bytes("id"), !id.isEmpty {
      let column = edgeIDs ?? assembly.tieColumn("id")
      edgeIDs = column
      assembly.setTie(row, column: column, id, at: place)
    }
  }

  /// What an edge says of its direction.
  private func said(_ directed: UnsafeRawBufferPointer, _ parser: XMLParser) -> TieDirection {
    let directed = String(decoding: directed, as: UTF8.self)
    switch directed {
    case "true", "1": return .directed
    case "false", "0": return .undirected
    default:
      parser.report(
        .badChoice,
        "\(SafeText.quoted(directed)) is no value of directed",
        hint: "it can be true, false"
      )
      return .unsaid
    }
  }

  // MARK: Values

  private func startData(_ element: XMLElement, _ parser: XMLParser) {
    currentKey = nil
    guard let id = element.bytes("key") else {
      parser.report(.badXML, "data needs a key", hint: "<data key=\"d0\">…</data>")
      return
    }
    guard let key = keyIDs.index(of: id) else {
      return reportUnknown(String(decoding: id, as: UTF8.self), parser)
    }
    currentKey = key
    switch keys[key].type {
    case .declared: collect(parser)
    default: valuePlace = parser.offset
    }
  }

  private func reportUnknown(_ id: String, _ parser: XMLParser) {
    parser.report(
      .unknownKey,
      "no key \(SafeText.quoted(id)) is declared",
      hint: Suggestion.nearest(to: id, among: (0..<keyIDs.count).map { keyIDs[$0] })
        .map { "did you mean \(SafeText.quoted($0))?" }
        ?? "declare it before the graph with <key id=… attr.name=…/>"
    )
  }

  private func endData(_ parser: XMLParser) {
    let key = currentKey
    currentKey = nil
    guard isCollecting else { return }
    isCollecting = false
    parser.tellsText = false
    guard let key else { return }
    if keys[key].type.takes(collected.bytes) { return give(key, collected.bytes) }
    let text = String(decoding: collected.bytes, as: UTF8.self)
    guard var value = keys[key].value(text, assembly, valuePlace) else { return }
    value.withUTF8 { give(key, UnsafeRawBufferPointer($0)) }
  }

  /// Says something of the owner. An empty value says nothing, so a second one does not contradict it.
  private func give(_ key: Int, _ value: UnsafeRawBufferPointer) {
    switch owner {
    case .node(let row):
      guard !value.isEmpty else { return }
      let column = keys[key].columnOfNodes(in: assembly)
      guard isFirst(column: column, &lastGiver.ofNodes) else { return reportSecond(key) }
      assembly.setNode(row, column: column, value, at: valuePlace)
    case .edge(let row):
      guard !value.isEmpty else { return }
      let column = keys[key].columnOfTies(in: assembly)
      guard isFirst(column: column, &lastGiver.ofTies) else { return reportSecond(key) }
      assembly.setTie(row, column: column, value, at: valuePlace)
    case .graph where ["title", "name", "label"].contains(keys[key].name.lowercased()):
      assembly.title = assembly.title ?? String(decoding: value, as: UTF8.self)
    case .graph:
      let name = keys[key].name
      if dropped.count < 20, dropped.insert(name).inserted {
        assembly.assume(.columns, "attribute \(SafeText.quoted(name)) of the graph is not kept")
      }
    case .none: break
    }
  }

  private func reportSecond(_ key: Int) {
    let name = SafeText.quoted(keys[key].name)
    assembly.report(.duplicateKey, "a second value of \(name)", at: valuePlace)
  }

  // MARK: yEd

  private func startGraphics(_ element: XMLElement, _ parser: XMLParser) {
    guard let key = currentKey, !isCollecting else { return }
    let isLabel =
      keys[key].type == .nodeGraphics && element.name == "NodeLabel"
      || keys[key].type == .edgeGraphics && element.name == "EdgeLabel"
    if isLabel { beginText(parser) }
    if dropped.insert("").inserted {
      assembly.assume(.columns, "positions and looks of yEd are not kept, labels are")
    }
  }

  private func endGraphics(_ parser: XMLParser) {
    guard let key = currentKey, isCollecting,
      keys[key].type == .nodeGraphics || keys[key].type == .edgeGraphics
    else { return }
    let text = XMLNumber.trimmed(takeText(parser))
    guard !text.isEmpty else { return }
    // A node can have several labels; the first is its name.
    switch owner {
    case .node(let row):
      guard isFirst(column: assembly.nodeColumn("label"), &lastGiver.ofNodes) else { return }
      assembly.setNode(row, "label", text, at: valuePlace)
    case .edge(let row):
      guard isFirst(column: assembly.tieColumn("label"), &lastGiver.ofTies) else { return }
      assembly.setTie(row, "label", text, at: valuePlace)
    case .graph, .none: break
    }
  }

  // MARK: The end

  private func finish() {
    if graphCount == 0 {
      assembly.report(
        .emptyFile,
        "there is no graph in the file",
        hint: "<graph edgedefault=\"directed\"> holds nodes and edges",
        at: 0
      )
    }
    for key in keys {
      guard let usual = key.usual else { continue }
      if key.use == .nodes || key.use == .all {
        assembly.setUsualOfNodes(key.name, usual.text, at: usual.place)
      }
      if key.use == .edges || key.use == .all {
        assembly.setUsualOfTies(key.name, usual.text, at: usual.place)
      }
    }
    let isNamed = keyIDs.index(of: "v_name").map { keys[$0].name == "name" } ?? false
    if isByIgraph || isNamed {
      assembly.idColumn = ("name", "the attribute \"name\" of igraph is the id")
    }
  }
}
