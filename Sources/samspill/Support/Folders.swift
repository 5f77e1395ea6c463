import Foundation
import SafeFiles

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

extension AtomicWriter {
  /// Refuses early what writing would refuse late: a regular file that is there already.
  static func refuseExisting(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
    throw FileError(path: path, operation: .create, category: .exists)
  }
}
