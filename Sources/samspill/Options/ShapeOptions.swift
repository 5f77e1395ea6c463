import ArgumentParser
import RegionGenerators

/// The kinds of graph that `generate` makes.
enum GraphKind: String, CaseIterable {
  case region, rmat, grid, barabasi, planted
}

/// The shape of a generated graph; which of these a kind has is checked.
struct ShapeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Nodes (region, barabasi, planted).", valueName: "n"))
  var nodes: Int?
  @Option(help: ArgumentHelp("Ties (region, planted).", valueName: "n"))
  var ties: Int?
  @Option(help: ArgumentHelp("Binary logarithm of the nodes (rmat).", valueName: "n"))
  var scale: Int?
  @Option(help: ArgumentHelp("Ties drawn per node (rmat; default 16).", valueName: "n"))
  var edgeFactor: Int?
  @Option(
    help: ArgumentHelp(
      "Chances of the four quadrants (rmat; default 0.57,0.19,0.19,0.05).",
      valueName: "a,b,c,d"
    )
  )
  var quadrants: String?
  @Option(help: ArgumentHelp("Rows (grid).", valueName: "n"))
  var rows: Int?
  @Option(help: ArgumentHelp("Columns (grid).", valueName: "n"))
  var columns: Int?
  @Flag(help: "Join the last row and column to the first (grid).")
  var torus = false
  @Option(help: ArgumentHelp("Ties a new node brings (barabasi).", valueName: "n"))
  var attach: Int?
  @Option(help: ArgumentHelp("Groups (planted).", valueName: "n"))
  var groups: Int?
  @Option(
    help: ArgumentHelp("Share of ties between groups (planted; default 0.2).", valueName: "share")
  )
  var mixing: Double?

  /// The options that were given, by name.
  private var given: [(name: String, isGiven: Bool)] {
    [
      ("nodes", nodes != nil), ("ties", ties != nil), ("scale", scale != nil),
      ("edge-factor", edgeFactor != nil), ("quadrants", quadrants != nil), ("rows", rows != nil),
      ("columns", columns != nil), ("torus", torus), ("attach", attach != nil),
      ("groups", groups != nil), ("mixing", mixing != nil),
    ]
  }

  /// Refuses options that say nothing about this graph.
  func refuse(besides known: [String], for kind: String) throws {
    for option in given where option.isGiven && !known.contains(option.name) {
      throw ProgramError(
        .usage,
        "--\(option.name) says nothing about \(kind)",
        hint: known.isEmpty
          ? "its shape is fixed; --seed chooses among graphs of it"
          : "it takes " + known.map { "--\($0)" }.joined(separator: ", ")
      )
    }
  }

  /// The recipe for a kind, from the options that belong to it.
  func generator(_ kind: GraphKind, seed: UInt64) throws -> any GraphGenerator {
    switch kind {
    case .region:
      try refuse(besides: ["nodes", "ties"], for: kind.rawValue)
      let nodes = try needed(nodes, "nodes", kind)
      return try NestedRegion(nodes: nodes, ties: try needed(ties, "ties", kind), seed: seed)
    case .rmat:
      try refuse(besides: ["scale", "edge-factor", "quadrants"], for: kind.rawValue)
      return try RMAT(
        scale: try needed(scale, "scale", kind),
        edgeFactor: edgeFactor ?? 16,
        quadrants: try chances(),
        seed: seed
      )
    case .grid:
      try refuse(besides: ["rows", "columns", "torus"], for: kind.rawValue)
      return try Grid(
        rows: try needed(rows, "rows", kind),
        columns: try needed(columns, "columns", kind),
        edge: torus ? .torus : .open
      )
    case .barabasi:
      try refuse(besides: ["nodes", "attach"], for: kind.rawValue)
      let nodes = try needed(nodes, "nodes", kind)
      let attach = try needed(attach, "attach", kind)
      return try BarabasiAlbert(nodes: nodes, attachments: attach, seed: seed)
    case .planted:
      try refuse(besides: ["nodes", "ties", "groups", "mixing"], for: kind.rawValue)
      return try PlantedPartition(
        nodes: try needed(nodes, "nodes", kind),
        ties: try needed(ties, "ties", kind),
        groups: try needed(groups, "groups", kind),
        mixing: mixing ?? 0.2,
        seed: seed
      )
    }
  }

  private func needed(_ value: Int?, _ name: String, _ kind: GraphKind) throws -> Int {
    guard let value else {
      throw ProgramError(.usage, "\(kind.rawValue) needs --\(name)")
    }
    return value
  }

  private func chances() throws -> RMAT.Quadrants {
    guard let quadrants else { return RMAT.Quadrants() }
    let parts = quadrants.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 4, let a = parts[0], let b = parts[1], let c = parts[2], let d = parts[3]
    else { throw ProgramError(.usage, "--quadrants takes four chances: a,b,c,d") }
    return RMAT.Quadrants(a: a, b: b, c: c, d: d)
  }
}
