import Foundation
import TestSupport
import Testing

@Suite("Results in every format")
struct FormatsTests {
  static let commands = [
    ["info"], ["centrality"], ["ties"], ["structure"], ["clusters"],
    ["brokers", "--permutations", "9"],
  ]

  private func run(_ command: [String], _ more: String...) throws -> ProgramRun {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let run = try Program.run([command[0], region] + command.dropFirst() + more, in: workspace)
    #expect(run.status == 0, "\(run)")
    return run
  }

  @Test("a pipe gets CSV", arguments: commands)
  func pipe(command: [String]) throws {
    let plain = try run(command)
    #expect(try run(command, "--csv").output == plain.output)
    #expect(try run(command, "--format", "csv").output == plain.output)
    let (columns, rows) = plain.csv()
    #expect(columns.count >= 2 && !rows.isEmpty)
    for row in rows { #expect(row.count == columns.count) }
    #expect(Set(columns).count == columns.count)
    #expect(!plain.text.contains("\u{1B}") && !plain.text.contains("\r"))
  }

  @Test("a workbook says what CSV says, texts as they are")
  func workbook() throws {
    let workspace = try Workspace()
    _ = try workspace.write("ties.csv", "source,target,weight\n=a,301,0.5\n301,=a,2\n")
    let run = try Program.run(
      ["ties", "ties.csv", "--measures", "edge_betweenness,weight", "-o", "out.xlsx"],
      in: workspace
    )
    #expect(run.status == 0, "\(run)")
    // The result has source and target, so that it is a network itself.
    let back = try Program.run(
      ["convert", "out.xlsx", "--to", "edges", "-o", "-", "--lossy"],
      in: workspace
    )
    #expect(back.status == 0, "\(back)")
    #expect(back.lines.first?.hasPrefix("source,target") == true)
    #expect(back.lines.contains { $0.hasPrefix("=a,301") && $0.contains("0.5") })
    let again = try Program.run(
      ["ties", "ties.csv", "--measures", "edge_betweenness,weight", "--format", "xlsx"],
      in: workspace
    )
    #expect(again.output == workspace.bytes("out.xlsx"))
  }

  @Test("JSON is one document with schema, input, options, seed and result", arguments: commands)
  func json(command: [String]) throws {
    let document = try run(command, "--json").json()
    let schema = try #require(document["schema"] as? [String: Any])
    #expect(schema["name"] as? String == "samspill.\(command[0])")
    #expect(schema["version"] as? Int == 1)
    let input = try #require(document["input"] as? [String: Any])
    #expect((input["path"] as? String)?.hasSuffix("region") == true)
    let hash = try #require(input["sha256"] as? String)
    #expect(hash.count == 64 && hash.allSatisfy(\.isHexDigit))
    #expect(document["options"] is [String: Any])
    #expect(document["seed"] as? Int == 20_261_123)
    #expect(document["result"] is [String: Any])
    #expect(document["notes"] is [String] && document["warnings"] is [String])
  }

  @Test("rows of JSON say what CSV says", arguments: ["centrality", "clusters"])
  func rows(command: String) throws {
    let document = try run([command], "--json").json()
    let result = try #require(document["result"] as? [String: Any])
    let objects = try #require(result["rows"] as? [[String: Any]])
    let (columns, rows) = try run([command]).csv()
    #expect(objects.count == rows.count)
    for (object, row) in zip(objects, rows) {
      for (column, cell) in zip(columns, row) {
        switch object[column] {
        case is NSNull: #expect(cell.isEmpty, "\(column)")
        case let text as String: #expect(text == cell)
        case let number as NSNumber:
          // Foundation reads JSON numbers through decimals, the last bit is its own.
          #expect(agree(number.doubleValue, Double(cell), 1e-14), "\(column)")
        default: Issue.record("no \(column) in JSON")
        }
      }
    }
  }

  @Test("integers have no point, in either format")
  func integers() throws {
    let json = try run(["centrality"], "--measures", "degree,strength", "--json").text
    #expect(json.contains("\"degree\": 4") && !json.contains(".0,") && !json.contains(".0}"))
  }

  @Test("a table for reading is aligned", arguments: commands)
  func table(command: [String]) throws {
    let lines = try run(command, "--format", "table").lines
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.contains(",") || $0.contains("'") })
  }

  @Test("Markdown has a heading line", arguments: commands)
  func markdown(command: [String]) throws {
    let lines = try run(command, "--format", "md").lines
    #expect(lines[0].hasPrefix("| ") && lines[1].hasPrefix("|---"))
    let bars = lines[0].count { $0 == "|" }
    for line in lines { #expect(line.count { $0 == "|" } == bars) }
  }

  @Test("the ending of the file tells the format, an option overrules it")
  func endings() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    func write(_ name: String, _ more: String...) throws -> String {
      let run = try Program.run(["clusters", region, "-o", name] + more, in: workspace)
      #expect(run.status == 0 && run.isSilent, "\(run)")
      return try #require(workspace.text(name))
    }
    #expect(try write("a.json").hasPrefix("{"))
    #expect(try write("a.md").hasPrefix("| id |"))
    #expect(try write("a.txt").hasPrefix("id "))
    #expect(try write("a.csv").hasPrefix("id,label,cluster\n"))
    #expect(try write("a.xyz").hasPrefix("id,label,cluster\n"))
    #expect(try write("b.json", "--csv").hasPrefix("id,label,cluster\n"))
  }

  @Test(
    "per-actor tables begin with id and label",
    arguments: ["centrality", "clusters", "brokers"]
  )
  func identity(command: String) throws {
    #expect(try run([command]).text.hasPrefix("id,label,"))
    #expect(try run([command], "--each", "relation").text.hasPrefix("id,label,relation,"))
  }

  @Test("structure as CSV is measure,value with the triads one by one")
  func structure() throws {
    let run = try run(["structure"])
    #expect(run.lines.first == "measure,value")
    #expect(run.lines.count { $0.hasPrefix("triad_") } == 16)
    let result = try self.run(["structure"], "--json").json()["result"] as? [String: Any]
    #expect((result?["triad_census"] as? [String: Any])?.count == 16)
  }

  @Test("formulas are defused in results, unless raw text is asked for")
  func formulas() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\n=1+1,@x\n-y,+z\n")
    let arguments = ["clusters", "t.csv", "--undirected", "--csv"]
    let guarded = try Program.run(arguments, in: workspace)
    #expect(
      guarded.lines.dropFirst().map { String($0.split(separator: ",")[0]) } == [
        "'=1+1", "'@x", "'-y", "'+z",
      ]
    )
    let raw = try Program.run(arguments + ["--raw-text"], in: workspace)
    #expect(raw.text == guarded.text.replacing("'", with: ""))
  }

  @Test("a name cannot command the terminal through a table or a message")
  func escapes() throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\na\u{1B}[2J,b\nb,\u{202E}c\n")
    let table = try Program.run(["clusters", "t.csv", "--format", "table"], in: workspace)
    #expect(table.status == 0 && !table.text.contains("\u{1B}") && !table.text.contains("\u{202E}"))
    let error = try Program.run(
      ["centrality", "t.csv", "--without", "\u{1B}[31mx"],
      in: workspace
    )
    #expect(error.status == 64 && !error.errors.contains("\u{1B}"))
  }
}
