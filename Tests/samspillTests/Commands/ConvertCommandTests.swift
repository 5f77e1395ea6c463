import Testing

@Suite("samspill convert")
struct ConvertCommandTests {
  private let text = "source,target,relation,weight\nØy,b,trust,2\nb,c,advice,1\n"

  @Test("writes by the ending, and other commands read what it writes")
  func byEnding() throws {
    let workspace = try Workspace()
    _ = try workspace.write("ties.csv", text)
    for ending in ["graphml", "gexf", "gml", "dot", "net", "dl", "json", "xlsx"] {
      let run = try Program.run(["convert", "ties.csv", "-o", "out.\(ending)"], in: workspace)
      #expect(run.status == 0, "\(run)")
      #expect(run.isSilent)
      let one = try Program.run(
        ["structure", "out.\(ending)", "--measures", "nodes,ties", "--csv"],
        in: workspace
      )
      let other = try Program.run(
        ["structure", "ties.csv", "--measures", "nodes,ties", "--csv"],
        in: workspace
      )
      #expect(one.status == 0, "\(one)")
      #expect(one.text == other.text)
    }
    let folder = try Program.run(["convert", "out.gexf", "-o", "folder"], in: workspace)
    #expect(folder.status == 0, "\(folder)")
    #expect(try Program.run(["check", "folder"], in: workspace).status == 0)
  }

  @Test("lists what would be lost, and writes it only with --lossy")
  func lossy() throws {
    let workspace = try Workspace()
    let network = Program.dataset("krackhardt-managers")
    let run = try Program.run(["convert", network, "-o", "out.net"], in: workspace)
    #expect(run.status == 2)
    #expect(run.errors.contains("columns of actors dropped: \"type\""))
    #expect(run.errors.contains("--lossy"))
    #expect(workspace.bytes("out.net") == nil)
    let again = try Program.run(["convert", network, "-o", "out.net", "--lossy"], in: workspace)
    #expect(again.status == 0, "\(again)")
    #expect(again.errors.contains("columns of actors dropped: \"type\""))
  }

  @Test("goes through standard input and output")
  func streams() throws {
    let workspace = try Workspace()
    let run = try Program.run(
      ["convert", "-", "--from", "edges", "--to", "graphml", "-o", "-"],
      in: workspace,
      input: Array(text.utf8)
    )
    #expect(run.status == 0, "\(run)")
    let back = try Program.run(
      ["convert", "-", "--to", "edges", "-o", "-", "--lossy"],
      in: workspace,
      input: run.output
    )
    #expect(back.text == text)
  }

  @Test(
    "wrong usage",
    arguments: [
      (["ties.csv", "-o", "-"], 64), (["ties.csv", "-o", "x.xyz"], 64),
      (["ties.csv", "-o", "x.geojson"], 64), (["ties.csv", "-o", "x", "--to", "graphlm"], 64),
      (["ties.csv", "-o", "-", "--to", "folder"], 64),
      (["ties.csv", "-o", "ties.csv", "--lossy"], 74),
      (["none.csv", "-o", "x.gml"], 74), (["ties.csv", "-o", "no/such/x.graphml"], 74),
      (["bad.graphml", "-o", "x.gml"], 2),
    ] as [([String], Int32)]
  )
  func wrongUsage(arguments: [String], status: Int32) throws {
    let workspace = try Workspace()
    _ = try workspace.write("ties.csv", text)
    _ = try workspace.write("bad.graphml", "<graphml><graph>\n</graphml>")
    let run = try Program.run(["convert"] + arguments, in: workspace)
    #expect(run.status == status, "\(run)")
    if status == 2 { #expect(run.errors.contains("bad.graphml:2:3: error:")) }
    #expect(workspace.text("ties.csv") == text)
  }

  @Test("the format is among the assumptions of info")
  func assumedFormat() throws {
    let workspace = try Workspace()
    _ = try workspace.write("x.dot", "graph { a -- b }")
    let run = try Program.run(["info", "x.dot", "--json"], in: workspace)
    #expect(
      run.text.contains("\"subject\": \"format\"") || run.text.contains("\"subject\":\"format\"")
    )
    #expect(run.errors.contains("x.dot: DOT"))
  }
}
