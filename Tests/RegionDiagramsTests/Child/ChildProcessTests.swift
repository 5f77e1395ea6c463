import Foundation
import Testing

@testable import RegionDiagrams

@Suite("The drawing process, seen from outside")
struct ChildProcessTests {
  private func shell(
    _ script: String,
    seconds: Double = 60,
    input: [UInt8] = [],
    isCancelled: @escaping () -> Bool = { false }
  ) -> Result<[UInt8], DrawingError> {
    let watch = DrawingWatch(seconds: seconds, isCancelled: isCancelled)
    let child = ChildProcess(program: "/bin/sh", arguments: ["-c", script], watch: watch)
    do throws(DrawingError) {
      return .success(try child.run(input))
    } catch {
      return .failure(error)
    }
  }

  @Test("Standard input goes in and standard output comes back, whatever the size")
  func roundTrip() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try shell("cat", input: bytes).get() == bytes)
  }

  @Test("A child that does not read its input harms nobody")
  func noReader() throws {
    let bytes = [UInt8](repeating: 1, count: 5_000_000)
    #expect(try shell("exit 0", input: bytes).get().isEmpty)
  }

  @Test("A killed child is told from one that gave up", arguments: [9, 11, 15] as [Int32])
  func killed(signal: Int32) {
    #expect(shell("kill -\(signal) $$") == .failure(.killed(signal: signal)))
  }

  @Test("The exit status and the first line of its complaint arrive")
  func failed() {
    let result = shell("printf 'bad \\033node\\nmore' >&2; exit 15")
    #expect(result == .failure(.failed(status: 15, message: "bad node")))
  }

  @Test("At the deadline the child is killed and the call returns")
  func timedOut() {
    let start = ContinuousClock.now
    #expect(shell("sleep 60", seconds: 0.3) == .failure(.timedOut(seconds: 0.3)))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("A child that ignores polite signals is killed all the same")
  func stubborn() {
    let result = shell("trap '' TERM INT HUP; while :; do :; done", seconds: 0.3)
    #expect(result == .failure(.timedOut(seconds: 0.3)))
  }

  @Test("Cancelling ends the child at once")
  func cancelled() {
    let start = ContinuousClock.now
    let result = shell("sleep 60") { ContinuousClock.now - start > .milliseconds(100) }
    #expect(result == .failure(.cancelled))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Nothing is started for a caller who has already cancelled")
  func cancelledBefore() {
    #expect(shell("exit 3") { true } == .failure(.cancelled))
  }

  @Test("A program that is not there is named")
  func missing() {
    let child = ChildProcess(program: "/nonexistent/x", arguments: [], watch: TestMaps.watch())
    do throws(DrawingError) {
      _ = try child.run([])
      Issue.record("nothing can have run")
    } catch {
      guard case .notStarted(let program, _) = error else {
        Issue.record("unexpected \(error)")
        return
      }
      #expect(program == "/nonexistent/x")
      #expect(error.advice != nil)
    }
  }

  @Test("The child inherits our files as the standard three and not otherwise")
  func descriptors() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self/fd") else { return }
    let listed = String(decoding: try shell("ls -l /proc/$$/fd").get(), as: UTF8.self)
    let ours = listed.split(separator: "\n").filter { $0.contains("samspill-drawing") }
    #expect(ours.count == 3)
  }
}
