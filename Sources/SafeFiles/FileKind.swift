#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stands at a path, symbolic links followed.
public enum FileKind: Hashable, Sendable {
  case regular, directory, pipe, socket, characterDevice, blockDevice

  /// What stands at `path`, or nil where nothing does or it cannot be looked at.
  public init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(mode: status.st_mode)
  }

  init?(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .directory
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFCHR: self = .characterDevice
    case S_IFBLK: self = .blockDevice
    default: return nil
    }
  }
}

/// The names in a folder.
public enum Folder {
  /// The names in the folder, sorted by their UTF-8 bytes, without `.` and `..`.
  ///
  /// - Throws: `FileError` where it is missing, no folder, or unreadable.
  public static func names(in path: String) throws(FileError) -> [String] {
    guard let handle = opendir(path) else {
      throw FileError(path: path, operation: .list, errno: errno)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(handle) else {
        if errno != 0 { throw FileError(path: path, operation: .list, errno: errno) }
        break
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Removes a file; one that is not there is fine.
  ///
  /// - Throws: `FileError` where it stays.
  public static func remove(_ path: String) throws(FileError) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw FileError(path: path, operation: .remove, errno: errno)
  }

  /// Makes the folder and the missing ones above it.
  ///
  /// - Throws: `FileError` where one cannot be made or a file stands in the way.
  public static func create(_ path: String) throws(FileError) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made.hasSuffix("/") ? "" : "/")
      made += part
      if made.isEmpty || mkdir(made, 0o777) == 0 { continue }
      let number = errno
      if FileKind(path: made) == .directory { continue }
      throw FileError(
        path: path,
        operation: .create,
        errno: number,
        category: number == EEXIST ? .notADirectory : .cannotWrite
      )
    }
  }
}
