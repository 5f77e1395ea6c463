import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Hubs and authorities")
struct HITSTests {
  @Test("solve their own equations for the largest singular value", arguments: RandomGraphs.zoo)
  func equations(_ sample: NamedGraph) throws {
    let graph = sample.graph.unweighted()
    let result = try sample.graph.hubsAndAuthorities()
    guard graph.edgeCount > 0 else {
      #expect(result.hubs.values.allSatisfy { $0 == nil })
      return
    }
    let h = result.hubs.values.map { $0 ?? .nan }
    let a = result.authorities.values.map { $0 ?? .nan }
    #expect(agree(h.reduce(0, +), 1) && agree(a.reduce(0, +), 1))
    let toHubs = product(graph.out, a)
    let toAuthorities = product(graph.incoming, h)
    let hubScale = toHubs.reduce(0, +)
    let authorityScale = toAuthorities.reduce(0, +)
    for v in h.indices {
      #expect(h[v] >= 0 && a[v] >= 0)
      #expect(agree(toHubs[v], hubScale * h[v], 1e-9))
      #expect(agree(toAuthorities[v], authorityScale * a[v], 1e-9))
    }
    // Plain power iteration gives a lower bound of the largest eigenvalue of A·Aᵀ.
    var x = [Double](repeating: 1, count: h.count)
    var bound = 0.0
    for _ in 0..<200 {
      let next = product(graph.out, product(graph.incoming, x))
      bound = zip(x, next).reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1 * $1 }
      let size = next.reduce(0, +)
      x = next.map { $0 / size }
    }
    #expect(hubScale * authorityScale >= bound * (1 - 1e-9))
  }

  @Test("equal components share the scores as all-ones does")
  func multiple() throws {
    let star = RandomGraphs.star(4, .directed)
    let both = RandomGraphs.sideBySide(star, star).graph
    let result = try both.hubsAndAuthorities()
    let hubs: [Double?] = [0.5, 0, 0, 0, 0.5, 0, 0, 0]
    let sixth = 1.0 / 6
    let authorities: [Double?] = [0, sixth, sixth, sixth, 0, sixth, sixth, sixth]
    #expect(firstDifference(result.hubs.values, hubs) == nil)
    #expect(firstDifference(result.authorities.values, authorities) == nil)
  }

  private func product(_ rows: Adjacency, _ x: [Double]) -> [Double] {
    (0..<x.count).map { v in rows[v].reduce(0) { $0 + x[Int($1)] } }
  }
}
