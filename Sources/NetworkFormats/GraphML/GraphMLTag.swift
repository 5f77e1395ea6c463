/// The elements of GraphML.
enum GraphMLTag: UInt8, CaseIterable {
  case graphml, key, `default`, graph, node, edge, data, hyperedge
  case desc, port, endpoint, locator
  /// Unknown.
  case other
  /// Of another language.
  case foreign

  init(_ name: String) {
    self = Self.allCases.first { $0.name == name } ?? .other
  }

  /// Whether something can be said of it with `data`.
  var hasData: Bool { self == .node || self == .edge || self == .graph || self == .graphml }

  /// As it stands in a file; what is unknown has none.
  var name: String {
    switch self {
    case .other, .foreign: ""
    default: String(describing: self)
    }
  }
}
