import GraphCore
import NetworkMetrics
import Testing
import TestSupport

@Suite("Components")
struct ComponentsTests {
  @Test(
    "weak components are the classes of mutual reach in the skeleton",
    arguments: RandomGraphs.zoo
  )
  func weak(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph.skeleton())
    let found = try sample.graph.weakComponents()
    for a in 0..<oracle.n {
      for b in 0..<oracle.n {
        #expect(
          (found.componentOf[a] == found.componentOf[b]) == oracle.distance[a][b].isFinite
        )
      }
    }
    #expect(found.partition.clusterOf == found.componentOf)
    #expect(found.partition.sizes == found.sizes)
  }

  @Test("strong components are the classes of mutual reach", arguments: RandomGraphs.zoo)
  func strong(_ sample: NamedGraph) throws {
    let oracle = PathOracle(sample.graph)
    let found = try sample.graph.strongComponents()
    for a in 0..<oracle.n {
      for b in 0..<oracle.n {
        let mutual = oracle.distance[a][b].isFinite && oracle.distance[b][a].isFinite
        #expect((found.componentOf[a] == found.componentOf[b]) == mutual)
      }
    }
    #expect(found.partition.clusterOf == found.componentOf)
    #expect(found.partition.sizes == found.sizes)
  }

  @Test("a path of 200 000 nodes needs no deep stack")
  func deep() throws {
    let path = RandomGraphs.path(200_000, .directed).graph
    #expect(try path.strongComponents().count == 200_000)
    #expect(try path.weakComponents().sizes == [200_000])
  }

  @Test("large graphs shared between threads equal a search from every node", arguments: [1, 2, 8])
  func shared(_ threads: Int) throws {
    let control = RunControl(threads: threads)
    for graph in Self.large {
      let found = try graph.weakComponents(control: control)
      #expect(found.componentOf == Self.searched(graph))
      #expect(found.sizes == found.partition.sizes)
      if !graph.isDirected { #expect(try graph.strongComponents(control: control) == found) }
    }
  }

  /// One large component or many small ones of equal size, the largest not first, and none.
  private static let large = [
    RandomGraphs.scattered(40_000, arcs: 40_000, .undirected, seed: 1).graph,
    RandomGraphs.scattered(40_000, arcs: 30_000, .directed, seed: 2).graph,
    RandomGraphs.scattered(40_000, arcs: 9_000, .undirected, seed: 3).graph,
    RandomGraphs.sideBySide(
      RandomGraphs.path(3, .undirected),
      RandomGraphs.star(20_000, .undirected)
    ).graph,
    RandomGraphs.sideBySide(
      RandomGraphs.empty(9_000, .undirected),
      RandomGraphs.cycle(9_000, .undirected)
    ).graph,
    RandomGraphs.empty(20_000, .directed).graph,
    RandomGraphs.empty(1, .undirected).graph,
    RandomGraphs.empty(0, .undirected).graph,
  ]

  /// Numbers by falling size, then first node.
  private static func searched(_ graph: Graph) -> [Int32] {
    var piece = [Int](repeating: -1, count: graph.nodeCount)
    var sizes: [Int] = []
    for start in piece.indices where piece[start] < 0 {
      var queue = [start]
      piece[start] = sizes.count
      sizes.append(0)
      while let v = queue.popLast() {
        sizes[piece[start]] += 1
        for row in [graph.out[v], graph.incoming[v]] {
          for end in row where piece[Int(end)] < 0 {
            piece[Int(end)] = piece[start]
            queue.append(Int(end))
          }
        }
      }
    }
    let order = sizes.indices.sorted { sizes[$0] != sizes[$1] ? sizes[$0] > sizes[$1] : $0 < $1 }
    var rank = sizes
    for (place, number) in order.enumerated() { rank[number] = place }
    return piece.map { Int32(rank[$0]) }
  }

  @Test("members are listed in order, largest component first")
  func members() throws {
    let graph = RandomGraphs.sideBySide(
      RandomGraphs.path(2, .undirected),
      RandomGraphs.star(4, .undirected)
    ).graph
    let found = try graph.weakComponents()
    #expect(found.sizes == [4, 2])
    #expect(found.members(of: 0) == [2, 3, 4, 5])
    #expect(found.members(of: 1) == [0, 1])
  }

  @Test("a cancelled run ends with an error")
  func cancelled() {
    let control = RunControl()
    control.cancel()
    #expect(throws: MetricError.cancelled) {
      try RandomGraphs.path(3, .directed).graph.strongComponents(control: control)
    }
  }
}
