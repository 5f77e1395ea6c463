import GraphCore
import Testing

/// Under the thread sanitizer the first of these also shows that it sees one thread come after the other.
struct GuardedTests {
  @Test(arguments: [1, 2, 8])
  func threadsTakeTurns(_ threads: Int) {
    let log = Guarded([Int]())
    RunControl(threads: threads).forEachShard(16) { shard in
      for step in 0..<500 { log.withLock { $0.append(shard * 500 + step) } }
    }
    #expect(log.withLock { $0.sorted() } == Array(0..<8_000))
  }

  @Test func whatIsThrownComesOutAndLeavesTheLockFree() {
    let count = Guarded(0)
    #expect(throws: Cancelled()) {
      try count.withLock { value throws(Cancelled) in
        value += 1
        throw Cancelled()
      }
    }
    #expect(count.withLock { $0 } == 1)
  }
}
