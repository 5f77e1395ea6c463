import LearningRegion

/// Writes Pajek's `.net`: ids as labels, relations with their names.
///
/// Quotes, line ends, backslashes and everything beyond ASCII stand as `&#…;`, as Pajek itself writes them.
enum PajekWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .relations, .weights, .mixedDirections, .isolates, .repeats, .title,
  ]

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    if let title = network.region.header.title {
      out.line("*Network \(title.replacing(anyOf: ["\n", "\r"], with: " "))")
    }
    out.line("*Vertices \(network.nodeCount)")
    for row in 0..<network.nodeCount { out.line("\(row + 1) \(quoted(network.id(row)))") }
    let relations = network.relationsInUse
    let isNamed = relations != [0] || network.region.relations[0].name != "tie"
    for relation in relations {
      let isDirected = network.isDirected(relation: relation)
      let name =
        isNamed ? " :\(relation + 1) \(quoted(network.region.relations[relation].name))" : ""
      out.line((isDirected ? "*Arcs" : "*Edges") + name)
      for row in 0..<network.tieCount
      where Int(network.region.ties.relation(at: row)) == relation {
        out.line(
          "\(network.source(row) + 1) \(network.target(row) + 1) "
            + NumberText.text(network.weight(row))
        )
      }
    }
    return out.bytes
  }

  private static func quoted(_ text: String) -> String {
    "\"" + CharacterReferences.encoded(text, and: ["\"", "\\"]) + "\""
  }
}

extension String {
  /// The text with every one of these characters replaced.
  func replacing(anyOf scalars: Set<Unicode.Scalar>, with other: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { scalars.contains($0) ? other : $0 }))
  }
}
