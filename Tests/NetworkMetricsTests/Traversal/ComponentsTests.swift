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
