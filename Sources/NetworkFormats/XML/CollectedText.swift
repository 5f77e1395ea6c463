/// The text of one element after another, in memory that is kept from one to the next.
final class CollectedText {
  private var memory: UnsafeMutableRawPointer
  private var capacity = 1024
  private(set) var count = 0

  init() { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  /// The text so far; valid until more is added.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  func clear() { count = 0 }

  func append(_ more: UnsafeRawBufferPointer) {
    if more.count > capacity - count { grow(more.count) }
    if let start = more.baseAddress {
      (memory + count).copyMemory(from: start, byteCount: more.count)
    }
    count += more.count
  }

  private func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }
}
