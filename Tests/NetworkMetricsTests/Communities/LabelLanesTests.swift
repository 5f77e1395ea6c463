import GraphCore
import Testing

@testable import NetworkMetrics

@Suite("Labels counted in lanes")
struct LabelLanesTests {
  @Test("the most frequent label, of equals the lowest", arguments: 0...LabelLanes.most)
  func likeCounting(_ count: Int) throws {
    var random = RandomStream(seed: UInt64(count) + 1)
    for kinds in [1, 2, 3, 5, 40] {
      // What lies behind the labels that count must not matter, be it one of them.
      let labels = (0..<LabelLanes.most).map { _ in
        Int32(random.next(below: kinds)) * (Int32.max / 64)
      }
      var times: [Int32: Int] = [:]
      for label in labels.prefix(count) { times[label, default: 0] += 1 }
      let most = times.values.max()
      let expected = times.filter { $0.value == most }.keys.min()
      #expect(LabelLanes.mostFrequent(labels, count) == expected)
    }
  }
}
