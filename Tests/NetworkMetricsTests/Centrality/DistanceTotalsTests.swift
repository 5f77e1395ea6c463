import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Sums of distances")
struct DistanceTotalsTests {
  @Test(
    "equal the table of all pairs",
    arguments: RandomGraphs.zoo,
    [nil, LengthRule.inverse, .weight]
  )
  func sums(_ sample: NamedGraph, _ rule: LengthRule?) throws {
    for direction in PathDirection.allCases {
      let turned = direction == .outward ? sample.graph : sample.graph.transposed()
      let lengths = try rule.map { try ArcLengths(of: turned.out, $0).values }
      let oracle = PathOracle(turned, lengths: lengths)
      let totals = try sample.graph.distanceTotals(
        DistanceOptions(direction: direction, lengths: rule)
      )
      for v in 0..<oracle.n {
        let reached = oracle.reached(v)
        #expect(totals.reached[v] == reached.count)
        #expect(agree(totals.total[v], reached.reduce(0, +)))
        #expect(agree(totals.inverse[v], reached.reduce(0) { $0 + 1 / $1 }))
        #expect(agree(totals.farthest[v], reached.max() ?? 0))
      }
    }
  }

  @Test("mean distance and efficiency over ordered pairs", arguments: RandomGraphs.zoo)
  func means(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph)
    let all = (0..<oracle.n).flatMap { oracle.reached($0) }
    let totals = try sample.graph.distanceTotals()
    #expect(
      agree(totals.meanDistance, all.isEmpty ? nil : all.reduce(0, +) / Double(all.count))
    )
    let pairs = Double(oracle.n * (oracle.n - 1))
    #expect(
      agree(
        totals.globalEfficiency,
        oracle.n < 2 ? nil : all.reduce(0) { $0 + 1 / $1 } / pairs
      )
    )
    #expect(totals.pairs == all.count)
  }

  @Test("any number of threads gives the same bits by length", arguments: RandomGraphs.random)
  func threads(_ sample: NamedGraph) throws {
    let options = DistanceOptions(lengths: .inverse)
    let one = try sample.graph.distanceTotals(options, control: RunControl(threads: 1))
    for threads in [2, 8] {
      #expect(
        try sample.graph.distanceTotals(options, control: RunControl(threads: threads)) == one
      )
    }
  }

  @Test("a cancelled run ends with an error")
  func cancelled() {
    let control = RunControl(threads: 2)
    control.cancel()
    for rule in [nil, LengthRule.inverse] {
      #expect(throws: MetricError.cancelled) {
        try RandomGraphs.path(30, .directed).graph.distanceTotals(
          DistanceOptions(lengths: rule),
          control: control
        )
      }
    }
  }
}
