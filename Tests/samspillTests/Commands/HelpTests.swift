import Foundation
import Testing

@testable import samspill

@Suite("Help, versions and completions")
struct HelpTests {
  static let commands = Samspill.configuration.subcommands.map {
    $0.configuration.commandName ?? ""
  }

  private func run(_ arguments: String...) throws -> ProgramRun {
    let run = try Program.run(arguments, in: try Workspace())
    #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
    return run
  }

  @Test("the program's help names every command, and how it exits")
  func help() throws {
    let run = try run("--help")
    #expect(Self.commands.count >= 11)
    for command in Self.commands { #expect(run.text.contains("\n  \(command) "), "\(command)") }
    #expect(run.text.contains("Exit status:"))
    #expect(!run.text.contains("__render"))
    #expect(try self.run("help").output == run.output)
    #expect(try self.run().output == run.output)
  }

  @Test("every command's help begins with what it does and an example", arguments: commands)
  func commandHelp(command: String) throws {
    let run = try run(command, "--help")
    #expect(run.text.hasPrefix("OVERVIEW: "))
    #expect(run.text.contains("USAGE: samspill \(command)"))
    // Every option says what it does: no line with an option alone.
    let lines = run.lines
    for (place, line) in lines.enumerated() where line.hasPrefix("  -") {
      let description = line.dropFirst(26).trimmingCharacters(in: .whitespaces)
      let next = place + 1 < lines.count ? lines[place + 1] : ""
      #expect(!description.isEmpty || next.hasPrefix(String(repeating: " ", count: 26)), "\(line)")
    }
    #expect(try self.run("help", command).output == run.output)
  }

  @Test func version() throws {
    #expect(try run("--version").text == "samspill \(Version.text)\n")
    #expect(Version.text.split(separator: ".").count == 3)
  }

  @Test(
    "completions name every command",
    arguments: [("bash", "/bin/bash"), ("zsh", "/bin/zsh"), ("fish", "/usr/bin/fish")]
  )
  func completions(shell: String, interpreter: String) throws {
    let workspace = try Workspace()
    let run = try Program.run(["--generate-completion-script", shell], in: workspace)
    #expect(run.status == 0 && run.errors.isEmpty)
    for command in Self.commands { #expect(run.text.contains(command), "\(command)") }
    #expect(!run.text.contains("__render"))
    guard FileManager.default.isExecutableFile(atPath: interpreter) else { return }
    // The shell itself finds no fault with it.
    try workspace.write("script", run.output)
    #expect(try Program.other([interpreter, "-n", "script"], in: workspace).status == 0)
  }

  @Test("a command that there is not")
  func unknown() throws {
    let run = try Program.run(["centralty", "x"], in: try Workspace())
    #expect(run.status == 64 && run.isSilent && run.errors.contains("centralty"))
  }

  @Test("an argument that is missing")
  func missing() throws {
    for command in ["check", "info", "centrality", "map", "init"] {
      let run = try Program.run([command], in: try Workspace())
      #expect(run.status == 64 && run.isSilent && run.errors.contains("Missing"), "\(run)")
    }
  }

  @Test("doctor: everything needed for drawing works where the tests run")
  func doctor() throws {
    let run = try run("doctor")
    #expect(run.lines.contains { $0.hasPrefix("drawing svg,ok,") })
    #expect(!run.text.contains(",problem,"))
    let graphviz = try #require(run.lines.first { $0.hasPrefix("graphviz,ok,") })
    #expect(graphviz.contains(#/,\d+\.\d+\.\d+$/#))
    #expect(run.lines.contains { $0.hasPrefix("font,ok,") })
  }
}
