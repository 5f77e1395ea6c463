import GraphCore
import Testing

@testable import RegionIndicators

@Suite("Rao–Stirling diversity")
struct RaoStirlingTests {
  @Test("three kinds by hand")
  func byHand() throws {
    // p = ½, ¼, ¼; d(0,1) = 1, d(0,2) = ½, d(1,2) = 0: 2·(½·¼·1 + ½·¼·½) = .375.
    let distances = [[0, 1, 0.5], [1, 0, 0], [0.5, 0, 0]]
    let value = try #require(RaoStirling.of([2, 1, 1]) { distances[$0][$1] })
    #expect(abs(value - 0.375) < 1e-12)
  }

  @Test("as the sum over ordered pairs has it on random amounts and distances", arguments: 1...50)
  func oracle(seed: Int) throws {
    var stream = RandomStream(seed: UInt64(seed))
    let count = 1 + stream.next(below: 8)
    let amounts = (0..<count).map { _ in 0.1 + stream.nextUnit() }
    var distances = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0..<i {
        distances[i][j] = stream.nextUnit()
        distances[j][i] = distances[i][j]
      }
    }
    let total = amounts.reduce(0, +)
    var naive = 0.0
    for i in 0..<count {
      for j in 0..<count where j != i {
        naive += distances[i][j] * (amounts[i] / total) * (amounts[j] / total)
      }
    }
    let value = try #require(RaoStirling.of(amounts) { distances[$0][$1] })
    #expect(abs(value - naive) < 1e-12)
  }

  @Test("with all distances 1 it is Blau's index; one kind has none")
  func blau() throws {
    for amounts in [[1.0, 2, 3], [5, 5], [0, 3, 1, 9]] {
      let value = try #require(RaoStirling.of(amounts) { _, _ in 1 })
      let blau = try #require(Blau.of(amounts))
      #expect(abs(value - blau) < 1e-12)
    }
    #expect(RaoStirling.of([4]) { _, _ in 1 } == 0)
    #expect(RaoStirling.of([0, 0]) { _, _ in 1 } == nil)
  }
}
