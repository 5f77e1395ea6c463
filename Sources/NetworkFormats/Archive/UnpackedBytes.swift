/// Bytes that came out of an archive, in memory that grows with what really comes.
final class UnpackedBytes {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  /// - Parameter size: how many there may be, 0 where nobody knows.
  init(expecting size: Int) {
    // What an archive announces is only a hint: beyond 1 MiB memory is taken as it is filled.
    capacity = max(1024, min(size, 1 << 20))
    memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// The bytes; valid while this object lives and nothing is added.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  /// Room of at least `size` bytes after what is there, and all that there is.
  func room(_ size: Int) -> UnsafeMutableRawBufferPointer {
    if capacity - count < size {
      capacity = max(capacity * 2, count + size)
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
      larger.copyMemory(from: memory, byteCount: count)
      memory.deallocate()
      memory = larger
    }
    return UnsafeMutableRawBufferPointer(start: memory + count, count: capacity - count)
  }

  /// Counts what was put into the room.
  func add(_ size: Int) {
    precondition(size >= 0 && size <= capacity - count, "more than there was room for")
    count += size
  }
}
