import GraphCore

/// What ties between core and periphery should look like.
public enum OffDiagonal: Sendable, Equatable, CaseIterable {
  /// Nothing is expected of them: they do not count.
  case missing
  /// All of them should be there.
  case one
}

/// Choices of the discrete core–periphery search.
public struct CorePeripheryOptions: Sendable {
  /// How pairs of a core and a peripheral node count.
  public var offDiagonal: OffDiagonal
  /// Whether strengths count.
  public var value: TieValue
  /// Random starts of the search besides the one by degree.
  public var starts: Int
  /// Random graphs of the same density for the p-value; 0 for none.
  public var randomGraphs: Int
  /// Seed of starts and random graphs.
  public var seed: UInt64

  /// The defaults: off-diagonal pairs missing, binary, 20 starts, no random graphs, seed 1.
  public init(
    offDiagonal: OffDiagonal = .missing,
    value: TieValue = .binary,
    starts: Int = 20,
    randomGraphs: Int = 0,
    seed: UInt64 = 1
  ) {
    self.offDiagonal = offDiagonal
    self.value = value
    self.starts = starts
    self.randomGraphs = randomGraphs
    self.seed = seed
  }
}

/// A network cut into a core that is tied to itself and a periphery that is not.
public struct CorePeriphery: Sendable, Equatable {
  /// Whether each node is in the core.
  public let isCore: [Bool]
  /// Correlation of ties and ideal pattern, from −1 to 1.
  public let correlation: Double
  /// Whether all cuts were compared; otherwise a better one may exist.
  public let isExact: Bool
  /// (k + 1)/(R + 1), k the random graphs of R whose best correlation found is no lower; `nil` without random graphs.
  public let pValue: Double?
}

extension Graph {
  /// The discrete core–periphery model of Borgatti and Everett: the cut into core and periphery, each of two nodes or more, whose
  /// ideal pattern (1 inside the core, 0 inside the periphery) correlates most with the ties, over ordered pairs i ≠ j.
  ///
  /// Up to 16 nodes all cuts are compared. Above, the search starts from every core of nodes of highest degree and from random cuts, and moves single
  /// nodes, then exchanges pairs, while the correlation rises. Of equal correlations the smaller core counts, then the one with the lower nodes.
  /// O(n + arcs) per pass of moves, O(n²) of exchanges. Random graphs have as many ties (and the same strengths, shuffled).
  ///
  /// Source: S. Borgatti, M. Everett, *Models of core/periphery structures*, Social Networks 21 (1999),
  /// doi:10.1016/S0378-8733(99)00019-2.
  ///
  /// - Throws: ``MetricError/notDefined(reason:)`` below four nodes or where ties do not vary;
  ///   ``MetricError/invalidOption(name:reason:)`` for negative counts; ``MetricError/cancelled``.
  public func corePeriphery(
    _ options: CorePeripheryOptions = CorePeripheryOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> CorePeriphery {
    guard options.starts >= 0 && options.randomGraphs >= 0 else {
      throw .invalidOption(name: "starts", reason: "counts must not be negative")
    }
    guard nodeCount >= 4 else {
      throw .notDefined(reason: "core and periphery need two nodes each")
    }
    let isExact = nodeCount <= 16
    control.begin("core and periphery", total: options.randomGraphs + 1)
    guard let found = try bestCore(options, stream: 0, exact: isExact, control: control) else {
      throw .notDefined(reason: "the ties do not vary")
    }
    control.advance()
    var noLower = 0
    for number in 0..<options.randomGraphs {
      var random = RandomStream(seed: options.seed, stream: UInt64(2 * number + 1))
      let other = shuffledTies(&random)
      let stream = UInt64(2 * number + 2)
      let best = try other.bestCore(options, stream: stream, exact: isExact, control: control)
      if let best, best.correlation >= found.correlation - 1e-12 { noLower += 1 }
      control.advance()
    }
    return CorePeriphery(
      isCore: found.isCore,
      correlation: found.correlation,
      isExact: isExact,
      pValue: options.randomGraphs > 0
        ? Double(noLower + 1) / Double(options.randomGraphs + 1) : nil
    )
  }

  private func bestCore(
    _ options: CorePeripheryOptions,
    stream: UInt64,
    exact: Bool,
    control: RunControl
  ) throws(MetricError) -> CoreCut? {
    var cut = CoreCut(self, options.value, options.offDiagonal)
    if exact { return try cut.compareAll(control: control) }
    var random = RandomStream(seed: options.seed, stream: stream)
    return try cut.search(self, starts: options.starts, &random, control: control)
  }

  /// As many ties between random pairs, with the same strengths in random order.
  private func shuffledTies(_ random: inout RandomStream) -> Graph {
    var strengths = ties().map { out.weight(at: $0.arc) }
    random.shuffle(&strengths)
    var taken = Set<Int>()
    var arcs = ArcList()
    while arcs.count < strengths.count {
      let a = random.next(below: nodeCount)
      let b = random.next(below: nodeCount)
      let key = isDirected ? a * nodeCount + b : min(a, b) * nodeCount + max(a, b)
      guard a != b, taken.insert(key).inserted else { continue }
      arcs.append(from: Int32(a), to: Int32(b), weight: strengths[arcs.count])
    }
    do throws(GraphError) {
      return try arcs.makeGraph(nodeCount: nodeCount, isDirected ? .directed : .undirected)
    } catch {
      preconditionFailure("ends below the number of nodes: \(error)")
    }
  }
}
