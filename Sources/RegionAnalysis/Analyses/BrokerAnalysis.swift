import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// Brokerage per actor as a table.
public struct BrokerAnalysis: Sendable {
  /// The numbers behind the table.
  public let brokers: LearningBrokers
  /// One row per actor in their own order: `id,label,group`, the positional measures, and for each role the count, `_expected`,
  /// `_z` and, with permutations, `_p`.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes
  /// What each group is called; `nil` for one too small to be named where nobody is.
  private let groupNames: [String?]
  private let groupSizes: [Int]

  /// Lays out what ``RegionIndicators/LearningBrokers`` found.
  public init(
    _ brokers: LearningBrokers,
    of graph: RegionGraph,
    naming: Naming,
    minimumResponse: Double = 0.7
  ) {
    self.brokers = brokers
    let withP = !brokers.permutationP.isEmpty
    var columns = [
      "id", "label", "group", "betweenness", "constraint", "effective_size", "articulation",
    ]
    for role in BrokerRole.allCases {
      columns += [role.rawValue, "\(role.rawValue)_expected", "\(role.rawValue)_z"]
      if withP { columns.append("\(role.rawValue)_p") }
    }
    var table = ResultTable(columns: columns)
    let grouping = brokers.grouping
    let sizes = grouping.sizes
    let names = zip(grouping.names, sizes).map { name, size in
      grouping.isClusters ? name : naming.groupName(name, size: size)
    }
    groupNames = names
    groupSizes = sizes
    for (node, actor) in graph.actorOf.enumerated() {
      let group = grouping.groupOf[node]
      var row = naming.cells(of: Int(actor))
      row.append(group < 0 ? .missing : Cell(text: names[Int(group)]))
      row += [
        Cell(brokers.betweenness[node]), Cell(brokers.constraint[node]),
        Cell(brokers.effectiveSize[node]), .integer(brokers.isArticulationPoint[node] ? 1 : 0),
      ]
      for role in BrokerRole.allCases {
        let scores = brokers.roles[role]
        row.append(scores.counts[node].map { .integer($0) } ?? .missing)
        row.append(Cell(scores.expected[node]))
        row.append(Cell(scores.z[node]))
        if withP { row.append(Cell(brokers.permutationP[role].flatMap { $0[node] })) }
      }
      table.append(row)
    }
    self.table = table
    var notes = AnalysisNotes(of: graph, traits: [.paths], minimumResponse: minimumResponse)
    switch grouping.origin {
    case .column(let name):
      let count = grouping.names.count
      notes.assumptions.append("groups: the \(count) \(count == 1 ? "value" : "values") of \(name)")
    case .clusters(let seed):
      notes.assumptions.append(
        "groups: \(grouping.names.count) Leiden clusters (seed \(seed)); --group-by chooses a column"
      )
    }
    let missing = grouping.groupOf.count - grouping.known
    if missing > 0 {
      notes.warnings.append(
        "\(missing) \(missing == 1 ? "actor has" : "actors have") no group, and so no role: ties of theirs do not count in the roles of others"
      )
    }
    self.notes = notes
  }

  /// Counts over the whole network, one row per role.
  public var totals: ResultTable {
    var table = ResultTable(columns: ["role", "count", "expected", "z"])
    for role in BrokerRole.allCases {
      let total = brokers.roles[role].total
      table.append([
        .text(role.rawValue), .integer(total.count), .number(total.expected), Cell(total.z),
      ])
    }
    return table
  }
}

extension BrokerAnalysis {
  /// Where the groups come from and how large they are.
  public var groupingJSON: JSONValue {
    let origin: JSONValue =
      switch brokers.grouping.origin {
      case .column(let name): .object([("column", .string(name))])
      case .clusters: .object([("clusters", .string("leiden"))])
      }
    var groups: [(String, JSONValue)] = []
    var unnamed = 0
    for (name, size) in zip(groupNames, groupSizes) {
      if let name { groups.append((name, .integer(size))) } else { unnamed += size }
    }
    var pairs: [(String, JSONValue)] = [("by", origin), ("groups", .object(groups))]
    if unnamed > 0 { pairs.append(("in_groups_too_small_to_name", .integer(unnamed))) }
    return .object(pairs)
  }
}
