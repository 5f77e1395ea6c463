/// A key of GraphML: an attribute that nodes, edges or the graph can have.
struct GraphMLKey {
  /// Who has it.
  enum Use { case nodes, edges, graph, all }
  /// What its values are; graphics are those of yEd, which hold labels.
  enum ValueType { case text, number, integer, flag, nodeGraphics, edgeGraphics, other }

  let name: String
  let use: Use
  let type: ValueType
  /// The value of those who have none of their own.
  var usual: String?
  /// The columns of nodes and of ties, once something is in them.
  var nodeColumn: Int?
  var tieColumn: Int?

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
      case (nil, "boolean"): .flag
      case (nil, "int"), (nil, "long"): .integer
      case (nil, "float"), (nil, "double"): .number
      default: .text
      }
  }

  /// Whether the text is kept as it stands.
  func takes(_ text: UnsafeRawBufferPointer) -> Bool {
    switch type {
    case .text: true
    case .number: CellValue.number(text) != nil
    case .integer: (try? NumberReader.integer(text)) != nil
    default: false
    }
  }

  /// The text as it is kept; nil where it is no value of the key's type, which is reported at `place`.
  func value(_ text: String, _ assembly: RegionAssembly, _ place: Int) -> String? {
    switch type {
    case .number:
      let plain = XMLNumber.trimmed(text)
      if plain.isEmpty || XMLNumber.isNumber(plain) { return plain }
      if plain.lowercased() == "nan" {
        assembly.assume(.columns, "NaN in \(SafeText.quoted(name)) is no value")
        return ""
      }
      assembly.report(
        .badNumber,
        "\(SafeText.quoted(plain)) is not a number",
        hint: "the key says that \(SafeText.oneLine(name)) is one",
        at: place
      )
      return nil
    case .integer:
      let plain = XMLNumber.trimmed(text)
      if plain.isEmpty || XMLNumber.isInteger(plain) { return plain }
      assembly.report(
        .badInteger,
        "\(SafeText.quoted(plain)) is not a whole number",
        hint: "the key says that \(SafeText.oneLine(name)) is one",
        at: place
      )
      return nil
    case .flag:
      let plain = XMLNumber.trimmed(text).lowercased()
      switch plain {
      case "true", "1": return "true"
      case "false", "0": return "false"
      case "": return ""
      default:
        let shown = SafeText.quoted(plain)
        assembly.report(.badChoice, "\(shown) is no boolean", hint: "true or false", at: place)
        return nil
      }
    default: return text
    }
  }
}
