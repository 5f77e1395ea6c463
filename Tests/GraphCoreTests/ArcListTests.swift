import GraphCore
import TestSupport
import Testing

struct ArcListTests {
  @Test(arguments: RandomArcs.samples, [Direction.directed, .undirected])
  func buildsWhatTheDefinitionSays(_ arcs: RandomArcs, _ direction: Direction) throws {
    let naive = NaiveGraph(arcs, direction)
    let graph = try arcs.list.makeGraph(nodeCount: arcs.nodeCount, direction)
    #expect(naive.difference(from: graph) == nil)
    #expect(graph.loopsDropped == naive.loops)
    #expect(graph.parallelMerged == naive.merged)
    #expect(graph.isWeighted == naive.strengths.values.contains { $0 != 1 })
  }

  @Test(arguments: RandomArcs.samples)
  func columnsGiveTheSameGraphAsSingleArcs(_ arcs: RandomArcs) throws {
    let list = ArcList(
      sources: arcs.arcs.map(\.0),
      targets: arcs.arcs.map(\.1),
      weights: arcs.arcs.map(\.2)
    )
    let graph = try list.makeGraph(nodeCount: arcs.nodeCount, .directed)
    #expect(NaiveGraph(arcs, .directed).difference(from: graph) == nil)
  }

  @Test func weightsBeginWithTheFirstStrengthThatIsNotOne() {
    var list = ArcList()
    list.append(from: 0, to: 1)
    list.append(from: 1, to: 2)
    #expect(list.weights == nil)
    list.append(from: 2, to: 0, weight: 0.5)
    list.append(from: 2, to: 1)
    #expect(list.weights == [1, 1, 0.5, 1])
    #expect(list.count == 4)
  }

  @Test(arguments: [Direction.directed, .undirected])
  func repeatsMakeAPlainListWeighted(_ direction: Direction) throws {
    let list = ArcList(sources: [0, 0, 1, 2, 2], targets: [1, 1, 2, 2, 0])
    let graph = try list.makeGraph(nodeCount: 4, direction)
    #expect(graph.parallelMerged == 1)
    #expect(graph.loopsDropped == 1)
    #expect(graph.edgeCount == 3)
    #expect(graph.out.weight(at: graph.out.arc(from: 0, to: 1)!) == 2)
    #expect(graph.totalWeight == 4)
    #expect(graph.out.degree(of: 3) == 0)
  }

  @Test func anUndirectedEdgeGivenBothWaysIsOneEdge() throws {
    let list = ArcList(sources: [0, 1], targets: [1, 0], weights: [0.25, 4])
    let graph = try list.makeGraph(nodeCount: 2, .undirected)
    #expect(graph.edgeCount == 1)
    #expect(graph.parallelMerged == 1)
    #expect(graph.totalWeight == 4.25)
  }

  @Test(arguments: [Direction.directed, .undirected])
  func noArcsMakeAGraphOfIsolates(_ direction: Direction) throws {
    for nodes in [0, 1, 3] {
      let graph = try ArcList().makeGraph(nodeCount: nodes, direction)
      #expect(graph.nodeCount == nodes)
      #expect(graph.edgeCount == 0)
      #expect(!graph.isWeighted)
      #expect(graph.checkInvariants() == nil)
    }
  }

  @Test func weightsOfOnlyLoopsLeaveNothing() throws {
    let list = ArcList(sources: [1, 1], targets: [1, 1], weights: [2, 3])
    let graph = try list.makeGraph(nodeCount: 2, .undirected)
    #expect(graph.edgeCount == 0)
    #expect(graph.loopsDropped == 2)
    #expect(graph.checkInvariants() == nil)
  }

  @Test func endsOutsideTheNodesAreRefused() {
    #expect(throws: GraphError.endOutOfRange(arc: 1, end: 3)) {
      try ArcList(sources: [0, 3], targets: [1, 0]).makeGraph(nodeCount: 3, .directed)
    }
    #expect(throws: GraphError.endOutOfRange(arc: 0, end: -1)) {
      try ArcList(sources: [0, 3], targets: [-1, 0]).makeGraph(nodeCount: 3, .undirected)
    }
    #expect(throws: GraphError.endOutOfRange(arc: 0, end: 0)) {
      try ArcList(sources: [0], targets: [0]).makeGraph(nodeCount: 0, .undirected)
    }
  }

  @Test(
    arguments: [
      Double.nan, .infinity, -.infinity, ArcList.largestStrength * 2, -ArcList.largestStrength * 2,
    ]
  )
  func strengthsThatCannotBeSummedAreRefused(_ weight: Double) {
    #expect(throws: GraphError.weightNotFinite(arc: 2)) {
      try ArcList(sources: [0, 1, 0], targets: [1, 2, 2], weights: [1, 1, weight])
        .makeGraph(nodeCount: 3, .directed)
    }
  }

  @Test func theLargestStrengthsStillAddUp() throws {
    let most = ArcList.largestStrength
    let list = ArcList(
      sources: [0, 0, 1, 1],
      targets: [1, 1, 0, 2],
      weights: [most, most, most, -most]
    )
    let graph = try list.makeGraph(nodeCount: 3, .directed)
    #expect(graph.checkInvariants() == nil)
    // Sums beyond the limit for single arcs pass through every transform.
    #expect(graph.symmetrized(.weak).checkInvariants() == nil)
    let clusters = graph.quotient(by: Partition(labels: [0, 1, 1]))
    #expect(clusters.graph.totalWeight == 3 * most)
  }

  @Test func moreNodesThanNumbersAreRefused() {
    let tooMany = Int(Int32.max) + 1
    #expect(throws: GraphError.tooManyNodes(tooMany)) {
      try ArcList().makeGraph(nodeCount: tooMany, .directed)
    }
  }

  @Test func equalArcsAreSummedInTheOrderGiven() throws {
    // (1e16 + 1) + 1 loses both ones, 1 + 1 + 1e16 keeps them: the order shows in the sum.
    let falling = ArcList(sources: [0, 0, 0], targets: [1, 1, 1], weights: [1e16, 1, 1])
    let rising = ArcList(sources: [0, 1, 0], targets: [1, 0, 1], weights: [1, 1, 1e16])
    #expect(try falling.makeGraph(nodeCount: 2, .directed).totalWeight == 1e16)
    let edge = try rising.makeGraph(nodeCount: 2, .undirected)
    #expect(edge.totalWeight == 1e16 + 2)
    #expect(edge.checkInvariants() == nil)
  }
}
