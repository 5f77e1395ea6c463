import GraphCore
import LearningRegion
import NetworkMetrics

/// Measures per actor as a table.
public struct CentralityAnalysis: Sendable {
  /// `id,label` and a column per measure, actors in their own order.
  public let table: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Takes the measures of a graph.
  ///
  /// Values that rest on an actor's own answers are missing for actors that were asked and did not answer.
  ///
  /// - Parameter failures: what becomes of a measure that this network, or this machine, does not allow.
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    _ measures: [NodeMeasure],
    _ options: MeasureOptions = MeasureOptions(),
    naming: Naming,
    failures: MeasureFailures = .end,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let context = MeasureContext(graph, options, control)
    var columns: [MeasureValues] = []
    var failed: Set<String> = []
    var warnings: [String] = []
    var estimates: [String] = []
    var errors: [(name: String, values: MeasureValues)] = []
    var patience = Patience(graph.graph, control)
    for measure in measures {
      do throws(MetricError) {
        let isEstimated = options.approximation != nil && measure.isEstimable
        if failures == .warn,
          let reason = try patience.refusal(of: measure.traits, options, isEstimated: isEstimated)
        {
          let way = measure.isEstimable ? ", --approximate estimates it" : ""
          warnings.append(
            "\(measure.name) is left out: \(reason), which takes long; --measures \(measure.name) takes it\(way)"
          )
          columns.append(.scores([Double?](repeating: nil, count: graph.graph.nodeCount)))
          failed.insert(measure.name)
          continue
        }
        if options.approximation != nil, let estimate = measure.estimate {
          let found = try estimate(context)
          columns.append(.scores(found.scores.values))
          errors.append((measure.name + "_error", .scores(found.errors.values)))
          estimates.append(Self.guarantee(of: found, measure.name, options))
        } else {
          columns.append(try measure.compute(context))
        }
      } catch {
        warnings.append(
          try failures.sentence(of: error, measure.name, isAlphaGiven: options.alpha != nil)
        )
        columns.append(.scores([Double?](repeating: nil, count: graph.graph.nodeCount)))
        failed.insert(measure.name)
      }
    }
    var table = ResultTable(columns: ["id", "label"] + measures.map(\.name))
    for (node, actor) in graph.actorOf.enumerated() {
      // An undirected tie is there if either end reports it, so nobody's silence empties a value.
      let silent = graph.graph.isDirected && graph.responses?[node] == .silent
      table.append(
        naming.cells(of: Int(actor))
          + zip(measures, columns).map { measure, values in
            silent && measure.traits.contains(.ownReports) ? .missing : values[node]
          }
      )
    }
    let traits = measures.reduce(into: MeasureTraits()) { $0.formUnion($1.traits) }
    var notes = AnalysisNotes(of: graph, traits: traits, minimumResponse: minimumResponse)
    notes.assumptions += estimates + Self.ignored(measures, options)
    notes.warnings += warnings
    if traits.contains(.clusters) && options.clusters == nil {
      notes.assumptions.append(
        "participation and within_module_z look at Leiden clusters (seed \(options.seed)); --partition chooses a column"
      )
    }
    for (name, values) in errors {
      table = table.with(name, (0..<graph.graph.nodeCount).map { values[$0] })
    }
    let doubtful = measures.filter {
      $0.traits.intersection([.paths, .slow]) == .paths && !failed.contains($0.name)
    }
    if let share = graph.responseRate?.share, share < minimumResponse, !doubtful.isEmpty {
      if graph.graph.nodeCount <= RankIntervals.mostActors {
        let intervals = try RankIntervals.of(doubtful, graph, options, control: control)
        for (measure, interval) in zip(doubtful, intervals) {
          table = table.with(measure.name + "_rank_low", interval.low.map(Cell.init(count:)))
          table = table.with(measure.name + "_rank_high", interval.high.map(Cell.init(count:)))
        }
        notes.assumptions.append(
          "ranks from and to: 90 % of \(RankIntervals.draws) draws of the unknown ties (seed \(options.seed))"
        )
      } else {
        notes.warnings.append("no rank intervals above \(RankIntervals.mostActors) actors")
      }
    }
    self.table = table
    self.notes = notes
  }

  /// What is known of an estimate, as a sentence.
  private static func guarantee(
    of found: SampledScores,
    _ name: String,
    _ options: MeasureOptions
  ) -> String {
    if found.error == 0 { return "\(name) came out exact: the sample would have been everybody" }
    let what = name == "betweenness" ? "random shortest paths" : "random actors"
    let sure = NumberText.percent(1 - found.delta)
    return
      "\(name) is estimated from \(found.samples) \(what) (seed \(options.seed)): with a certainty of \(sure) every value is within its \(name)_error, "
      + "at most \(NumberText.forReading(found.error)), of the exact one"
  }

  /// What was asked of measures that do not know it.
  private static func ignored(_ measures: [NodeMeasure], _ options: MeasureOptions) -> [String] {
    func names(without traits: MeasureTraits) -> String? {
      let names = measures.filter { $0.traits.isDisjoint(with: traits) }.map(\.name)
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    var said: [String] = []
    if options.normalization == .normalized, let names = names(without: .normalizable) {
      said.append("--normalized changes nothing for \(names)")
    }
    if options.ties == .weighted,
      let names = names(without: [.weightedForm, .weightedByDefault])
    {
      said.append("--weighted changes nothing for \(names)")
    }
    if options.approximation != nil {
      let names = measures.filter { !$0.isEstimable }.map(\.name)
      if !names.isEmpty {
        said.append("--approximate changes nothing for \(names.joined(separator: ", "))")
      }
    }
    return said
  }
}

extension ResultTable {
  /// The same rows with one more column, one cell per row.
  fileprivate func with(_ column: String, _ cells: [Cell]) -> ResultTable {
    precondition(cells.count == rows.count, "one cell per row")
    var table = ResultTable(columns: columns + [column])
    for (row, cell) in zip(rows, cells) { table.append(row + [cell]) }
    return table
  }
}
