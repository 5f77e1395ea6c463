import LearningRegion

/// Pieces of JSON that the writers of all dialects share.
enum JSONParts {
  /// `"name": value`, numbers and truths bare where the whole column has them.
  static func member(_ column: FlatColumn, _ row: Int, as name: String? = nil) -> String? {
    guard let text = column[row] else { return nil }
    // A reader takes a bare truth of this name for the direction of a tie.
    let isBare = column.kind != .text && column.name != "directed" && column.name != "undirected"
    return JSONText.quoted(name ?? column.name) + ": " + (isBare ? text : JSONText.quoted(text))
  }

  static func member(_ name: String, _ text: String) -> String {
    JSONText.quoted(name) + ": " + JSONText.quoted(text)
  }

  static func members(_ columns: [FlatColumn], _ row: Int) -> [String] {
    columns.compactMap { member($0, row) }
  }

  static func object(_ members: [String]) -> String {
    "{" + members.joined(separator: ", ") + "}"
  }

  /// A list with an element a line.
  static func list(_ name: String, _ elements: [String], _ out: inout TextOutput, last: Bool) {
    out.add("  " + JSONText.quoted(name) + ": [")
    for (number, element) in elements.enumerated() {
      out.add(number == 0 ? "\n    " : ",\n    ")
      out.add(element)
    }
    out.line((elements.isEmpty ? "]" : "\n  ]") + (last ? "" : ","))
  }

  /// The title as an object of its own.
  static func title(_ network: FlatNetwork) -> String {
    object(network.region.header.title.map { [member("title", $0)] } ?? [])
  }

  /// Whether two ties have the same ends.
  static func hasRepeats(_ network: FlatNetwork) -> Bool {
    var seen: Set<UInt64> = []
    for (_, from, to) in network.arcs {
      let isDirected = network.directions != .undirected
      let (low, high) = isDirected || from < to ? (from, to) : (to, from)
      if !seen.insert(UInt64(low) << 32 | UInt64(high)).inserted { return true }
    }
    return false
  }
}

/// Writes networkx's node-link data.
enum NodeLinkWriter: FormatWriter {
  static let capacity = FormatCapacity.all.subtracting(.mixedDirections)

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("{")
    out.line("  \"directed\": \(network.directions != .undirected),")
    out.line("  \"multigraph\": \(JSONParts.hasRepeats(network)),")
    out.line("  \"graph\": \(JSONParts.title(network)),")
    let nodes = (0..<network.nodeCount).map { row in
      JSONParts.object(
        [JSONParts.member("id", network.id(row))] + JSONParts.members(network.nodeColumns, row)
      )
    }
    JSONParts.list("nodes", nodes, &out, last: false)
    let edges = network.arcs.map { tie, from, to in
      JSONParts.object(
        [
          JSONParts.member("source", network.id(from)), JSONParts.member("target", network.id(to)),
        ] + JSONParts.members(network.tieColumns, tie)
      )
    }
    JSONParts.list("edges", edges, &out, last: true)
    out.line("}")
    return out.bytes
  }
}

/// Writes D3's older shape: ends are places in the list of nodes.
enum D3Writer: FormatWriter {
  static let capacity = FormatCapacity.all.subtracting(.mixedDirections)

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("{")
    if let title = network.region.header.title {
      out.line("  \(JSONParts.member("title", title)),")
    }
    out.line("  \"directed\": \(network.directions != .undirected),")
    let nodes = (0..<network.nodeCount).map { row in
      JSONParts.object(
        [JSONParts.member("id", network.id(row))] + JSONParts.members(network.nodeColumns, row)
      )
    }
    JSONParts.list("nodes", nodes, &out, last: false)
    let links = network.arcs.map { tie, from, to in
      JSONParts.object(
        ["\"source\": \(from)", "\"target\": \(to)"]
          + JSONParts.members(network.tieColumns, tie)
      )
    }
    JSONParts.list("links", links, &out, last: true)
    out.line("}")
    return out.bytes
  }
}

/// Writes graphology's export.
enum GraphologyWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    let type =
      switch network.directions {
      case .directed: "directed"
      case .undirected: "undirected"
      case .mixed: "mixed"
      }
    out.line("{")
    out.line(
      "  \"options\": {\"type\": \"\(type)\", \"multi\": \(JSONParts.hasRepeats(network)),"
        + " \"allowSelfLoops\": true},"
    )
    out.line("  \"attributes\": \(JSONParts.title(network)),")
    let nodes = (0..<network.nodeCount).map { row in
      JSONParts.object([
        JSONParts.member("key", network.id(row)),
        "\"attributes\": " + JSONParts.object(JSONParts.members(network.nodeColumns, row)),
      ])
    }
    JSONParts.list("nodes", nodes, &out, last: false)
    let edges = (0..<network.tieCount).map { row in
      JSONParts.object([
        JSONParts.member("source", network.id(network.source(row))),
        JSONParts.member("target", network.id(network.target(row))),
        "\"undirected\": \(!network.isDirected(tie: row))",
        "\"attributes\": " + JSONParts.object(JSONParts.members(network.tieColumns, row)),
      ])
    }
    JSONParts.list("edges", edges, &out, last: true)
    out.line("}")
    return out.bytes
  }
}

/// Writes Cytoscape.js elements.
enum CytoscapeWriter: FormatWriter {
  static let capacity = FormatCapacity.all.subtracting(.mixedDirections)

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("{")
    out.line("  \"data\": \(JSONParts.title(network)),")
    out.line("  \"directed\": \(network.directions != .undirected),")
    out.line("  \"multigraph\": \(JSONParts.hasRepeats(network)),")
    out.line("  \"elements\": {")
    let nodes = (0..<network.nodeCount).map { row in
      let members =
        [JSONParts.member("id", network.id(row))] + JSONParts.members(network.nodeColumns, row)
      return "{\"data\": " + JSONParts.object(members) + "}"
    }
    JSONParts.list("nodes", nodes, &out, last: false)
    let edges = network.arcs.map { tie, from, to in
      let ends = [
        JSONParts.member("source", network.id(from)), JSONParts.member("target", network.id(to)),
      ]
      return "{\"data\": "
        + JSONParts.object(ends + JSONParts.members(network.tieColumns, tie)) + "}"
    }
    JSONParts.list("edges", edges, &out, last: true)
    out.line("  }")
    out.line("}")
    return out.bytes
  }
}

/// Writes Kumu's elements and connections.
enum KumuJSONWriter: FormatWriter {
  static let capacity = FormatCapacity.all

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("{")
    if let title = network.region.header.title {
      out.line("  \(JSONParts.member("title", title)),")
    }
    let elements = (0..<network.nodeCount).map { row in
      let label = network.nodeColumn("label")?[row] == nil ? [network.id(row)] : []
      // Kumu wants a label; where it only repeats the id, the id is left to it.
      let own =
        label.isEmpty
        ? [JSONParts.member("id", network.id(row))] : [JSONParts.member("label", label[0])]
      return JSONParts.object(own + JSONParts.members(network.nodeColumns, row))
    }
    JSONParts.list("elements", elements, &out, last: false)
    // Kumu calls a relation a type.
    let hasType = network.tieColumns.contains { $0.name == "type" }
    let connections = (0..<network.tieCount).map { row in
      let values = network.tieColumns.compactMap { column in
        JSONParts.member(
          column,
          row,
          as: column.name == "relation" && !hasType ? "type" : nil
        )
      }
      return JSONParts.object(
        [
          JSONParts.member("from", network.id(network.source(row))),
          JSONParts.member("to", network.id(network.target(row))),
          JSONParts.member(
            "direction",
            network.isDirected(tie: row) ? "directed" : "undirected"
          ),
        ] + values
      )
    }
    JSONParts.list("connections", connections, &out, last: true)
    out.line("}")
    return out.bytes
  }
}
