import LearningRegion

/// Writes UCINET's DL as lists of ties with labels; several relations as several matrices.
///
/// DL has no escapes: quotes and line ends in names become others. UCINET cuts names after 18 letters and
/// does not tell small ones from capitals.
enum DLWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .relations, .weights, .mixedDirections, .isolates, .repeats,
  ]

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    var losses: [String] = []
    if network.directions != .directed, network.tieCount > 0 {
      losses.append("undirected ties as two, one each way")
    }
    let names = (0..<network.nodeCount).map(network.id)
    let changed = names.count { safe($0) != $0 }
    if changed > 0 { losses.append("quotes and line ends replaced in \(changed) names") }
    if Set(names.map { $0.uppercased().prefix(18) }).count < names.count {
      losses.append("names that UCINET, which reads 18 capitals, will not tell apart")
    }
    return losses
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    let relations = network.relationsInUse
    let isNamed =
      relations.count > 1 || relations != [0]
      || network.region.relations[0].name != "tie"
    out.line(
      "dl n=\(network.nodeCount)" + (relations.count > 1 ? " nm=\(relations.count)" : "")
        + " format=edgelist1"
    )
    out.line("labels:")
    for name in distinctNames(network) { out.line("\"\(name)\"") }
    if isNamed, !relations.isEmpty {
      out.line("matrix labels:")
      for relation in relations {
        out.line("\"\(safe(network.region.relations[relation].name))\"")
      }
    }
    out.line("data:")
    for (number, relation) in relations.enumerated() {
      if number > 0 { out.line("!") }
      for (tie, from, to) in arcs(network, relation) {
        out.line("\(from + 1) \(to + 1) \(NumberText.text(network.weight(tie)))")
      }
    }
    return out.bytes
  }

  /// DL has no undirected ties: they go both ways.
  private static func arcs(
    _ network: FlatNetwork,
    _ relation: Int
  ) -> [(tie: Int, from: Int, to: Int)] {
    let rows = (0..<network.tieCount).filter {
      Int(network.region.ties.relation(at: $0)) == relation
    }
    var arcs = rows.map { ($0, network.source($0), network.target($0)) }
    if !network.isDirected(relation: relation) {
      arcs += rows.filter { network.source($0) != network.target($0) }
        .map { ($0, network.target($0), network.source($0)) }
    }
    return arcs
  }

  private static func safe(_ name: String) -> String {
    name.replacing(anyOf: ["\""], with: "'").replacing(anyOf: ["\n", "\r"], with: " ")
  }

  /// Names that the replacement made alike get numbers.
  private static func distinctNames(_ network: FlatNetwork) -> [String] {
    var seen: Set<String> = []
    return (0..<network.nodeCount).map { row in
      let base = safe(network.id(row))
      var name = base
      var number = 2
      while !seen.insert(name).inserted {
        name = "\(base) (\(number))"
        number += 1
      }
      return name
    }
  }
}
