import Testing

@testable import RegionDiagrams

@Suite("Discs that give way")
struct NodeSeparationTests {
  @Test("Nothing overlaps afterwards, not even what lay in the same place", arguments: [2, 9, 60])
  func apart(count: Int) {
    var positions = [Point](repeating: Point(x: 3, y: 4), count: count)
    let radii = (0..<count).map { 3 + Double($0 % 5) }
    NodeSeparation.separate(&positions, radii: radii, gap: 2, sweeps: 2_000)
    for first in 0..<count {
      for second in 0..<first {
        let distance = (positions[first] - positions[second]).length
        #expect(distance > radii[first] + radii[second] + 1.9)
      }
    }
  }

  @Test("What does not overlap stays where it is")
  func still() {
    let before = (0..<10).map { Point(x: Double($0) * 50, y: 0) }
    var positions = before
    NodeSeparation.separate(&positions, radii: [Double](repeating: 20, count: 10), gap: 5)
    #expect(positions == before)
  }
}
