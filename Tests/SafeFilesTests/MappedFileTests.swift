#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import SafeFiles
import Testing

@Suite struct MappedFileTests {
  private func read(
    _ path: String,
    limit: Int = 1 << 20,
    mapFrom: Int = 1 << 20
  ) throws(FileError) -> [UInt8] {
    try MappedFile(path: path, limit: limit, mapFrom: mapFrom).copied()
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 100_000], [1, 1 << 20])
  func everySizeReadAndMapped(size: Int, mapFrom: Int) throws {
    let folder = TemporaryFolder()
    let content = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    folder.put(content, as: "f")
    let file = try MappedFile(path: folder["f"], limit: 1 << 20, mapFrom: mapFrom)
    #expect(file.count == size)
    #expect(file.copied() == content)
    #expect(file.withBytes { $0.count } == size)
  }

  @Test func nullDeviceIsEmpty() throws {
    #expect(try read("/dev/null") == [])
  }

  @Test func endlessDeviceMeetsTheLimit() {
    let error = failure { () throws(FileError) in _ = try read("/dev/zero", limit: 100_000) }
    #expect(error?.category == .tooLarge)
  }

  @Test func refusals() throws {
    let folder = TemporaryFolder()
    #expect(mkfifo(folder["pipe"], 0o600) == 0)
    folder.put([1, 2, 3, 4], as: "four")
    let cases: [(String, Int, FileError.Category)] = [
      (folder["none"], 1000, .missing), (folder.path, 1000, .isDirectory),
      (folder["pipe"], 1000, .notAFile), (folder["four"], 3, .tooLarge),
      (folder["four"] + "/x", 1000, .notADirectory),
    ]
    for (path, limit, category) in cases {
      let error = failure { () throws(FileError) in _ = try read(path, limit: limit) }
      #expect(error?.category == category, "\(path)")
      #expect(error?.path == path)
    }
    #expect(try read(folder["four"], limit: 4) == [1, 2, 3, 4])
  }

  @Test func unreadableFileIsSaidToBe() throws {
    // The superuser may read everything, so the permission test means something only for others.
    try #require(geteuid() != 0 || FileKind(path: "/proc/self/mem") == .regular)
    let error: FileError?
    if geteuid() == 0 {
      // Address zero of a process cannot be read: an input/output error for anybody.
      error = failure { () throws(FileError) in _ = try read("/proc/self/mem") }
    } else {
      let folder = TemporaryFolder()
      folder.put([1], as: "closed")
      chmod(folder["closed"], 0)
      error = failure { () throws(FileError) in _ = try read(folder["closed"]) }
    }
    #expect(error?.category == .unreadable)
  }

  @Test func descriptorIsReadToItsEndAndStaysOpen() throws {
    let folder = TemporaryFolder()
    let content = [UInt8](repeating: 7, count: 10_000)
    folder.put(content, as: "f")
    let fd = open(folder["f"], O_RDONLY)
    defer { close(fd) }
    #expect(try MappedFile(descriptor: fd, name: "standard input").copied() == content)
    #expect(fcntl(fd, F_GETFD) >= 0)
    #expect(try MappedFile(descriptor: fd, name: "standard input").copied() == [])
    lseek(fd, 0, SEEK_SET)
    let error = failure { () throws(FileError) in
      _ = try MappedFile(descriptor: fd, name: "standard input", limit: 9_999).count
    }
    #expect(error?.category == .tooLarge)
    #expect(error?.description == "cannot read \"standard input\": it is too large")
  }

  @Test func shellPipeIsRead() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = write(ends[1], "abc", 3)
    close(ends[1])
    defer { close(ends[0]) }
    #expect(try read("/dev/fd/\(ends[0])") == Array("abc".utf8))
  }

  @Test func listingIsSortedByBytes() throws {
    let folder = TemporaryFolder()
    for name in ["b", "a", "Å", "Z"] { folder.put([], as: name) }
    #expect(try Folder.names(in: folder.path) == ["Z", "a", "b", "Å"])
    let error = failure { () throws(FileError) in _ = try Folder.names(in: folder["a"]) }
    #expect(error?.category == .notADirectory)
  }

  @Test func foldersAreMadeWithTheirParents() throws {
    let folder = TemporaryFolder()
    try Folder.create(folder["x/y"])
    try Folder.create(folder["x/y"])
    #expect(FileKind(path: folder["x/y"]) == .directory)
    folder.put([], as: "file")
    let error = failure { () throws(FileError) in try Folder.create(folder["file/y"]) }
    #expect(error != nil)
    rmdir(folder["x/y"])
    rmdir(folder["x"])
  }

  @Test func namesInErrorsCannotCommandATerminal() {
    let error = FileError(path: "a\u{1b}[2J\u{202e}b", operation: .open, errno: ENOENT)
    #expect(
      error.description
        == "cannot read \"a\\u{1b}[2J\\u{202e}b\": there is no such file or folder"
    )
  }
}
