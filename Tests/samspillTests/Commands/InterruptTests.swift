import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Stopped half-way", .serialized)
struct InterruptTests {
  /// Sends a signal to a run once it has read its input, and waits for its end.
  ///
  /// The table has semicolons, which the program mentions as soon as it has read it; from then on it computes for minutes.
  private func stopped(
    _ arguments: [String],
    in workspace: Workspace,
    actors: Int = 60,
    by signal: Int32 = SIGINT,
    after seconds: Double = 0.3
  ) throws -> ProgramRun {
    let ties = (0..<actors).map {
      "a\($0);a\(($0 * 7 + 1) % actors)\na\($0);a\(($0 + 1) % actors)\n"
    }
    try workspace.write("t.csv", "source;target\n" + ties.joined())
    let child = try Program.start(arguments, in: workspace)
    let deadline = Date(timeIntervalSinceNow: 60)
    while child.errorsSoFar.isEmpty && Date() < deadline { usleep(20_000) }
    #expect(child.errorsSoFar.contains("semicolon"))
    usleep(UInt32(seconds * 1e6))
    let sent = Date()
    kill(child.pid, signal)
    let run = try child.wait(seconds: 60)
    // A second is promised; the machine may be busy with other tests.
    #expect(Date().timeIntervalSince(sent) < 10)
    #expect(run.status == 130 && run.isSilent, "\(run)")
    return run
  }

  private static let long = ["brokers", "t.csv", "--permutations", "1000000"]

  @Test("Ctrl-C and a polite kill end with 130 and leave no file", arguments: [SIGINT, SIGTERM])
  func signals(signal: Int32) throws {
    let workspace = try Workspace()
    let run = try stopped(Self.long + ["-o", "out.csv"], in: workspace, by: signal)
    #expect(run.errors.contains("interrupted"))
    #expect(try workspace.names() == ["t.csv"])
  }

  @Test("a drawing is stopped too, and its process with it")
  func drawing() throws {
    let workspace = try Workspace()
    _ = try stopped(
      [
        "map", "t.csv", "--level", "actors", "--size-by", "none", "--engine", "neato", "-o",
        "m.svg",
      ],
      in: workspace,
      actors: 3000,
      after: 2
    )
    #expect(try workspace.names() == ["t.csv"])
  }

  @Test("an old file stays as it was")
  func oldFile() throws {
    let workspace = try Workspace()
    try workspace.write("out.csv", "mine")
    _ = try stopped(Self.long + ["-o", "out.csv", "--force"], in: workspace)
    #expect(workspace.text("out.csv") == "mine")
  }
}
