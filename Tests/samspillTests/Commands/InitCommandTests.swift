import Foundation
import Testing

@Suite("samspill init")
struct InitCommandTests {
  @Test("what it makes is a region without errors, which every command reads")
  func check() throws {
    let workspace = try Workspace()
    let made = try Program.run(["init", "new/region"], in: workspace)
    #expect(made.status == 0 && made.isSilent)
    for file in ["region.yaml", "actors.csv", "ties.csv", "roster.csv", "arenas.csv"] {
      #expect(try workspace.names("new/region").contains(file))
    }
    let check = try Program.run(["check", "new/region"], in: workspace)
    #expect(check.status == 0 && check.text.contains("0 errors, 0 warnings"), "\(check)")
    for command in ["info", "centrality", "structure", "clusters", "brokers"] {
      let run = try Program.run([command, "new/region"], in: workspace)
      #expect(run.status == 0 && run.lines.count > 1, "\(run)")
    }
  }

  @Test("nothing of the user's is overwritten without --force, and nothing written beside it")
  func existing() throws {
    let workspace = try Workspace()
    try workspace.write("mine/ties.csv", "source,target\na,b\n")
    let refused = try Program.run(["init", "mine"], in: workspace)
    #expect(refused.status == 74 && refused.errors.contains("ties.csv"))
    #expect(try workspace.names("mine") == ["ties.csv"])
    #expect(workspace.text("mine/ties.csv") == "source,target\na,b\n")
    let forced = try Program.run(["init", "mine", "--force"], in: workspace)
    #expect(forced.status == 0)
    #expect(workspace.text("mine/ties.csv") != "source,target\na,b\n")
  }

  @Test("a file where the folder should be")
  func file() throws {
    let workspace = try Workspace()
    try workspace.write("taken", "x")
    let run = try Program.run(["init", "taken"], in: workspace)
    #expect(run.status == 74 && run.errors.contains("taken"))
    #expect(workspace.text("taken") == "x")
  }
}
