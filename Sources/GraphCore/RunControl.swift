import Dispatch
import Synchronization

/// The run was asked to stop before it was done.
public struct Cancelled: Error, Equatable, Sendable {
  /// The one value there is.
  public init() {}
}

/// How far a long computation has come.
public struct Progress: Sendable, Equatable {
  /// What is being computed, such as `betweenness`.
  public let phase: String
  /// Units of work done, such as sources.
  public let done: Int
  /// Units of work in all.
  public let total: Int

  /// A state of progress.
  public init(phase: String, done: Int, total: Int) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}

/// How a computation runs: on how many threads, who hears of its progress, and whether it should stop.
///
/// One value is passed down to every kernel; a kernel polls ``isCancelled`` once per source or per sweep, never per edge. Nothing
/// here may change a result: work is cut into shards whose number depends on the graph alone.
public final class RunControl: Sendable {
  /// Number of threads that share the shards, at least 1.
  public let threads: Int
  private let report: (@Sendable (Progress) -> Void)?
  private let stop = Atomic<Bool>(false)
  private let current = Guarded<Progress>(Progress(phase: "", done: 0, total: 0))

  /// A run on `threads` threads.
  ///
  /// `report` is called from any of them, once per advance, by one at a time and with `done` never falling within a phase. It
  /// may cancel the run, but not start a phase or advance it.
  public init(threads: Int = 1, report: (@Sendable (Progress) -> Void)? = nil) {
    self.threads = max(1, threads)
    self.report = report
  }

  /// Asks the run to stop; may be called from any thread.
  public func cancel() { stop.store(true, ordering: .relaxed) }

  /// Whether somebody asked to stop.
  public var isCancelled: Bool { stop.load(ordering: .relaxed) }

  /// Stops here if somebody asked for it.
  public func checkCancelled() throws(Cancelled) {
    if isCancelled { throw Cancelled() }
  }

  /// Starts a stretch of `total` units of work called `phase`.
  public func begin(_ phase: String, total: Int) {
    guard let report else { return }
    current.withLock {
      $0 = Progress(phase: phase, done: 0, total: total)
      report($0)
    }
  }

  /// Says that `units` more units of work are done.
  public func advance(by units: Int = 1) {
    guard let report else { return }
    current.withLock {
      $0 = Progress(phase: $0.phase, done: $0.done + units, total: $0.total)
      report($0)
    }
  }

  /// Runs `body` once for every shard in `0 ..< count`, on up to ``threads`` threads, and returns when all are done.
  ///
  /// Which thread takes which shard is left to chance, so `body` writes only to what belongs to its shard. Shards not yet begun
  /// are skipped once the run is cancelled; the caller checks ``isCancelled`` afterwards.
  public func forEachShard(_ count: Int, _ body: @Sendable (_ shard: Int) -> Void) {
    let workers = min(threads, count)
    if workers <= 1 {
      for shard in 0..<count where !isCancelled { body(shard) }
      return
    }
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while !isCancelled {
        let shard = next.add(1, ordering: .relaxed).oldValue
        if shard >= count { return }
        body(shard)
      }
    }
  }
}
