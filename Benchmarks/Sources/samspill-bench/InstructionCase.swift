import GraphCore
import LearningRegion
import NetworkFormats
import RegionGenerators

/// One kernel on a small fixed graph, on one thread: what callgrind counts does not depend on the machine's speed or load.
enum InstructionCase {
  private static let seed: UInt64 = 20_261_123

  static func run(_ name: String) throws {
    if name == "read" {
      let bytes = try edgeList()
      try measuredForCallgrind {
        let options = ReadingOptions(threads: 1)
        let reading = NetworkReader.read(
          bytes: bytes,
          name: "ties.csv",
          format: .edges,
          options: options
        )
        guard let region = reading.region else { throw GraphFileError(description: "unreadable") }
        _ = try GraphFile.graph(of: region, threads: 1)
      }
      return
    }
    guard let kernel = Kernel(rawValue: name) else {
      throw GraphFileError(description: "no kernel \(name)")
    }
    let plain = try size(of: kernel).graph()
    let graph = try kernel.reading.graph(from: plain, threads: 1)
    let control = RunControl(threads: 1)
    try measuredForCallgrind { _ = try kernel.run(on: graph, control) }
  }

  /// Kernels that go through the graph once per node take a smaller one.
  private static func size(of kernel: Kernel) throws(GeneratorError) -> NestedRegion {
    switch kernel {
    case .betweenness, .closeness, .harmonic, .edgeBetweenness, .eccentricity, .meanDistance,
      .closenessByLength, .harmonicByLength, .betweennessByLength:
      try region(nodes: 600)
    default: try region(nodes: 6_000)
    }
  }

  private static func region(nodes: Int) throws(GeneratorError) -> NestedRegion {
    try NestedRegion(nodes: nodes, ties: nodes * 28 / 5, seed: seed)
  }

  private static func edgeList() throws -> [UInt8] {
    var lines = EdgeListLines(.csv)
    try region(nodes: 3_000).forEachChunk(control: RunControl()) { chunk in
      lines.append(chunk.sources, chunk.targets)
    }
    return lines.take()
  }
}

/// What callgrind counts is what happens inside this function, which it finds by its name.
@inline(never)
func measuredForCallgrind(_ body: () throws -> Void) rethrows {
  try body()
}
