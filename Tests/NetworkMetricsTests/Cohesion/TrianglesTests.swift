import GraphCore
import NetworkMetrics
import TestSupport
import Testing

@Suite("Triangles, clustering and transitivity")
struct TrianglesTests {
  @Test("triangles and clustering triple by triple", arguments: RandomGraphs.zoo)
  func triangles(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    var counts = [Int](repeating: 0, count: graph.nodeCount)
    for (a, b, c) in table.triples
    where table.tied(a, b) && table.tied(b, c) && table.tied(a, c) {
      counts[a] += 1
      counts[b] += 1
      counts[c] += 1
    }
    #expect(try graph.triangles() == counts)
    let clustering = table.indices.map { v -> Double in
      let d = table.indices.count { $0 != v && table.tied(v, $0) }
      return d < 2 ? 0 : 2 * Double(counts[v]) / Double(d * (d - 1))
    }
    #expect(firstDifference(try graph.clustering().values, clustering) == nil)
    let mean = clustering.isEmpty ? nil : clustering.reduce(0, +) / Double(clustering.count)
    #expect(agree(try graph.meanClustering(), mean))
  }

  @Test(
    "large graphs shared between threads equal an edge-by-edge count",
    arguments: [Direction.undirected, .directed]
  )
  func shared(_ direction: Direction) throws {
    let graph = RandomGraphs.scattered(3_000, arcs: 25_000, direction, seed: 11).graph
    let near = (0..<graph.nodeCount).map { Set(graph.out[$0]).union(graph.incoming[$0]) }
    // Each triangle at v is met from both its other nodes.
    let wanted = near.map { own in
      own.reduce(0) { $0 + near[Int($1)].count { own.contains($0) } } / 2
    }
    #expect(wanted.contains { $0 > 3 })
    let shares = zip(wanted, near).map { count, own in
      own.count < 2 ? 0 : 2 * Double(count) / Double(own.count * (own.count - 1))
    }
    for threads in [1, 2, 8] {
      let control = RunControl(threads: threads)
      #expect(try graph.triangles(control: control) == wanted)
      #expect(firstDifference(try graph.clustering(control: control).values, shares) == nil)
    }
  }

  @Test("weighted clustering is Onnela's", arguments: RandomGraphs.zoo)
  func weighted(_ named: NamedGraph) throws {
    let graph = named.graph
    let table = Table(graph)
    let strength = { (a: Int, b: Int) in
      graph.isDirected ? table.weight(a, b) + table.weight(b, a) : table.weight(a, b)
    }
    let most = table.indices.flatMap { a in table.indices.map { strength(a, $0) } }.max() ?? 0
    let wanted = table.indices.map { v -> Double in
      let near = table.indices.filter { $0 != v && table.tied(v, $0) }
      guard near.count >= 2 else { return 0 }
      var sum = 0.0
      for a in near {
        for b in near where a < b && table.tied(a, b) {
          sum += root3(strength(v, a) / most * (strength(v, b) / most) * (strength(a, b) / most))
        }
      }
      return 2 * sum / Double(near.count * (near.count - 1))
    }
    #expect(firstDifference(try graph.clustering(.weighted).values, wanted) == nil)
  }

  @Test("transitivity path by path", arguments: RandomGraphs.zoo)
  func transitivity(_ named: NamedGraph) throws {
    let table = Table(named.graph)
    var (paths, shortened) = (0, 0)
    for i in table.indices {
      for j in table.indices where j != i && table.has(i, j) {
        for k in table.indices where k != i && k != j && table.has(j, k) {
          paths += 1
          if table.has(i, k) { shortened += 1 }
        }
      }
    }
    #expect(
      agree(
        try named.graph.transitivity(),
        paths > 0 ? Double(shortened) / Double(paths) : nil
      )
    )
  }

  @Test("new numbers move the values along and threads change nothing")
  func invariance() throws {
    for graph in [
      RandomGraphs.clustered(blocks: 40, size: 30, .undirected, .real, seed: 7).graph,
      RandomGraphs.clustered(blocks: 40, size: 30, .directed, .real, seed: 8).graph,
    ] {
      let numbers = RandomGraphs.permutation(graph.nodeCount, seed: 3)
      let moved = graph.relabelled(numbers)
      let here = try graph.triangles(control: RunControl(threads: 1))
      let there = try moved.triangles(control: RunControl(threads: 8))
      for v in here.indices { #expect(here[v] == there[Int(numbers[v])]) }
      let one = try graph.clustering(.weighted, control: RunControl(threads: 1))
      #expect(try graph.clustering(.weighted, control: RunControl(threads: 2)) == one)
      #expect(try graph.clustering(.weighted, control: RunControl(threads: 8)) == one)
    }
  }

  private func root3(_ x: Double) -> Double {
    // Bisection keeps the oracle free of the function it checks.
    var (low, high) = (0.0, 1.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle * middle * middle < x { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
