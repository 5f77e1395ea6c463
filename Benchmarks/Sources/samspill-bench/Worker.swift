import Foundation
import GraphCore
import LearningRegion
import NetworkFormats

/// Does what it is told line by line, and answers each line with one line of JSON: so several tools can take turns on
/// the same graphs, each with its graph in memory.
///
///     load PATH             reads the file, keeps its graph
///     read PATH             reads the file and forgets it: reading is the kernel
///     run KERNEL [FILE]     runs a kernel; writes its answer to FILE, a Double per node
final class Worker {
  private let control: RunControl
  private var graph: Graph?
  /// The graph as kernels need it that read it in another way, made when first asked for.
  private var readings: [Reading: Graph] = [:]

  init(threads: Int) { control = RunControl(threads: threads) }

  func serve() {
    while let line = readLine() {
      let words = line.split(separator: " ").map { String($0) }
      if words.first == "quit" { return }
      var result: [String: Any]
      do { result = try answer(words) } catch { result = ["error": "\(error)"] }
      result["request"] = line
      Self.say(result)
    }
  }

  static func say(_ result: [String: Any]) {
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: result,
        options: [.sortedKeys, .withoutEscapingSlashes]
      )
    else { return }
    FileHandle.standardOutput.write(data + Data("\n".utf8))
  }

  /// Carries out one order.
  func answer(_ words: [String]) throws -> [String: Any] {
    switch (words.first, words.count) {
    case ("load", 2):
      let before = Memory.resident
      let (loaded, buildingPeak) = try load(words[1])
      graph = loaded
      readings = [:]
      var result: [String: Any] = [
        "nodes": loaded.nodeCount, "ties": loaded.edgeCount,
        "row_bytes_per_tie": Double(loaded.rowBytes) / Double(max(1, loaded.edgeCount)),
      ]
      if let buildingPeak {
        result["building_bytes_per_tie"] = Double(buildingPeak) / Double(max(1, loaded.edgeCount))
      }
      if let before, let now = Memory.resident { result["resident_bytes"] = max(0, now - before) }
      return result
    case ("read", 2):
      return try timed {
        let (region, report) = try GraphFile.region(words[1], threads: control.threads)
        let graph = try GraphFile.graph(of: region, threads: control.threads)
        return (graph, ["report": report])
      }
    case ("run", 2), ("run", 3):
      guard let kernel = Kernel(rawValue: words[1]) else {
        throw GraphFileError(description: "no kernel \(words[1])")
      }
      let graph = try graph(for: kernel)
      let control = control
      return try timed {
        let answer = try kernel.run(on: graph, control)
        return (answer, words.count == 3 ? ["answer": answer, "file": words[2]] : [:])
      }
    default: throw GraphFileError(description: "load PATH, read PATH, run KERNEL [FILE] or quit")
    }
  }

  /// The graph in the way the kernel reads it; made outside of the time taken.
  private func graph(for kernel: Kernel) throws -> Graph {
    guard let graph else { throw GraphFileError(description: "no graph is loaded") }
    if let known = readings[kernel.reading] { return known }
    let found = try kernel.reading.graph(from: graph, threads: control.threads)
    readings[kernel.reading] = found
    return found
  }

  /// The region is gone when this returns.
  private func load(_ path: String) throws -> (graph: Graph, buildingPeak: Int?) {
    let region = try GraphFile.region(path, threads: control.threads).region
    return try GraphFile.graphInOrderOfIDs(region, threads: control.threads)
  }

  /// Times `body`, which also says what to keep; what it made is given up after the clock has stopped.
  ///
  /// What takes less than two milliseconds is done again for 20 ms, and the mean is the time: one look at the clock would say little. The
  /// peers' workers do the same.
  private func timed<Made>(_ body: () throws -> (Made, [String: Any])) throws -> [String: Any] {
    Memory.resetPeak()
    let before = Memory.resident
    let start = ContinuousClock.now
    let (_, kept) = try body()
    var time = ContinuousClock.now - start
    if time < .milliseconds(2) {
      let start = ContinuousClock.now
      var runs = 0
      repeat {
        _ = try body()
        runs += 1
        time = ContinuousClock.now - start
      } while time < .milliseconds(20)
      time /= runs
    }
    var result: [String: Any] = ["seconds": time / .seconds(1)]
    if let before, let peak = Memory.peak { result["peak_bytes"] = max(0, peak - before) }
    // The file's hash is made in the background: waited for here, so that it does not disturb whoever has the next turn.
    if let report = kept["report"] as? ReadingReport { result["sha256"] = report.sha256 }
    if let answer = kept["answer"] as? Answer, let file = kept["file"] as? String {
      try write(answer, to: file)
    }
    return result
  }

  private func write(_ answer: Answer, to file: String) throws {
    let values: [Double] =
      switch answer {
      case .scores(let scores): scores.map { $0 ?? .nan }
      case .counts(let counts): counts.map { Double($0) }
      case .clusters(let clusters): clusters.map { Double($0) }
      }
    let data = values.withUnsafeBytes { Data($0) }
    try data.write(to: URL(fileURLWithPath: file))
  }
}
