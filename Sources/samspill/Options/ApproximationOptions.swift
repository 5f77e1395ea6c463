import ArgumentParser
import RegionAnalysis

/// Estimates instead of exact values, for networks that are too large for them.
struct ApproximationOptions: ParsableArguments {
  @Flag(
    name: .customLong("approximate"),
    help:
      "Estimate betweenness, closeness and harmonic centrality from a random sample; says how far each value may be off."
  )
  var isApproximate = false

  @Option(
    help: ArgumentHelp(
      "With --approximate: largest error, as a share of the largest value there can be (default: 0.01 for betweenness, 0.05 for distances).",
      valueName: "e"
    )
  )
  var epsilon: Double?

  @Option(
    help: ArgumentHelp(
      "With --approximate: probability that some error is larger than said (default: 0.1).",
      valueName: "d"
    )
  )
  var delta: Double?

  @Option(
    help: ArgumentHelp(
      "With --approximate: samples to draw, instead of --epsilon; the error follows from them.",
      valueName: "n"
    )
  )
  var samples: Int?

  func validate() throws {
    for (name, isGiven) in [
      ("--epsilon", epsilon != nil), ("--delta", delta != nil), ("--samples", samples != nil),
    ] where isGiven && !isApproximate {
      throw ValidationError("\(name) belongs to --approximate.")
    }
    for (name, value) in [("--epsilon", epsilon), ("--delta", delta)] {
      if let value, !(value > 0 && value < 1) {
        throw ValidationError("\(name) takes a number above 0 and below 1.")
      }
    }
    if let samples, !(1...1_000_000_000).contains(samples) {
      throw ValidationError("--samples takes a number from 1 to 1 000 000 000.")
    }
    if epsilon != nil && samples != nil {
      throw ValidationError("--epsilon and --samples exclude each other.")
    }
  }

  /// What was asked for; `nil` for exact values.
  var approximation: Approximation? {
    guard isApproximate else { return nil }
    var approximation = Approximation()
    approximation.epsilon = epsilon
    approximation.delta = delta ?? approximation.delta
    approximation.samples = samples
    return approximation
  }

  /// What stands in JSON results.
  var record: [(String, JSONValue)] {
    [
      ("approximate", .bool(isApproximate)), ("epsilon", .optional(epsilon)),
      ("delta", .optional(approximation?.delta)),
      ("samples", samples.map { .integer($0) } ?? .null),
    ]
  }
}
