import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// Everything that a report tells about a region, computed once.
struct ReportStudy {
  let region: Region
  let projection: GraphProjection
  let naming: Naming
  let options: ReportOptions
  /// The network that all figures are of.
  let graph: RegionGraph
  /// Nodes of ``graph`` in the order in which to show them.
  let order: [Int]
  let clusters: ClusterAnalysis
  let brokers: LearningBrokers
  let keyPlayers: KeyPlayerSets
  /// Measures per actor, in node order.
  let measures: CentralityAnalysis
  let structure: StructureAnalysis
  let quality: DataQuality
  /// The same figures for every wave; empty where there are fewer than two.
  let waves: [WaveFigures]
  /// What a reader has to know, in English.
  let notes: AnalysisNotes

  /// Measures of each actor, as far as the network allows them.
  static let actorMeasures = [
    "degree", "in_degree", "out_degree", "betweenness", "closeness", "constraint",
    "effective_size", "clustering", "core_number", "articulation",
  ]
  /// Measures of the whole network.
  static let networkMeasures = [
    "nodes", "ties", "density", "mean_degree", "reciprocity", "transitivity", "components",
    "largest_component", "isolates", "mean_distance", "diameter", "centralization_betweenness",
    "articulation_points", "bridges",
  ]

  /// Computes everything.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for names that are not there, ``NetworkMetrics/MetricError`` when stopped or where
  ///   the strengths allow nothing.
  init(
    of region: Region,
    _ projection: GraphProjection,
    naming: Naming,
    options: ReportOptions,
    control: RunControl
  ) throws {
    self.region = region
    self.projection = projection
    self.naming = naming
    self.options = options
    let graph = try region.graph(projection, threads: control.threads)
    guard graph.graph.nodeCount > 0 else { throw MetricError.emptyGraph }
    self.graph = graph
    order = naming.order(of: graph.actorOf)
    clusters = try ClusterAnalysis(
      of: graph,
      in: region,
      .leiden(resolution: 1),
      seed: options.seed,
      naming: naming,
      control: control
    )
    let partition = clusters.partition
    var brokerOptions = BrokerOptions()
    brokerOptions.seed = options.seed
    brokerOptions.lengths = options.lengths
    brokers = try LearningBrokers(
      of: graph,
      grouping: Grouping(clusters: partition, seed: options.seed),
      brokerOptions,
      control: control
    )
    keyPlayers = try KeyPlayerSets(of: graph.graph, control: control)
    var measureOptions = MeasureOptions()
    measureOptions.lengths = options.lengths
    measureOptions.seed = options.seed
    let directed = graph.graph.isDirected
    measures = try CentralityAnalysis(
      of: graph,
      Catalogue.nodeMeasures(
        named: Self.actorMeasures.filter { directed || !["in_degree", "out_degree"].contains($0) }
      ),
      measureOptions,
      naming: naming,
      failures: .warn,
      minimumResponse: options.minimumResponse,
      control: control
    )
    structure = try StructureAnalysis(
      of: graph,
      Catalogue.networkMeasures(named: Self.networkMeasures),
      measureOptions,
      failures: .warn,
      minimumResponse: options.minimumResponse,
      control: control
    )
    quality = try DataQuality(of: region, projection, graph, naming: naming)
    waves = try WaveFigures.all(of: region, projection, measureOptions, control: control)
    var notes = measures.notes
    notes.merge(clusters.notes)
    notes.merge(structure.notes)
    self.notes = notes
  }

  /// What a node is called.
  func name(_ node: Int) -> String { naming.label(of: Int(graph.actorOf[node])) }

  /// What a cluster is called.
  func clusterName(_ cluster: Int) -> String {
    (clusters.names?[cluster] ?? nil)
      ?? "\(options.language("Cluster", "Klynge")) \(cluster + 1)"
  }

  /// Values of one measure by node; `nil` where it is not defined or not known.
  func values(of measure: String) -> [Double?] {
    guard let column = measures.table.column(measure) else { return [] }
    return measures.table.rows.map { $0[column].numeric }
  }

  /// The value of a measure of the whole network.
  func value(of measure: String) -> Double? {
    for (name, value) in structure.values where name == measure {
      if case .one(let cell) = value { return cell.numeric }
    }
    return nil
  }

  /// The region's heading; where nobody is named only one that was asked for, since a title may say where everybody is.
  var title: String {
    options.title ?? (naming.rule == .nobody ? nil : region.header.title)
      ?? options.language("A learning region", "En lærende region")
  }
}
