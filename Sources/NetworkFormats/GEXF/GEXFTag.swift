/// The elements of GEXF that mean something here.
enum GEXFTag: UInt8, CaseIterable {
  case gexf, meta, creator, description, title, graph, attributes, attribute, `default`, options
  case nodes, edges, node, edge, attvalues, attvalue, spells, spell, slices, slice
  case parents, color, position, size, shape, thickness
  /// Unknown.
  case other
  /// Of another language.
  case foreign

  init(_ name: String) {
    self = Self.allCases.first { $0.name == name } ?? .other
  }

  /// As it stands in a file; what is unknown has none.
  var name: String {
    switch self {
    case .other, .foreign: ""
    default: String(describing: self)
    }
  }
}
