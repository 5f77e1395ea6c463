import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Sampled closeness")
struct SampledClosenessTests {
  static let samples = [
    RandomGraphs.gilbert(500, 0.012, .undirected, seed: 61),
    RandomGraphs.gilbert(500, 0.012, .directed, seed: 62),
    // In pieces: isolates, pairs, trees beside a large component.
    RandomGraphs.gilbert(500, 0.0025, .undirected, seed: 63),
    RandomGraphs.gilbert(500, 0.0025, .directed, seed: 64),
    RandomGraphs.star(300, .directed), RandomGraphs.path(120, .undirected),
  ]

  @Test("keeps its guarantee over 20 seeds, node by node", arguments: samples)
  func guarantee(_ sample: NamedGraph) throws {
    for way in PathDirection.allCases {
      let exact = try sample.graph.closeness(DistanceOptions(direction: way)).values
      var misses = 0
      for seed in 1...20 {
        let options = SamplingOptions(samples: 90, seed: UInt64(seed))
        let found = try sample.graph.sampledCloseness(options, direction: way)
        #expect(found.samples == 90 && found.delta == 0.1)
        let isMissed = exact.indices.contains { v in
          let gap = abs((found.scores[v] ?? .infinity) - (exact[v] ?? .infinity))
          return !(gap <= (found.errors[v] ?? 0) + 1e-12)
        }
        if isMissed { misses += 1 }
      }
      // A tenth of the runs may miss.
      #expect(misses <= 2)
    }
  }

  @Test("estimates lie near the truth, and errors say something: below the value itself")
  func useful() throws {
    let graph = RandomGraphs.gilbert(3_000, 0.004, .undirected, seed: 65).graph
    let exact = try graph.closeness().values
    let found = try graph.sampledCloseness(SamplingOptions(samples: 1_000, seed: 3))
    var inside = 0
    for v in exact.indices {
      let truth = try #require(exact[v])
      let value = try #require(found.scores[v])
      #expect(abs(value - truth) < 0.03 * truth)
      if try #require(found.errors[v]) < 0.25 * value { inside += 1 }
    }
    #expect(inside > 2_900)
  }

  @Test("is exact where the sample is everybody", arguments: RandomGraphs.shapes)
  func exact(_ sample: NamedGraph) throws {
    let found = try sample.graph.sampledCloseness()
    #expect(firstDifference(found.scores.values, try sample.graph.closeness().values) == nil)
    #expect(found.error == 0)
  }

  @Test("a seed gives the same bits on any number of threads", arguments: samples.prefix(4))
  func threads(_ sample: NamedGraph) throws {
    let options = SamplingOptions(samples: 60, seed: 7)
    let one = try sample.graph.sampledCloseness(options, control: RunControl(threads: 1))
    for threads in [2, 8] {
      let again = try sample.graph.sampledCloseness(
        options,
        control: RunControl(threads: threads)
      )
      #expect(again == one)
    }
  }

  @Test("no sample at all is refused")
  func options() {
    #expect(throws: MetricError.self) {
      try RandomGraphs.star(9, .undirected).graph.sampledCloseness(SamplingOptions(samples: 0))
    }
  }
}
