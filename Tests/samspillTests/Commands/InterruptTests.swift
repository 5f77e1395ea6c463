import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Stopped half-way", .serialized)
struct InterruptTests {
  /// Takes minutes when nobody stops it.
  private static let long = [
    "brokers", Program.dataset("nfdi-consortia"), "--permutations", "1000000",
  ]

  @Test("Ctrl-C and a polite kill end with 130 and leave no file", arguments: [SIGINT, SIGTERM])
  func signals(signal: Int32) throws {
    let workspace = try Workspace()
    let child = try Program.start(Self.long + ["-o", "out.csv"], in: workspace)
    usleep(1_500_000)
    let sent = Date()
    kill(child.pid, signal)
    let run = try child.wait(seconds: 30)
    // A second is promised; the machine may be busy with other tests.
    #expect(Date().timeIntervalSince(sent) < 10)
    #expect(run.status == 130 && run.isSilent, "\(run)")
    #expect(run.errors.contains("interrupted"))
    #expect(try workspace.names() == [])
  }

  @Test("a drawing is stopped too, and its process with it")
  func drawing() throws {
    let workspace = try Workspace()
    let ties = (0..<3000).map { "a\($0),a\(($0 * 7 + 1) % 3000)\na\($0),a\(($0 + 1) % 3000)" }
    try workspace.write("t.csv", "source,target\n" + ties.joined(separator: "\n") + "\n")
    let child = try Program.start(
      [
        "map", "t.csv", "--level", "actors", "--size-by", "none", "--engine", "neato", "-o",
        "m.svg",
      ],
      in: workspace
    )
    usleep(3_000_000)
    kill(child.pid, SIGINT)
    let run = try child.wait(seconds: 30)
    #expect(run.status == 130 && run.isSilent, "\(run)")
    #expect(try workspace.names() == ["t.csv"])
  }

  @Test("a signal before anything is written leaves the old file as it was")
  func oldFile() throws {
    let workspace = try Workspace()
    try workspace.write("out.csv", "mine")
    let child = try Program.start(Self.long + ["-o", "out.csv", "--force"], in: workspace)
    usleep(1_000_000)
    kill(child.pid, SIGINT)
    #expect(try child.wait(seconds: 30).status == 130)
    #expect(workspace.text("out.csv") == "mine")
  }
}
