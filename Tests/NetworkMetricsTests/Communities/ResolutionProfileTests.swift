import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Resolution profile and repeated runs")
struct ResolutionProfileTests {
  /// Four groups of four cliques of five: two planted levels.
  private func nested() throws -> Graph {
    var random = RandomStream(seed: 2)
    var arcs = ArcList()
    for a in 0..<Int32(80) {
      for b in 0..<a {
        let p = a / 5 == b / 5 ? 1 : a / 20 == b / 20 ? 0.25 : 0.01
        if random.nextUnit() < p { arcs.append(from: a, to: b) }
      }
    }
    return try arcs.makeGraph(nodeCount: 80, .undirected)
  }

  @Test("planted levels show as plateaus, levels get finer and meet end to end")
  func levels() throws {
    let graph = try nested()
    let options = ResolutionProfileOptions(range: 0.01...0.95, steps: 25, runs: 3)
    let found = try graph.resolutionProfile(options)
    let plateaus = found.filter(\.isPlateau).map(\.partition)
    #expect(plateaus.contains(Partition(labels: (0..<80).map { $0 / 5 })))
    #expect(plateaus.contains(Partition(labels: (0..<80).map { $0 / 20 })))
    #expect(found.first?.range.lowerBound == 0.01 && found.last?.range.upperBound == 0.95)
    #expect(agree(found.reduce(0) { $0 + $1.share }, 1))
    for (coarse, fine) in zip(found, found.dropFirst()) {
      #expect(coarse.range.upperBound == fine.range.lowerBound)
      let pairs = { (p: Partition) in p.sizes.reduce(0) { $0 + $1 * ($1 - 1) } }
      #expect(pairs(coarse.partition) > pairs(fine.partition))
    }
    for level in found {
      let middle = (level.range.lowerBound + level.range.upperBound) / 2
      let own = try graph.quality(of: level.partition, .cpm(resolution: middle))!
      for other in found {
        let theirs = try graph.quality(of: other.partition, .cpm(resolution: middle))!
        #expect(theirs <= own + 1e-9)
      }
    }
    #expect(try graph.resolutionProfile(options, control: RunControl(threads: 4)) == found)
  }

  @Test("ranges that mean nothing")
  func refused() throws {
    let graph = RandomGraphs.path(4, .undirected).graph
    for options in [
      ResolutionProfileOptions(range: 0...1), ResolutionProfileOptions(range: 0.5...0.5),
      ResolutionProfileOptions(steps: 1), ResolutionProfileOptions(runs: 0),
    ] {
      #expect(throws: MetricError.self) { try graph.resolutionProfile(options) }
    }
    #expect(throws: MetricError.self) { try graph.leidenRuns(0) }
    #expect(try RandomGraphs.empty(0, .undirected).graph.resolutionProfile() == [])
  }

  @Test("runs: the first is the plain search, the best is the best")
  func runs() throws {
    let graph = RandomGraphs.clustered(blocks: 5, size: 8, .undirected, .real, seed: 3).graph
    let found = try graph.leidenRuns(8, LeidenOptions(seed: 21))
    #expect(found.qualities[0] == (try graph.leiden(LeidenOptions(seed: 21))).quality)
    // What the runs agree on is searched again from, so that the best may be better than each of them.
    #expect(found.best.quality! >= found.qualities.map { $0! }.max()!)
    #expect(found.meanVariation! >= 0)
    let single = try graph.leidenRuns(1)
    #expect(single.meanVariation == nil)
    #expect(try graph.leiden() == single.best)
  }
}
