import GraphCore
import Testing
import TestSupport

@testable import NetworkMetrics

@Suite("Batches of sources")
struct BatchBrandesTests {
  @Test("counting source by source gives the same sums", arguments: RandomGraphs.zoo)
  func fallback(_ sample: NamedGraph) throws {
    for kind in [DependencySums.nodes, .arcs] {
      let work = DependencyGraph(sample.graph.unweighted(), kind)
      var careful = work
      careful.largestCount = 3
      let width = kind == .nodes ? work.original.count : work.succs.arcCount
      let fast = try work.sumBySteps(kind, width, "batches", RunControl())
      let slow = try careful.sumBySteps(kind, width, "one by one", RunControl())
      #expect(firstDifference(fast, slow) == nil)
      let single = try work.sumOneByOne(nil, kind, width, "singly", RunControl())
      #expect(firstDifference(fast, single) == nil)
    }
  }

  @Test("a count beyond 2¹⁰⁰⁰ is refused, with nothing added, and counted with care")
  func tooManyPaths() {
    // Layers of two nodes, each tied to both of the next layer: two ways more at every layer, no cut node anywhere.
    let depth = 1_200
    var arcs = ArcList()
    for layer in 0..<depth - 1 {
      for a in 0..<2 {
        for b in 0..<2 { arcs.append(from: Int32(2 * layer + a), to: Int32(2 * layer + 2 + b)) }
      }
    }
    guard let graph = try? arcs.makeGraph(nodeCount: 2 * depth, .directed) else {
      Issue.record("the graph was not built")
      return
    }
    let n = graph.nodeCount
    let mass = [Double](repeating: 1, count: n)
    var sums = [Double](repeating: 0, count: n)
    var levels = LevelSets(nodeCount: n)
    levels.run(sources: 0..<1, push: graph.out, pull: graph.incoming)
    var batch = BatchBrandes(preds: graph.incoming, succs: graph.out)
    let lanes = BatchBrandes.Lanes(repeating: 1)
    sums.withUnsafeMutableBufferPointer {
      let taken = batch.accumulate(
        levels,
        first: 0,
        masses: lanes,
        mass: mass,
        nodeSums: $0.baseAddress,
        arcSums: nil
      )
      #expect(!taken)
    }
    #expect(sums.allSatisfy { $0 == 0 })
    var single = LengthBrandes(rows: graph.out, lengths: nil)
    sums.withUnsafeMutableBufferPointer {
      single.accumulate(from: 0, mass: mass, nodes: $0.baseAddress, arcs: nil)
    }
    for layer in 1..<depth {
      // Node 0 reaches all later layers, half of it over either node of this one.
      for a in 0..<2 { #expect(agree(sums[2 * layer + a], Double(depth - 1 - layer))) }
    }
  }
}
