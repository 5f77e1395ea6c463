/// What a node of GEXF looks like.
enum GEXFPicture {
  /// Takes colour, position or size as columns of the node.
  static func read(
    _ element: XMLElement,
    ofNode row: Int,
    _ assembly: RegionAssembly,
    _ parser: XMLParser
  ) {
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
}
