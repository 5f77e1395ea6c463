import Foundation
import GraphCore

/// Memory of this process, as Linux tells it; elsewhere nothing is told.
enum Memory {
  /// Starts a new measurement of the peak.
  static func resetPeak() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  /// Bytes resident now.
  static var resident: Int? { field("VmRSS:") }

  /// The most bytes resident since the start or the last reset.
  static var peak: Int? { field("VmHWM:") }

  private static func field(_ name: String) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    for line in status.split(separator: "\n") where line.hasPrefix(name) {
      let number = line.dropFirst(name.count).split { $0 == " " || $0 == "\t" }.first
      return number.flatMap { Int($0) }.map { $0 << 10 }
    }
    return nil
  }
}

extension Graph {
  /// Bytes of the rows: row starts, far ends, strengths.
  var rowBytes: Int {
    func bytes(_ rows: Adjacency) -> Int {
      rows.offsets.count * MemoryLayout<Int>.size + rows.targets.count * MemoryLayout<Int32>.size
        + (rows.weights?.count ?? 0) * MemoryLayout<Double>.size
    }
    return bytes(out) + (isDirected ? bytes(incoming) : 0)
  }
}
