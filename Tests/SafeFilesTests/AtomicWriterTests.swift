#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import SafeFiles
import Synchronization
import Testing

/// Counts calls and fails the k-th one.
private final class Fault: Sendable {
  private let count = Atomic<Int>(0)
  let failing: Int
  let number: Int32
  init(_ failing: Int, _ number: Int32) {
    self.failing = failing
    self.number = number
  }
  func hit() -> Bool {
    let now = count.add(1, ordering: .relaxed).oldValue
    if now == failing { errno = number }
    return now == failing
  }
  var calls: Int { count.load(ordering: .relaxed) }
}

@Suite struct AtomicWriterTests {
  private let text = Array("new content\n".utf8)

  @Test func newFileIsWritten() throws {
    let folder = TemporaryFolder()
    try AtomicWriter.write(text, to: folder["f"], overwrite: .refuse)
    #expect(folder.bytes("f") == text)
    #expect(folder.names == ["f"])
  }

  @Test func refusedEarlyWhatWritingWouldRefuse() throws {
    let folder = TemporaryFolder()
    folder.put([1], as: "f")
    func category(_ path: String, _ overwrite: AtomicWriter.Overwrite) -> FileError.Category? {
      do {
        try AtomicWriter.refuseEarly(path: path, overwrite: overwrite)
        return nil
      } catch {
        return error.category
      }
    }
    #expect(category(folder["f"], .refuse) == .exists)
    #expect(category(folder["nowhere/f"], .replace) == .missing)
    #expect(category(folder["f/g"], .replace) == .notADirectory)
    #expect(category(folder["."], .replace) == .isDirectory)
    #expect(category(folder["f"], .replace) == nil)
    #expect(category(folder["new"], .refuse) == nil)
    #expect(category("/dev/full", .refuse) == nil)
    // Nothing was made and nothing was changed.
    #expect(folder.names == ["f"])
    #expect(folder.bytes("f") == [1])
  }

  @Test func nothingShowsBeforeCommit() throws {
    let folder = TemporaryFolder()
    folder.put([1], as: "f")
    let writer = try AtomicWriter(path: folder["f"], overwrite: .replace)
    try writer.write([UInt8](repeating: 2, count: 200_000))
    #expect(folder.bytes("f") == [1])
    try writer.commit()
    #expect(folder.bytes("f")?.count == 200_000)
    #expect(folder.names == ["f"])
  }

  @Test func withoutCommitNothingStays() throws {
    let folder = TemporaryFolder()
    do {
      let writer = try AtomicWriter(path: folder["f"], overwrite: .refuse)
      try writer.write(text)
      #expect(folder.names.count == 1)
    }
    #expect(folder.names == [])
  }

  @Test func existingTargetIsRefused() throws {
    let folder = TemporaryFolder()
    folder.put([1], as: "f")
    let error = failure { () throws(FileError) in
      try AtomicWriter.write(text, to: folder["f"], overwrite: .refuse)
    }
    #expect(error?.category == .exists)
    #expect(folder.bytes("f") == [1])
  }

  @Test func targetThatAppearsMeanwhileIsRefused() throws {
    let folder = TemporaryFolder()
    let writer = try AtomicWriter(path: folder["f"], overwrite: .refuse)
    try writer.write(text)
    folder.put([9], as: "f")
    let error = failure { () throws(FileError) in try writer.commit() }
    #expect(error?.category == .exists)
    #expect(folder.bytes("f") == [9])
    #expect(folder.names == ["f"])
  }

  @Test func withoutHardLinksTheTargetIsStillNeverReplaced() throws {
    let folder = TemporaryFolder()
    var calls = SystemCalls.live
    calls.link = { _, _ in
      errno = EPERM
      return -1
    }
    try AtomicWriter.write(text, to: folder["f"], overwrite: .refuse, calls: calls)
    #expect(folder.bytes("f") == text)
    let writer = try AtomicWriter(path: folder["g"], overwrite: .refuse, calls: calls)
    folder.put([9], as: "g")
    let error = failure { () throws(FileError) in try writer.commit() }
    #expect(error?.category == .exists)
    #expect(folder.bytes("g") == [9])
    #expect(folder.names == ["f", "g"])
  }

  @Test func permissionsAreKeptOrSet() throws {
    let folder = TemporaryFolder()
    func bits(_ name: String) -> mode_t {
      var status = stat()
      stat(folder[name], &status)
      return status.st_mode & 0o7777
    }
    folder.put([1], as: "f")
    chmod(folder["f"], 0o640)
    try AtomicWriter.write(text, to: folder["f"], overwrite: .replace)
    #expect(bits("f") == 0o640)
    try AtomicWriter.write(text, to: folder["g"], overwrite: .refuse, mode: 0o600)
    #expect(bits("g") == 0o600)
    let mask = umask(0)
    umask(mask)
    try AtomicWriter.write(text, to: folder["h"], overwrite: .refuse)
    #expect(bits("h") == 0o666 & ~mask)
  }

  @Test func symbolicLinkStaysAndItsFileIsReplaced() throws {
    let folder = TemporaryFolder()
    folder.put([1], as: "real")
    symlink("real", folder["link"])
    try AtomicWriter.write(text, to: folder["link"], overwrite: .replace)
    #expect(folder.bytes("real") == text)
    var status = stat()
    lstat(folder["link"], &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func brokenLinkIsAnExistingName() throws {
    let folder = TemporaryFolder()
    symlink("nowhere", folder["link"])
    let error = failure { () throws(FileError) in
      try AtomicWriter.write(text, to: folder["link"], overwrite: .refuse)
    }
    #expect(error?.category == .exists)
    #expect(folder.names == ["link"])
  }

  @Test func fullDeviceIsReported() throws {
    try #require(FileKind(path: "/dev/full") == .characterDevice)
    for overwrite in [AtomicWriter.Overwrite.refuse, .replace] {
      let error = failure { () throws(FileError) in
        try AtomicWriter.write(text, to: "/dev/full", overwrite: overwrite)
      }
      #expect(error?.category == .noSpace)
      #expect(error?.description == "cannot write \"/dev/full\": no space left on the device")
    }
    try AtomicWriter.write(text, to: "/dev/null", overwrite: .refuse)
    #expect(FileKind(path: "/dev/null") == .characterDevice)
  }

  @Test func impossibleTargets() {
    let folder = TemporaryFolder()
    folder.put([], as: "file")
    let cases: [(String, FileError.Category)] = [
      (folder.path, .isDirectory), (folder["no/such"], .missing),
      (folder["file/x"], .notADirectory), ("/proc/none", .missing),
      (folder[String(repeating: "n", count: 300)], .cannotWrite),
    ]
    for (path, category) in cases {
      let error = failure { () throws(FileError) in
        try AtomicWriter.write(text, to: path, overwrite: .replace)
      }
      #expect(error?.category == category, "\(path)")
    }
    #expect(folder.names == ["file"])
  }

  @Test func descriptorPathContinuesAnOpenFile() throws {
    let folder = TemporaryFolder()
    folder.put([], as: "f")
    let fd = open(folder["f"], O_WRONLY)
    _ = write(fd, "one ", 4)
    try AtomicWriter.write(Array("two".utf8), to: "/dev/fd/\(fd)", overwrite: .refuse)
    close(fd)
    #expect(folder.bytes("f") == Array("one two".utf8))
  }

  /// Every system call in turn fails: the old file stays, no temporary file stays, the error says so.
  @Test func everyFailureLeavesTheOldFile() throws {
    let content = [UInt8](repeating: 3, count: 300_000)
    var failures = 0
    for failing in 0..<100 {
      let folder = TemporaryFolder()
      folder.put([1], as: "f")
      let fault = Fault(failing, ENOSPC)
      var calls = SystemCalls.live
      let live = SystemCalls.live
      calls.write = { fault.hit() ? -1 : live.write($0, $1, min($2, 7_000)) }
      calls.sync = { fault.hit() ? -1 : live.sync($0) }
      calls.rename = { fault.hit() ? -1 : live.rename($0, $1) }
      calls.close = {
        let result = live.close($0)
        return fault.hit() ? -1 : result
      }
      let error = failure { () throws(FileError) in
        try AtomicWriter.write(content, to: folder["f"], overwrite: .replace, calls: calls)
      }
      #expect(folder.names == ["f"])
      if fault.calls <= failing {
        #expect(error == nil)
        #expect(folder.bytes("f") == content)
        break
      }
      failures += 1
      if let error {
        #expect(error.category == .noSpace)
        // Only the sync of the folder comes after the new name.
        let now = folder.bytes("f")
        #expect(now == [1] || (error.operation == .flush && now == content))
      } else {
        // The descriptor of the folder was read only: nothing can be lost by its close.
        #expect(folder.bytes("f") == content)
      }
    }
    #expect(failures > 44)
  }

  @Test func shortAndInterruptedWritesGoOn() throws {
    let folder = TemporaryFolder()
    let content = (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let turn = Atomic<Int>(0)
    let live = SystemCalls.live
    var calls = live
    calls.write = { fd, bytes, count in
      if turn.add(1, ordering: .relaxed).newValue % 2 == 0 {
        errno = EINTR
        return -1
      }
      return live.write(fd, bytes, min(count, 997))
    }
    try AtomicWriter.write(content, to: folder["f"], overwrite: .refuse, calls: calls)
    #expect(folder.bytes("f") == content)
  }
}
