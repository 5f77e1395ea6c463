import ArgumentParser
import GraphCore
import LearningRegion
import RegionAnalysis

/// `--each`: the same command over every relation, every wave, or both, as one long table.
struct EachOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run over every relation, wave or both, into one long table: relation, wave or relation,wave.",
      valueName: "what"
    )
  )
  var each: String?

  enum Dimension: String { case relation, wave }

  func dimensions() throws -> [Dimension] {
    guard let each else { return [] }
    return try each.split(separator: ",").map { word in
      guard let dimension = Dimension(rawValue: String(word)) else {
        throw ProgramError(
          .usage,
          "--each takes relation, wave or relation,wave, not \"\(word)\""
        )
      }
      return dimension
    }
  }

  /// Every projection to run, with the columns that tell them apart; just the one asked for without `--each`.
  func projections(
    of region: Region,
    _ base: GraphProjection
  ) throws -> [(prefix: [(name: String, value: Cell)], projection: GraphProjection)] {
    let dimensions = try dimensions()
    var runs: [(prefix: [(name: String, value: Cell)], projection: GraphProjection)] = [([], base)]
    if dimensions.contains(.relation) {
      let names: [String] =
        switch base.relations {
        case .named(let names): names
        case .allStrengths: region.relations.filter { $0.kind != .distance }.map(\.name)
        }
      runs = runs.flatMap { run in
        names.map { name in
          var projection = run.projection
          projection.relations = .named([name])
          return (run.prefix + [("relation", .text(name))], projection)
        }
      }
    }
    if dimensions.contains(.wave) {
      runs = runs.flatMap { run in
        region.waves.map { wave in
          var projection = run.projection
          projection.wave = .named(wave.name)
          return (run.prefix + [("wave", .text(wave.name))], projection)
        }
      }
    }
    return runs
  }
}
