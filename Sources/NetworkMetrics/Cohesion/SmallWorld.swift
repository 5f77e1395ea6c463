import GraphCore

/// Choices of the small-world comparison.
public struct SmallWorldOptions: Sendable {
  /// Random and lattice-like graphs to compare with.
  public var samples: Int
  /// Attempted exchanges per tie that make one such graph.
  public var exchangesPerTie: Int
  /// Seed of the exchanges.
  public var seed: UInt64

  /// The defaults: 20 samples, 10 exchanges per tie, seed 1.
  public init(samples: Int = 20, exchangesPerTie: Int = 10, seed: UInt64 = 1) {
    self.samples = samples
    self.exchangesPerTie = exchangesPerTie
    self.seed = seed
  }
}

/// A network between a lattice and a random one.
public struct SmallWorld: Sendable, Equatable {
  /// Mean clustering C of the network.
  public let clustering: Double
  /// Mean distance L of the network.
  public let meanDistance: Double
  /// Mean clustering of random graphs with the same degrees.
  public let randomClustering: Double
  /// Mean distance in random graphs with the same degrees.
  public let randomMeanDistance: Double
  /// Mean clustering of lattice-like graphs with the same degrees.
  public let latticeClustering: Double

  /// σ = (C/C_random)/(L/L_random), above 1 for a small world; `nil` where random graphs have no triangles.
  public var sigma: Double? {
    randomClustering > 0 && randomMeanDistance > 0
      ? clustering / randomClustering / (meanDistance / randomMeanDistance) : nil
  }

  /// ω = L_random/L − C/C_lattice, near 0 for a small world, −1 for a lattice, 1 for a random graph; `nil` without triangles in
  /// the lattice.
  public var omega: Double? {
    latticeClustering > 0
      ? randomMeanDistance / meanDistance - clustering / latticeClustering : nil
  }
}

extension Graph {
  /// Compares clustering and distances of the undirected skeleton with those of random and lattice-like graphs of the same degrees.
  ///
  /// Clustering is the mean of ``clustering(_:control:)``, distance the mean over reachable pairs. A comparison graph comes from
  /// exchanging the ends of random pairs of ties; for the lattice only where that brings numbers of the ends closer along a ring
  /// whose order is the order of the nodes. Nothing keeps a comparison graph connected. O(samples · (exchanges + n·m/512)).
  ///
  /// Source: M. Humphries, K. Gurney, PLoS ONE 3 (2008), doi:10.1371/journal.pone.0002051 (σ); Q. Telesford, K. Joyce, S. Hayasaka, J.
  /// Burdette, P. Laurienti, *The ubiquity of small-world networks*, Brain Connectivity 1 (2011), doi:10.1089/brain.2011.0038 (ω); S.
  /// Maslov, K. Sneppen, Science 296 (2002), doi:10.1126/science.1065103 (exchanges).
  ///
  /// - Throws: ``MetricError/invalidOption(name:reason:)`` for fewer than one sample or a negative number of exchanges;
  ///   ``MetricError/notDefined(reason:)`` without ties; ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  public func smallWorld(
    _ options: SmallWorldOptions = SmallWorldOptions(),
    control: RunControl = RunControl()
  ) throws(MetricError) -> SmallWorld {
    guard options.samples >= 1 && options.exchangesPerTie >= 0 else {
      throw .invalidOption(name: "samples", reason: "there must be at least one sample")
    }
    let skeleton = skeleton()
    guard skeleton.edgeCount > 0 else { throw .notDefined(reason: "there are no ties") }
    let here = try skeleton.clusteringAndDistance(control: control)
    var random = (clustering: 0.0, distance: 0.0)
    var lattice = 0.0
    for sample in 0..<options.samples {
      let stream = UInt64(2 * sample)
      let mixed = try skeleton.rewired(options, stream: stream, .anywhere, control: control)
      let there = try mixed.clusteringAndDistance(control: control)
      random.clustering += there.clustering / Double(options.samples)
      random.distance += there.distance / Double(options.samples)
      let ring = try skeleton.rewired(options, stream: stream + 1, .closer, control: control)
      let mean = try ring.meanClustering(control: control) ?? 0
      lattice += mean / Double(options.samples)
    }
    return SmallWorld(
      clustering: here.clustering,
      meanDistance: here.distance,
      randomClustering: random.clustering,
      randomMeanDistance: random.distance,
      latticeClustering: lattice
    )
  }

  private func clusteringAndDistance(
    control: RunControl
  ) throws(MetricError) -> (clustering: Double, distance: Double) {
    let clustering = try meanClustering(control: control) ?? 0
    let distance = try distanceTotals(control: control).meanDistance ?? 0
    return (clustering, distance)
  }
}

/// Which exchanges of ends are made.
private enum ExchangeRule {
  case anywhere
  /// Only those that shorten the summed distance of the ends along a ring of the nodes.
  case closer
}

extension Graph {
  /// An undirected graph with the same degrees, from random exchanges a–b, c–d → a–d, c–b.
  private func rewired(
    _ options: SmallWorldOptions,
    stream: UInt64,
    _ rule: ExchangeRule,
    control: RunControl
  ) throws(MetricError) -> Graph {
    var random = RandomStream(seed: options.seed, stream: stream)
    var ends: [(a: Int32, b: Int32)] = ties().map { (Int32($0.source), Int32($0.target)) }
    var present = Set<UInt64>(minimumCapacity: ends.count)
    let key = { (a: Int32, b: Int32) in UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
    for (a, b) in ends { present.insert(key(a, b)) }
    let n = Int32(nodeCount)
    let around = { (a: Int32, b: Int32) in min(abs(a - b), n - abs(a - b)) }
    let attempts = ends.count.multipliedReportingOverflow(by: options.exchangesPerTie)
    for attempt in 0..<(attempts.overflow ? Int.max : attempts.partialValue) {
      if attempt & 0xffff == 0 { try control.check() }
      let first = random.next(below: ends.count)
      let second = random.next(below: ends.count)
      let (a, b) = ends[first]
      var (c, d) = ends[second]
      if random.next() >> 63 == 1 { swap(&c, &d) }
      // An exchange must not make loops or repeats.
      if a == c || a == d || b == c || b == d { continue }
      if present.contains(key(a, d)) || present.contains(key(c, b)) { continue }
      if rule == .closer {
        let before = Int(around(a, b)) + Int(around(c, d))
        if Int(around(a, d)) + Int(around(c, b)) >= before { continue }
      }
      present.remove(key(a, b))
      present.remove(key(c, d))
      present.insert(key(a, d))
      present.insert(key(c, b))
      ends[first] = (a, d)
      ends[second] = (c, b)
    }
    do throws(GraphError) {
      return try ArcList(sources: ends.map(\.a), targets: ends.map(\.b))
        .makeGraph(nodeCount: nodeCount, .undirected)
    } catch {
      preconditionFailure("ends were nodes before: \(error)")
    }
  }
}
