import Foundation

@testable import RegionDiagrams

/// Inputs and the built program for the tests of this target.
enum TestMaps {
  /// The program that the build put beside the test runner (above its bundle on macOS).
  static var program: String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("samspill").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
      folder.deleteLastPathComponent()
    }
    return "/nonexistent/samspill"
  }

  /// Draws with the built program; the deadline leaves room for a machine that runs other tests.
  static var renderer: DiagramRenderer {
    DiagramRenderer(programPath: program, deadline: 120)
  }

  static func watch(_ seconds: Double = 120) -> DrawingWatch {
    DrawingWatch(seconds: seconds) { false }
  }

  /// A small directed map with everything on it: two relations, mutual ties, groups, shapes, sizes,
  /// an isolate.
  static func small() -> MapInput {
    var map = MapInput(
      title: "Sjø & land",
      labels: ["Alfa", "Beta AS", "Gamma", "Delta", "Epsilon", "Zeta"],
      relations: [
        .init(name: "trust", isDirected: true), .init(name: "shared board", isDirected: false),
      ],
      ties: .init(
        sources: [0, 1, 1, 2, 3, 0, 4],
        targets: [1, 0, 2, 3, 4, 3, 0],
        weights: [1, 2, 1, 1, 3, 1, 1],
        relations: [0, 0, 0, 0, 0, 1, 1]
      )
    )
    map.color = .init(
      title: "Cluster",
      names: ["North", "South"],
      categories: [0, 0, 0, 1, 1, -1]
    )
    map.groups = map.color
    map.shape = .init(title: "Type", names: ["firm", "school"], categories: [0, 1, 0, 1, 0, 0])
    map.size = .init(title: "Betweenness", values: [4, 2, 1.5, 0, nil, 0])
    map.facts = ["Wave: 2021", "Seed: 1"]
    map.date = .init(year: 2021, month: 10, day: 4)
    return map
  }

  /// A region of two firms, one with two people, and a tie across: three ranks.
  static func nested() -> MapInput {
    var map = MapInput(
      title: "Levels",
      labels: ["The region", "Firm A", "Firm B", "Kari", "Ola"],
      relations: [.init(name: "trust", isDirected: true)],
      ties: .init(sources: [3], targets: [2], weights: [1], relations: [0])
    )
    map.ranks = .init(
      names: ["Region", "Firms", "People"],
      rankOf: [0, 1, 1, 2, 2],
      parents: [-1, 0, 0, 1, 1],
      title: "Part of"
    )
    return map
  }

  /// A seeded random map: `ties` ties among `actors` actors, `groups` groups by number.
  static func random(actors: Int, ties: Int, groups: Int, seed: UInt64) -> MapInput {
    var state = seed
    func next(_ bound: Int) -> Int32 {
      // SplitMix64; the modulo's bias does not matter here.
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int32((z ^ (z >> 31)) % UInt64(bound))
    }
    var list = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    for _ in 0..<ties {
      list.sources.append(next(actors))
      list.targets.append(next(actors))
      list.weights.append(1)
      list.relations.append(0)
    }
    var map = MapInput(
      title: "Random",
      labels: (0..<actors).map { "Actor \($0)" },
      relations: [.init(name: "tie", isDirected: true)],
      ties: list
    )
    map.groups = .init(
      title: "Group",
      names: (0..<groups).map { "G\($0)" },
      categories: (0..<actors).map { Int32($0 % groups) }
    )
    map.color = map.groups
    return map
  }

  /// A bundled data set: one relation of it, coloured by a column of `actors.csv`.
  static func dataset(
    _ name: String,
    relation: String,
    color: String,
    isDirected: Bool = true
  ) throws -> MapInput {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Datasets/\(name)")
    let actors = try rows(folder.appendingPathComponent("actors.csv"))
    let ties = try rows(folder.appendingPathComponent("ties.csv"))
    var node: [String: Int32] = [:]
    for (index, actor) in actors.enumerated() { node[actor["id"] ?? ""] = Int32(index) }
    var list = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    for tie in ties where tie["relation"] == relation {
      guard let source = node[tie["source"] ?? ""], let target = node[tie["target"] ?? ""] else {
        continue
      }
      list.sources.append(source)
      list.targets.append(target)
      list.weights.append(Double(tie["weight"] ?? "") ?? 1)
      list.relations.append(0)
    }
    var map = MapInput(
      title: name,
      labels: actors.map { $0["label"] ?? "" },
      relations: [.init(name: relation, isDirected: isDirected)],
      ties: list
    )
    let values = Set(actors.map { $0[color] ?? "" }).sorted()
    map.color = .init(
      title: color,
      names: values,
      categories: actors.map { Int32(values.firstIndex(of: $0[color] ?? "") ?? 0) }
    )
    map.groups = map.color
    let types = Set(actors.map { $0["type"] ?? "" }).sorted()
    map.shape = .init(
      title: "type",
      names: types,
      categories: actors.map { Int32(types.firstIndex(of: $0["type"] ?? "") ?? 0) }
    )
    var degree = [Double](repeating: 0, count: actors.count)
    for (source, target) in zip(list.sources, list.targets) {
      degree[Int(source)] += 1
      degree[Int(target)] += 1
    }
    map.size = .init(title: "Degree", values: degree)
    return map
  }

  /// Rows of a plain CSV file (the bundled files used here quote nothing).
  private static func rows(_ file: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",").map { String($0) }
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      return Dictionary(zip(header, cells)) { first, _ in first }
    }
  }
}
