#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file so that its name shows either the old content or the complete new one.
///
/// The bytes go to a temporary file in the same folder (made exclusively, never through a link),
/// which is synced and renamed by `commit()`; the folder is synced afterwards. Without `commit()`
/// the temporary file is removed when the writer goes away, on any error, and by
/// `TemporaryFiles.removeAll()`.
///
/// A target that is not a regular file (`/dev/full`, a named pipe, `/dev/stdout`) is written
/// straight to. A symbolic link to a file is kept, and the file it names is replaced. The
/// permission bits of a replaced file are kept, its owner is not.
public final class AtomicWriter {
  /// What to do where the target exists.
  public enum Overwrite: Hashable, Sendable { case refuse, replace }

  private enum State {
    case straight
    case temporary(path: String, slot: Int?)
    case done
  }

  private let path: String
  private let target: String
  private let overwrite: Overwrite
  private let calls: SystemCalls
  private let output: CheckedOutput
  private let descriptor: Int32
  private var state: State

  /// Opens the target, or a temporary file beside it.
  ///
  /// - Parameters:
  ///   - mode: permission bits of the file; nil keeps those of a replaced file, and is what the
  ///     user's mask makes of 0666 for a new one. Use `0o600` for what others must not read.
  /// - Throws: `FileError`: exists, isDirectory, missing (the folder), cannotWrite, noSpace.
  public init(
    path: String,
    overwrite: Overwrite,
    mode: mode_t? = nil,
    calls: SystemCalls = .live
  ) throws(FileError) {
    self.path = path
    self.overwrite = overwrite
    self.calls = calls
    if let standard = Self.standardDescriptor(path) {
      target = path
      descriptor = dup(standard)
      guard descriptor >= 0 else {
        throw FileError(path: path, operation: .create, errno: errno)
      }
      state = .straight
      output = CheckedOutput(descriptor: descriptor, name: path, calls: calls)
      return
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = exists ? FileKind(mode: status.st_mode) : nil
    switch kind {
    case .directory:
      throw FileError(path: path, operation: .create, category: .isDirectory)
    case .regular:
      if overwrite == .refuse {
        throw FileError(path: path, operation: .create, category: .exists)
      }
      guard access(path, W_OK) == 0 else {
        throw FileError(path: path, operation: .create, errno: errno)
      }
      target = Self.resolved(path)
    case nil:
      target = path
    default:
      target = path
      descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else {
        throw FileError(
          path: path,
          operation: .create,
          errno: errno,
          category: errno == ENXIO ? .notAFile : .cannotWrite
        )
      }
      state = .straight
      output = CheckedOutput(descriptor: descriptor, name: path, calls: calls)
      return
    }
    let made = try Self.makeTemporary(besides: target, path: path, mode: mode ?? 0o666)
    descriptor = made.descriptor
    state = .temporary(path: made.path, slot: TemporaryFiles.table.register(made.path))
    output = CheckedOutput(descriptor: made.descriptor, name: path, calls: calls)
    let bits = mode ?? (kind == .regular ? status.st_mode & 0o7777 : nil)
    if let bits, fchmod(descriptor, bits) != 0 {
      let number = errno
      cancel()
      throw FileError(path: path, operation: .create, errno: number)
    }
  }

  deinit { cancel() }

  /// Writes the whole content in one call.
  public static func write(
    _ bytes: [UInt8],
    to path: String,
    overwrite: Overwrite,
    mode: mode_t? = nil,
    calls: SystemCalls = .live
  ) throws(FileError) {
    let writer = try AtomicWriter(path: path, overwrite: overwrite, mode: mode, calls: calls)
    try writer.write(bytes)
    try writer.commit()
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(FileError) { try output.write(bytes) } catch {
      cancel()
      throw error
    }
  }

  /// Adds text as UTF-8.
  public func write(_ text: String) throws(FileError) {
    do throws(FileError) { try output.write(text) } catch {
      cancel()
      throw error
    }
  }

  /// Makes what was written the content of the file. Nothing more can be written afterwards.
  ///
  /// - Throws: `FileError`; the target is then as it was, unless it was written straight to.
  public func commit() throws(FileError) {
    do throws(FileError) {
      try output.flush()
      try finish()
    } catch {
      cancel()
      throw error
    }
  }

  private func finish() throws(FileError) {
    switch state {
    case .done:
      preconditionFailure("a writer commits once")
    case .straight:
      state = .done
      guard calls.close(descriptor) == 0 else { throw failed(.close) }
    case .temporary(let temporary, let slot):
      guard calls.sync(descriptor) == 0 else { throw failed(.flush) }
      // From here on the descriptor is gone whatever close says.
      state = .done
      defer { if let slot { TemporaryFiles.table.unregister(slot) } }
      do throws(FileError) {
        guard calls.close(descriptor) == 0 else { throw failed(.close) }
        try moveIntoPlace(temporary)
      } catch {
        unlink(temporary)
        throw error
      }
      try syncFolder()
    }
  }

  /// Gives up: closes, and removes the temporary file. Does nothing after `commit()`.
  public func cancel() {
    switch state {
    case .done: return
    case .straight: _ = calls.close(descriptor)
    case .temporary(let temporary, let slot):
      unlink(temporary)
      _ = calls.close(descriptor)
      if let slot { TemporaryFiles.table.unregister(slot) }
    }
    state = .done
  }

  private func failed(_ operation: FileError.Operation) -> FileError {
    FileError(path: path, operation: operation, errno: errno)
  }

  /// `link` refuses an existing name in one step, which `rename` cannot; where the file system has
  /// no links, an empty file made exclusively takes the name first.
  private func moveIntoPlace(_ temporary: String) throws(FileError) {
    if overwrite == .replace {
      guard calls.rename(temporary, target) == 0 else { throw failed(.rename) }
      return
    }
    if calls.link(temporary, target) == 0 {
      unlink(temporary)
      return
    }
    let number = errno
    if number == EEXIST {
      throw FileError(path: path, operation: .rename, category: .exists)
    }
    guard [EPERM, EMLINK, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(number) else {
      throw failed(.rename)
    }
    let holder = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard holder >= 0 else { throw failed(.create) }
    _ = calls.close(holder)
    guard calls.rename(temporary, target) == 0 else {
      let error = failed(.rename)
      unlink(target)
      throw error
    }
  }

  /// Refuses before any work what writing would refuse after it.
  ///
  /// Opens the file for writing as ``init(path:overwrite:mode:calls:)`` does and leaves nothing behind. A
  /// device or a pipe is not opened: whoever reads it would take that for the whole.
  ///
  /// - Throws: `FileError`, as opening does.
  public static func refuseEarly(path: String, overwrite: Overwrite) throws(FileError) {
    var status = stat()
    if stat(path, &status) == 0 {
      switch FileKind(mode: status.st_mode) {
      case .regular, .directory: break
      default: return
      }
    }
    _ = try AtomicWriter(path: path, overwrite: overwrite)
  }

  /// The new name is safe only when the folder is. File systems that cannot sync a folder say
  /// EINVAL, and there is nothing more to be done there.
  private func syncFolder() throws(FileError) {
    let fd = open(Self.folder(of: target), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard fd >= 0 else { return }
    defer { _ = calls.close(fd) }
    guard calls.sync(fd) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw failed(.flush)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func makeTemporary(
    besides target: String,
    path: String,
    mode: mode_t
  ) throws(FileError) -> (descriptor: Int32, path: String) {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let name = ".\(String(random.next(), radix: 16)).tmp"
      let folder = folder(of: target)
      let temporary = folder == "/" ? "/" + name : folder + "/" + name
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      let fd = open(temporary, flags, mode)
      if fd >= 0 { return (fd, temporary) }
      if errno != EEXIST && errno != EINTR { break }
    }
    throw FileError(path: path, operation: .create, errno: errno)
  }

  /// The path behind symbolic links; the path itself where it cannot be found out.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The descriptor a path stands for. Opening `/dev/stdout` anew would start at the beginning of
  /// a file the shell opened for us, so the descriptor itself is used.
  private static func standardDescriptor(_ path: String) -> Int32? {
    if path == "/dev/stdout" { return STDOUT_FILENO }
    if path == "/dev/stderr" { return STDERR_FILENO }
    guard path.hasPrefix("/dev/fd/"), let number = Int32(path.dropFirst(8)), number >= 0 else {
      return nil
    }
    return number
  }
}
