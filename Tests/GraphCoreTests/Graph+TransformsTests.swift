import GraphCore
import TestSupport
import Testing

/// Every transform against the table of pairs that its definition gives.
struct GraphTransformsTests {
  private func naive(
    _ graph: Graph,
    nodes: Int? = nil,
    isDirected: Bool? = nil,
    _ map: (NaiveGraph.Pair, Double) -> (Int, Int, Double)?
  ) -> NaiveGraph {
    var result = NaiveGraph(
      nodeCount: nodes ?? graph.nodeCount,
      isDirected: isDirected ?? graph.isDirected
    )
    let ties = NaiveGraph(graph).strengths.sorted {
      ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to)
    }
    for (pair, weight) in ties {
      if let (from, to, weight) = map(pair, weight) { result.add(from, to, weight) }
    }
    return result
  }

  @Test(arguments: RandomGraphs.zoo)
  func transposedTurnsArcsRound(_ named: NamedGraph) {
    let graph = named.graph
    let wanted = naive(graph) { ($0.to, $0.from, $1) }
    #expect(wanted.difference(from: graph.transposed()) == nil)
    #expect(graph.transposed().transposed() == graph)
  }

  @Test(arguments: RandomGraphs.zoo, [Symmetrization.weak, .strong])
  func symmetrizedSumsBothWays(_ named: NamedGraph, _ rule: Symmetrization) {
    let graph = named.graph
    let table = NaiveGraph(graph)
    let wanted = naive(graph, isDirected: false) { pair, weight in
      let isMutual = table.strengths[table.pair(pair.to, pair.from)] != nil
      return rule == .weak || isMutual ? (pair.from, pair.to, weight) : nil
    }
    let result = graph.symmetrized(rule)
    #expect(wanted.difference(from: result) == nil)
    #expect(result.isWeighted == wanted.strengths.values.contains { $0 != 1 })
  }

  @Test func symmetrizedSaysHowTheTwoRulesDiffer() throws {
    let list = ArcList(sources: [0, 1, 1], targets: [1, 0, 2], weights: [0.5, 0.25, 3])
    let graph = try list.makeGraph(nodeCount: 3, .directed)
    let weak = graph.symmetrized(.weak)
    #expect(weak.edgeCount == 2)
    #expect(weak.totalWeight == 3.75)
    let strong = graph.symmetrized(.strong)
    #expect(strong.edgeCount == 1)
    #expect(strong.totalWeight == 0.75)
    #expect(strong.symmetrized(.weak) == strong)
  }

  @Test(arguments: RandomGraphs.zoo)
  func skeletonIsWhoIsTiedToWhom(_ named: NamedGraph) {
    let wanted = naive(named.graph, isDirected: false) { pair, _ in (pair.from, pair.to, 1) }
    let skeleton = named.graph.skeleton()
    #expect(!skeleton.isWeighted)
    #expect(Set(NaiveGraph(skeleton).strengths.keys) == Set(wanted.strengths.keys))
    #expect(skeleton.checkInvariants() == nil)
  }

  @Test(arguments: RandomGraphs.zoo)
  func inducedKeepsTheTiesAmongTheChosen(_ named: NamedGraph) {
    let graph = named.graph
    var random = RandomStream(seed: 31)
    for share in [0.0, 0.3, 0.7, 1.0] {
      let chosen = (0..<graph.nodeCount).filter { _ in random.nextUnit() < share }
      let wanted = naive(graph, nodes: chosen.count) { pair, weight in
        guard let from = chosen.firstIndex(of: pair.from), let to = chosen.firstIndex(of: pair.to)
        else { return nil }
        return (from, to, weight)
      }
      #expect(wanted.difference(from: graph.induced(on: chosen)) == nil)
    }
    #expect(graph.induced(on: Array(0..<graph.nodeCount)) == graph)
  }

  @Test(arguments: RandomGraphs.zoo)
  func relabelledGivesNodesNewNumbers(_ named: NamedGraph) {
    let graph = named.graph
    let numbers = RandomGraphs.permutation(graph.nodeCount, seed: 32)
    let wanted = naive(graph) { (Int(numbers[$0.from]), Int(numbers[$0.to]), $1) }
    let result = graph.relabelled(numbers)
    #expect(wanted.difference(from: result) == nil)
    var back = numbers
    for (old, new) in numbers.enumerated() { back[Int(new)] = Int32(old) }
    #expect(result.relabelled(back) == graph)
  }

  @Test(arguments: RandomGraphs.zoo)
  func quotientSumsTheTiesBetweenClusters(_ named: NamedGraph) {
    let graph = named.graph
    var random = RandomStream(seed: 33)
    for clusters in [1, 2, 5] {
      let partition = Partition(
        labels: (0..<graph.nodeCount).map { _ in random.next(below: clusters) }
      )
      var inside = [Double](repeating: 0, count: partition.count)
      let wanted = naive(graph, nodes: partition.count) { pair, weight in
        let from = Int(partition.clusterOf[pair.from])
        let to = Int(partition.clusterOf[pair.to])
        if from == to { inside[from] += weight }
        return from == to ? nil : (from, to, weight)
      }
      let result = graph.quotient(by: partition)
      #expect(wanted.difference(from: result.graph) == nil)
      #expect(result.inside == inside)
      #expect(result.sizes == partition.sizes)
    }
  }

  @Test(arguments: RandomGraphs.zoo)
  func quotientByNodesIsTheGraph(_ named: NamedGraph) {
    let result = named.graph.quotient(by: .singletons(named.graph.nodeCount))
    #expect(result.graph == named.graph)
    #expect(result.inside.allSatisfy { $0 == 0 })
  }

  @Test func nodesOutOfOrderAreAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomGraphs.path(3, .directed).graph.induced(on: [1, 0])
    }
    await #expect(processExitsWith: .failure) {
      _ = RandomGraphs.path(3, .directed).graph.relabelled([0, 0, 1])
    }
  }
}
