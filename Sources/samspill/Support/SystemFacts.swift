import Foundation

/// What the machine offers.
enum SystemFacts {
  /// Cores that this process may use.
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// Bytes of memory.
  static var memory: UInt64 { ProcessInfo.processInfo.physicalMemory }

  /// The font that this machine draws with when asked for `family`; `nil` where fontconfig's `fc-match`
  /// is not there to say.
  static func font(for family: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["fc-match", "--format=%{family}", family]
    let answer = Pipe()
    process.standardOutput = answer
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = answer.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !bytes.isEmpty else { return nil }
    // A font with names in several languages has them all, the plain one first.
    return String(decoding: bytes, as: UTF8.self).split(separator: ",").first.map(String.init)
  }

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
