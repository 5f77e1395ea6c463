#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import SafeFiles

/// A folder that goes away, with what is in it, when the value does.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/safefiles-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  subscript(name: String) -> String { path + "/" + name }

  var names: [String] { (try? Folder.names(in: path)) ?? [] }

  /// Written with the plain C calls, so that tests of reading do not depend on our own writing.
  func put(_ bytes: [UInt8], as name: String) {
    let fd = open(self[name], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var written = 0
    while written < bytes.count {
      written += bytes[written...].withUnsafeBytes { systemWrite(fd, $0.baseAddress!, $0.count) }
    }
    close(fd)
  }

  /// Read with the plain C calls, for the same reason.
  func bytes(_ name: String) -> [UInt8]? {
    let fd = open(self[name], O_RDONLY)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var all: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let got = read(fd, &part, part.count)
      if got <= 0 { return all }
      all += part[..<got]
    }
  }
}

private func systemWrite(_ fd: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(fd, bytes, count)
}

/// The error that `body` throws, or nil.
func failure(of body: () throws(FileError) -> Void) -> FileError? {
  do {
    try body()
    return nil
  } catch {
    return error
  }
}
