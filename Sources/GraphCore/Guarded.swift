import Synchronization

/// A value that one thread at a time may use.
///
/// The lock is the standard library's. Where threads wait for it the waiting happens in code that the thread sanitizer has not seen compiled, so
/// that it takes the orderly use that follows for a race; a flag of our own, set on leaving and read on entering, tells it the order.
public struct Guarded<Value>: ~Copyable {
  private let value: Mutex<Value>
  private let wasLeft = Atomic<Bool>(false)

  /// Guards a value that nobody else holds.
  public init(_ value: consuming sending Value) { self.value = Mutex(value) }

  /// Runs `body` with the value, alone. `body` must not come back to the same value: it would wait for itself.
  public borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try value.withLock { (value: inout sending Value) throws(Failure) -> sending Result in
      _ = wasLeft.load(ordering: .acquiring)
      defer { wasLeft.store(true, ordering: .releasing) }
      return try body(&value)
    }
  }
}

extension Guarded: Sendable {}
