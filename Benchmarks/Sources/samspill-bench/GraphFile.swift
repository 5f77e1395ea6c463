import GraphCore
import LearningRegion
import NetworkFormats

/// Why a file could not be used.
struct GraphFileError: Error, CustomStringConvertible {
  let description: String
}

/// Reading the way the program reads: a file to a region, the region to a graph.
enum GraphFile {
  static func region(
    _ path: String,
    threads: Int
  ) throws -> (region: Region, report: ReadingReport) {
    let options = ReadingOptions(threads: threads)
    let reading = try NetworkReader.read(path, format: .edges, options: options)
    guard let region = reading.region else {
      throw GraphFileError(description: "\(path) cannot be read; samspill check says why")
    }
    return (region, reading.report)
  }

  static func graph(of region: Region, threads: Int) throws -> Graph {
    var projection = GraphProjection()
    projection.direction = .undirected
    return try region.graph(projection, threads: threads).graph
  }

  /// The graph with node `i` named `i` in the file, as other tools number it: no tool is to profit from the order
  /// in which the file happens to name its nodes.
  ///
  /// Also the most bytes that building took, the list of ties included; `nil` where the system does not tell.
  static func graphInOrderOfIDs(
    _ region: Region,
    threads: Int
  ) throws -> (graph: Graph, buildingPeak: Int?) {
    let numbers = try (0..<region.actors.count).map { actor in
      guard let number = Int32(region.actors.ids[actor]), number >= 0 else {
        throw GraphFileError(description: "nodes of benchmark graphs are numbers")
      }
      return number
    }
    let ties = ArcList(
      sources: region.ties.sources.map { numbers[Int($0)] },
      targets: region.ties.targets.map { numbers[Int($0)] }
    )
    let nodeCount = Int(numbers.max() ?? -1) + 1
    let list = ties.count * 2 * MemoryLayout<Int32>.size
    Memory.resetPeak()
    let before = Memory.resident
    let graph = try ties.makeGraph(nodeCount: nodeCount, .undirected, threads: threads)
    let peak = Memory.peak
    // The list stood there already.
    return (graph, before.flatMap { before in peak.map { max(0, $0 - before) + list } })
  }
}
