import Foundation
import Testing

@Suite("samspill map")
struct MapCommandTests {
  private func map(_ options: [String], region: String? = nil) throws -> (Workspace, ProgramRun) {
    let workspace = try Workspace()
    let path = try region ?? workspace.smallRegion()
    return (workspace, try Program.run(["map", path] + options, in: workspace))
  }

  @Test(
    "the ending says the format",
    arguments: [
      ("svg", "<?xml"), ("SVG", "<?xml"), ("pdf", "%PDF-"), ("png", "\u{89}PNG"),
      ("dot", "digraph"),
    ]
  )
  func formats(ending: String, start: String) throws {
    let (workspace, run) = try map(["-o", "map.\(ending)"])
    #expect(run.status == 0 && run.isSilent, "\(run)")
    let bytes = try #require(workspace.bytes("map.\(ending)"))
    #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    #expect(try workspace.names() == ["map.\(ending)", "region"])
    // Said outright and sent to standard output it is the same file.
    let (_, piped) = try map(["-o", "-", "--to", ending.lowercased()])
    #expect(piped.output == bytes)
  }

  @Test("an existing file is refused before anything is drawn, and replaced with --force")
  func existing() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    try workspace.write("map.svg", "mine")
    let refused = try Program.run(["map", region, "-o", "map.svg"], in: workspace)
    #expect(refused.status == 74 && refused.errors.contains("--force"))
    #expect(workspace.text("map.svg") == "mine")
    let forced = try Program.run(["map", region, "-o", "map.svg", "--force"], in: workspace)
    #expect(forced.status == 0 && workspace.text("map.svg")?.hasPrefix("<?xml") == true)
  }

  @Test("a folder that is not there is told before anything is drawn")
  func missingFolder() throws {
    let (workspace, run) = try map(["-o", "nowhere/map.svg", "--verbose"])
    #expect(run.status == 74 && run.isSilent, "\(run)")
    #expect(run.errors.contains("its folder does not exist"))
    #expect(try workspace.names() == ["region"])
  }

  @Test(
    "every engine draws, or says why it cannot",
    arguments: ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "geo"]
  )
  func engines(engine: String) throws {
    let (_, run) = try map(["-o", "-", "--to", "svg", "--engine", engine])
    if engine == "geo" {
      // Nobody in the small region has a place.
      #expect(run.status == 70 && run.isSilent && run.errors.contains("hint: "), "\(run)")
      #expect(run.errors.contains("the drawing could not be made, because"))
    } else {
      #expect(run.status == 0 && run.text.contains("Ærlig"), "\(run)")
    }
  }

  @Test("what is asked for is in the picture")
  func look() throws {
    let (_, plain) = try map(["-o", "-", "--to", "svg"])
    #expect(plain.text.contains("Small region") && plain.text.contains("Betweenness"))
    #expect(plain.text.contains("Seed: 20261123") && plain.text.contains("Wave: 2024"))
    let (_, named) = try map([
      "-o", "-", "--to", "svg", "--title", "A <b> & \"c\"", "--color-by", "town", "--size-by",
      "degree", "--shape-by", "none", "--groups", "--lang", "nb", "--theme", "print",
    ])
    #expect(named.status == 0, "\(named)")
    let expected = [
      "A &lt;b&gt; &amp;", "Bergen", "Voss", "Areal: Bånd", "Frø: 20261123", "Runde: 2024",
    ]
    for words in expected {
      #expect(named.text.contains(words), "\(words)")
    }
    #expect(!named.text.contains("Betweenness"))
  }

  @Test("PDF carries the date of the data, never that of the clock")
  func dates() throws {
    let (_, run) = try map(["-o", "-", "--to", "pdf"])
    let text = String(decoding: run.output, as: UTF8.self)
    #expect(text.contains("D:2024"))
    #expect(!text.contains("D:\(Calendar.current.component(.year, from: Date()))"))
  }

  @Test("nobody to draw")
  func nobody() throws {
    let (workspace, run) = try map(["-o", "map.svg", "--where", "town=Oslo"])
    #expect(run.status == 70 && run.isSilent)
    #expect(run.errors.contains("no actor to draw"))
    #expect(try workspace.names() == ["region"])
  }

  @Test("five thousand actors: a drawing or a refusal, in time")
  func large() throws {
    let workspace = try Workspace()
    var text = "source,target\n"
    for actor in 0..<5000 {
      for step in [1, 37, actor % 11 * 131 + 2] {
        text += "a\(actor),a\((actor + step) % 5000)\n"
      }
    }
    try workspace.write("t.csv", text)
    // Unoptimised code on a busy machine may take some times twenty seconds.
    let run = try Program.run(
      ["map", "t.csv", "-o", "map.svg", "--size-by", "degree"],
      in: workspace,
      seconds: 80
    )
    #expect(run.status == 0 || run.status == 70, "\(run)")
    if run.status == 0 {
      #expect(workspace.text("map.svg")?.hasSuffix("</svg>\n") == true)
      #expect(run.errors.contains("the map shows clusters"))
    } else {
      #expect(run.errors.contains("the drawing could not be made, because"))
      #expect(try workspace.names() == ["t.csv"])
    }
  }

  /// Two triangles and a tie between them, somebody alone.
  private func triangles(_ options: String...) throws -> ProgramRun {
    let workspace = try Workspace()
    try workspace.write("net/actors.csv", "id,town\na,A\nb,A\nc,B\nx,B\ny,B\nz,B\nalone,\n")
    try workspace.write(
      "net/ties.csv",
      "source,target,relation\na,b,r\nb,c,r\nc,a,r\nx,y,r\ny,z,r\nz,x,r\nc,x,r\n"
    )
    return try Program.run(
      ["map", "net", "--undirected", "-o", "-", "--to", "svg"] + options,
      in: workspace
    )
  }

  @Test(
    "colours show any way of clustering",
    arguments: [
      ("clusters", "Cluster 2 (3)"), ("leiden", "no cluster (1)"), ("components", "Cluster 1 (6)"),
      ("core", "core 2 (6)"), ("truss", "truss 3 (6)"), ("core_periphery", "periphery ("),
      ("links", "Cluster 1 ("), ("label_propagation", "Cluster 1 ("), ("town", "B (4)"),
      ("attribute:town", "not given (1)"),
    ]
  )
  func colours(by what: String, words: String) throws {
    let run = try triangles("--color-by", what)
    #expect(run.status == 0 && run.text.contains(words), "\(run)")
  }

  @Test("one node per cluster, its members counted in its name and nowhere else")
  func quotient() throws {
    let run = try triangles("--level", "clusters")
    #expect(run.text.contains(">Cluster 1 (3)</text>") && run.text.contains("no cluster (1)"))
    #expect(!run.text.contains("not given"))
    #expect(run.text.contains(">Tied to no other (1)</text>"))
    let towns = try triangles("--level", "clusters", "--color-by", "town", "--lang", "nb")
    #expect(towns.text.contains(">B (4)</text>") && towns.text.contains("ikke oppgitt (1)"))
  }

  @Test("one cluster with its neighbours in grey, by number or by name")
  func cluster() throws {
    let second = try triangles("--cluster", "2")
    #expect(second.text.contains("neighbours (1)") && second.text.contains("Cluster 2 (3)"))
    for id in ["c", "x", "y", "z"] { #expect(second.text.contains(">\(id)</text>"), "\(id)") }
    for id in ["a", "b", "alone"] { #expect(!second.text.contains(">\(id)</text>"), "\(id)") }
    let town = try triangles("--color-by", "town", "--cluster", "A")
    #expect(town.text.contains(">c</text>") && !town.text.contains(">x</text>"))
  }

  @Test("one actor and those it is tied to")
  func ego() throws {
    let run = try triangles("--ego", "c")
    for id in ["a", "b", "c", "x"] { #expect(run.text.contains(">\(id)</text>"), "\(id)") }
    for id in ["y", "z", "alone"] { #expect(!run.text.contains(">\(id)</text>"), "\(id)") }
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let hidden = try Program.run(["map", region, "-o", "m.svg", "--ego", "kari"], in: workspace)
    #expect(hidden.status == 64 && hidden.errors.contains("--name-persons"), "\(hidden)")
  }

  @Test(
    "what cannot be drawn so is said",
    arguments: [
      (["--cluster", "9"], "from 1 to 3"), (["--color-by", "town", "--cluster", "Aa"], "\"A\""),
      (["--ego", "nobody"], "there is no actor"), (["--color-by", "twon"], "\"town\""),
      (["--color-by", "town", "--runs", "3"], "--runs is for leiden"),
      (["--cluster", "1", "--ego", "a"], "exclude"),
      (["--level", "clusters", "--cluster", "1"], "leave --cluster"),
    ]
  )
  func mistakes(options: [String], words: String) throws {
    let workspace = try Workspace()
    try workspace.write("net/actors.csv", "id,town\na,A\nb,A\nc,B\nx,B\ny,B\nz,B\nalone,\n")
    try workspace.write(
      "net/ties.csv",
      "source,target,relation\na,b,r\nb,c,r\nc,a,r\nx,y,r\ny,z,r\nz,x,r\nc,x,r\n"
    )
    let run = try Program.run(
      ["map", "net", "--undirected", "-o", "m.svg"] + options,
      in: workspace
    )
    #expect(run.status == 64 && run.errors.contains(words), "\(run)")
    #expect(try workspace.names() == ["net"])
  }
}
