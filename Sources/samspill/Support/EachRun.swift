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

  /// One run: the columns that tell it from the others, and what to look at.
  typealias Run = (columns: [(name: String, value: Cell)], projection: GraphProjection)

  func validate() throws {
    for word in words where Dimension(rawValue: word) == nil {
      throw ValidationError("--each takes relation, wave or relation,wave, not \"\(word)\".")
    }
  }

  private var words: [String] {
    each.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
  }

  /// Every run asked for; just the plain one without `--each`.
  ///
  /// - Throws: where there is nothing to run over.
  func runs(of region: Region, _ base: GraphProjection) throws -> [Run] {
    let dimensions = words.compactMap(Dimension.init(rawValue:))
    var runs: [Run] = [([], base)]
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
          return (run.columns + [("relation", .text(name))], projection)
        }
      }
    }
    if dimensions.contains(.wave) {
      guard !region.waves.isEmpty else {
        throw ProgramError(.usage, "--each wave: this network has no waves")
      }
      runs = runs.flatMap { run in
        region.waves.map { wave in
          var projection = run.projection
          projection.wave = .named(wave.name)
          return (run.columns + [("wave", .text(wave.name))], projection)
        }
      }
    }
    guard !runs.isEmpty else {
      throw ProgramError(.usage, "--each relation: this network has no relation but distances")
    }
    return runs
  }
}
