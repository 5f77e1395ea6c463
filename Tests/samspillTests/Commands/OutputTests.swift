import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Where results go")
struct OutputTests {

  @Test("to a file, and to no existing one without --force")
  func files() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let first = try Program.run(["clusters", region, "-o", "out.csv"], in: workspace)
    #expect(first.status == 0 && first.isSilent)
    let written = try #require(workspace.bytes("out.csv"))
    let direct = try Program.run(["clusters", region], in: workspace)
    #expect(written == direct.output && !written.isEmpty)

    try workspace.write("out.csv", "mine")
    let refused = try Program.run(["clusters", region, "-o", "out.csv"], in: workspace)
    #expect(refused.status == 74 && refused.isSilent)
    #expect(refused.errors.contains("it already exists") && refused.errors.contains("--force"))
    #expect(workspace.text("out.csv") == "mine")

    let forced = try Program.run(["clusters", region, "-o", "out.csv", "--force"], in: workspace)
    #expect(forced.status == 0)
    #expect(workspace.bytes("out.csv") == written)
    #expect(try workspace.names() == ["out.csv", "region"])
  }

  @Test("- is standard output")
  func dash() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let dash = try Program.run(["clusters", region, "-o", "-"], in: workspace)
    #expect(dash.status == 0 && dash.text.hasPrefix("id,label,cluster\n"))
    #expect(try workspace.names() == ["region"])
  }

  @Test("into a folder that is not there, or is not for writing")
  func unwritable() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    for command in [["clusters"], ["map"]] {
      let ending = command == ["map"] ? "svg" : "csv"
      let missing = try Program.run(
        command + [region, "-o", "no/such/out.\(ending)"],
        in: workspace
      )
      #expect(missing.status == 74 && missing.isSilent, "\(missing)")
      #expect(missing.errors.contains("its folder does not exist"))
      let folder = try Program.run(
        command + [region, "-o", region, "--force"] + (command == ["map"] ? ["--to", "svg"] : []),
        in: workspace
      )
      #expect(folder.status == 74 && folder.isSilent, "\(folder)")
    }
    // Nobody may write there, not even those who may do everything.
    let proc = try Program.run(["clusters", region, "-o", "/proc/out.csv"], in: workspace)
    #expect(proc.status == 74 && proc.isSilent)
  }

  @Test(
    "a full device is noticed",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      ["info"], ["centrality"], ["structure"], ["clusters"], ["brokers", "--permutations", "0"],
      ["check"],
    ]
  )
  func full(command: [String]) throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let arguments = [command[0], region] + command.dropFirst()
    let named = try Program.run(arguments + ["-o", "/dev/full"], in: workspace)
    #expect(named.status == 74, "\(named)")
    #expect(named.errors.contains("no space left"))
    let standard = try Program.run(arguments, in: workspace, outputPath: "/dev/full")
    #expect(standard.status == 74, "\(standard)")
    #expect(standard.errors.contains("no space left"))
  }

  @Test(
    "help, versions, explanations and drawings notice it too",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))
  )
  func fullElsewhere() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    for arguments in [
      ["--help"], ["--version"], ["explain"], ["explain", "degree"],
      ["map", region, "-o", "-", "--to", "dot"],
    ] {
      let run = try Program.run(arguments, in: workspace, outputPath: "/dev/full")
      #expect(run.status == 74, "\(run)")
    }
  }

  @Test("nobody reads on: quiet, and no error")
  func brokenPipe() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let shell = ["/bin/sh", "-c"]
    for command in ["centrality '\(region)'", "explain", "--help"] {
      let script = "{ '\(Program.path)' \(command) 2>err.txt; echo $? >status.txt; } | true"
      // The reader is gone at once; whether the program writes before or after, it says nothing.
      let run = try Program.other(shell + [script], in: workspace)
      #expect(run.status == 0)
      #expect(workspace.text("status.txt") == "0\n", "\(command)")
      #expect(workspace.text("err.txt")?.contains("error") == false, "\(command)")
    }
  }

  @Test("standard output that is closed is an error, not silence")
  func closed() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let script = "'\(Program.path)' info '\(region)' >&- 2>err.txt"
    let run = try Program.other(["/bin/sh", "-c", script], in: workspace)
    #expect(run.status == 74)
  }

  @Test("more says more, quiet says only what went wrong")
  func loudness() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let usual = try Program.run(["centrality", region], in: workspace)
    #expect(usual.errors.contains("note: wave 2024, the last one"))
    let quiet = try Program.run(["centrality", region, "-q"], in: workspace)
    #expect(quiet.errors.isEmpty && quiet.output == usual.output)
    let verbose = try Program.run(["centrality", region, "-v", "-o", "x.csv"], in: workspace)
    #expect(verbose.errors.contains("wrote x.csv"))
    let wrong = try Program.run(["centrality", region, "-q", "--wave", "1999"], in: workspace)
    #expect(wrong.status == 64 && wrong.errors.contains("1999"))
  }

  @Test("colours where they are asked for")
  func colours() throws {
    let workspace = try Workspace()
    func errors(_ more: [String], _ environment: [String: String] = [:]) throws -> String {
      try Program.run(["info", "nothing"] + more, in: workspace, environment: environment).errors
    }
    #expect(try errors(["--color", "always"]).contains("\u{1B}[31;1merror:\u{1B}[0m"))
    #expect(try errors(["--color", "never"]).hasPrefix("error: "))
    #expect(try errors([]).hasPrefix("error: "))
    #expect(try errors(["--color", "auto"], ["NO_COLOR": "1"]).hasPrefix("error: "))
    // Who asks for colours gets them, whatever the environment wishes.
    #expect(try errors(["--color", "always"], ["NO_COLOR": "1"]).contains("\u{1B}["))
  }
}
