import GraphCore

/// The best of several searches, and how far they agree.
public struct ClusterRuns: Sendable, Equatable {
  /// The result of the highest quality: of the first run among equals, or better still of a search that began with what runs agree on.
  public let best: ClusterResult
  /// Qualities in the order of the runs.
  public let qualities: [Double?]
  /// Mean variation of information between two runs, in bits: 0 when all found the same; `nil` for a single run or no nodes.
  public let meanVariation: Double?
}

extension Graph {
  /// Runs the Leiden algorithm with `runs` seeds derived from the one in the options.
  ///
  /// What the best run and another have in common is then searched on from: on networks where no run finds the same clusters twice that is
  /// worth more than further runs, and about as long again. Run 0 uses the seed itself, so that one run equals ``leiden(_:control:)``.
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
    best = try recombined(best, results, options, control: control)
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

  /// Searches again from what the best result and each other one have in common: where both keep nodes together they stay
  /// together to begin with, and only what they disagree on is searched anew. What is found takes the place of the other result where it
  /// is better, and all are held against the best again as long as that helps, a few times at most.
  ///
  /// Source: M. Ovelgönne, A. Geyer-Schulz, *An ensemble learning strategy for graph clustering*, Contemporary Mathematics 588
  /// (2013), doi:10.1090/conm/588/11701.
  private func recombined(
    _ first: ClusterResult,
    _ results: [ClusterResult],
    _ options: LeidenOptions,
    control: RunControl
  ) throws(MetricError) -> ClusterResult {
    var best = first
    var pool = results
    var number = UInt64(results.count)
    for _ in 0..<Self.mostRecombinations {
      var helped = false
      for place in pool.indices where pool[place].partition != best.partition {
        var again = options
        again.seed = SplitMix64.word(options.seed, number)
        number += 1
        again.start = best.partition.meet(pool[place].partition)
        let found = try leiden(again, control: control)
        guard (found.quality ?? 0) > (pool[place].quality ?? 0) + 1e-12 else { continue }
        pool[place] = found
        helped = true
        if (found.quality ?? 0) > (best.quality ?? 0) + 1e-12 { best = found }
      }
      if !helped { break }
    }
    return best
  }

  private static var mostRecombinations: Int { 4 }
}

extension Partition {
  /// Those together who are together in both.
  fileprivate func meet(_ other: Partition) -> Partition {
    Partition(labels: zip(clusterOf, other.clusterOf).map { Int64($0) << 32 | Int64($1) })
  }
}
