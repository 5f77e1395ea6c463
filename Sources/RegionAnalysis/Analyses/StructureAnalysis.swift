import GraphCore
import LearningRegion
import NetworkMetrics

/// Measures of the whole network.
public struct StructureAnalysis: Sendable {
  /// Each measure with its value, in the order asked for.
  public let values: [(name: String, value: NetworkValue)]
  /// What a reader has to know.
  public let notes: AnalysisNotes

  /// Takes the measures of a graph.
  ///
  /// - Parameter failures: what becomes of a measure that this network, or this machine, does not allow.
  /// - Throws: ``NetworkMetrics/MetricError``.
  public init(
    of graph: RegionGraph,
    _ measures: [NetworkMeasure],
    _ options: MeasureOptions = MeasureOptions(),
    failures: MeasureFailures = .end,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let context = MeasureContext(graph, options, control)
    var values: [(name: String, value: NetworkValue)] = []
    let traits = measures.reduce(into: MeasureTraits()) { $0.formUnion($1.traits) }
    var notes = AnalysisNotes(of: graph, traits: traits, minimumResponse: minimumResponse)
    var patience = Patience(graph.graph, control)
    for measure in measures {
      let name = Self.shown(measure.name, options)
      do throws(MetricError) {
        if failures == .warn, let reason = try patience.refusal(of: measure.traits, options) {
          notes.warnings.append(
            "\(name) is left out: \(reason), which takes long; --measures \(name) takes it"
          )
          values.append((name, .one(.missing)))
          continue
        }
        values.append((name, try measure.compute(context)))
      } catch {
        notes.warnings.append(try failures.sentence(of: error, name))
        values.append((name, .one(.missing)))
      }
    }
    self.values = values
    if let groups = options.groups, traits.contains(.groups) {
      notes.addGroups(groups, permutations: options.permutations, seed: options.seed)
    }
    if traits.contains(.onRequest) {
      notes.assumptions.append(
        "compared with \(options.nullSamples) random networks (seed \(options.seed)); --null-samples sets the number"
      )
    }
    self.notes = notes
  }

  /// The name in results: the assortativity of groups tells which column makes them.
  private static func shown(_ name: String, _ options: MeasureOptions) -> String {
    guard name == Catalogue.groupAssortativity, let groups = options.groups else { return name }
    return name + "_" + groups.column
  }

  /// `measure,value`, one row per value; the sixteen triads are `triad_003` … `triad_300`.
  public var table: ResultTable {
    var table = ResultTable(columns: ["measure", "value"])
    for (name, value) in values {
      switch value {
      case .one(let cell): table.append([.text(name), cell])
      case .several(let prefix, let cells):
        for (key, cell) in cells { table.append([.text(prefix + key), cell]) }
      }
    }
    return table
  }

  /// One key per measure; several values are an object of their own.
  public var json: JSONValue {
    .object(
      values.map { name, value in
        switch value {
        case .one(let cell): (name, JSONValue(cell))
        case .several(_, let cells): (name, .object(cells.map { ($0.key, JSONValue($0.value)) }))
        }
      }
    )
  }
}
