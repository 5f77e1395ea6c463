import GraphCore
import Testing

@testable import NetworkMetrics

struct OrthonormalColumnsTests {
  private static func random(_ length: Int, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed)
    return (0..<length).map { _ in stream.nextUnit() - 0.5 }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func space(_ length: Int, threads: Int) -> OrthonormalColumns {
    let first = random(length, seed: 1)
    let norm = dot(first, first).squareRoot()
    let columns = OrthonormalColumns(first.map { $0 / norm }, capacity: 6, threads: threads)
    for seed in 2...5 { _ = columns.append(random(length, seed: UInt64(seed))) }
    return columns
  }

  @Test(
    "columns are orthogonal and of norm 1; parts give the column back",
    arguments: [7, 300, 10_000]
  )
  func orthonormal(_ length: Int) {
    let columns = Self.space(length, threads: 2)
    let column = Self.random(length, seed: 9)
    let (parts, rest) = columns.append(column)
    #expect(columns.count == 6 && parts.count == 5 && rest > 0)
    for a in 0..<6 {
      for b in 0...a {
        #expect(abs(Self.dot(columns[a], columns[b]) - (a == b ? 1 : 0)) < 1e-13)
      }
    }
    let again = columns.combined(parts + [rest])
    #expect(zip(again, column).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test("a column that the others span leaves nothing")
  func spanned() {
    let columns = Self.space(300, threads: 1)
    let (parts, rest) = columns.append(zip(columns[1], columns[3]).map { 2 * $0 - $1 })
    #expect(rest == 0 && columns.count == 5)
    #expect(zip(parts, [0.0, 2, 0, -1, 0]).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  @Test("same bits on any number of threads")
  func threads() {
    let (one, eight) = (Self.space(20_000, threads: 1), Self.space(20_000, threads: 8))
    for column in 0..<5 { #expect(one[column] == eight[column]) }
  }
}
