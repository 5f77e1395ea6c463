#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary file that no longer has a name: it goes when its last descriptor does, also when the
/// program is killed.
///
/// Files instead of pipes on both sides of the child: nobody waits for anybody, a child that stops
/// reading cannot stop us, and the limit on file sizes bounds its answer.
final class UnlinkedFile {
  /// Above the standard three, closed when another program is started.
  let descriptor: Int32

  /// Makes an empty file in `TMPDIR` or `/tmp`.
  init() throws(DrawingError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/samspill-drawing-XXXXXX".utf8CString)
    let made = mkstemp(&name)
    guard made >= 0 else {
      throw .system("no temporary file could be made in \(folder) (\(Self.errorText))")
    }
    unlink(name)
    let moved = fcntl(made, F_DUPFD_CLOEXEC, 10)
    close(made)
    guard moved >= 0 else { throw .system("too many files are open (\(Self.errorText))") }
    descriptor = moved
  }

  deinit { close(descriptor) }

  /// Writes everything and goes back to the start.
  func fill(with bytes: [UInt8]) throws(DrawingError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system("a temporary file could not be written (\(Self.errorText))")
      }
      done += count
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .system("a temporary file could not be read (\(Self.errorText))")
    }
  }

  /// Everything in the file, at most `limit` bytes of it.
  func contents(limit: Int) throws(DrawingError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw .system("a temporary file could not be read (\(Self.errorText))")
    }
    guard size <= limit else { throw .badAnswer("the picture has more than \(limit >> 20) MB") }
    var bytes = [UInt8](repeating: 0, count: Int(size))
    var done = 0
    while done < bytes.count {
      let wanted = bytes.count - done
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + done, wanted) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system("a temporary file could not be read") }
      done += count
    }
    return bytes
  }

  /// What `errno` says.
  static var errorText: String { String(cString: strerror(errno)) }
}
