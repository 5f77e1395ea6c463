import Foundation

/// Folders that commands make.
enum Folders {
  /// Makes a folder, and those above it, unless it is there.
  static func make(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ProgramError(
        .inputOutput,
        "cannot make the folder \"\(path)\"",
        hint: "\(error.localizedDescription)"
      )
    }
  }
}
