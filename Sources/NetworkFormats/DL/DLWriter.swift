import LearningRegion

/// Writes UCINET's DL as lists of ties with labels; several relations as several matrices.
///
/// DL has no escapes: quotes and line ends in names become others. UCINET cuts names after 18 letters and
/// does not tell small ones from capitals. Two modes are kept where they are as DL has them: rows, then
/// columns, and undirected ties from those to these. igraph reads a file of one mode and one relation
/// called `tie`: it wants the format on a line of its own, and takes quotes for letters.
enum DLWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .relations, .weights, .mixedDirections, .isolates, .repeats, .nodeColumns,
  ]

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    var losses: [String] = []
    let firstCount = firstModeCount(network)
    let columns = network.nodeColumns.map(\.name)
      .filter { $0 != "label" && (firstCount == nil || $0 != modeName) }
    if !columns.isEmpty {
      losses.append("columns of actors dropped: \(FormatLosses.quoted(columns))")
    }
    if firstCount == nil, network.directions != .directed, network.tieCount > 0 {
      losses.append("undirected ties as two, one each way")
    }
    let names = (0..<network.nodeCount).map(network.id)
    let relations = network.relationsInUse.map { network.region.relations[$0].name }
    let changed = (names + relations).count { safe($0) != $0 }
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
    let names = distinct((0..<network.nodeCount).map(network.id))
    let firstCount = firstModeCount(network)
    let matrices = relations.count > 1 ? " nm=\(relations.count)" : ""
    if let firstCount {
      out.line("dl nr=\(firstCount) nc=\(names.count - firstCount)\(matrices)")
      out.line("format=edgelist2")
      add(names[..<firstCount], as: "row labels:", to: &out)
      add(names[firstCount...], as: "column labels:", to: &out)
    } else {
      out.line("dl n=\(names.count)\(matrices)")
      out.line("format=edgelist1")
      add(names[...], as: "labels:", to: &out)
    }
    if isNamed, !relations.isEmpty {
      let labels = distinct(relations.map { network.region.relations[$0].name })
      add(labels[...], as: "matrix labels:", to: &out)
    }
    out.line("data:")
    for (number, relation) in relations.enumerated() {
      if number > 0 { out.line("!") }
      for (tie, from, to) in arcs(network, relation, goBothWays: firstCount == nil) {
        let column = to - (firstCount ?? 0)
        out.line("\(from + 1) \(column + 1) \(NumberText.text(network.weight(tie)))")
      }
    }
    return out.bytes
  }

  // MARK: Modes

  /// The column of the actors where readers put the mode.
  private static let modeName = "mode"

  /// How many actors are of the first mode; nil where there are not two as DL has them.
  private static func firstModeCount(_ network: FlatNetwork) -> Int? {
    guard let modes = network.nodeColumn(modeName),
      network.directions == .undirected || network.tieCount == 0
    else { return nil }
    let count = (0..<network.nodeCount).first { modes[$0] != "1" } ?? network.nodeCount
    guard count > 0, count < network.nodeCount,
      (count..<network.nodeCount).allSatisfy({ modes[$0] == "2" }),
      (0..<network.tieCount).allSatisfy({
        network.source($0) < count && network.target($0) >= count
      })
    else { return nil }
    return count
  }

  // MARK: Ties

  /// Of one mode DL has no undirected ties: they go both ways.
  private static func arcs(
    _ network: FlatNetwork,
    _ relation: Int,
    goBothWays: Bool
  ) -> [(tie: Int, from: Int, to: Int)] {
    let rows = (0..<network.tieCount).filter {
      Int(network.region.ties.relation(at: $0)) == relation
    }
    var arcs = rows.map { ($0, network.source($0), network.target($0)) }
    if goBothWays, !network.isDirected(relation: relation) {
      arcs += rows.filter { network.source($0) != network.target($0) }
        .map { ($0, network.target($0), network.source($0)) }
    }
    return arcs
  }

  // MARK: Names

  private static func add(
    _ names: ArraySlice<String>,
    as heading: String,
    to out: inout TextOutput
  ) {
    out.line(heading)
    for name in names { out.line(isBare(name) ? name : "\"\(name)\"") }
  }

  /// Whether a name is one word without quotes, and none of the header.
  private static func isBare(_ name: String) -> Bool {
    !name.isEmpty && !words.contains(name.lowercased())
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., 0x2d, 0x2e, 0x5f: true
        default: false
        }
      }
  }

  private static let words: Set = [
    "dl", "n", "nr", "nc", "nm", "format", "diagonal", "labels", "row", "column", "col", "matrix",
    "level", "embedded", "data",
  ]

  private static func safe(_ name: String) -> String {
    name.replacing(anyOf: ["\""], with: "'").replacing(anyOf: ["\n", "\r"], with: " ")
  }

  /// Names that the replacement made alike get numbers.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map { whole in
      let base = safe(whole)
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
