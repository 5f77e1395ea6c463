import GraphCore

/// Which quality's resolution a profile scans.
public enum ProfileQuality: Sendable, Equatable, CaseIterable {
  /// The constant Potts model: resolutions are densities.
  case cpm
  /// Modularity: 1 is the classic resolution.
  case modularity
  /// Modularity of arcs.
  case directedModularity

  /// The quality at one resolution.
  func at(_ resolution: Double) -> ClusterQuality {
    switch self {
    case .cpm: .cpm(resolution: resolution)
    case .modularity: .modularity(resolution: resolution)
    case .directedModularity: .directedModularity(resolution: resolution)
    }
  }
}

/// Choices of a resolution profile.
public struct ResolutionProfileOptions: Sendable {
  /// The quality whose resolution is scanned.
  public var quality: ProfileQuality
  /// The lowest and the highest resolution, for CPM as densities.
  public var range: ClosedRange<Double>
  /// Resolutions tried, evenly spaced on a logarithmic scale.
  public var steps: Int
  /// Searches per resolution.
  public var runs: Int
  /// Seed of the searches.
  public var seed: UInt64

  /// The defaults: CPM at 50 resolutions from 0.001 to 1, one search each, seed 1.
  public init(
    quality: ProfileQuality = .cpm,
    range: ClosedRange<Double> = 0.001...1,
    steps: Int = 50,
    runs: Int = 1,
    seed: UInt64 = 1
  ) {
    self.quality = quality
    self.range = range
    self.steps = steps
    self.runs = runs
    self.seed = seed
  }
}

/// A partition and the resolutions at which no other one that was found is better.
public struct ResolutionLevel: Sendable, Equatable {
  /// From which to which resolution, within the scanned range.
  public let range: ClosedRange<Double>
  /// The clusters.
  public let partition: Partition
  /// Share of the scanned range on a logarithmic scale.
  public let share: Double
  /// Whether this is a plateau: a level of clusters that stays over at least a tenth of the range.
  public var isPlateau: Bool { share >= 0.1 }
}

extension Graph {
  /// How clusters change with the resolution: levels from coarse to fine.
  ///
  /// The quality of a partition, for CPM strength inside less γ times the pairs inside, is a straight line in γ: of all partitions found
  /// at any resolution the best at each γ is the upper envelope of their lines, and its corners are where one level gives way to the
  /// next. A wide level is a structure of the network rather than of the parameter: so levels of a region show without administrative
  /// borders. Deterministic for the seed, whatever the number of threads. O(steps · runs) searches.
  ///
  /// Source: V. Traag, G. Krings, P. Van Dooren, *Significant scales in community structure*, Scientific Reports 3 (2013),
  /// doi:10.1038/srep02930.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` unless 0 < lowest < highest, steps ≥ 2 and runs ≥ 1; as
  ///   ``leiden(_:control:)``.
  public func resolutionProfile(
    _ options: ResolutionProfileOptions = ResolutionProfileOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> [ResolutionLevel] {
    let (lowest, highest) = (options.range.lowerBound, options.range.upperBound)
    guard lowest > 0 && lowest < highest && highest.isFinite else {
      throw .invalidOption(name: "range", reason: "it must go from above 0 to something higher")
    }
    guard options.steps >= 2 && options.runs >= 1 else {
      throw .invalidOption(name: "steps", reason: "there must be two steps and one run at least")
    }
    guard nodeCount > 0 else { return [] }
    let width = naturalLogarithm(highest / lowest)
    var lines: [QualityLine] = []
    for step in 0..<options.steps {
      let part = Double(step) / Double(options.steps - 1)
      let gamma = lowest * exponential(width * part)
      let seed = SplitMix64.word(options.seed, UInt64(step))
      let found = try leidenRuns(
        options.runs,
        LeidenOptions(quality: options.quality.at(gamma), seed: seed),
        control: control
      )
      let partition = found.best.partition
      if lines.contains(where: { $0.partition == partition }) { continue }
      let inside = try quality(of: partition, options.quality.at(0)) ?? 0
      let pairs =
        options.quality == .cpm
        ? QualityLine.pairs(partition)
        : inside - (try quality(of: partition, options.quality.at(1)) ?? 0)
      lines.append(QualityLine(partition: partition, inside: inside, pairs: pairs))
    }
    return QualityLine.envelope(lines, from: lowest, to: highest).map { line, from, to in
      ResolutionLevel(
        range: from...to,
        partition: line.partition,
        share: naturalLogarithm(to / from) / width
      )
    }
  }
}

/// The quality of a partition as a function of the resolution: `inside − γ · pairs`.
private struct QualityLine {
  let partition: Partition
  let inside: Double
  /// What the resolution multiplies: pairs of members, or for modularity the share of ties inside that chance would have.
  let pairs: Double

  static func pairs(_ partition: Partition) -> Double {
    partition.sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }

  /// The lines that are highest somewhere in the range, in the order of γ, each with where it starts and ends to be so.
  static func envelope(
    _ lines: [QualityLine],
    from lowest: Double,
    to highest: Double
  ) -> [(line: QualityLine, from: Double, to: Double)] {
    // At the start the highest line counts, the flattest (finest) of equal ones; from there, always the first to cut the current one.
    let value = { (line: QualityLine, gamma: Double) in line.inside - gamma * line.pairs }
    guard
      var current = lines.max(by: { a, b in
        let (x, y) = (value(a, lowest), value(b, lowest))
        return x != y ? x < y : a.pairs > b.pairs
      })
    else { return [] }
    var result: [(line: QualityLine, from: Double, to: Double)] = []
    var gamma = lowest
    while true {
      var next: (line: QualityLine, at: Double)?
      for line in lines where line.pairs < current.pairs {
        let corner = max(gamma, (current.inside - line.inside) / (current.pairs - line.pairs))
        guard corner < highest else { continue }
        if let found = next {
          // Of lines that cut at one point, the flattest is highest afterwards.
          if corner > found.at || (corner == found.at && line.pairs >= found.line.pairs) {
            continue
          }
        }
        next = (line, corner)
      }
      if let next {
        if next.at > gamma { result.append((current, gamma, next.at)) }
        current = next.line
        gamma = next.at
      } else {
        result.append((current, gamma, highest))
        return result
      }
    }
  }
}
