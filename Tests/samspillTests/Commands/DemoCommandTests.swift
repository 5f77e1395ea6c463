import Foundation
import Testing

@Suite("samspill demo")
struct DemoCommandTests {
  /// The numbers that stand in a text.
  private func numbers(_ text: String) -> [String] {
    text.split { !($0.isNumber || $0 == ".") }.map { String($0).trimmingCharacters(in: ["."]) }
      .filter { !$0.isEmpty }
  }

  private func value(_ row: [String], _ name: String, _ columns: [String]) throws -> Double? {
    Double(row[try #require(columns.firstIndex(of: name))])
  }

  @Test("twice into the same folder: the same files, and findings that stand in them")
  func twice() throws {
    let workspace = try Workspace()
    let first = try Program.run(["demo"], in: workspace)
    #expect(first.status == 0, "\(first)")
    let expected = ["brokers.csv", "clusters.csv", "map.png", "map.svg", "report.html"]
    let names = try workspace.names("samspill-demo")
    #expect(expected.allSatisfy(names.contains) && names.contains("nfdi-consortia"))
    let files = names.map { workspace.bytes("samspill-demo/\($0)") }

    let second = try Program.run(["demo"], in: workspace)
    #expect(second.status == 0 && second.output == first.output)
    #expect(try workspace.names("samspill-demo") == names)
    #expect(names.map { workspace.bytes("samspill-demo/\($0)") } == files)

    try headlines(first, workspace)
    try pictures(workspace)
    // The command that it names next works.
    let next = try #require(first.lines.first { $0.contains("Next: samspill ") })
    let words = next.split(separator: " ").map(String.init)
    let again = try Program.run(
      Array(words.drop { $0 != "samspill" }.dropFirst()) + ["--permutations", "0"],
      in: workspace
    )
    #expect(again.status == 0 && again.lines.count == 6)
  }

  /// Every number of the findings, found again in the tables or counted from the data.
  private func headlines(_ run: ProgramRun, _ workspace: Workspace) throws {
    let said = run.lines.filter { $0.hasPrefix("  • ") }.map { String($0.dropFirst(4)) }
    #expect(said.count >= 5)
    func table(_ name: String) throws -> (columns: [String], rows: [[String]]) {
      let text = try #require(workspace.text("samspill-demo/\(name)"))
      let cells = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return (cells[0], Array(cells.dropFirst()))
    }
    let brokers = try table("brokers.csv")
    let clusters = try table("clusters.csv")
    let ties = try table("nfdi-consortia/ties.csv")
    let pairs = Set(ties.rows.filter { $0[0] != $0[1] }.map { [$0[0], $0[1]] })
    let named = Set(pairs.flatMap { $0 })
    #expect(
      said[0]
        == "\(brokers.rows.count) actors and \(pairs.count) ties; \(brokers.rows.count - named.count) without any tie."
    )
    // The two strongest brokers, by name and number.
    let ranked = try brokers.rows.map {
      (row: $0, value: try value($0, "betweenness", brokers.columns) ?? 0)
    }
    .sorted { $0.value > $1.value }
    #expect(said[1].hasPrefix("\(ranked[0].row[1]) is the strongest broker: betweenness "))
    #expect(said[1].contains("followed by \(ranked[1].row[1]) with "))
    #expect(
      numbers(String(said[1].drop { $0 != ":" })).compactMap(Double.init).filter { $0 > 100 }
        == ranked.prefix(2).map { ($0.value * 10).rounded() / 10 }
    )
    // The most frequent role.
    let roles = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison"]
    let counts = try roles.map { try value(ranked[0].row, $0, brokers.columns) ?? 0 }
    let most = try #require(counts.max())
    let role = roles[try #require(counts.firstIndex(of: most))]
    let total = try #require(try value(ranked[0].row, "brokerage", brokers.columns))
    #expect(said[2].contains("most often a \(role)"))
    #expect(said[2].contains("\(Int(most)) of its \(Int(total)) open two-step paths"))
    // What is lost without it, counted by walking the ties.
    let before = reachable(named, pairs, without: ranked[0].row[0], through: true)
    let after = reachable(named, pairs, without: ranked[0].row[0], through: false)
    #expect(said[3].contains("\(before - after) of the \(before) ways"))
    // The clusters and the share of ties inside them.
    var sizes: [String: Int] = [:]
    var clusterOf: [String: String] = [:]
    for row in clusters.rows {
      sizes[row[2], default: 0] += 1
      clusterOf[row[0]] = row[2]
    }
    let large = sizes.values.filter { $0 > 1 }.sorted(by: >)
    let inside = pairs.count { clusterOf[$0[0]] == clusterOf[$0[1]] }
    let share = Int((Double(inside) / Double(pairs.count) * 100).rounded())
    #expect(said[4].hasPrefix("\(large.count) clusters of "))
    #expect(Array(numbers(said[4]).dropFirst().prefix(large.count)) == large.map(String.init))
    #expect(said[4].contains("\(share) % of the ties lie inside them"))
    // Ties without a way round: none is left when each is taken away in turn.
    let fragile = said[5].hasPrefix("Fragile: ")
    let undirected = Set(pairs.map { $0.sorted() })
    let bridges = undirected.count { tie in
      !connected(tie[0], tie[1], undirected.subtracting([tie]))
    }
    #expect(fragile ? said[5].contains("\(bridges) tie") : bridges == 0)
  }

  /// Ordered pairs of others in reach of each other, through `gone` or not.
  private func reachable(
    _ names: Set<String>,
    _ pairs: Set<[String]>,
    without gone: String,
    through: Bool
  ) -> Int {
    var next: [String: [String]] = [:]
    for pair in pairs { next[pair[0], default: []].append(pair[1]) }
    var count = 0
    for start in names where start != gone {
      var seen: Set<String> = [start]
      var queue = [start]
      while let name = queue.popLast() {
        if name == gone && !through { continue }
        for other in next[name] ?? [] where seen.insert(other).inserted { queue.append(other) }
      }
      count += seen.count { $0 != start && $0 != gone }
    }
    return count
  }

  private func connected(_ a: String, _ b: String, _ pairs: Set<[String]>) -> Bool {
    var seen: Set<String> = [a]
    var grown = true
    while grown {
      grown = false
      for pair in pairs where seen.contains(pair[0]) != seen.contains(pair[1]) {
        seen.formUnion(pair)
        grown = true
      }
    }
    return seen.contains(b)
  }

  private func pictures(_ workspace: Workspace) throws {
    let svg = try #require(workspace.text("samspill-demo/map.svg"))
    #expect(svg.contains("<title ") && svg.contains("<desc ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.contains("NFDI4Ing") && !svg.contains("<script"))
    let png = try #require(workspace.bytes("samspill-demo/map.png"))
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }

  @Test("into another folder, and where there is a file in its place")
  func folders() throws {
    let workspace = try Workspace()
    let deep = try Program.run(["demo", "a/b", "-q"], in: workspace)
    #expect(deep.status == 0 && deep.errors.isEmpty)
    #expect(try workspace.names("a/b").contains("map.svg"))
    try workspace.write("taken", "x")
    let refused = try Program.run(["demo", "taken"], in: workspace)
    #expect(refused.status == 74 && refused.isSilent)
    #expect(workspace.text("taken") == "x")
  }
}
