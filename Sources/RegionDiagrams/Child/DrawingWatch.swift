#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time a drawing has, and the caller's wish to stop; asked between the steps.
struct DrawingWatch {
  private let seconds: Double
  private let end: Double
  private let isCancelled: () -> Bool

  /// Starts now.
  init(seconds: Double, isCancelled: @escaping () -> Bool) {
    self.seconds = seconds
    end = Self.now() + seconds
    self.isCancelled = isCancelled
  }

  /// Throws ``DrawingError/cancelled`` or ``DrawingError/timedOut(seconds:)`` where either is so.
  func check() throws(DrawingError) {
    if isCancelled() { throw .cancelled }
    if Self.now() >= end { throw .timedOut(seconds: seconds) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
