import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("samspill generate")
struct GenerateCommandTests {
  private func generate(_ arguments: [String], in workspace: Workspace) throws {
    let run = try Program.run(["generate"] + arguments, in: workspace)
    #expect(run.status == 0 && run.isSilent, "\(run)")
  }

  @Test("a region with the circles each actor is in")
  func region() throws {
    let workspace = try Workspace()
    try generate(
      ["region", "--nodes", "50", "--ties", "200", "-o", "r.csv", "--truth", "t.csv"],
      in: workspace
    )
    let ties = try #require(workspace.text("r.csv")).split(separator: "\n")
    #expect(ties.first == "source,target")
    #expect(ties.count == 201)
    let truth = try #require(workspace.text("t.csv")).split(separator: "\n")
    #expect(truth.first == "id,circle,cluster,district")
    #expect(truth.dropFirst().map { $0.prefix { $0 != "," } } == (0..<50).map { "\($0)" })
    let info = try Program.run(["info", "r.csv", "--undirected", "--csv"], in: workspace)
    #expect(info.lines.contains("actors,50") && info.lines.contains("ties,200"), "\(info)")
  }

  @Test("the seed decides, and the number of threads does not")
  func seeds() throws {
    let workspace = try Workspace()
    let base = ["planted", "--nodes", "6000", "--ties", "9000", "--groups", "4"]
    try generate(base + ["-o", "a.csv"], in: workspace)
    try generate(base + ["-o", "b.csv", "--seed", "20261123", "--threads", "3"], in: workspace)
    try generate(base + ["-o", "c.csv", "--seed", "1"], in: workspace)
    #expect(workspace.bytes("a.csv") == workspace.bytes("b.csv"))
    #expect(workspace.bytes("a.csv") != workspace.bytes("c.csv"))
  }

  @Test("plain lines have no heading; without -o they go to standard output")
  func plain() throws {
    let arguments = ["generate", "grid", "--rows", "2", "--columns", "2", "--layout", "plain"]
    let run = try Program.run(arguments, in: try Workspace())
    #expect(run.text == "0 1\n0 2\n1 3\n2 3\n")
    #expect(run.errors == "note: 4 nodes, 4 ties, seed 20261123\n")
  }

  @Test("a benchmark graph by either name")
  func presets() throws {
    let workspace = try Workspace()
    try generate(["rmat-14", "-o", "a.csv"], in: workspace)
    try generate(["rmat", "--preset", "rmat-14", "-o", "b.csv"], in: workspace)
    #expect(workspace.bytes("a.csv") == workspace.bytes("b.csv"))
  }

  @Test(
    "nonsense is wrong usage and leaves no file",
    arguments: [
      ["nonsense"], ["region"], ["region", "--nodes", "50"], ["region-20k", "--nodes", "50"],
      ["region", "--nodes", "50", "--ties", "10"], ["region", "--nodes", "50", "--ties", "9999"],
      ["region", "--nodes", "4294967296", "--ties", "9999999999"], ["rmat", "--scale", "31"],
      ["region", "--nodes", "99999999999999999999", "--ties", "10"],
      ["rmat", "--scale", "8", "--quadrants", "0.5,0.5"],
      ["rmat", "--scale", "8", "--quadrants", "1,1,0,-1"],
      ["rmat", "--scale", "8", "--nodes", "4"],
      ["grid", "--rows", "0", "--columns", "3"], ["barabasi", "--nodes", "3", "--attach", "3"],
      ["planted", "--nodes", "10", "--ties", "9", "--groups", "9"],
      ["grid", "--rows", "3", "--columns", "3", "--truth", "t.csv"],
      ["region", "--preset", "rmat-14"], ["region", "--actors", "20"],
      ["region", "--preset", "nordvest-forum", "--actors", "100"],
      ["region", "--preset", "nordvest-forum", "--nodes", "100"], ["grid", "--actors", "100"],
      ["nordvest-forum", "--preset", "typical"], ["region", "--actors", "100", "--ties", "5"],
      ["region", "--actors", "100", "--truth", "t.json"], ["region", "--people", "3"],
      ["region", "--actors", "100", "--workplaces", "2"],
    ]
  )
  func nonsense(arguments: [String]) throws {
    let workspace = try Workspace()
    let run = try Program.run(["generate"] + arguments + ["-o", "x.csv"], in: workspace)
    #expect(run.status == 64 && run.isSilent, "\(run)")
    #expect(try workspace.names() == [])
  }

  @Test("a learning region is a folder that is clean and says what it is")
  func learningRegion() throws {
    let workspace = try Workspace()
    let made = ["region", "--actors", "90", "--seed", "3", "-o", "r"]
    let run = try Program.run(["generate"] + made, in: workspace)
    #expect(run.status == 0 && run.isSilent && run.errors.contains("all invented"), "\(run)")
    let check = try Program.run(["check", "r"], in: workspace)
    #expect(check.status == 0 && check.text.contains("0 errors, 0 warnings"), "\(check)")
    let truth = try #require(workspace.text("r/truth.json"))
    #expect(truth.contains("\"synthetic\": true") && truth.contains("\"kind\": \"broker\""))
    let command = "samspill generate region --actors 90 --seed 3"
    #expect(truth.contains(command))
    #expect(workspace.text("r/README.md")?.contains("**Synthetic.**") == true)
    let yaml = try #require(workspace.text("r/region.yaml"))
    #expect(yaml.hasPrefix("title: \"Synthetic region (invented)"))
    #expect(yaml.contains("- \"Synthetic: \(command)\""))
    // The folder is not written over unless that is asked for.
    #expect(try Program.run(["generate"] + made, in: workspace).status == 74)
    #expect(try Program.run(["generate"] + made + ["--force"], in: workspace).status == 0)
  }

  @Test("a learning region needs a folder to go to")
  func learningRegionNeedsFolder() throws {
    for output in [[], ["-o", "-"]] {
      let run = try Program.run(["generate", "sunnhordland"] + output, in: try Workspace())
      #expect(run.status == 64 && run.isSilent && run.errors.contains("-o"), "\(run)")
    }
  }

  @Test("the bundled synthetic region is what its README says it is")
  func bundledRegion() throws {
    let workspace = try Workspace()
    let made = ["generate", "region", "--preset", "nordvest-forum", "-o", "r"]
    #expect(try Program.run(made, in: workspace).status == 0)
    let bundled = URL(fileURLWithPath: Program.dataset("nordvest-like"))
    let names = try FileManager.default.contentsOfDirectory(atPath: bundled.path).sorted()
    #expect(try names == workspace.names("r"))
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: bundled.appending(path: name)))
      #expect(bytes == workspace.bytes("r/\(name)"), "\(name)")
    }
    let lines = try String(contentsOf: bundled.appending(path: "README.md"), encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.contains("samspill generate region --preset nordvest-forum --seed 20261123"))
  }

  @Test("more memory than there is: refused with the figure")
  func memory() throws {
    let workspace = try Workspace()
    let arguments = ["barabasi", "--nodes", "2000000000", "--attach", "1000", "-o", "x.csv"]
    let run = try Program.run(["generate"] + arguments, in: workspace)
    #expect(run.status == 2 && run.errors.contains("7629390 MB"), "\(run)")
    #expect(try workspace.names() == [])
  }

  @Test("an existing file stays unless --force is given")
  func existing() throws {
    let workspace = try Workspace()
    try workspace.write("g.csv", "mine")
    let arguments = ["generate", "grid", "--rows", "1", "--columns", "2", "-o", "g.csv"]
    #expect(try Program.run(arguments, in: workspace).status == 74)
    #expect(workspace.text("g.csv") == "mine")
    #expect(try Program.run(arguments + ["--force"], in: workspace).status == 0)
    #expect(workspace.text("g.csv") == "source,target\n0,1\n")
  }

  @Test("Ctrl-C leaves no file")
  func interrupted() throws {
    let workspace = try Workspace()
    let child = try Program.start(["generate", "region-20m", "-o", "x.csv"], in: workspace)
    usleep(1_000_000)
    kill(child.pid, SIGINT)
    let run = try child.wait(seconds: 30)
    #expect(run.status == 130, "\(run)")
    #expect(try workspace.names() == [])
  }
}
