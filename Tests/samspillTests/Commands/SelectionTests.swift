import Foundation
import Testing

/// Which ties and actors are taken, seen through small numbers that can be counted in the fixture.
@Suite("Which ties become the network")
struct SelectionTests {
  private func run(_ arguments: [String]) throws -> ProgramRun {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    return try Program.run([arguments[0], region] + arguments.dropFirst(), in: workspace)
  }

  private func structure(_ more: String...) throws -> [String: String] {
    let run = try run(["structure"] + more)
    #expect(run.status == 0, "\(run)")
    return Dictionary(uniqueKeysWithValues: run.csv().rows.map { ($0[0], $0[1]) })
  }

  @Test("everything, the last wave: advice of 2024 and the joint work of all waves, directed")
  func usual() throws {
    let got = try structure()
    // Advice of 2024 has 7 ties without the loop; two pairs of joint work both ways, of which works→yard is there.
    #expect(got["nodes"] == "7" && got["ties"] == "10" && got["loops_dropped"] == "1")
  }

  @Test("relations, one or several")
  func relations() throws {
    #expect(try structure("--relation", "advice")["ties"] == "7")
    let joint = try structure("--relation", "joint")
    #expect(joint["ties"] == "2" && joint["total_weight"] == "7" && joint["parallel_merged"] == "1")
    let both = try structure("--relation", "advice,joint")
    #expect(try structure("--relation", "joint", "--relation", "advice") == both)
    #expect(try structure() == both)
  }

  @Test("waves")
  func waves() throws {
    #expect(try structure("--relation", "advice", "--wave", "2023")["ties"] == "1")
    #expect(try structure("--relation", "advice", "--wave", "2024")["ties"] == "7")
    #expect(try structure("--relation", "advice", "--wave", "all")["ties"] == "8")
  }

  @Test("direction: given up, put on, made weak or strong")
  func direction() throws {
    #expect(try structure("--relation", "advice", "--undirected")["ties"] == "6")
    #expect(try structure("--relation", "joint", "--directed")["ties"] == "2")
    #expect(try structure("--relation", "joint", "--directed")["reciprocity"] == "0")
    #expect(try structure("--relation", "joint")["reciprocity"] == "")
    let weak = try structure("--relation", "advice", "--symmetrize", "weak")
    #expect(weak["ties"] == "6" && weak["total_weight"] == "11" && weak["triad_003"] == "")
    let strong = try structure("--relation", "advice", "--symmetrize", "strong")
    #expect(strong["ties"] == "1" && strong["total_weight"] == "2")
    #expect(try structure("--relation", "advice", "--symmetrize", "none")["ties"] == "7")
  }

  @Test("weak ties left out, after parallel ones were added up")
  func minimumWeight() throws {
    #expect(try structure("--relation", "joint", "--min-weight", "3")["ties"] == "1")
    #expect(try structure("--relation", "joint", "--min-weight", "5")["ties"] == "1")
    #expect(try structure("--relation", "joint", "--min-weight", "5.5")["ties"] == "0")
    #expect(try structure("--relation", "advice", "--min-weight", "2")["ties"] == "3")
  }

  @Test("weights that count, or do not")
  func weights() throws {
    #expect(try structure("--relation", "joint", "--unweighted")["total_weight"] == "2")
    let plain = try run(["centrality", "--measures", "constraint", "--relation", "joint"])
    let weighted = try run([
      "centrality", "--measures", "constraint", "--relation", "joint", "--weighted",
    ])
    #expect(plain.output != weighted.output)
    let steps = try run(["centrality", "--measures", "harmonic", "--relation", "joint"])
    let lengths = try run([
      "centrality", "--measures", "harmonic", "--relation", "joint", "--lengths", "inverse",
    ])
    // works–yard has weight 5, so length 1/5; yard–kari 2, so ½: yard's harmonic centrality is 5 + 2.
    #expect(steps.lines[2] == "yard,Øst Yard,2" && lengths.lines[2] == "yard,Øst Yard,7")
  }

  @Test("actors by column, and without some")
  func actors() throws {
    #expect(try structure("--where", "town=Voss")["nodes"] == "4")
    #expect(try structure("--where", "TOWN=Bergen", "--where", "type=person")["nodes"] == "1")
    #expect(try structure("--where", "sphere=work_life")["nodes"] == "4")
    #expect(try structure("--without", "kari")["nodes"] == "6")
    #expect(
      try structure("--without", "kari", "--without", "ola", "--relation", "advice")["ties"] == "3"
    )
    let nobody = try run(["structure", "--where", "town=Oslo"])
    #expect(nobody.status == 0 && nobody.errors.contains("warning: no actor is left"))
  }

  @Test("over every relation, wave, or both, in one table")
  func each() throws {
    let relations = try run(["structure", "--measures", "ties", "--each", "relation"])
    #expect(relations.lines == ["relation,measure,value", "advice,ties,7", "joint,ties,2"])
    let waves = try run([
      "structure", "--measures", "ties", "--each", "wave", "--relation", "advice",
    ])
    #expect(waves.lines == ["wave,measure,value", "2023,ties,1", "2024,ties,7"])
    let both = try run(["structure", "--measures", "ties", "--each", "relation,wave"])
    #expect(
      both.lines == [
        "relation,wave,measure,value", "advice,2023,ties,1", "advice,2024,ties,7",
        "joint,2023,ties,2", "joint,2024,ties,2",
      ]
    )
    #expect(both.errors.contains("note: relation advice, wave 2024: 1 tie from an actor to itself"))
    let rows = try run(["centrality", "--measures", "degree", "--each", "relation"])
    #expect(rows.lines.count == 15 && rows.lines[8].hasPrefix("works,Ærlig Verk,joint,"))
    let json = try run(["clusters", "--each", "relation", "--json"]).json()
    let result = try #require(json["result"] as? [String: Any])
    #expect(
      (result["runs"] as? [[String: Any]])?.map { $0["relation"] as? String } == [
        "advice", "joint",
      ]
    )
  }

  @Test("waves of which one has too few answers: one table all the same")
  func unevenWaves() throws {
    let workspace = try Workspace()
    try workspace.write(
      "r/ties.csv",
      "source,target,wave\na,b,1\nb,c,1\nc,a,1\na,b,2\nb,c,2\n"
    )
    try workspace.write(
      "r/roster.csv",
      "respondent,wave,answered\na,1,yes\nb,1,yes\nc,1,yes\na,2,yes\nb,2,no\nc,2,no\n"
    )
    let run = try Program.run(
      ["centrality", "r", "--measures", "betweenness", "--each", "wave"],
      in: workspace
    )
    #expect(run.status == 0 && run.lines.count == 7, "\(run)")
    #expect(run.errors.contains("warning: wave 2: only 33 % answered"))
    let (columns, rows) = run.csv()
    for row in rows { #expect(row.count == columns.count) }
  }

  @Test("the largest first, and only so many")
  func sorting() throws {
    let sorted = try run([
      "centrality", "--measures", "degree,betweenness", "--sort", "betweenness", "--top", "3",
    ])
    let values = sorted.csv().rows.compactMap { Double($0[3]) }
    #expect(values.count == 3 && values == values.sorted(by: >) && values[0] > 0)
    #expect(sorted.lines[1].hasPrefix("kari,"))
    let all = try run(["centrality", "--measures", "degree,betweenness"])
    #expect(
      all.csv().rows.map { $0[0] } == ["works", "yard", "uni", "lab", "kari", "ola", "alone"]
    )
    // Who has no value comes last.
    let holes = try run(["centrality", "--measures", "constraint", "--sort", "constraint"])
    #expect(holes.lines.last == "alone,Nobody's,")
  }

  @Test(
    "words that mean nothing, with what could have been meant",
    arguments: [
      (["centrality", "--measures", "degree,betweeness"], "betweeness", "\"betweenness\""),
      (["structure", "--measures", "densty"], "densty", "\"density\""),
      (["centrality", "--relation", "advise"], "advise", "\"advice\""),
      (["centrality", "--wave", "2042"], "2042", "\"2024\""),
      (["centrality", "--wave", "first"], "first", "known here: 2023, 2024"),
      (["centrality", "--where", "twon=Voss"], "twon", "\"town\""),
      (["brokers", "--group-by", "twon"], "twon", "\"town\""),
      (["clusters", "--method", "leidn"], "leidn", "\"leiden\""),
      (["clusters", "--method", "attribute:twon"], "twon", "\"town\""),
      (["centrality", "--sort", "constrain"], "constrain", "\"constraint\""),
      (["centrality", "--without", "karo"], "karo", "\"kari\""),
      (["map", "-o", "m.svg", "--color-by", "twon"], "twon", "\"town\""),
      (["map", "-o", "m.svg", "--shape-by", "tpye"], "tpye", "\"type\""),
      (["map", "-o", "m.svg", "--size-by", "degre"], "degre", "\"degree\""),
      (["map", "-o", "m.gif"], ".gif", "--to svg"), (["map", "-o", "m"], "no ending", "--to svg"),
    ]
  )
  func unknown(arguments: [String], word: String, hint: String) throws {
    let run = try run(arguments)
    #expect(run.status == 64 && run.isSilent, "\(run)")
    #expect(run.errors.contains("error: ") && run.errors.contains(word), "\(run)")
    #expect(run.errors.contains("hint: ") && run.errors.contains(hint), "\(run)")
  }

  @Test(
    "options that do not go together, or have no sense",
    arguments: [
      ["--directed", "--undirected"], ["--weighted", "--unweighted"], ["--where", "town"],
      ["--min-weight", "x"], ["--min-weight", "nan"], ["--min-response", "2"], ["--top", "0"],
      ["--threads", "0"], ["--seed", "-1"], ["--seed", "x"], ["--symmetrize", "both"],
      ["--csv", "--json"], ["--format", "xml"], ["--each", "month"], ["--each", ""],
      ["-q", "-v"], ["--nonsense"], ["surplus"], ["--relation", ","], ["--measures", "degree,"],
      ["--tolerance", "0"], ["--measures", "pagerank", "--tolerance", "nan"],
    ]
  )
  func wrongUsage(options: [String]) throws {
    let run = try run(["centrality"] + options)
    #expect(run.status == 64 && run.isSilent, "\(run)")
    #expect(run.errors.hasPrefix("error: ") || run.errors.contains("\nerror: "))
  }

  @Test("weights below zero: refused by what cannot use them, with the names of the two")
  func negativeWeights() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target,weight\nann,bob,-1.5\nbob,cis,2\n")
    func run(_ arguments: String...) throws -> ProgramRun {
      try Program.run([arguments[0], "t.csv"] + arguments.dropFirst(), in: workspace)
    }
    for arguments in [
      ["centrality", "--measures", "pagerank"], ["clusters"], ["brokers"],
      ["map", "-o", "m.svg"],
    ] {
      let refused = try Program.run([arguments[0], "t.csv"] + arguments.dropFirst(), in: workspace)
      #expect(refused.status == 2 && refused.isSilent, "\(refused)")
      #expect(
        refused.errors.contains("the tie from \"ann\" to \"bob\" has the negative weight -1.5")
      )
      #expect(refused.errors.contains("hint: --unweighted"))
    }
    #expect(try workspace.names() == ["t.csv"])
    let lengths = try run("centrality", "--measures", "harmonic", "--lengths", "inverse")
    #expect(
      lengths.status == 2 && lengths.errors.contains("the weight -1.5 of the tie from \"ann\"")
    )
    #expect(try run("structure", "--measures", "ties").lines.last == "ties,2")
    #expect(try run("structure", "--measures", "ties", "--min-weight", "-1").lines.last == "ties,1")
    #expect(try run("clusters", "--unweighted").status == 0)
  }

  @Test("--each wave where there are none")
  func noWaves() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\na,b\n")
    let run = try Program.run(["centrality", "t.csv", "--each", "wave"], in: workspace)
    #expect(run.status == 64 && run.errors.contains("no waves"))
  }

  @Test("distances are a network of their own")
  func distances() throws {
    let workspace = try Workspace()
    try workspace.write(
      "r/ties.csv",
      "source,target,relation,weight\na,b,distance,12\nb,c,distance,0\na,b,trust,1\n"
    )
    let trust = try Program.run(["structure", "r", "--measures", "ties"], in: workspace)
    #expect(trust.lines.last == "ties,1")
    let both = try Program.run(["structure", "r", "--relation", "distance,trust"], in: workspace)
    #expect(both.status == 64 && both.errors.contains("cannot be mixed"))
    let far = try Program.run(
      ["centrality", "r", "--relation", "distance", "--measures", "strength"],
      in: workspace
    )
    #expect(
      far.status == 0 && far.errors.contains("warning: the weights of distance are distances")
    )
  }
}
