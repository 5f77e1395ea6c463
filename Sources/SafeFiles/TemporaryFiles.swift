#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// The temporary files that this process has not yet given their final name.
///
/// A signal handler calls `removeAll()` before the process ends, so that an interrupted program
/// leaves no half-written file.
public enum TemporaryFiles {
  static let table = TemporaryFileTable()

  /// Makes the table now: a signal handler must not be the first to need it.
  public static func prepare() { _ = table }

  /// Removes every registered file. Safe inside a signal handler after `prepare()`: it takes no
  /// lock and allocates nothing.
  public static func removeAll() { table.removeAll() }
}

/// A table of paths in plain memory of fixed size, with one atomic state per slot.
struct TemporaryFileTable: ~Copyable, @unchecked Sendable {
  private enum State {
    static let free: UInt8 = 0
    static let filling: UInt8 = 1
    static let live: UInt8 = 2
  }

  let slotCount: Int
  let pathCapacity = 4096
  private let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let paths: UnsafeMutablePointer<CChar>

  init(slotCount: Int = 64) {
    self.slotCount = slotCount
    states = .allocate(capacity: slotCount)
    paths = .allocate(capacity: slotCount * pathCapacity)
    for slot in 0..<slotCount {
      (states + slot).initialize(to: Atomic(State.free))
    }
    paths.initialize(repeating: 0, count: slotCount * pathCapacity)
  }

  deinit {
    states.deinitialize(count: slotCount)
    states.deallocate()
    paths.deallocate()
  }

  /// Removes every registered file; the slots stay taken.
  func removeAll() {
    var slot = 0
    while slot < slotCount {
      if states[slot].load(ordering: .acquiring) == State.live {
        unlink(paths + slot * pathCapacity)
      }
      slot += 1
    }
  }

  /// Takes a slot for `path`, or nil where the table is full or the path too long: the file is
  /// then still removed on errors, only not on signals.
  func register(_ path: String) -> Int? {
    guard path.utf8.count < pathCapacity else { return nil }
    for slot in 0..<slotCount {
      let taken = states[slot].compareExchange(
        expected: State.free,
        desired: State.filling,
        ordering: .acquiringAndReleasing
      )
      guard taken.exchanged else { continue }
      let target = paths + slot * pathCapacity
      path.withCString { source in
        _ = strcpy(target, source)
      }
      states[slot].store(State.live, ordering: .releasing)
      return slot
    }
    return nil
  }

  /// Gives the slot back.
  func unregister(_ slot: Int) {
    states[slot].store(State.free, ordering: .releasing)
  }
}
