/// The elements of GraphML.
enum GraphMLTag: String {
  case graphml, key, `default`, graph, node, edge, data, hyperedge
  case desc, port, endpoint, locator
  /// Of another language, or unknown.
  case other = ""

  /// Those that a file is full of are looked for first.
  init(_ name: String) {
    switch name {
    case "data": self = .data
    case "edge": self = .edge
    case "node": self = .node
    default: self = GraphMLTag(rawValue: name) ?? .other
    }
  }
}
