import LearningRegion

/// Reads GraphML (Brandes et al. 2002): one graph of nodes and edges with keys.
///
/// Attributes are known by `attr.name`, never by the id of their key; two keys of one name (networkx
/// writes one per type) are one column. Dialects: igraph, whose ids are `n0`, `n1` … and whose names are
/// in the attribute `name`; yEd, whose labels are in `y:NodeLabel` and `y:EdgeLabel`; networkx. Nested
/// graphs and hyperedges are refused. What a picture looks like is not kept.
final class GraphMLReader: FormatReader, XMLHandler {
  private enum Owner: Equatable { case none, node(Int), edge(Int), graph }
  private enum Use { case nodes, edges, graph, all }
  private enum ValueType { case text, number, flag, nodeGraphics, edgeGraphics, other }
  private struct Key {
    let name: String
    let use: Use
    let type: ValueType
    var usual: String?
  }

  private let assembly: RegionAssembly
  private var keys: [String: Key] = [:]
  /// Ids of keys in the order declared.
  private var keyOrder: [String] = []
  private var namespace: String?
  private var stack: [String] = []
  /// The depth below which everything is passed over, 0 where nothing is.
  private var skipFrom = 0
  private var owner = Owner.none
  private var graphCount = 0
  private var currentKey: Key?
  private var openKey: String?
  private var valuePlace = 0
  private var collected: [UInt8]?
  /// Column names given by the current owner, to find those given twice.
  private var given: Set<String> = []
  private var isByIgraph = false
  private var dropped: Set<String> = []

  /// The longest text of a value, in bytes.
  static let longestValue = 1 << 20

  private init(_ assembly: RegionAssembly) { self.assembly = assembly }

  static func read(into assembly: RegionAssembly) {
    let reader = GraphMLReader(assembly)
    guard XMLParser.parse(assembly.source, assembly.builder, reader) else { return }
    reader.finish()
  }

  // MARK: Elements

  func start(_ element: XMLElement, _ parser: XMLParser) {
    if skipFrom > 0 {
      startGraphics(element)
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
      stack.append("graphml")
      return
    }
    guard element.namespace == namespace else {
      stack.append("")
      skipFrom = parser.depth
      startGraphics(element)
      return
    }
    switch (stack.last ?? "", element.name) {
    case ("graphml", "key"): startKey(element, parser)
    case ("key", "default"): collect(parser)
    case ("graphml", "graph"): startGraph(element, parser)
    case ("graph", "node"): startNode(element, parser)
    case ("graph", "edge"): startEdge(element, parser)
    case ("node", "data"), ("edge", "data"), ("graph", "data"), ("graphml", "data"):
      startData(element, parser)
    case ("node", "graph"), ("edge", "graph"):
      parser.stop(
        .formatNotRead,
        "a graph inside a node is not read",
        hint: "write the node's parent as an attribute instead, and all nodes in one graph"
      )
    case (_, "hyperedge"):
      parser.stop(
        .formatNotRead,
        "hyperedges are not read",
        hint: "write an edge for each pair, or a node for what they share"
      )
    case (_, "desc"), (_, "port"), (_, "endpoint"), (_, "locator"), ("data", _):
      skipFrom = parser.depth
    default:
      parser.report(
        .badXML,
        "<\(SafeText.oneLine(element.name))> has no place in <\(stack.last ?? "")>",
        hint: "GraphML has key and graph in graphml, node and edge in graph, data in these"
      )
      skipFrom = parser.depth
    }
    stack.append(element.name)
  }

  func end(_ parser: XMLParser) {
    endGraphics()
    if skipFrom > 0 {
      guard parser.depth == skipFrom else { return }
      skipFrom = 0
      stack.removeLast()
      return
    }
    guard let name = stack.popLast() else { return }
    switch name {
    case "default": endDefault(parser)
    case "data": endData(parser)
    case "node", "edge", "graph": owner = stack.last == "graph" ? .graph : .none
    case "key": openKey = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard collected != nil else { return }
    collected?.append(contentsOf: bytes)
    if collected?.count ?? 0 > Self.longestValue {
      parser.stop(.fieldTooLong, "the value has more than \(Self.longestValue) bytes")
    }
  }

  func comment(_ text: String) {
    if text.contains("Created by igraph") { isByIgraph = true }
  }

  private func collect(_ parser: XMLParser) {
    collected = []
    valuePlace = parser.offset
  }

  private func takeText() -> String {
    defer { collected = nil }
    return String(decoding: collected ?? [], as: UTF8.self)
  }

  // MARK: Keys

  private func startKey(_ element: XMLElement, _ parser: XMLParser) {
    guard let id = element["id"], !id.isEmpty else {
      parser.report(.badXML, "a key needs an id", hint: "<key id=\"d0\" for=\"node\" …>")
      return
    }
    if keys[id] != nil {
      parser.report(.duplicateKey, "the key \(SafeText.quoted(id)) is declared twice")
      return
    }
    let use: Use =
      switch element["for"] {
      case "node": .nodes
      case "edge": .edges
      case "graph", "graphml", "port", "endpoint", "hyperedge": .graph
      default: .all
      }
    let type: ValueType =
      switch (element["yfiles.type"], element["attr.type"]) {
      case ("nodegraphics"?, _): .nodeGraphics
      case ("edgegraphics"?, _): .edgeGraphics
      case (_?, _): .other
      case (nil, "boolean"): .flag
      case (nil, "int"), (nil, "long"), (nil, "float"), (nil, "double"): .number
      default: .text
      }
    let name = element["attr.name"] ?? id
    keys[id] = Key(name: name, use: use, type: type)
    keyOrder.append(id)
    if use == .nodes { assembly.declareNodeColumn(name) }
    if use == .edges { assembly.declareTieColumn(name) }
    openKey = id
    if keys.count > CellColumns.most {
      parser.stop(.tooManyColumns, "there are more than \(CellColumns.most) keys")
    }
  }

  private func endDefault(_ parser: XMLParser) {
    let text = takeText()
    guard let id = openKey, let key = keys[id], !text.isEmpty else { return }
    if let value = value(text, key, parser) { keys[id]?.usual = value }
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
    owner = .graph
    given = []
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
    given = []
    owner = .node(assembly.declare(element["id"] ?? "", at: parser.offset))
  }

  private func startEdge(_ element: XMLElement, _ parser: XMLParser) {
    given = []
    let place = parser.offset
    guard let source = element["source"], let target = element["target"] else {
      parser.report(
        .missingValue,
        "an edge needs a source and a target",
        hint: "<edge source=\"a\" target=\"b\"/>"
      )
      owner = .none
      return
    }
    let direction: TieDirection
    switch element["directed"] {
    case "true", "1": direction = .directed
    case "false", "0": direction = .undirected
    case nil: direction = .unsaid
    case let other?:
      direction = .unsaid
      parser.report(
        .badChoice,
        "\(SafeText.quoted(other)) is no value of directed",
        hint: "it can be true, false"
      )
    }
    let row = assembly.addTie(
      assembly.mention(source, at: place),
      assembly.mention(target, at: place),
      direction,
      at: place
    )
    owner = .edge(row)
    if let id = element["id"], !id.isEmpty { assembly.setTie(row, "id", id, at: place) }
  }

  // MARK: Values

  private func startData(_ element: XMLElement, _ parser: XMLParser) {
    currentKey = nil
    guard let id = element["key"] else {
      parser.report(.badXML, "data needs a key", hint: "<data key=\"d0\">…</data>")
      return
    }
    guard let key = keys[id] else {
      let source = parser.source
      let offset = parser.offset
      let names = keyOrder
      assembly.builder.error {
        let near = Suggestion.nearest(to: id, among: names)
        return source.diagnostic(
          .unknownKey,
          "no key \(SafeText.quoted(id)) is declared",
          hint: near.map { "did you mean \(SafeText.quoted($0))?" }
            ?? "declare it before the graph with <key id=… attr.name=…/>",
          severity: .error,
          at: offset..<offset + 1
        )
      }
      return
    }
    currentKey = key
    switch key.type {
    case .text, .number, .flag: collect(parser)
    default: valuePlace = parser.offset
    }
  }

  private func endData(_ parser: XMLParser) {
    guard let key = currentKey else {
      collected = nil
      return
    }
    currentKey = nil
    guard collected != nil else { return }
    let text = takeText()
    guard let value = value(text, key, parser) else { return }
    // An empty value says nothing, so a second one does not contradict it.
    if !value.isEmpty, owner != .graph, !given.insert(key.name).inserted {
      return report(.duplicateKey, "a second value of \(SafeText.quoted(key.name))", hint: nil)
    }
    give(key.name, value)
  }

  private func give(_ name: String, _ value: String) {
    switch owner {
    case .node(let row): assembly.setNode(row, name, value, at: valuePlace)
    case .edge(let row): assembly.setTie(row, name, value, at: valuePlace)
    case .graph where ["title", "name", "label"].contains(name.lowercased()):
      assembly.title = assembly.title ?? value
    case .graph:
      if dropped.count < 20, dropped.insert(name).inserted {
        assembly.assume(.columns, "attribute \(SafeText.quoted(name)) of the graph is not kept")
      }
    case .none: break
    }
  }

  /// The text as it is kept; nil where it is no value of the key's type.
  private func value(_ text: String, _ key: Key, _ parser: XMLParser) -> String? {
    switch key.type {
    case .number:
      let plain = XMLNumber.trimmed(text)
      if plain.isEmpty || XMLNumber.isNumber(plain) { return plain }
      if plain.lowercased() == "nan" {
        assembly.assume(.columns, "NaN in \(SafeText.quoted(key.name)) is no value")
        return ""
      }
      report(
        .badNumber,
        "\(SafeText.quoted(plain)) is not a number",
        hint: "the key says that \(SafeText.oneLine(key.name)) is one"
      )
      return nil
    case .flag:
      let plain = XMLNumber.trimmed(text).lowercased()
      switch plain {
      case "true", "1": return "true"
      case "false", "0": return "false"
      case "": return ""
      default:
        report(.badChoice, "\(SafeText.quoted(plain)) is no boolean", hint: "true or false")
        return nil
      }
    default: return text
    }
  }

  private func report(_ code: DiagnosticCode, _ message: String, hint: String?) {
    assembly.report(code, message, hint: hint, at: valuePlace)
  }

  // MARK: yEd

  private func startGraphics(_ element: XMLElement) {
    guard let key = currentKey, collected == nil else { return }
    let isLabel =
      key.type == .nodeGraphics && element.name == "NodeLabel"
      || key.type == .edgeGraphics && element.name == "EdgeLabel"
    if isLabel { collected = [] }
    if dropped.insert("").inserted {
      assembly.assume(.columns, "positions and looks of yEd are not kept, labels are")
    }
  }

  private func endGraphics() {
    guard skipFrom > 0, let key = currentKey, collected != nil,
      key.type == .nodeGraphics || key.type == .edgeGraphics
    else { return }
    let text = XMLNumber.trimmed(takeText())
    // A node can have several labels; the first is its name.
    if !text.isEmpty, given.insert("label").inserted { give("label", text) }
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
    for id in keyOrder {
      guard let key = keys[id], let usual = key.usual else { continue }
      if key.use == .nodes || key.use == .all { assembly.setUsualOfNodes(key.name, usual) }
      if key.use == .edges || key.use == .all { assembly.setUsualOfTies(key.name, usual) }
    }
    if isByIgraph || keys["v_name"]?.name == "name" {
      assembly.idColumn = ("name", "the attribute \"name\" of igraph is the id")
    }
  }
}
