import Foundation
import Testing

@Suite("samspill check")
struct CheckCommandTests {
  /// Ten mistakes, each with its place, what is said of it and what to do about it.
  private static let mistakes: [(line: String, hint: String)] = [
    ("actors.csv:3:1: error: the id \"a\" is already used in line 2", "give each row an id"),
    ("actors.csv:4:4: error: \"many\" is not a number", "employees holds numbers"),
    ("actors.csv:5:3: error: unknown actor \"nowhere\"", "add it to actors.csv"),
    ("ties.csv:3:3: error: unknown actor \"stranger\"", "pass --create-missing"),
    ("ties.csv:4:5: error: \"heavy\" is not a number", "weight holds numbers"),
    ("ties.csv:5:3: error: the row has 2 cells, the heading has 3", "leave a cell empty"),
    ("arenas.csv:2:10: error: \"upper\" is not a known stage", "it can be on, back"),
    ("joint_actions.csv:2:4: error: \"2024-02-30\" is not a date", "YYYY-MM-DD"),
    ("innovations.csv:3:6: error: sources goes round in a circle", "build on itself"),
    ("roster.csv:2:3: error: \"perhaps\" is not a known answered", "it can be yes, no"),
  ]

  private func planted() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(
      "bad/actors.csv",
      "id,parent,employees\na,,10\na,,20\nc,,many\nd,nowhere,5\n"
    )
    try workspace.write(
      "bad/ties.csv",
      "source,target,weight\na,c,1\na,stranger,1\na,c,heavy\na,c\n"
    )
    try workspace.write("bad/arenas.csv", "id,stage\nworkshop,upper\n")
    try workspace.write("bad/joint_actions.csv", "id,date,outcome\nj1,2024-02-30,kept\n")
    try workspace.write("bad/innovations.csv", "id,actor,sources\ni1,a,i2\ni2,a,i1\n")
    try workspace.write("bad/roster.csv", "respondent,answered\na,perhaps\n")
    return workspace
  }

  @Test("all ten planted mistakes, each with its place, its line and a hint")
  func ten() throws {
    let workspace = try planted()
    let run = try Program.run(["check", "bad"], in: workspace)
    #expect(run.status == 1)
    for (line, hint) in Self.mistakes {
      let place = try #require(run.lines.firstIndex { $0.hasPrefix(line) }, "\(line)")
      // The line of the file, the caret below it, the hint.
      #expect(run.lines[place + 1].contains(" | "))
      #expect(run.lines[place + 2].contains("^"))
      #expect(run.lines[place + 3].hasPrefix("hint: ") && run.lines[place + 3].contains(hint))
    }
    #expect(run.lines.last == "bad: 10 errors, 0 warnings")
    #expect(run.lines.count { $0.contains(": error: ") } == Self.mistakes.count)
  }

  @Test("the same as CSV and JSON, with places as numbers")
  func machineReadable() throws {
    let workspace = try planted()
    let json = try Program.run(["check", "bad", "--json"], in: workspace)
    #expect(json.status == 1)
    let result = try #require(try json.json()["result"] as? [String: Any])
    let input = try #require((result["inputs"] as? [[String: Any]])?.first)
    #expect(input["errors"] as? Int == 10 && input["warnings"] as? Int == 0)
    let problems = try #require(input["problems"] as? [[String: Any]])
    #expect(problems.count == 10)
    let stranger = try #require(
      problems.first { ($0["message"] as? String)?.contains("stranger") == true }
    )
    #expect(stranger["file"] as? String == "ties.csv")
    #expect(stranger["line"] as? Int == 3 && stranger["column"] as? Int == 3)
    #expect(stranger["severity"] as? String == "error")
    #expect(stranger["code"] as? String == "unknown-actor")
    let csv = try Program.run(["check", "bad", "--csv"], in: workspace)
    #expect(csv.status == 1)
    #expect(csv.lines.first == "input,severity,code,file,line,column,message,hint,cell")
    #expect(csv.lines.contains { $0.hasPrefix("bad,error,unknown-actor,ties.csv,3,3,") })
    let file = try Program.run(["check", "bad", "-o", "problems.json"], in: workspace)
    #expect(file.status == 1 && file.isSilent)
    #expect(workspace.bytes("problems.json") == json.output)
  }

  @Test(
    "nothing is computed from data with mistakes, and nothing written",
    arguments: [
      ["info"], ["centrality"], ["structure"], ["clusters"], ["brokers"],
    ]
  )
  func nothingComputed(command: [String]) throws {
    let workspace = try planted()
    let run = try Program.run(command + ["bad", "-o", "out.csv"], in: workspace)
    #expect(run.status == 2 && run.isSilent)
    #expect(run.errors.contains("ties.csv:3:3: error: unknown actor \"stranger\""))
    #expect(try workspace.names() == ["bad"])
    let quiet = try Program.run(command + ["bad", "-q"], in: workspace)
    #expect(quiet.status == 2 && quiet.isSilent && quiet.errors.contains("ties.csv:3:3"))
  }

  @Test("nothing is drawn from them either")
  func nothingDrawn() throws {
    let workspace = try planted()
    let run = try Program.run(["map", "bad", "-o", "map.svg"], in: workspace)
    #expect(run.status == 2 && run.isSilent)
    #expect(try workspace.names() == ["bad"])
  }

  @Test("twenty problems are shown and the rest counted")
  func many() throws {
    let workspace = try Workspace()
    let rows = (0..<100).map { "a,unknown-\($0)" }.joined(separator: "\n")
    try workspace.write("r/actors.csv", "id\na\n")
    try workspace.write("r/ties.csv", "source,target\n\(rows)\n")
    let run = try Program.run(["check", "r"], in: workspace)
    #expect(run.status == 1)
    #expect(run.lines.count { $0.contains(": error: ") } == 20)
    #expect(run.lines.contains { $0.contains("80 more") })
    #expect(run.lines.last == "r: 100 errors, 0 warnings")
  }

  @Test("a clean region: what is in it, and who answered")
  func clean() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    try workspace.write("region/roster.csv", "respondent,answered\nworks,yes\nyard,yes\nuni,no\n")
    let run = try Program.run(["check", region], in: workspace)
    #expect(run.status == 0)
    #expect(
      run.lines.last?.hasSuffix("0 errors, 0 warnings; 7 actors, 12 ties; 2 of 3 answered (67 %)")
        == true
    )
  }

  @Test("what is probably wrong, and how many answered each relation")
  func suspicions() throws {
    let workspace = try Workspace()
    try workspace.write(
      "r/actors.csv",
      "id,label,orgnr\na,Sjøbris AS,974760673\nb,SJØBRIS A/S,974760674\nc,,\n"
    )
    try workspace.write("r/ties.csv", "source,target,relation\na,c,trust\na,b,advice\n")
    try workspace.write(
      "r/roster.csv",
      "respondent,relation,answered\na,trust,yes\nc,trust,no\na,advice,yes\n"
    )
    let run = try Program.run(["check", "r"], in: workspace)
    #expect(run.status == 0)
    #expect(
      run.text.contains(
        "actors.csv:3:3: warning: \"SJØBRIS A/S\" looks like \"Sjøbris AS\" in line 2\n"
      )
    )
    #expect(run.text.contains("actors.csv:3:15: warning: \"974760674\" is no organisation number"))
    #expect(
      run.text.contains(
        "roster.csv:3:1: note: 1 of 2 ties go to 1 actor that did not answer: \"c\""
      )
    )
    #expect(
      run.text.contains("  trust: 1 of 2 answered (50 %)\n  advice: 1 of 1 answered (100 %)\n")
    )
    #expect(run.lines.last?.contains("0 errors, 2 warnings; 3 actors, 2 ties;") == true)
    let json = try Program.run(["check", "r", "--json"], in: workspace)
    let result = try #require(try json.json()["result"] as? [String: Any])
    let input = try #require((result["inputs"] as? [[String: Any]])?.first)
    let rates = try #require(input["response_rates"] as? [[String: Any]])
    #expect(rates.count == 2 && rates[0]["asked"] as? Int == 2 && rates[0]["answered"] as? Int == 1)
    #expect(try Program.run(["info", "r"], in: workspace).errors.contains("looks like") == false)
  }

  @Test("several networks at once; one with errors is enough")
  func several() throws {
    let workspace = try planted()
    let region = try workspace.smallRegion("good")
    let run = try Program.run(["check", region, "bad"], in: workspace)
    #expect(run.status == 1)
    #expect(run.lines.count { $0.contains(" errors, ") } == 2)
  }

  @Test("warnings alone are no failure")
  func warnings() throws {
    let workspace = try Workspace()
    try workspace.write("r/ties.csv", "source,target\na,b\n")
    try workspace.write("r/region.yaml", "titel: Mistyped\n")
    let run = try Program.run(["check", "r"], in: workspace)
    #expect(run.status == 0)
    #expect(run.text.contains("warning: ") && run.text.contains("0 errors, 1 warning;"))
  }

  @Test("every bundled data set is clean", arguments: try Program.datasets())
  func bundled(name: String) throws {
    let run = try Program.run(["check", Program.dataset(name)], in: try Workspace())
    #expect(run.status == 0 && run.text.contains(": 0 errors, 0 warnings; "), "\(run)")
  }
}
