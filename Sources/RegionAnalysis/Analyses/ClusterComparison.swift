import GraphCore
import LearningRegion
import NetworkMetrics

/// Clusters held against a column of the actors: how alike the two divisions are, and who straddles.
public struct ClusterComparison: Sendable {
  /// The column.
  public let column: String
  /// How alike; `nil` where clusters overlap or nobody has a value.
  public let agreement: PartitionComparison?
  /// Actors with a value: only they are compared.
  public let compared: Int
  /// Actors without.
  public let left: Int
  /// Values of the column among the actors compared.
  public let valueCount: Int
  /// One row per cluster and value of its members, the most frequent first: `cluster,size,value,actors,share`, the last the share of the
  /// members that have a value.
  public let values: ResultTable
  /// Actors whose value is not the most frequent one of their cluster: `id,label,cluster,value,usual_value,boundary_strength`.
  public let straddlers: ResultTable
  /// Clusters whose members have more than one value.
  public let straddlingClusters: Int
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Compares.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  public init(
    of analysis: ClusterAnalysis,
    _ graph: RegionGraph,
    in region: Region,
    with column: String
  ) throws(ProjectionError) {
    guard let found = region.actorColumn(column) else {
      throw ProjectionError.unknownColumn(column, known: region.actorColumnNames)
    }
    let naming = analysis.naming
    let all = graph.actorOf.map { found.value(Int($0)) }
    let known = all.indices.filter { all[$0] != nil }
    let values = Partition(labels: known.map { all[$0] ?? "" })
    var names = [String?](repeating: nil, count: values.count)
    for (place, node) in known.enumerated() {
      let value = Int(values.clusterOf[place])
      if names[value] == nil, let name = all[node] {
        names[value] = naming.groupName(name, size: values.sizes[value])
      }
    }
    self.column = found.name
    compared = known.count
    left = all.count - known.count
    valueCount = values.count
    agreement =
      analysis.memberships == nil
      ? Partition(labels: known.map { analysis.partition.clusterOf[$0] }).compare(with: values)
      : nil

    var counts: [[Int32: Int]] = Array(repeating: [:], count: analysis.count)
    for (place, node) in known.enumerated() {
      for cluster in analysis.clusters(of: node) {
        counts[cluster][values.clusterOf[place], default: 0] += 1
      }
    }
    let ranked = counts.map { counts in
      counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    }
    let sizes = analysis.sizes
    var table = ResultTable(columns: ["cluster", "size", "value", "actors", "share"])
    for (cluster, list) in ranked.enumerated() {
      let members = Double(list.reduce(0) { $0 + $1.value })
      for (value, count) in list {
        table.append([
          .integer(cluster + 1), .integer(sizes[cluster]), Cell(text: names[Int(value)]),
          .integer(count), .number(Double(count) / members),
        ])
      }
    }
    self.values = table
    straddlingClusters = ranked.count { $0.count > 1 }

    var straddlers = ResultTable(columns: [
      "id", "label", "cluster", "value", "usual_value", "boundary_strength",
    ])
    var valueOf = [Int32](repeating: -1, count: all.count)
    for (place, node) in known.enumerated() { valueOf[node] = values.clusterOf[place] }
    for node in naming.order(of: graph.actorOf) where valueOf[node] >= 0 {
      let value = valueOf[node]
      // Where several values are equally frequent, none of them is foreign to the cluster.
      guard let cluster = analysis.mainCluster(of: node), let usual = ranked[cluster].first,
        counts[cluster][value, default: 0] < usual.value
      else { continue }
      straddlers.append(
        naming.cells(of: Int(graph.actorOf[node])) + [
          .integer(cluster + 1), Cell(text: names[Int(value)]), Cell(text: names[Int(usual.key)]),
          Cell(analysis.boundaryStrength[node]),
        ]
      )
    }
    self.straddlers = straddlers
    var notes = AnalysisNotes()
    if let agreement {
      let shown = [
        ("NMI", agreement.normalizedMutualInformation),
        ("AMI", agreement.adjustedMutualInformation),
        ("ARI", agreement.adjustedRandIndex), ("VI", agreement.variationOfInformation),
      ].map { "\($0) \(NumberText.forReading($1))" }.joined(separator: ", ")
      notes.assumptions.append("clusters against \(found.name): \(shown) bits")
    }
    if left > 0 {
      notes.warnings.append(
        "\(left) \(left == 1 ? "actor has" : "actors have") no \(found.name) and \(left == 1 ? "is" : "are") left out of the comparison"
      )
    }
    self.notes = notes
  }

  /// The figures and tables as an object.
  public var json: JSONValue {
    .object([
      ("attribute", .string(column)), ("compared", .integer(compared)),
      ("without_value", .integer(left)), ("values", .integer(valueCount)),
      ("nmi", .optional(agreement?.normalizedMutualInformation)),
      ("ami", .optional(agreement?.adjustedMutualInformation)),
      ("ari", .optional(agreement?.adjustedRandIndex)),
      ("vi", .optional(agreement?.variationOfInformation)),
      ("straddling_clusters", .integer(straddlingClusters)),
      ("values_of_clusters", .rows(values)), ("straddlers", .rows(straddlers)),
    ])
  }
}
