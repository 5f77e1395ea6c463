#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a whole file, read-only, for as long as the value lives.
///
/// Files below `mapFrom` bytes are copied into memory; larger ones are mapped. A mapped file that
/// another process shortens while we read raises SIGBUS, which no library can handle well, so
/// mapping is kept for files where copying would cost real memory.
///
/// A folder, a socket, a named pipe and a disk device are refused. `/dev/stdin`, `/dev/fd/N` and
/// character devices (`/dev/null` is an empty file) are read to their end.
public struct MappedFile: ~Copyable, @unchecked Sendable {
  /// The default size limit for regular files, in bytes: 16 GiB.
  public static let defaultLimit = 16 << 30
  /// The size limit of things without a size (pipes, devices), in bytes: 2 GiB.
  public static let streamLimit = 2 << 30
  /// Files of at least this many bytes are mapped instead of copied: 64 MiB.
  public static let mapFrom = 64 << 20

  private enum Storage { case allocated, mapped }
  private let bytes: UnsafeRawBufferPointer
  private let storage: Storage

  /// Number of bytes.
  public var count: Int { bytes.count }

  /// Opens and reads the file at `path`.
  ///
  /// - Parameters:
  ///   - limit: the largest size accepted, in bytes.
  ///   - mapFrom: from this size on the file is mapped, in bytes.
  /// - Throws: `FileError`: missing, unreadable, isDirectory, notAFile, tooLarge.
  public init(
    path: String,
    limit: Int = MappedFile.defaultLimit,
    mapFrom: Int = MappedFile.mapFrom
  ) throws(FileError) {
    // Non-blocking, so that opening a named pipe nobody writes to cannot hang us before we
    // have seen what it is.
    let fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard fd >= 0 else { throw FileError(path: path, operation: .open, errno: errno) }
    defer { close(fd) }
    var status = stat()
    guard fstat(fd, &status) == 0 else {
      throw FileError(path: path, operation: .open, errno: errno)
    }
    switch FileKind(mode: status.st_mode) {
    case .directory:
      throw FileError(path: path, operation: .open, category: .isDirectory)
    case .regular:
      let size = Int(status.st_size)
      if size > limit { throw FileError(path: path, operation: .open, category: .tooLarge) }
      if size >= mapFrom, size > 0 {
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, fd, 0)
        if let address, address != MAP_FAILED {
          bytes = UnsafeRawBufferPointer(start: address, count: size)
          storage = .mapped
          return
        }
        // Some file systems cannot map; copying is slower, never wrong.
      }
      bytes = try ByteStream.readAll(
        from: fd,
        path: path,
        limit: limit,
        expected: size
      )
      storage = .allocated
    case .characterDevice,
      .pipe where Self.isDescriptorPath(path):
      _ = fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK)
      bytes = try ByteStream.readAll(
        from: fd,
        path: path,
        limit: min(limit, Self.streamLimit),
        expected: 0
      )
      storage = .allocated
    default:
      throw FileError(path: path, operation: .open, category: .notAFile)
    }
  }

  /// Reads an open descriptor (standard input is 0) to its end; the descriptor stays open.
  ///
  /// - Parameters:
  ///   - name: what to call it in errors.
  ///   - limit: the largest size accepted, in bytes.
  /// - Throws: `FileError`: unreadable, isDirectory, tooLarge.
  public init(
    descriptor: Int32,
    name: String,
    limit: Int = MappedFile.streamLimit
  ) throws(FileError) {
    bytes = try ByteStream.readAll(from: descriptor, path: name, limit: limit, expected: 0)
    storage = .allocated
  }

  /// A copy of bytes that are in memory already, for those who read files.
  public init(copying bytes: [UInt8]) {
    let copy = malloc(max(1, bytes.count))!
    bytes.withUnsafeBytes { given in
      if let start = given.baseAddress { copy.copyMemory(from: start, byteCount: given.count) }
    }
    self.bytes = UnsafeRawBufferPointer(start: copy, count: bytes.count)
    storage = .allocated
  }

  deinit {
    guard let address = bytes.baseAddress else { return }
    let mutable = UnsafeMutableRawPointer(mutating: address)
    switch storage {
    case .allocated: free(mutable)
    case .mapped: munmap(mutable, bytes.count)
    }
  }

  /// Gives the bytes to `body`; the pointer must not leave it.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(bytes)
  }

  /// A copy of the bytes.
  public func copied() -> [UInt8] { [UInt8](bytes) }

  /// `/dev/fd/63` is how a shell hands over `<(command)`.
  private static func isDescriptorPath(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
  }
}
