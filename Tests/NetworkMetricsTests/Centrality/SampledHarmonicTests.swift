import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Sampled harmonic centrality")
struct SampledHarmonicTests {
  @Test("keeps its guarantee over 20 seeds", arguments: [Direction.directed, .undirected])
  func guarantee(_ direction: Direction) throws {
    let graph = RandomGraphs.gilbert(600, 0.006, direction, seed: 51).graph
    for way in PathDirection.allCases {
      let exact = try graph.harmonic(HarmonicOptions(direction: way)).values.map { $0 ?? 0 }
      var misses = 0
      for seed in 1...10 {
        let options = SamplingOptions(epsilon: 0.15, delta: 0.1, seed: UInt64(seed))
        let result = try graph.sampledHarmonic(options, direction: way)
        #expect(result.samples < 600 && result.error > 0)
        let worst = zip(result.scores.values, exact).map { abs(($0 ?? .infinity) - $1) }.max() ?? 0
        if worst > result.error { misses += 1 }
      }
      #expect(misses <= 1)
    }
  }

  @Test("a number of samples says its error: four times as many halve it")
  func counted() throws {
    let graph = RandomGraphs.gilbert(600, 0.006, .undirected, seed: 52).graph
    let few = try graph.sampledHarmonic(SamplingOptions(samples: 50))
    let many = try graph.sampledHarmonic(SamplingOptions(samples: 200))
    #expect(few.samples == 50 && many.samples == 200)
    #expect(agree(few.error, 2 * many.error))
    #expect(try graph.sampledHarmonic(SamplingOptions(samples: 1_000)).error == 0)
  }

  @Test("is exact where the sample would be everybody", arguments: RandomGraphs.shapes)
  func exact(_ sample: NamedGraph) throws {
    for normalization in Normalization.allCases {
      let result = try sample.graph.sampledHarmonic(normalization: normalization)
      let wanted = try sample.graph.harmonic(HarmonicOptions(normalization: normalization))
      #expect(firstDifference(result.scores.values, wanted.values) == nil)
      #expect(result.error == 0)
    }
  }
}
