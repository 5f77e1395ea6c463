import Foundation
import LearningRegion
import RegionIndicators
import TestSupport
import Testing

@testable import RegionAnalysis

/// Every value of networkx, igraph and sna for every data set, through the tables that users see.
@Suite("Known values of the data sets")
struct KnownValuesTests {
  /// A file of values, as `cases.csv` lists it.
  struct Case: Sendable, CustomTestStringConvertible {
    let dataset: String
    let relation: String
    let wave: String
    let isDirected: Bool
    let kind: String
    let groupBy: String
    let file: String

    var testDescription: String { file }

    init(_ record: [String: String]) {
      dataset = record["dataset"] ?? ""
      relation = record["relation"] ?? ""
      wave = record["wave"] ?? ""
      isDirected = record["directed"] == "yes"
      kind = record["kind"] ?? ""
      groupBy = record["group_by"] ?? ""
      file = record["file"] ?? ""
    }

    func table() throws -> FixtureTable {
      try FixtureTable(Fixtures.knownValues.appending(path: file))
    }

    func graph() throws -> RegionGraph {
      var projection = GraphProjection()
      if relation != "all" { projection.relations = .named([relation]) }
      if !wave.isEmpty { projection.wave = wave == "all" ? .all : .named(wave) }
      return try Fixtures.region(dataset).graph(projection)
    }
  }

  static let cases: [Case] = {
    let table = try? FixtureTable(Fixtures.knownValues.appending(path: "cases.csv"))
    return (table?.records ?? []).map(Case.init)
  }()

  static func cases(_ kind: String) -> [Case] { cases.filter { $0.kind == kind } }

  @Test("every file of values is listed, and every data set has values")
  func complete() throws {
    let listed = Set(Self.cases.map(\.file))
    var found: Set<String> = []
    for name in Fixtures.datasetNames {
      let folder = Fixtures.knownValues.appending(path: name).path
      for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
        found.insert("\(name)/\(file)")
      }
    }
    #expect(found == listed)
    #expect(Set(Self.cases.map(\.dataset)) == Set(Fixtures.datasetNames))
    #expect(Fixtures.datasetNames.count >= 13)
    #expect(Set(Self.cases.map(\.kind)) == ["nodes", "network", "ties", "brokers"])
  }

  /// Compares one cell; `nil` where it agrees.
  ///
  /// - Parameter scale: what the values of a column are sums of, whose rounding is no difference.
  private func difference(_ got: Cell?, _ wanted: String, scale: Double = 0) -> String? {
    switch got {
    case nil: return "no such value"
    case .missing: return wanted.isEmpty ? nil : "none, wanted \(wanted)"
    case .integer(let value): return wanted == String(value) ? nil : "\(value), wanted \(wanted)"
    case .text(let value): return "the text \(value), wanted \(wanted)"
    case .number(let value):
      guard let number = Double(wanted) else { return "\(value), wanted \(wanted)" }
      // Relative to the value; around 0, where tools leave the rounding of their sums, absolute.
      let tolerance = max(1e-9 * max(abs(value), abs(number)), 1e-12, 1e-13 * scale)
      return abs(value - number) <= tolerance ? nil : "\(value), wanted \(wanted)"
    }
  }

  /// Compares a table with the rows of a file, by id; every value of the file.
  private func compare(_ table: ResultTable, _ file: FixtureTable) throws {
    let ids = try #require(table.column("id"))
    var rowOf: [String: [Cell]] = [:]
    for row in table.rows {
      guard case .text(let id) = row[ids] else { continue }
      rowOf[id] = row
    }
    var compared = 0
    var differences: [String] = []
    let scales = file.columns.indices.map { column in
      file.rows.reduce(0) { max($0, abs(Double($1[column]) ?? 0)) }
    }
    for record in file.rows {
      for (place, (column, wanted)) in zip(file.columns, record).enumerated().dropFirst() {
        let got = table.column(column).flatMap { rowOf[record[0]]?[$0] }
        compared += 1
        if let text = difference(got, wanted, scale: scales[place]) {
          differences.append("\(record[0]), \(column): \(text)")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
    #expect(compared == file.rows.count * (file.columns.count - 1) && compared > 0)
  }

  @Test("values of every actor", arguments: cases("nodes"))
  func nodes(known: Case) throws {
    let file = try known.table()
    let graph = try known.graph()
    #expect(graph.graph.isDirected == known.isDirected)
    let names = Array(file.columns.dropFirst())
    let region = try Fixtures.region(known.dataset)
    let table = try CentralityAnalysis(
      of: graph,
      try Catalogue.nodeMeasures(named: names),
      naming: Naming(.everybody, of: region, seed: 1),
      // No value is known either where a network has no cycle to walk.
      failures: .warn
    ).table
    #expect(table.columns == ["id", "label"] + names)
    #expect(try table.rows.map { $0[0] } == file.values("id").map { .text($0) })
    try compare(table, file)
  }

  @Test("values of every whole network", arguments: cases("network"))
  func network(known: Case) throws {
    let file = try known.table()
    let graph = try known.graph()
    let structure = try StructureAnalysis(
      of: graph,
      try Catalogue.networkMeasures(named: ["all"])
    ).table
    var values: [String: Cell] = [:]
    for row in structure.rows { values[row[0].forReading] = row[1] }
    var compared = 0
    for (name, wanted) in try zip(file.values("measure"), file.values("value")) {
      compared += 1
      #expect(difference(values[name], wanted) == nil, "\(name)")
    }
    #expect(compared == file.rows.count && compared > 10)
  }

  @Test("values of every tie", arguments: cases("ties"))
  func ties(known: Case) throws {
    let file = try known.table()
    let region = try Fixtures.region(known.dataset)
    let names = Array(file.columns.dropFirst(2))
    #expect(names.count == Catalogue.tieMeasures.count)
    let table = try TieAnalysis(
      of: try known.graph(),
      try Catalogue.tieMeasures(named: names),
      naming: Naming(.everybody, of: region, seed: 1)
    ).table
    try #require(table.rows.count == file.rows.count)
    var differences: [String] = []
    for (row, record) in zip(table.rows, file.rows) {
      #expect(row.prefix(2) == [.text(record[0]), .text(record[1])])
      for (place, name) in names.enumerated() {
        if let text = difference(row[place + 2], record[place + 2]) {
          differences.append("\(record[0]) \(record[1]), \(name): \(text)")
        }
      }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
  }

  @Test("roles of every broker, with expectation and z", arguments: cases("brokers"))
  func brokers(known: Case) throws {
    let file = try known.table()
    let graph = try known.graph()
    let region = try Fixtures.region(known.dataset)
    let brokers = try LearningBrokers(
      of: graph,
      grouping: try Grouping(by: known.groupBy, of: region, graph)
    )
    let table = BrokerAnalysis(
      brokers,
      of: graph,
      naming: Naming(.everybody, of: region, seed: 1)
    ).table
    #expect(file.columns.count == 19)
    try compare(table, file)
    // The file leaves out those who broker nothing; nobody who brokers may be missing from it.
    let listed = Set(try file.values("id"))
    let total = try #require(table.column("brokerage"))
    for row in table.rows {
      guard case .text(let id) = row[0], row[total] != .integer(0), row[total] != .missing else {
        continue
      }
      #expect(listed.contains(id))
    }
  }
}
