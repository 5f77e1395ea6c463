import Foundation
import SafeFiles

/// A file that a command is going to write.
struct OutputTarget {
  let path: String
  let overwrite: AtomicWriter.Overwrite

  /// Refuses before the work what writing would refuse after it: a file that is there already and may not be
  /// replaced, a folder, a file in a folder that there is not. A device or a pipe is fine.
  func refuseEarly() throws {
    if path == "-" { return }
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw FileError(path: path, operation: .create, category: .isDirectory)
      case S_IFREG where overwrite == .refuse:
        throw FileError(path: path, operation: .create, category: .exists)
      default: return
      }
    }
    let folder = (path as NSString).deletingLastPathComponent
    if stat(folder.isEmpty ? "." : folder, &status) != 0 {
      throw FileError(path: path, operation: .create, errno: errno)
    }
    if status.st_mode & S_IFMT != S_IFDIR {
      throw FileError(path: path, operation: .create, category: .notADirectory)
    }
  }
}
