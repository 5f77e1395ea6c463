import CGraphviz

/// Builds the libcgraph graph of a description, object by object; DOT text is never put together.
struct GraphBuilder {
  /// The root graph; the caller closes it.
  let root: UnsafeMutablePointer<Agraph_t>
  /// Node `i` of the description.
  private(set) var nodes: [UnsafeMutablePointer<Agnode_t>] = []
  private var edgeCount = 0
  /// Group `i` of the description.
  private(set) var groups: [UnsafeMutablePointer<Agraph_t>] = []

  /// Fonts in order of preference; the list is also what an SVG names, so a viewer without DejaVu
  /// falls back to something narrower and nothing grows over its neighbours.
  static let regularFont = GraphvizRenderer.fontFamily + ",Helvetica,Arial,sans-serif"
  /// The same in bold.
  static let boldFont =
    GraphvizRenderer.fontFamily + " Bold,Helvetica Bold,Arial Bold,sans-serif Bold"

  /// Builds everything in the order of the description.
  init(_ description: DrawingDescription) throws(RenderFailure) {
    let isDirected: Int32 = description.edgeKind == .directed ? 1 : 0
    guard let root = cgv_open("map", isDirected) else { throw .graphRefused }
    self.root = root
    do {
      try declareDefaults()
      for attribute in description.graph {
        try Self.set(UnsafeMutableRawPointer(root), attribute.key, attribute.value)
      }
      if !description.areas.isEmpty {
        try Self.set(
          UnsafeMutableRawPointer(root),
          "_background",
          Background.text(of: description.areas)
        )
      }
      for group in description.groups { try add(group) }
      for node in description.nodes { try add(node) }
      for edge in description.edges { try add(edge) }
    } catch {
      agclose(root)
      throw error
    }
  }

  private func declareDefaults() throws(RenderFailure) {
    let defaults: [(Int32, String, String)] = [
      (cgv_kind_graph(), "fontname", Self.regularFont),
      (cgv_kind_graph(), "charset", "UTF-8"),
      (cgv_kind_node(), "fontname", Self.regularFont),
      (cgv_kind_node(), "label", ""),
      (cgv_kind_edge(), "fontname", Self.regularFont),
    ]
    for (kind, name, value) in defaults where cgv_declare(root, kind, name, value) == 0 {
      throw .graphRefused
    }
  }

  private mutating func add(_ group: DrawingDescription.Group) throws(RenderFailure) {
    guard let subgraph = cgv_subgraph(root, "cluster_" + group.name) else { throw .graphRefused }
    groups.append(subgraph)
    try set(group.attributes, on: UnsafeMutableRawPointer(subgraph))
  }

  private mutating func add(_ node: DrawingDescription.Node) throws(RenderFailure) {
    guard let made = cgv_node(root, node.name) else { throw .graphRefused }
    if let group = node.group {
      guard cgv_join(groups[group], made) != nil else { throw .graphRefused }
    }
    nodes.append(made)
    try set(node.attributes, on: UnsafeMutableRawPointer(made))
  }

  private mutating func add(_ edge: DrawingDescription.Edge) throws(RenderFailure) {
    guard let made = cgv_edge(root, nodes[edge.tail], nodes[edge.head], "e\(edgeCount)") else {
      throw .graphRefused
    }
    edgeCount += 1
    try set(edge.attributes, on: UnsafeMutableRawPointer(made))
  }

  /// Turns our keys `text`, `align` and `face` into Graphviz's; hands the others on.
  private func set(
    _ attributes: [DrawingDescription.Attribute],
    on object: UnsafeMutableRawPointer
  ) throws(RenderFailure) {
    let alignment =
      attributes.last { $0.key == "align" }.flatMap { LabelText.Alignment(rawValue: $0.value) }
      ?? .center
    for attribute in attributes {
      switch attribute.key {
      case "text":
        try Self.set(
          object,
          "label",
          LabelText.escaped(attribute.value, alignment: alignment)
        )
      case "align":
        break
      case "face":
        try Self.set(
          object,
          "fontname",
          attribute.value == "bold" ? Self.boldFont : Self.regularFont
        )
      default:
        try Self.set(object, attribute.key, attribute.value)
      }
    }
  }

  private static func set(
    _ object: UnsafeMutableRawPointer,
    _ name: String,
    _ value: String
  ) throws(RenderFailure) {
    guard cgv_set(object, name, value) == 0 else { throw .graphRefused }
  }
}

/// The outlines behind a drawing, in xdot, the only language libgvc takes for free shapes.
enum Background {
  /// xdot for the areas: only colours, a pen width and polygons, all made from checked values.
  static func text(of areas: [DrawingDescription.Area]) -> String {
    var result = ""
    for area in areas {
      result += "c \(area.line.utf8.count) -\(area.line) "
      result += "C \(area.fill.utf8.count) -\(area.fill) "
      let width = "setlinewidth(\(area.width))"
      result += "S \(width.utf8.count) -\(width) "
      result += "P \(area.points.count)"
      for point in area.points { result += " \(point.x) \(point.y)" }
      result += " "
    }
    return result
  }
}
