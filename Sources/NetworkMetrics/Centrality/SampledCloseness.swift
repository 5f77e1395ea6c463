import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Graph {
  /// Closeness (Wasserman and Faust's form) estimated from distances to a random set of nodes, each value with an error of its own.
  ///
  /// C(v) = (r−1)²/((n−1)·Σd) with r−1, the nodes within reach, and Σd, the sum of their distances, replaced by what the drawn nodes say of them. With probability
  /// 1 − δ every value is within its error of the truth: both means lie within
  /// s·√(2ρL/k) + (7/3 + 3/√2)·b·L/k of those of the sample, s their standard deviation in it, ρ what drawing without repeats saves, b the range (1, or a bound of the
  /// longest shortest path) and L = ln(10·q·n/δ), q the number of means per node; the error is the farther end of the interval that follows for C. In undirected
  /// graphs r is known, and the sample is what was drawn of a node's own component. Exact, with error 0, where all nodes are drawn and for nodes that reach nobody.
  /// Steps; outward, or inward. Cost and determinism: ``sampledDistances(_:direction:control:)``.
  ///
  /// Source: D. Eppstein, J. Wang, *Fast approximation of centrality*, J. Graph Algorithms Appl. 8 (2004), doi:10.7155/jgaa.00081; R. Bardenet, O.-A. Maillard,
  /// *Concentration inequalities for sampling without replacement*, Bernoulli 21 (2015), theorem 4.3, doi:10.3150/14-BEJ605.
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)``, ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func sampledCloseness(
    _ options: SamplingOptions = SamplingOptions(),
    direction: PathDirection = .outward,
    control: RunControl = RunControl()
  ) throws(MetricError) -> SampledScores {
    let distances = try sampledDistances(options, direction: direction, control: control)
    return try sampledCloseness(from: distances, control: control)
  }

  /// Closeness from the sums of ``sampledDistances(_:direction:control:)`` of this graph.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func sampledCloseness(
    from distances: SampledDistances,
    control: RunControl = RunControl()
  ) throws(MetricError) -> SampledScores {
    precondition(distances.totals.count == nodeCount, "distances of another graph")
    let rows = distances.direction == .outward ? out : incoming
    let longest = Double(try longestDistanceBound(control: control))
    let parts = isDirected ? nil : try weakComponents(control: control)
    var drawn = [Int](repeating: 0, count: parts?.count ?? 0)
    if let parts { for source in distances.sources { drawn[Int(parts.componentOf[source])] += 1 } }
    let means = isDirected ? 2.0 : 1
    let logarithm = log(10 * means * Double(max(1, nodeCount)) / distances.delta)
    var values: [Double?] = []
    var errors: [Double?] = []
    for (v, totals) in distances.totals.enumerated() {
      let part = parts.map { Int($0.componentOf[v]) }
      let sample = ReachSample(
        totals: totals,
        // What v reaches at one step is known without any sample.
        near: Double(rows.degree(of: v)),
        others: Double(nodeCount - 1),
        population: Double(part.flatMap { parts?.sizes[$0] } ?? nodeCount),
        drawn: Double(part.map { drawn[$0] } ?? distances.sources.count),
        isReachKnown: !isDirected,
        longest: longest,
        logarithm: logarithm
      )
      let (value, error) = sample.closeness
      values.append(value)
      errors.append(error)
    }
    return SampledScores(
      scores: NodeScores(values),
      errors: NodeScores(errors),
      delta: distances.delta,
      samples: distances.sources.count
    )
  }
}

/// What a sample says of the nodes that one node reaches.
private struct ReachSample {
  let totals: LevelTotals
  /// Nodes at distance 1.
  let near: Double
  /// n − 1.
  let others: Double
  /// Nodes that were drawn from, the node itself among them, and how many were.
  let population: Double
  let drawn: Double
  /// Whether all of the population is within reach.
  let isReachKnown: Bool
  let longest: Double
  let logarithm: Double

  /// The estimate and how far it may be off.
  var closeness: (Double, Double) {
    guard near > 0, others > 0 else { return (0, 0) }
    if drawn >= population {
      let reached = Double(totals.reached)
      return (reached / Double(totals.levels) * (reached / others), 0)
    }
    let (reach, lowReach, highReach) = reach
    let (mean, lowMean, highMean) = distance
    let lowSum = max(lowMean * population, lowReach)
    let highSum = min(highMean * population, longest * highReach)
    let low = lowReach * lowReach / (max(highSum, lowReach) * others)
    let high = min(highReach * highReach / (max(lowSum, near) * others), highReach / others)
    guard mean > 0 else { return ((low + high) / 2, (high - low) / 2) }
    let plain = reach * reach / (mean * population * others)
    let value = min(max(plain, low), high)
    return (value, max(high - value, value - low))
  }

  /// Nodes within reach: the estimate, and between what they lie.
  private var reach: (Double, Double, Double) {
    if isReachKnown { return (population - 1, population - 1, population - 1) }
    let share = Double(totals.reached) / drawn
    let radius = radius(variance: share * (1 - share), range: 1)
    let most = population - 1
    return (
      min(max(share * population, near), most), max(near, (share - radius) * population),
      min(most, (share + radius) * population)
    )
  }

  /// The mean distance over the population, those out of reach counting 0: the estimate, and between what it lies.
  private var distance: (Double, Double, Double) {
    guard drawn > 0 else { return (0, 0, longest) }
    let mean = Double(totals.levels) / drawn
    let radius = radius(variance: max(0, totals.squares / drawn - mean * mean), range: longest)
    return (mean, max(0, mean - radius), mean + radius)
  }

  /// How far the mean of the sample may be from that of the population.
  private func radius(variance: Double, range: Double) -> Double {
    let saved =
      drawn <= population / 2
      ? 1 - (drawn - 1) / population : (1 - drawn / population) * (1 + 1 / drawn)
    let share = logarithm / drawn
    return (variance * 2 * saved * share).squareRoot() + (7 / 3 + 3 / 2.squareRoot()) * range
      * share
  }
}
