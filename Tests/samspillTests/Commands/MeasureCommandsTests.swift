import Foundation
import Testing

@Suite("Measures of actors, ties and networks through the program")
struct MeasureCommandsTests {
  private static let managers = Program.dataset("krackhardt-managers")

  private static let datasets = (try? Program.datasets()) ?? []

  private func run(_ arguments: String...) throws -> ProgramRun {
    try Program.run(arguments, in: Workspace())
  }

  @Test("ties: source and target first, sorted and cut as asked, rows in JSON")
  func ties() throws {
    let plain = try run("ties", Self.managers, "--relation", "friendship")
    #expect(plain.status == 0, "\(plain)")
    let (columns, rows) = plain.csv()
    #expect(
      columns == [
        "source", "target", "edge_betweenness", "bridge", "span", "embeddedness", "reciprocated",
        "weight",
      ]
    )
    #expect(rows.count == 102)
    let top = try run(
      "ties",
      Self.managers,
      "--relation",
      "friendship",
      "--measures",
      "edge_betweenness",
      "--sort",
      "edge_betweenness",
      "--top",
      "1",
      "--json"
    )
    let result = try #require(try top.json()["result"] as? [String: Any])
    let found = try #require(result["rows"] as? [[String: Any]])
    // As networkx edge_betweenness_centrality(normalized=False).
    #expect(found.count == 1 && found[0]["source"] as? String == "21")
    let value = try #require(found[0]["edge_betweenness"] as? Double)
    #expect(abs(value - 46.166666666666664) < 1e-9)
    let each = try run("ties", Self.managers, "--each", "relation", "--measures", "weight").csv()
    #expect(each.columns == ["source", "target", "relation", "weight"])
  }

  @Test("structure: values of Krackhardt's managers that publications and sna have")
  func structure() throws {
    let (_, rows) = try run(
      "structure",
      Self.managers,
      "--relation",
      "reports-to",
      "--reports-upward",
      "--measures",
      "krackhardt_hierarchy,krackhardt_efficiency,krackhardt_lub,krackhardt_connectedness"
    ).csv()
    // Who reports to whom is a tree, by definition of an organisation chart.
    #expect(rows.allSatisfy { $0[1] == "1" } && rows.count == 4)
  }

  @Test("all measures of every bundled data set", arguments: datasets)
  func everything(name: String) throws {
    for command in ["centrality", "ties", "structure"] {
      let made = try run(command, Program.dataset(name), "--measures", "all", "--threads", "2")
      #expect(made.status == 0 && !made.isSilent, "\(made)")
    }
  }

  @Test("estimates: a column with the error of each value, the guarantee among the notes")
  func estimates() throws {
    let words = ["--measures", "closeness,harmonic,betweenness", "--approximate", "--samples", "9"]
    let made = try Program.run(["centrality", Self.managers] + words + ["--json"], in: Workspace())
    #expect(made.status == 0, "\(made)")
    let document = try made.json()
    let options = try #require(document["options"] as? [String: Any])
    #expect(options["approximate"] as? Bool == true && options["samples"] as? Int == 9)
    #expect(options["delta"] as? Double == 0.1 && options["epsilon"] is NSNull)
    let notes = try #require(document["notes"] as? [String])
    #expect(notes.filter { $0.contains("certainty of 90 %") }.count == 3)
    let result = try #require(document["result"] as? [String: Any])
    let rows = try #require(result["rows"] as? [[String: Any]])
    #expect(rows.count == 21)
    for name in ["closeness", "harmonic", "betweenness"] {
      #expect(rows.allSatisfy { ($0[name + "_error"] as? Double ?? 0) > 0 }, "\(name)")
    }
    let again = try Program.run(
      ["centrality", Self.managers] + words + ["--threads", "8", "--json"],
      in: Workspace()
    )
    #expect(again.output == made.output)
    #expect(made.errors.contains("harmonic is estimated from 9 random actors"))
  }

  @Test(
    "estimates: options that make no sense are refused",
    arguments: [
      (["--epsilon", "0.1"], "--epsilon belongs to --approximate"),
      (["--samples", "10"], "--samples belongs to --approximate"),
      (["--approximate", "--epsilon", "1"], "above 0 and below 1"),
      (["--approximate", "--delta", "nan"], "above 0 and below 1"),
      (["--approximate", "--samples", "0"], "from 1 to"),
      (["--approximate", "--samples", "5", "--epsilon", "0.1"], "exclude each other"),
      (["--approximate", "--lengths", "inverse"], "counts steps"),
      (["--approximate", "--epsilon", "0.0000001"], "10¹² samples"),
    ]
  )
  func wrongEstimates(arguments: [String], message: String) throws {
    let refused = try Program.run(["centrality", Self.managers] + arguments, in: Workspace())
    #expect(
      refused.status == 64 && refused.isSilent && refused.errors.contains(message),
      "\(refused)"
    )
  }

  @Test("groups: named by a column, refused without one")
  func groups() throws {
    let (_, rows) = try run(
      "structure",
      Self.managers,
      "--relation",
      "advice",
      "--group-by",
      "department"
    ).csv()
    let names = rows.map { $0[0] }
    #expect(names.contains("ei_index") && names.contains("assortativity_department"))
    #expect(!names.contains("small_world_sigma"))
    let without = try run("structure", Self.managers, "--measures", "ei_index")
    #expect(without.status == 64 && without.errors.contains("--group-by"))
    let wrong = try run("structure", Self.managers, "--group-by", "departement")
    #expect(wrong.status == 64 && wrong.errors.contains("department"))
  }

  @Test("small worlds and cores only when named, or with --null-samples")
  func slow() throws {
    let named = try run(
      "structure",
      Self.managers,
      "--measures",
      "small_world",
      "--null-samples",
      "3"
    )
    let again = try run(
      "structure",
      Self.managers,
      "--measures",
      "small_world",
      "--null-samples",
      "3",
      "--threads",
      "1"
    )
    #expect(named.status == 0 && named.output == again.output)
    #expect(named.csv().rows.map { $0[0] }.contains("small_world_omega"))
  }

  @Test("key players and suggested ties: a table of their own, keys beside the rows in JSON")
  func sets() throws {
    let players = try run("brokers", Self.managers, "--key-players", "2").csv()
    #expect(
      players.columns == ["goal", "id", "label", "value", "bound", "search", "before"]
    )
    #expect(players.rows.map { $0[0] } == ["fragmentation", "fragmentation", "reach", "reach"])
    let ties = try run("brokers", Self.managers, "--suggest-ties", "2").csv()
    #expect(ties.columns.prefix(2) == ["source", "target"] && ties.rows.count == 2)
    let both = try run("brokers", Self.managers, "--key-players", "1", "--suggest-ties", "1")
    #expect(both.status == 64)
    let document = try run(
      "brokers",
      Self.managers,
      "--key-players",
      "1",
      "--suggest-ties",
      "1",
      "--permutations",
      "0",
      "--json"
    ).json()
    let result = try #require(document["result"] as? [String: Any])
    #expect((result["rows"] as? [Any])?.count == 21)
    let sets = try #require(result["key_players"] as? [String: Any])
    let reach = try #require(sets["reach"] as? [String: Any])
    #expect(reach["search"] as? String == "exact")
    #expect((result["suggested_ties"] as? [Any])?.count == 1)
    #expect(try run("brokers", Self.managers, "--key-players", "22").status == 64)
  }

  @Test("natural pathways: the busiest ties with what they carry together")
  func pathways() throws {
    let found = try run("brokers", Self.managers, "--pathways", "3").csv()
    #expect(
      found.columns == ["source", "target", "source_label", "target_label", "flow", "cumulative"]
    )
    let flows = found.rows.compactMap { Double($0[4]) }
    #expect(flows.count == 3 && flows == flows.sorted(by: >) && flows.allSatisfy { $0 > 0 })
    let last = try #require(found.rows.last.flatMap { Double($0[5]) })
    #expect(abs(last - flows.reduce(0, +)) < 1e-12 && last < 1)
    #expect(try run("brokers", Self.managers, "--pathways", "0").status == 64)
    #expect(try run("brokers", Self.managers, "--pathways", "2", "--briefing").status == 64)
    let all = try run("brokers", Self.managers, "--pathways", "9999").csv()
    let total = try #require(all.rows.last.flatMap { Double($0[5]) })
    #expect(abs(total - 1) < 1e-9)
  }

  @Test("options of centrality that mean nothing are refused, a missing alpha is asked for")
  func options() throws {
    let workspace = try Workspace()
    let chain = try workspace.write("chain.csv", "source,target\na,b\nb,c\n")
    let katz = try Program.run(
      ["centrality", chain, "--directed", "--measures", "katz"],
      in: workspace
    )
    #expect(katz.status == 64 && katz.errors.contains("alpha"))
    let given = try Program.run(
      ["centrality", chain, "--directed", "--measures", "katz", "--alpha", "0.5"],
      in: workspace
    )
    // 1, 1.5, 1.75 scaled to norm 1.
    #expect(given.status == 0)
    let values = given.csv().rows.compactMap { Double($0[2]) }
    #expect(values.count == 3 && abs(values[2] / values[0] - 1.75) < 1e-12)
    let all = try Program.run(
      ["centrality", chain, "--directed", "--measures", "all"],
      in: workspace
    )
    #expect(all.status == 0 && all.errors.contains("eigenvector is left out"))
    for wrong in [["--damping", "1"], ["--alpha", "-1"], ["--partition", "nothing"]] {
      let run = try Program.run(["centrality", chain, "--directed"] + wrong, in: workspace)
      #expect(run.status == 64, "\(run)")
    }
  }
}
