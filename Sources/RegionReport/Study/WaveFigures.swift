import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis

/// The figures of one wave, for the comparison of waves.
struct WaveFigures {
  /// What is shown of each wave.
  static let measures = [
    "nodes", "ties", "density", "reciprocity", "transitivity", "components", "isolates",
    "centralization_betweenness",
  ]

  let name: String
  let date: Day?
  let responseRate: ResponseRate?
  let values: [(name: String, value: Cell)]

  /// One entry per wave in their order; none where there are fewer than two.
  static func all(
    of region: Region,
    _ projection: GraphProjection,
    _ options: MeasureOptions,
    control: RunControl
  ) throws -> [WaveFigures] {
    guard region.waves.count > 1 else { return [] }
    return try region.waves.map { wave in
      var choice = projection
      choice.wave = .named(wave.name)
      let graph = try region.graph(choice, threads: control.threads)
      let found = try StructureAnalysis(
        of: graph,
        Catalogue.networkMeasures(named: measures),
        options,
        failures: .warn,
        control: control
      )
      return WaveFigures(
        name: wave.name,
        date: wave.date,
        responseRate: graph.responseRate,
        values: found.values.map { name, value in
          if case .one(let cell) = value { (name, cell) } else { (name, .missing) }
        }
      )
    }
  }
}
