import Foundation
import Testing

@Suite("Who is named")
struct PrivacyTests {
  private static let people = ["kari", "Kari Nordmann", "ola", "Ola Hansen"]
  private static let organisations = ["works", "Ærlig Verk", "The University", "The Lab"]

  private func run(_ arguments: String...) throws -> ProgramRun {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let run = try Program.run([arguments[0], region] + arguments.dropFirst(), in: workspace)
    return run
  }

  private func names(_ names: [String], in run: ProgramRun) -> [String] {
    names.filter { run.text.contains($0) || run.errors.contains($0) }
  }

  @Test("persons are hidden in lists of brokers, and named on request")
  func brokers() throws {
    let usual = try run("brokers", "--permutations", "0")
    #expect(usual.status == 0 && names(Self.people, in: usual).isEmpty)
    #expect(names(Self.organisations, in: usual) == Self.organisations)
    #expect(usual.text.contains("person-1") && usual.text.contains("person-2"))
    #expect(usual.errors.contains("--name-persons"))
    let named = try run("brokers", "--permutations", "0", "--name-persons")
    #expect(names(Self.people, in: named) == Self.people && !named.text.contains("person-"))
  }

  @Test("persons are hidden in maps, and named on request")
  func maps() throws {
    let usual = try run("map", "-o", "-", "--to", "svg")
    #expect(usual.status == 0 && names(Self.people, in: usual).isEmpty, "\(usual.errors)")
    #expect(usual.text.contains("person-1") && usual.text.contains("University"))
    let named = try run("map", "-o", "-", "--to", "svg", "--name-persons")
    #expect(named.text.contains("Kari") && !named.text.contains("person-1"))
  }

  @Test(
    "nobody is named where all are anonymous, nor known by the order of the rows",
    arguments: [
      ["centrality"], ["clusters"], ["brokers", "--permutations", "0"],
      ["map", "-o", "-", "--to", "svg"], ["map", "-o", "-", "--to", "dot"],
      ["centrality", "--json"], ["brokers", "--json", "--permutations", "0"],
    ]
  )
  func anonymous(arguments: [String]) throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let run = try Program.run(
      [arguments[0], region] + arguments.dropFirst() + ["--anonymise"],
      in: workspace
    )
    #expect(run.status == 0, "\(run)")
    #expect(names(Self.people + Self.organisations, in: run).isEmpty, "\(run)")
    for number in 1...7 { #expect(run.text.contains("actor-\(number)")) }
  }

  @Test("rows stand in the order of the pseudonyms")
  func order() throws {
    let rows = try run("centrality", "--anonymise").csv().rows
    #expect(rows.map { $0[0] } == (1...7).map { "actor-\($0)" })
    // Somebody has the degree 0 of `alone`, who comes last in the data.
    let plain = try run("centrality", "--measures", "degree").csv().rows.map { $0[2] }
    let hidden = try run("centrality", "--measures", "degree", "--anonymise").csv().rows.map {
      $0[2]
    }
    #expect(plain.sorted() == hidden.sorted() && plain != hidden)
  }

  @Test("pseudonyms are the same in every result of the same data and seed, and not in others")
  func stable() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    func degrees(_ more: String...) throws -> [String] {
      try Program.run(
        ["centrality", region, "--measures", "degree,strength", "--anonymise"] + more,
        in: workspace
      ).lines
    }
    let one = try degrees()
    #expect(try degrees() == one)
    var others = 0
    for seed in 1...4 where try degrees("--seed", String(seed)) != one { others += 1 }
    #expect(others > 0)
    // Another tie changes the data: the list of actors alone does not give the pseudonyms away.
    var changed = 0
    for weight in 1...4 {
      let ties = (workspace.text("region/ties.csv") ?? "") + "uni,works,joint,\(weight),2023\n"
      try workspace.write("other\(weight)/ties.csv", ties)
      for file in ["actors.csv", "region.yaml"] {
        try workspace.write("other\(weight)/\(file)", workspace.text("region/\(file)") ?? "")
      }
      let got = try Program.run(
        [
          "centrality", "other\(weight)", "--measures", "degree", "--anonymise", "--relation",
          "advice",
        ],
        in: workspace
      ).lines
      let plain = try Program.run(
        ["centrality", region, "--measures", "degree", "--anonymise", "--relation", "advice"],
        in: workspace
      ).lines
      if got != plain { changed += 1 }
    }
    #expect(changed > 0)
  }

  @Test(
    "no way round: columns that hold the names are refused",
    arguments: [
      ["brokers", "--group-by", "label"], ["brokers", "--group-by", "ID"],
      ["clusters", "--method", "attribute:label", "--anonymise"],
      ["map", "-o", "-", "--to", "svg", "--color-by", "label"],
      ["map", "-o", "-", "--to", "svg", "--shape-by", "id", "--anonymise"],
    ]
  )
  func refused(arguments: [String]) throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let run = try Program.run([arguments[0], region] + arguments.dropFirst(), in: workspace)
    #expect(run.status == 64 && run.isSilent && run.errors.contains("pseudonyms"), "\(run)")
  }

  @Test("the names of small groups are not shown where nobody is named")
  func smallGroups() throws {
    for arguments in [
      ["brokers", "--group-by", "town", "--permutations", "0", "--json"],
      ["clusters", "--method", "attribute:town", "--json"],
      ["map", "-o", "-", "--to", "svg", "--color-by", "town"],
    ] {
      let workspace = try Workspace()
      let region = try workspace.smallRegion()
      func text(_ more: String...) throws -> String {
        let run = try Program.run(
          [arguments[0], region] + arguments.dropFirst() + more,
          in: workspace
        )
        #expect(run.status == 0, "\(run)")
        return run.text
      }
      #expect(try text().contains("Bergen"))
      let hidden = try text("--anonymise")
      #expect(!hidden.contains("Bergen") && !hidden.contains("Voss"), "\(arguments)")
    }
  }

  @Test("a plain table names everybody: it singles nobody out")
  func plainTables() throws {
    for command in ["centrality", "clusters"] {
      #expect(names(Self.people, in: try run(command)) == Self.people)
    }
  }
}
