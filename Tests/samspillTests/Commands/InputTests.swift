import Foundation
import Testing

@Suite("What comes in")
struct InputTests {
  static let commands = [
    ["info"], ["centrality"], ["structure"], ["clusters"], ["brokers"], ["map", "-o", "map.svg"],
  ]

  /// A run on bad input: nothing on standard output, no file, and the status and words expected.
  private func refused(
    _ path: String,
    in workspace: Workspace,
    status: Int32,
    saying words: String...
  ) throws {
    let before = try workspace.names()
    for command in Self.commands {
      let run = try Program.run([command[0], path] + command.dropFirst(), in: workspace)
      #expect(run.status == status, "\(run)")
      #expect(run.isSilent, "\(run)")
      for word in words { #expect(run.errors.contains(word), "\(run)") }
    }
    #expect(try workspace.names() == before)
  }

  @Test("a file that is not there")
  func missing() throws {
    let workspace = try Workspace()
    try refused("nothing.csv", in: workspace, status: 74, saying: "nothing.csv", "no such file")
    let check = try Program.run(["check", "nothing.csv"], in: workspace)
    #expect(check.status == 74 && check.isSilent)
  }

  @Test("a directory that is no region folder")
  func directory() throws {
    let workspace = try Workspace()
    try workspace.write("folder/actors.csv", "id\na\n")
    try refused("folder", in: workspace, status: 2, saying: "ties.csv", "hint:")
    let check = try Program.run(["check", "folder"], in: workspace)
    #expect(check.status == 1 && check.text.contains("ties.csv"))
  }

  @Test("a device without anything in it")
  func device() throws {
    try refused("/dev/null", in: try Workspace(), status: 2, saying: "empty")
  }

  @Test("a table without a byte, and one without a tie")
  func empty() throws {
    let workspace = try Workspace()
    try workspace.write("folder/ties.csv", "")
    try refused("folder", in: workspace, status: 2, saying: "ties.csv", "empty")
    try workspace.write("headings/ties.csv", "source,target\n")
    let info = try Program.run(["info", "headings", "--json"], in: workspace)
    #expect(info.status == 0, "\(info)")
    #expect(info.errors.contains("warning:"))
    #expect((try info.json()["result"] as? [String: Any])?["actors"] as? Int == 0)
    let centrality = try Program.run(["centrality", "headings"], in: workspace)
    #expect(centrality.status == 0 && centrality.lines.count == 1)
    #expect(centrality.errors.contains("warning: no actor is left"))
  }

  @Test("a program in place of a table")
  func binary() throws {
    let workspace = try Workspace()
    try workspace.write("ties.csv", [0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0xFF, 0xFE, 0])
    try refused("ties.csv", in: workspace, status: 2, saying: "ties.csv", "hint:")
  }

  @Test("standard input, with and without a format")
  func standardInput() throws {
    let workspace = try Workspace()
    let bytes = Array("source,target,weight\na,b,2\nb,c,1\n".utf8)
    for more in [[], ["--from", "edges"]] {
      let run = try Program.run(["info", "-", "--json"] + more, in: workspace, input: bytes)
      #expect(run.status == 0, "\(run)")
      let result = try #require(try run.json()["result"] as? [String: Any])
      #expect(result["actors"] as? Int == 3 && result["ties"] as? Int == 2)
    }
    let file = try workspace.write("t.csv", bytes)
    let piped = try Program.run(["centrality", "-"], in: workspace, input: bytes)
    #expect(try Program.run(["centrality", file], in: workspace).output == piped.output)
    let nothing = try Program.run(["info", "-"], in: workspace)
    #expect(nothing.status == 2 && nothing.errors.contains("standard input"))
  }

  @Test("a format that there is not")
  func unknownFormat() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\na,b\n")
    let run = try Program.run(["info", "t.csv", "--from", "edgse"], in: workspace)
    #expect(run.status == 64 && run.errors.contains("did you mean \"edges\"?"))
  }

  @Test("actors that only ties name, refused and made")
  func createMissing() throws {
    let workspace = try Workspace()
    try workspace.write("r/actors.csv", "id\na\nb\n")
    try workspace.write("r/ties.csv", "source,target\na,b\na,new\n")
    let refused = try Program.run(["info", "r"], in: workspace)
    #expect(refused.status == 2 && refused.isSilent)
    #expect(refused.errors.contains("ties.csv:3:3: error: unknown actor \"new\""))
    #expect(refused.errors.contains("--create-missing"))
    let made = try Program.run(["info", "r", "--create-missing", "--json"], in: workspace)
    #expect(made.status == 0)
    #expect((try made.json()["result"] as? [String: Any])?["actors"] as? Int == 3)
  }

  @Test("the hash is that of the file, and of the folder as described")
  func hashes() throws {
    let workspace = try Workspace()
    try workspace.write("abc.csv", "source,target\na,b\n")
    func hash(_ path: String) throws -> String? {
      let document = try Program.run(["info", path, "--json"], in: workspace).json()
      return (document["input"] as? [String: Any])?["sha256"] as? String
    }
    let sum = try Program.other(["/usr/bin/sha256sum", "abc.csv"], in: workspace)
    if sum.status == 0 { #expect(try hash("abc.csv") == String(sum.text.prefix(64))) }
    let region = try workspace.smallRegion()
    let one = try hash(region)
    try workspace.write(
      "region/ties.csv",
      (workspace.text("region/ties.csv") ?? "") + "uni,works,advice,1,2024\n"
    )
    #expect(try hash(region) != one)
  }
}
