#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading a descriptor to its end.
enum ByteStream {
  /// All bytes up to the end of the stream in memory from `malloc`; the caller frees it.
  ///
  /// The size a file announces is only a hint: reading goes on until the end is seen, and an
  /// announced size beyond 1 MiB is reached by doubling, so it never decides an allocation alone.
  static func readAll(
    from fd: Int32,
    path: String,
    limit: Int,
    expected: Int
  ) throws(FileError) -> UnsafeRawBufferPointer {
    var capacity = max(4096, min(expected, 1 << 20) + 1)
    var count = 0
    guard var memory = malloc(capacity) else {
      throw FileError(path: path, operation: .read, errno: ENOMEM)
    }
    while true {
      if count == capacity {
        // The announced size plus one byte, to see the end without another doubling.
        let doubled = capacity * 2
        capacity = expected >= capacity && expected < doubled ? expected + 1 : doubled
        guard let larger = realloc(memory, capacity) else {
          free(memory)
          throw FileError(path: path, operation: .read, errno: ENOMEM)
        }
        memory = larger
      }
      let got = read(fd, memory + count, min(capacity - count, 1 << 30))
      if got > 0 {
        count += got
        if count > limit {
          free(memory)
          throw FileError(path: path, operation: .read, category: .tooLarge)
        }
      } else if got == 0 {
        break
      } else if errno != EINTR {
        let number = errno
        free(memory)
        throw FileError(path: path, operation: .read, errno: number)
      }
    }
    if count == 0 {
      free(memory)
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(start: memory, count: count)
  }
}
