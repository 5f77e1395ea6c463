import GraphCore
import LearningRegion
import RegionAnalysis
import RegionIndicators

/// Families of indicators inside a command: the table, and the sentences as notes.
struct IndicatorPage {
  let analysis: IndicatorAnalysis

  /// Computes families by number.
  init(
    _ numbers: [Int],
    _ input: IndicatorInput,
    naming: Naming,
    _ options: IndicatorOptions,
    _ session: Session
  ) throws {
    var found: [(family: String, indicators: [Indicator])] = []
    for family in IndicatorFamily.all where numbers.contains(family.number) {
      found.append((family.name, try family.indicators(input, session.control)))
    }
    session.finishProgress()
    analysis = IndicatorAnalysis(found, naming: naming, language: options.lang.language)
  }

  /// Says on standard error what the indicators say.
  func say(_ console: Console) {
    for row in analysis.sentences.rows {
      if case .text(let text) = row[2] { console.note(text) }
    }
  }

  /// The rows and what they say.
  var json: JSONValue {
    .object([("rows", .rows(analysis.table)), ("says", .rows(analysis.sentences))])
  }
}

extension Region {
  /// What indicators look at, with hints about relations, waves and actors that are not there.
  func indicatorInput(_ projection: GraphProjection, _ session: Session) throws -> IndicatorInput {
    _ = try network(projection)
    return try IndicatorInput(
      self,
      projection,
      seed: session.seed,
      threads: session.control.threads
    )
  }
}
