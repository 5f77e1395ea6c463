/// Writes the wire format that the drawing process reads (documented at its reader).
struct DescriptionWriter {
  /// One attribute: its key and its value.
  typealias Attribute = (key: String, value: String)

  private var lines: [String] = []
  /// Edges that come after all nodes, since an edge may name only nodes that exist.
  private var lateLines: [String] = []

  /// Starts a description.
  init(output: String, engine: String, isDirected: Bool) {
    lines.append("output\t\(output)")
    lines.append("engine\t\(engine)")
    lines.append("edges\t\(isDirected ? "directed" : "undirected")")
  }

  mutating func graph(_ attributes: [Attribute]) {
    add(["graph"], attributes)
  }

  mutating func group(_ number: Int, _ attributes: [Attribute]) {
    add(["group", "c\(number)"], attributes)
  }

  mutating func node(_ name: String, group: Int? = nil, _ attributes: [Attribute]) {
    add(["node", name, group.map { "c\($0)" } ?? "-"], attributes)
  }

  mutating func edge(_ tail: String, _ head: String, _ attributes: [Attribute]) {
    add(["edge", tail, head], attributes)
  }

  /// An edge whose ends may be described later.
  mutating func late(_ tail: String, _ head: String, _ attributes: [Attribute]) {
    lateLines.append(Self.line(["edge", tail, head], attributes))
  }

  mutating func area(_ points: [Point], fill: String, line: String, width: Double) {
    let text = points.map { Coordinate.text($0) }.joined(separator: " ")
    lines.append("area\t\(fill)\t\(line)\t\(Coordinate.text(width))\t\(text)")
  }

  /// The finished description.
  var bytes: [UInt8] {
    var result = Array("samspill-drawing\t1\n".utf8)
    for line in lines + lateLines {
      result += line.utf8
      result.append(0x0A)
    }
    result += Array("end\t\(lines.count + lateLines.count)\n".utf8)
    return result
  }

  private mutating func add(_ fields: [String], _ attributes: [Attribute]) {
    lines.append(Self.line(fields, attributes))
  }

  private static func line(_ fields: [String], _ attributes: [Attribute]) -> String {
    var line = fields.joined(separator: "\t")
    for attribute in attributes {
      line += "\t\(attribute.key)\t\(escaped(attribute.value))"
    }
    return line
  }

  /// Tabs, line feeds and backslashes as two characters.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
