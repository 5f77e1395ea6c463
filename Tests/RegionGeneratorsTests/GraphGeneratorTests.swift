import GraphCore
import RegionGenerators
import Testing

@Suite("What every generator promises")
struct GraphGeneratorTests {
  @Test(arguments: [1, 20_261_123] as [UInt64])
  func tiesAreSimpleAndWithinTheNodes(seed: UInt64) throws {
    for (name, generator) in try Recipes.all(seed: seed) {
      let ties = try GeneratedTies(generator)
      #expect(Set(ties.pairs).count == ties.count, "\(name): a tie twice")
      #expect(ties.pairs.allSatisfy { $0.low != $0.high }, "\(name): a loop")
      let ends = ties.sources + ties.targets
      #expect(
        ends.allSatisfy { $0 >= 0 && Int($0) < generator.nodeCount },
        "\(name): an end outside"
      )
      if let promised = generator.tieCount {
        #expect(ties.count == promised, "\(name): \(ties.count) ties of \(promised)")
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    for (name, generator) in try Recipes.all(seed: 5) {
      let one = try GeneratedTies(generator, threads: 1)
      #expect(try GeneratedTies(generator, threads: 2) == one, "\(name)")
      #expect(try GeneratedTies(generator, threads: 8) == one, "\(name)")
    }
  }

  @Test func theSeedDecides() throws {
    let first = try Recipes.all(seed: 1)
    let again = try Recipes.all(seed: 1)
    let other = try Recipes.all(seed: 2)
    for place in first.indices {
      let (name, generator) = first[place]
      let ties = try GeneratedTies(generator)
      #expect(try GeneratedTies(again[place].generator) == ties, "\(name)")
      let isDrawn = !(generator is Grid) && ties.count > 1
      #expect(try (GeneratedTies(other[place].generator) != ties) == isDrawn, "\(name)")
    }
  }

  @Test func largeGraphsComeInPieces() throws {
    let generator = try NestedRegion(nodes: 20_000, ties: 112_000, seed: 3)
    let ties = try GeneratedTies(generator)
    #expect(ties.pieces == 4)
    #expect(ties.sources == ties.sources.sorted())
  }

  @Test func theGraphHoldsTheStreamedTies() throws {
    let generator = try PlantedPartition(nodes: 50, ties: 100, groups: 5, mixing: 0.3, seed: 9)
    let graph = try generator.graph()
    let ties = try GeneratedTies(generator)
    #expect(graph.nodeCount == 50)
    #expect(graph.edgeCount == 100)
    #expect(graph.parallelMerged == 0 && graph.loopsDropped == 0 && !graph.isWeighted)
    for tie in ties.pairs { #expect(graph.hasArc(from: tie.low, to: tie.high)) }
  }

  @Test func cancellingEndsTheStream() throws {
    for (name, generator) in try Recipes.all(seed: 1) {
      let control = RunControl(threads: 2)
      control.cancel()
      var pieces = 0
      #expect(throws: StreamError<Never>.self, "\(name)") {
        try generator.forEachChunk(control: control) { _ in pieces += 1 }
      }
      #expect(pieces == 0, "\(name)")
    }
  }

  @Test func aReceiverMayRefuse() throws {
    struct Full: Error, Equatable {}
    for (name, generator) in try Recipes.all(seed: 1) {
      var pieces = 0
      do throws(StreamError<Full>) {
        try generator.forEachChunk(control: RunControl()) { (_) throws(Full) in
          pieces += 1
          throw Full()
        }
        Issue.record("\(name): went on")
      } catch {
        guard case .refused = error else {
          Issue.record("\(name): \(error)")
          continue
        }
      }
      #expect(pieces == 1, "\(name)")
    }
  }
}
