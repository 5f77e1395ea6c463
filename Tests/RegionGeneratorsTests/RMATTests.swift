import RegionGenerators
import Testing

@Suite("Recursive matrix graphs")
struct RMATTests {
  /// All in one corner: one node tied to itself, so nothing comes out.
  @Test func oneQuadrantIsALoop() throws {
    let corner = RMAT.Quadrants(a: 1, b: 0, c: 0, d: 0)
    let ties = try GeneratedTies(RMAT(scale: 8, edgeFactor: 4, quadrants: corner, seed: 1))
    #expect(ties.count == 0)
  }

  /// Only off the diagonal of quadrants: each tie joins a number to its complement, which are 2^(scale − 1) pairs.
  @Test(arguments: [6, 14])
  func offTheDiagonalComplementsMeet(scale: Int) throws {
    let cross = RMAT.Quadrants(a: 0, b: 0.5, c: 0.5, d: 0)
    let ties = try GeneratedTies(RMAT(scale: scale, edgeFactor: 32, quadrants: cross, seed: 2))
    #expect(ties.count == 1 << (scale - 1))
    #expect(ties.degrees(of: 1 << scale).allSatisfy { $0 == 1 })
  }

  /// Equal chances: distinct pairs among `draws` uniform cells, expected count from the definition.
  @Test(arguments: [(10, 16), (13, 40)])
  func equalChancesAreUniform(scale: Int, factor: Int) throws {
    let even = RMAT.Quadrants(a: 0.25, b: 0.25, c: 0.25, d: 0.25)
    let ties = try GeneratedTies(RMAT(scale: scale, edgeFactor: factor, quadrants: even, seed: 3))
    let nodes = Double(1 << scale)
    let pairs = nodes * (nodes - 1) / 2
    // A pair is two cells: the chance that none of the draws hits it is (1 − 2/n²)^draws.
    var missed = 1.0
    for _ in 0..<factor << scale { missed *= 1 - 2 / (nodes * nodes) }
    let expected = pairs * (1 - missed)
    #expect(abs(Double(ties.count) - expected) < 5 * expected.squareRoot())
  }

  @Test func aFewNodesHaveMostTies() throws {
    let ties = try GeneratedTies(RMAT(scale: 12, edgeFactor: 16, seed: 4))
    let degrees = ties.degrees(of: 1 << 12).sorted(by: >)
    #expect(degrees[0] > 40 * 2 * ties.count / (1 << 12) / 4)
    #expect(degrees.filter { $0 == 0 }.count > 200)
  }

  @Test(arguments: [(0, 16), (31, 16), (-3, 16), (10, 0), (10, 1025)])
  func sizesOutOfBounds(scale: Int, factor: Int) {
    #expect(throws: GeneratorError.self) { try RMAT(scale: scale, edgeFactor: factor, seed: 1) }
  }

  @Test(arguments: [
    RMAT.Quadrants(a: 0.5, b: 0.2, c: 0.2, d: 0.2), RMAT.Quadrants(a: 1.5, b: -0.5, c: 0, d: 0),
    RMAT.Quadrants(a: .nan, b: 0.5, c: 0.25, d: 0.25),
    RMAT.Quadrants(a: .infinity, b: 0, c: 0, d: 0),
  ])
  func chancesThatAreNone(quadrants: RMAT.Quadrants) {
    #expect(throws: GeneratorError.self) { try RMAT(scale: 5, quadrants: quadrants, seed: 1) }
  }
}
