import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Sampled betweenness")
struct SampledBetweennessTests {
  static let samples = [
    RandomGraphs.gilbert(30, 0.1, .undirected, seed: 41),
    RandomGraphs.gilbert(30, 0.1, .directed, seed: 42),
    RandomGraphs.clustered(blocks: 4, size: 6, .undirected, seed: 43),
    RandomGraphs.diamonds(8, .undirected), RandomGraphs.star(12, .undirected),
    RandomGraphs.path(15, .directed),
  ]

  @Test("keeps its guarantee over 20 seeds", arguments: samples)
  func guarantee(_ sample: NamedGraph) throws {
    let exact = try sample.graph.betweenness().values.map { $0 ?? 0 }
    var misses = 0
    for seed in 1...20 {
      let options = SamplingOptions(epsilon: 0.08, delta: 0.1, seed: UInt64(seed))
      let result = try sample.graph.sampledBetweenness(options)
      let worst = zip(result.scores.values, exact).map { abs(($0 ?? .infinity) - $1) }.max() ?? 0
      if worst > result.error { misses += 1 }
    }
    // A tenth of the runs may miss.
    #expect(misses <= 2)
  }

  @Test("a number of samples says its error, which is kept", arguments: samples.prefix(3))
  func counted(_ sample: NamedGraph) throws {
    let exact = try sample.graph.betweenness().values.map { $0 ?? 0 }
    let few = try sample.graph.sampledBetweenness(SamplingOptions(samples: 200, seed: 4))
    let many = try sample.graph.sampledBetweenness(SamplingOptions(samples: 3_200, seed: 4))
    #expect(few.samples == 200 && many.samples == 3_200)
    #expect(agree(few.error, 4 * many.error))
    for found in [few, many] {
      let worst = zip(found.scores.values, exact).map { abs(($0 ?? .infinity) - $1) }.max() ?? 0
      #expect(worst <= found.error)
    }
  }

  @Test("more samples come nearer", arguments: samples.prefix(3))
  func narrower(_ sample: NamedGraph) throws {
    let exact = try sample.graph.betweenness().values.map { $0 ?? 0 }
    let options = SamplingOptions(epsilon: 0.03, seed: 5)
    let result = try sample.graph.sampledBetweenness(options)
    for (estimate, truth) in zip(result.scores.values, exact) {
      #expect(abs((estimate ?? .infinity) - truth) <= result.error)
    }
    let n = Double(sample.graph.nodeCount)
    #expect(agree(result.error, 0.03 * n * (n - 1) / (sample.graph.isDirected ? 1 : 2)))
  }

  @Test("a seed gives the same bits on any number of threads", arguments: samples)
  func threads(_ sample: NamedGraph) throws {
    let options = SamplingOptions(epsilon: 0.05, seed: 9)
    let one = try sample.graph.sampledBetweenness(options, control: RunControl(threads: 1))
    #expect(try sample.graph.sampledBetweenness(options, control: RunControl(threads: 2)) == one)
    #expect(try sample.graph.sampledBetweenness(options, control: RunControl(threads: 8)) == one)
  }

  @Test("where no path has an inner node the answer is exact")
  func trivial() throws {
    for n in 0...5 {
      let result = try RandomGraphs.empty(n, .undirected).graph.sampledBetweenness()
      #expect(result.scores.values == [Double?](repeating: 0, count: n))
      #expect(result.error == 0 && result.samples == 0)
    }
  }

  @Test("a chain of 700 diamonds does not overflow")
  func manyPaths() throws {
    let chain = RandomGraphs.diamonds(700, .undirected).graph
    let options = SamplingOptions(epsilon: 0.2, delta: 0.5, seed: 2)
    let result = try chain.sampledBetweenness(options)
    let exact = try chain.betweenness().values
    for (estimate, truth) in zip(result.scores.values, exact) {
      #expect(abs((estimate ?? .infinity) - (truth ?? 0)) <= result.error)
    }
  }

  @Test(
    "options out of range are refused",
    arguments: [
      SamplingOptions(epsilon: 0), SamplingOptions(epsilon: 1), SamplingOptions(delta: 0),
      SamplingOptions(delta: .nan), SamplingOptions(epsilon: 1e-9), SamplingOptions(samples: -1),
    ]
  )
  func options(_ options: SamplingOptions) {
    #expect(throws: MetricError.self) {
      try RandomGraphs.star(9, .undirected).graph.sampledBetweenness(options)
    }
  }
}
