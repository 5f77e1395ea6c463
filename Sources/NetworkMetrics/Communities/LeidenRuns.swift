import GraphCore

/// The best of several searches, and how far they agree.
public struct ClusterRuns: Sendable, Equatable {
  /// The result of the highest quality; of the first run among equals.
  public let best: ClusterResult
  /// Qualities in the order of the runs.
  public let qualities: [Double?]
  /// Mean variation of information between two runs, in bits: 0 when all found the same; `nil` for a single run or no nodes.
  public let meanVariation: Double?
}

extension Graph {
  /// Runs the Leiden algorithm with `runs` seeds derived from the one in the options.
  ///
  /// Run 0 uses the seed itself, so that one run equals ``leiden(_:control:)``.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for fewer than one run; as ``leiden(_:control:)``.
  public func leidenRuns(
    _ runs: Int,
    _ options: LeidenOptions = LeidenOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> ClusterRuns {
    guard runs >= 1 else {
      throw .invalidOption(name: "runs", reason: "there must be at least one")
    }
    var results: [ClusterResult] = []
    for run in 0..<runs {
      var seeded = options
      if run > 0 { seeded.seed = SplitMix64.word(options.seed, UInt64(run)) }
      results.append(try leiden(seeded, control: control))
    }
    var best = results[0]
    for result in results where (result.quality ?? 0) > (best.quality ?? 0) { best = result }
    var sum = 0.0
    var pairs = 0
    for (place, first) in results.enumerated() {
      for second in results[..<place] {
        try control.check()
        guard let comparison = first.partition.compare(with: second.partition) else { continue }
        sum += comparison.variationOfInformation
        pairs += 1
      }
    }
    return ClusterRuns(
      best: best,
      qualities: results.map(\.quality),
      meanVariation: pairs > 0 ? sum / Double(pairs) : nil
    )
  }
}
