import GraphCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A line on the terminal that tells how far a computation is and how long it will still take; only after its first second.
final class ProgressBar: Sendable {
  private struct State {
    var phase = ""
    var start = 0.0
    var lastDrawn = 0.0
    var isDrawn = false
  }

  private let state = Mutex(State())

  /// Whether anybody would see it.
  static var isWanted: Bool { isatty(STDERR_FILENO) == 1 }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Draws at most ten times a second.
  func update(_ progress: Progress) {
    let now = Self.now()
    state.withLock { state in
      if state.phase != progress.phase || progress.done == 0 {
        state.phase = progress.phase
        state.start = now
      }
      guard now - state.start > 1, now - state.lastDrawn > 0.1, progress.total > 0 else { return }
      state.lastDrawn = now
      state.isDrawn = true
      let share = min(1, Double(progress.done) / Double(progress.total))
      let filled = Int(share * 30)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      let left = share > 0 ? Int((now - state.start) * (1 - share) / share) + 1 : 0
      Self.draw("\r\u{1B}[K\(progress.phase) \(bar) \(Int(share * 100)) %, \(left) s left")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isDrawn { Self.draw("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  private static func draw(_ text: String) {
    var text = text
    text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }
}
