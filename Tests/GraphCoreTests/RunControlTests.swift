import GraphCore
import Synchronization
import Testing

struct RunControlTests {
  @Test(arguments: [1, 2, 8], [0, 1, 2, 7, 500])
  func everyShardIsRunOnce(_ threads: Int, _ shards: Int) {
    let seen = Guarded([Int](repeating: 0, count: shards))
    RunControl(threads: threads).forEachShard(shards) { shard in
      seen.withLock { $0[shard] += 1 }
    }
    #expect(seen.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func oneThreadTakesTheShardsInOrder() {
    let order = Guarded([Int]())
    RunControl(threads: 1).forEachShard(20) { shard in order.withLock { $0.append(shard) } }
    #expect(order.withLock { $0 } == Array(0..<20))
  }

  @Test(arguments: [-3, 0, 1]) func thereIsAlwaysAThread(_ threads: Int) {
    #expect(RunControl(threads: threads).threads == 1)
  }

  @Test(arguments: [1, 2, 8])
  func cancellingSkipsTheShardsNotYetBegun(_ threads: Int) {
    let control = RunControl(threads: threads)
    let run = Atomic(0)
    control.forEachShard(1000) { shard in
      run.add(1, ordering: .relaxed)
      if shard == 10 { control.cancel() }
    }
    let done = run.load(ordering: .relaxed)
    // Shards are handed out in order: those before the tenth had begun, and each thread may finish one more.
    #expect(done >= 11)
    #expect(done < 1000)
    if threads == 1 { #expect(done == 11) }
    #expect(control.isCancelled)
    #expect(throws: Cancelled()) { try control.checkCancelled() }
  }

  @Test func nothingRunsOnceCancelled() throws {
    let control = RunControl(threads: 2)
    try control.checkCancelled()
    control.cancel()
    let run = Atomic(0)
    control.forEachShard(5) { _ in run.add(1, ordering: .relaxed) }
    #expect(run.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [1, 2, 8])
  func progressOnlyGrows(_ threads: Int) {
    let heard = Guarded([Progress]())
    let control = RunControl(threads: threads) { progress in heard.withLock { $0.append(progress) }
    }
    control.begin("first", total: 300)
    control.forEachShard(300) { _ in control.advance() }
    control.begin("second", total: 20)
    control.forEachShard(4) { _ in control.advance(by: 5) }
    let wanted =
      (0...300).map { Progress(phase: "first", done: $0, total: 300) }
      + (0...4).map { Progress(phase: "second", done: 5 * $0, total: 20) }
    #expect(heard.withLock { $0 } == wanted)
  }

  @Test func theListenerMayCancel() {
    let box = Guarded<RunControl?>(nil)
    let control = RunControl { progress in
      if progress.done == 3 { box.withLock { $0?.cancel() } }
    }
    box.withLock { $0 = control }
    control.begin("work", total: 10)
    let run = Atomic(0)
    control.forEachShard(10) { _ in
      run.add(1, ordering: .relaxed)
      control.advance()
    }
    #expect(run.load(ordering: .relaxed) == 3)
    box.withLock { $0 = nil }
  }

  @Test func withoutAListenerProgressCostsNothingAndSaysNothing() {
    let control = RunControl(threads: 2)
    control.begin("quiet", total: 5)
    control.advance(by: 5)
    #expect(!control.isCancelled)
  }
}
