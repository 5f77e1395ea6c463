/// A key of GraphML: an attribute that nodes, edges or the graph can have.
struct GraphMLKey {
  /// Who has it.
  enum Use { case nodes, edges, graph, all }
  /// What its values are; graphics are those of yEd, which hold labels.
  enum ValueType: Equatable {
    case declared(DeclaredType), nodeGraphics, edgeGraphics, other

    /// Whether the text is kept as it stands.
    func takes(_ text: UnsafeRawBufferPointer) -> Bool {
      if case .declared(let type) = self { type.takes(text) } else { false }
    }
  }

  let name: String
  let use: Use
  let type: ValueType
  /// The value of those who have none of their own, and where it stands.
  var usual: (text: String, place: Int)?
  /// The columns of nodes and of ties, once something is in them.
  private var nodeColumn: Int?
  private var tieColumn: Int?

  init(_ element: XMLElement, id: String) {
    name = element["attr.name"] ?? id
    use =
      switch element["for"] {
      case "node": .nodes
      case "edge": .edges
      case "graph", "graphml", "port", "endpoint", "hyperedge": .graph
      default: .all
      }
    type =
      switch (element["yfiles.type"], element["attr.type"]) {
      case ("nodegraphics"?, _): .nodeGraphics
      case ("edgegraphics"?, _): .edgeGraphics
      case (_?, _): .other
      case (nil, "boolean"): .declared(.flag)
      case (nil, "int"), (nil, "long"): .declared(.integer)
      case (nil, "float"), (nil, "double"): .declared(.number)
      default: .declared(.text)
      }
  }

  /// The number of the column of nodes, which is made where it is new.
  mutating func columnOfNodes(in assembly: RegionAssembly) -> Int {
    if let nodeColumn { return nodeColumn }
    let new = assembly.nodeColumn(name)
    nodeColumn = new
    return new
  }

  /// The number of the column of ties, which is made where it is new.
  mutating func columnOfTies(in assembly: RegionAssembly) -> Int {
    if let tieColumn { return tieColumn }
    let new = assembly.tieColumn(name)
    tieColumn = new
    return new
  }

  /// The text as it is kept; nil where it is no value of the key's type, which is reported at `place`.
  func value(_ text: String, _ assembly: RegionAssembly, _ place: Int) -> String? {
    guard case .declared(let type) = type else { return text }
    return type.value(text, of: name, saidBy: "key", assembly, place)
  }
}
