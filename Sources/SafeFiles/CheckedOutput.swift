#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Buffered writing to a descriptor, with every write checked.
///
/// `print` to a full device succeeds silently; this does not. Short writes are continued and
/// interrupted ones repeated. Once a write has failed the stream stays failed: it throws the same
/// error again and writes nothing more, so output never continues after a hole.
///
/// Not for use from several threads at once.
public final class CheckedOutput {
  /// The descriptor written to.
  public let descriptor: Int32
  private let name: String
  private let calls: SystemCalls
  private let capacity: Int
  private var buffer: [UInt8] = []
  private var failure: FileError?

  /// - Parameters:
  ///   - descriptor: an open descriptor; it stays the caller's to close.
  ///   - name: what to call it in errors.
  ///   - capacity: bytes gathered before a write.
  public init(
    descriptor: Int32,
    name: String,
    capacity: Int = 1 << 16,
    calls: SystemCalls = .live
  ) {
    precondition(capacity > 0, "a buffer needs room")
    self.descriptor = descriptor
    self.name = name
    self.capacity = capacity
    self.calls = calls
    buffer.reserveCapacity(capacity)
  }

  /// Standard output.
  public static func standardOutput() -> CheckedOutput {
    CheckedOutput(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Standard error.
  public static func standardError() -> CheckedOutput {
    CheckedOutput(descriptor: STDERR_FILENO, name: "standard error")
  }

  /// Makes a write to a closed pipe return an error (`brokenPipe`) instead of ending the process.
  public static func ignoreBrokenPipeSignal() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes text as UTF-8.
  public func write(_ text: String) throws(FileError) {
    if let failure { throw failure }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= capacity { try flush() }
  }

  /// Writes bytes.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    if let failure { throw failure }
    buffer.append(contentsOf: bytes)
    if buffer.count >= capacity { try flush() }
  }

  /// Hands everything gathered so far to the system. The last call before the end of a program
  /// is what tells whether the output arrived.
  public func flush() throws(FileError) {
    if let failure { throw failure }
    guard !buffer.isEmpty else { return }
    var written = 0
    var number: Int32 = 0
    buffer.withUnsafeBytes { bytes in
      while written < bytes.count {
        let count = calls.write(
          descriptor,
          bytes.baseAddress! + written,
          min(bytes.count - written, 1 << 30)
        )
        if count > 0 {
          written += count
          continue
        }
        // A write of zero bytes to a regular file means nothing fits any more.
        number = count == 0 ? ENOSPC : errno
        if number == EINTR { continue }
        if number == EAGAIN {
          waitUntilWritable()
          continue
        }
        break
      }
    }
    let complete = written == buffer.count
    buffer.removeAll(keepingCapacity: true)
    if !complete {
      let error = FileError(path: name, operation: .write, errno: number)
      failure = error
      throw error
    }
  }

  /// A descriptor inherited as non-blocking (a terminal shared with another program) is waited for.
  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, 1000)
  }
}
