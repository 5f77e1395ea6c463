import RegionGenerators
import Testing

@Suite("Benchmark graphs")
struct PresetTests {
  @Test(arguments: [
    (Preset.region20k, 20_000, 112_000), (.region1m, 1_000_000, 5_600_000),
    (.region20m, 20_000_000, 120_000_000),
  ])
  func regionsAreOfThePublishedSize(preset: Preset, nodes: Int, ties: Int) throws {
    let generator = try preset.generator(seed: 1)
    #expect(generator.nodeCount == nodes)
    #expect(generator.tieCount == ties)
  }

  @Test func rmat14HasSome213000Ties() throws {
    let ties = try GeneratedTies(Preset.rmat14.generator(seed: 1), threads: 2)
    #expect((210_000...216_000).contains(ties.count))
  }
}
