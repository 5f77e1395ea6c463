import GraphCore
import LearningRegion
import NetworkMetrics

/// Everything that is asked about the clusters of one network: the clusters themselves, held against a column, at all resolutions.
public struct ClusterStudy: Sendable {
  /// What is asked.
  public struct Question: Sendable, Equatable {
    /// How clusters are found; with a profile those of its widest level with two clusters or more count.
    public var method: ClusterMethod
    /// Searches of which the best counts.
    public var runs: Int
    /// Resolutions to scan.
    public var profile: ClosedRange<Double>?
    /// The column to hold clusters against.
    public var compare: String?
    /// Where Leiden begins.
    public var start: ClusterStart?
    /// Permutations behind the p of the E-I index; `nil` for 199 up to 100 000 arcs and none above.
    public var permutations: Int?
    /// Whether strengths count in the figures of single clusters.
    public var ties: TieValue

    /// Everything but the method may be left out.
    public init(
      method: ClusterMethod,
      runs: Int = 1,
      profile: ClosedRange<Double>? = nil,
      compare: String? = nil,
      start: ClusterStart? = nil,
      permutations: Int? = nil,
      ties: TieValue = .binary
    ) {
      self.method = method
      self.runs = runs
      self.profile = profile
      self.compare = compare
      self.start = start
      self.permutations = permutations
      self.ties = ties
    }
  }

  /// The network.
  public let graph: RegionGraph
  /// The clusters.
  public let clusters: ClusterAnalysis
  /// The clusters against a column, where one was named.
  public let comparison: ClusterComparison?
  /// The clusters by resolution, where a range was given.
  public let levels: ClusterLevels?
  /// What a reader has to know.
  public let notes: AnalysisNotes
  private let question: Question
  private let seed: UInt64
  private let naming: Naming

  /// Finds the answers.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``, `emptyGraph` without actors; ``LearningRegion/ProjectionError`` for a column that
  ///   is not there.
  public init(
    _ region: Region,
    _ graph: RegionGraph,
    question: Question,
    seed: UInt64,
    naming: Naming,
    control: RunControl = RunControl()
  ) throws {
    guard graph.graph.nodeCount > 0 else { throw MetricError.emptyGraph }
    self.graph = graph
    self.naming = naming
    self.question = question
    self.seed = seed
    // A column that is not there is told before anything is computed.
    if let column = question.compare, region.actorColumn(column) == nil {
      throw ProjectionError.unknownColumn(column, known: region.actorColumnNames)
    }
    var method = question.method
    var levels: ClusterLevels?
    if let range = question.profile, case .leiden(let objective, _) = question.method {
      let found = try ClusterLevels(
        of: graph,
        in: region,
        objective,
        comparedWith: question.compare,
        range: range,
        runs: question.runs,
        seed: seed,
        control: control
      )
      method = .leiden(objective, resolution: found.widestMiddle)
      levels = found
    }
    self.levels = levels
    clusters = try ClusterAnalysis(
      of: graph,
      in: region,
      method,
      runs: question.runs,
      seed: seed,
      start: question.start,
      ties: question.ties,
      naming: naming,
      control: control
    )
    var notes = clusters.notes
    if let levels { notes.add(levels.notes) }
    if question.runs > 1, let stability = clusters.stability {
      notes.assumptions.append(
        "best of \(question.runs) runs, which differ by \(NumberText.forReading(stability)) bits on average"
      )
    }
    if let column = question.compare {
      let found = try ClusterComparison(of: clusters, graph, in: region, with: column)
      notes.add(found.notes)
      comparison = found
    } else {
      comparison = nil
    }
    self.notes = notes
  }

  /// The E-I index of the clusters held against chance; `nil` where they overlap.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public func eiTest(control: RunControl = RunControl()) throws(MetricError) -> ClusterEITest? {
    guard clusters.memberships == nil else { return nil }
    return try ClusterEITest(
      of: graph.graph,
      clusters.partition,
      permutations: question.permutations,
      seed: seed,
      control: control
    )
  }

  /// Figures of the clusters one by one, see ``ClusterAnalysis/overview(of:test:control:)``, with the test.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public func overview(control: RunControl = RunControl()) throws(MetricError) -> ResultTable {
    try clusters.overview(of: graph, test: try eiTest(control: control), control: control)
  }

  /// The answers as an object: method, figures, `clusters` and `borders`, with `comparison` and `profile` where they were asked for.
  ///
  /// - Throws: ``NetworkMetrics/MetricError``.
  public func json(control: RunControl = RunControl()) throws(MetricError) -> JSONValue {
    var pairs: [(String, JSONValue)] = [
      ("method", .string(clusters.method.name)), ("quality", .optional(clusters.quality)),
      ("modularity", .optional(clusters.modularity)), ("coverage", .optional(clusters.coverage)),
      ("runs", .integer(question.runs)), ("stability", .optional(clusters.stability)),
    ]
    let test = try eiTest(control: control)
    if let test { pairs += test.json }
    pairs += clusters.facts.map { ($0.name, JSONValue($0.value)) }
    pairs += [
      ("cluster_count", .integer(clusters.count)),
      ("clusters", .rows(try clusters.overview(of: graph, test: test, control: control))),
      ("borders", clusters.bordersJSON(of: graph)),
    ]
    if let comparison { pairs.append(("comparison", comparison.json)) }
    if let levels { pairs.append(("profile", levels.json(of: graph, naming: naming))) }
    return .object(pairs)
  }
}
