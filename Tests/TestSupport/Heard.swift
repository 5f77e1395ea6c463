import GraphCore

/// Listens to the progress of a run.
public final class Heard: Sendable {
  private let states = Guarded<[Progress]>([])

  /// Nothing heard yet.
  public init() {}

  /// Takes down one state.
  public func hear(_ progress: Progress) { states.withLock { $0.append(progress) } }

  /// The phases that were heard to reach their total, in the order of their end.
  public var complete: [String] {
    states.withLock { $0.filter { $0.done == $0.total && $0.total > 0 }.map(\.phase) }
  }
}
