import Foundation

/// What the machine offers.
enum SystemFacts {
  /// Cores that this process may use.
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Bytes of memory.
  static var memory: UInt64 { ProcessInfo.processInfo.physicalMemory }

  /// The path of the running program, for starting itself as the renderer.
  static var programPath: String {
    #if os(Linux)
      let link = "/proc/self/exe"
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    #endif
    return Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
