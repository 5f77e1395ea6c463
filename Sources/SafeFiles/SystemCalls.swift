#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The system calls that writing depends on, as values, so that a test can make the k-th of them
/// fail. Programs use `.live`.
///
/// Each returns what the C function returns and leaves `errno` set on failure.
public struct SystemCalls: Sendable {
  /// `write(2)`: descriptor, bytes, count → bytes written or −1.
  public var write: @Sendable (Int32, UnsafeRawPointer, Int) -> Int
  /// `fsync(2)`.
  public var sync: @Sendable (Int32) -> Int32
  /// `close(2)`.
  public var close: @Sendable (Int32) -> Int32
  /// `rename(2)`: from, to.
  public var rename: @Sendable (String, String) -> Int32
  /// `link(2)`: existing, new.
  public var link: @Sendable (String, String) -> Int32

  /// The operating system's own.
  public static let live = SystemCalls(
    write: { systemWrite($0, $1, $2) },
    sync: { systemSync($0) },
    close: { systemClose($0) },
    rename: { systemRename($0, $1) },
    link: { systemLink($0, $1) }
  )
}

// Free functions, because inside the struct the C names are shadowed by the properties.
private func systemWrite(_ fd: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(fd, bytes, count)
}
private func systemSync(_ fd: Int32) -> Int32 { fsync(fd) }
private func systemClose(_ fd: Int32) -> Int32 { close(fd) }
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
private func systemLink(_ from: String, _ to: String) -> Int32 { link(from, to) }
