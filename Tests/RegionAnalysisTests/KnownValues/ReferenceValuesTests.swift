import Foundation
import LearningRegion
import NetworkMetrics
import RegionIndicators
import Testing

@testable import RegionAnalysis

/// Values computed before the program existed, by two or more public tools each, to six decimals.
@Suite("Reference values of the data sets")
struct ReferenceValuesTests {
  static let names: [String] = {
    let folder = Fixtures.referenceValues.path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// What a row asks for.
  enum Asked {
    /// A value of `structure`.
    case structure(String)
    /// A value of `structure` when ties point upwards.
    case upward(String)
    /// The E-I index of a column.
    case eiIndex
    /// The largest value of a measure of actors, and who has it first.
    case largest(String)
    /// The value of a measure at the row's actor.
    case at(String)
    /// A Gould–Fernandez role summed over all actors.
    case role(BrokerRole)
    /// The largest number of open two-paths through an actor.
    case largestBroker
    /// Mutual pairs over tied pairs.
    case mutualShare
    /// Not a measure of this version.
    case later
  }

  private static let structure = [
    "nodes": "nodes", "ties": "ties", "total weight": "total_weight", "density": "density",
    "reciprocity (share of ties returned)": "reciprocity", "mutual pairs": "mutual",
    "asymmetric pairs": "asymmetric", "weak components": "components",
    "largest weak component": "largest_component", "strong components": "strong_components",
    "isolates": "isolates", "transitivity": "transitivity",
    "mean distance over reachable pairs": "mean_distance", "highest k-core": "degeneracy",
    "Krackhardt connectedness": "krackhardt_connectedness",
    "Krackhardt hierarchy": "krackhardt_hierarchy",
    "Krackhardt efficiency": "krackhardt_efficiency",
    "Krackhardt LUBness (ties as given)": "krackhardt_lub",
  ]
  private static let largest = [
    "largest betweenness": "betweenness", "largest degree": "degree",
    "largest in-degree": "in_degree", "largest out-degree": "out_degree",
    "largest strength": "strength", "largest in-strength": "in_strength",
    "largest out-strength": "out_strength", "longest shortest path": "eccentricity",
  ]
  private static let later = [
    "LUBness as sna ", "mean exposure ", "adopters ", "two-mode ",
  ]

  /// What a heading asks for; `nil` for one that nobody has looked at.
  private func asked(_ measure: String, _ relation: String) -> Asked? {
    if relation == "participation" { return .later }
    if let name = Self.structure[measure] { return .structure(name) }
    if let name = Self.largest[measure] { return .largest(name) }
    switch measure {
    case "Burt constraint": return .at("constraint")
    case "Krackhardt LUBness (ties reversed)": return .upward("krackhardt_lub")
    case "E-I index": return .eiIndex
    case "reciprocity (mutual share of tied pairs)": return .mutualShare
    case "Gould-Fernandez largest total": return .largestBroker
    case "Gould-Fernandez all roles": return .role(.brokerage)
    default: break
    }
    if measure.hasPrefix("Gould-Fernandez ") {
      return BrokerRole(rawValue: String(measure.dropFirst(16))).map { .role($0) }
    }
    return Self.later.contains { measure.hasPrefix($0) } ? .later : nil
  }

  @Test("every data set has a table of reference values")
  func complete() { #expect(Self.names == Fixtures.datasetNames) }

  @Test("every row that this version has a measure for", arguments: names)
  func rows(name: String) throws {
    let table = try FixtureTable(Fixtures.referenceValues.appending(path: "\(name).csv"))
    let region = try Fixtures.region(name)
    var views: [String: ReferenceView] = [:]
    var compared = 0
    var later = 0
    for row in table.records {
      let measure = try #require(row["measure"])
      let relation = try #require(row["relation"])
      let wave = try #require(row["wave"])
      let wanted = try #require(row["value"].flatMap(Double.init))
      let question = try #require(asked(measure, relation), "what is \(measure)?")
      if case .later = question {
        later += 1
        continue
      }
      let key = relation + "\u{1F}" + wave
      if views[key] == nil {
        views[key] = try ReferenceView(region, relation: relation, wave: wave)
      }
      let view = try #require(views[key])
      let (value, actor) = try view.value(
        question,
        group: row["group"] ?? "",
        actor: row["actor"] ?? ""
      )
      compared += 1
      // Half of the last decimal, and a little for the rounding of the tool that wrote it.
      #expect(abs(value - wanted) <= 6e-7, "\(relation) \(wave), \(measure): \(value)")
      // The longest path is listed without saying whose it is.
      if let actor, row["actor"] != "" { #expect(actor == row["actor"], "\(relation), \(measure)") }
    }
    #expect(compared + later == table.rows.count)
    #expect(compared >= 15)
  }
}

/// One relation and wave of a data set, its tables made when they are first asked for.
final class ReferenceView {
  private let region: Region
  private let graph: RegionGraph
  private let naming: Naming
  private var structureValues: [String: Double]?
  private var columns: [String: [Double?]] = [:]
  private var brokers: [String: LearningBrokers] = [:]

  init(_ region: Region, relation: String, wave: String) throws {
    self.region = region
    var projection = GraphProjection()
    if relation != "all" { projection.relations = .named([relation]) }
    projection.wave = wave.isEmpty ? .all : .named(wave)
    graph = try region.graph(projection)
    naming = Naming(.everybody, of: region, seed: 1)
  }

  private func structure(_ name: String) throws -> Double {
    if structureValues == nil {
      var values: [String: Double] = [:]
      let measures = try Catalogue.networkMeasures(named: ["all"])
      for row in try StructureAnalysis(of: graph, measures).table.rows {
        values[row[0].forReading] = row[1].numeric
      }
      structureValues = values
    }
    guard let value = structureValues?[name] else { throw FixtureFault("no \(name)") }
    return value
  }

  private func one(_ name: String, _ options: MeasureOptions) throws -> Double {
    let measures = try Catalogue.networkMeasures(named: [name])
    let rows = try StructureAnalysis(of: graph, measures, options).table.rows
    guard let value = rows.first?[1].numeric else { throw FixtureFault("no \(name)") }
    return value
  }

  private func column(_ name: String) throws -> [Double?] {
    if let known = columns[name] { return known }
    let table = try CentralityAnalysis(
      of: graph,
      try Catalogue.nodeMeasures(named: [name]),
      naming: naming
    ).table
    let values = table.rows.map { $0[2].numeric }
    columns[name] = values
    return values
  }

  private func roles(_ group: String) throws -> LearningBrokers {
    if let known = brokers[group] { return known }
    let found = try LearningBrokers(
      of: graph,
      grouping: try Grouping(by: group, of: region, graph)
    )
    brokers[group] = found
    return found
  }

  /// The largest value and who has it first, up to rounding.
  private func largest(_ values: [Double?]) throws -> (Double, String) {
    guard let top = values.compactMap({ $0 }).max(),
      let node = values.firstIndex(where: { $0.map { abs($0 - top) <= 1e-9 * abs(top) } ?? false })
    else { throw FixtureFault("no value") }
    return (top, naming.id(of: Int(graph.actorOf[node])))
  }

  /// The value that a row asks for, and whose it is where the row names somebody.
  func value(
    _ asked: ReferenceValuesTests.Asked,
    group: String,
    actor: String
  ) throws -> (Double, String?) {
    switch asked {
    case .structure(let name): return (try structure(name), nil)
    case .upward(let name):
      var options = MeasureOptions()
      options.ranks = .upward
      return (try one(name, options), nil)
    case .eiIndex:
      var options = MeasureOptions()
      options.groups = try MeasureGroups(by: group, of: region, graph, naming: naming)
      return (try one("ei_index", options), nil)
    case .largest(let name): return try largest(try column(name))
    case .at(let name):
      guard let node = graph.actorOf.firstIndex(where: { naming.id(of: Int($0)) == actor }),
        let value = try column(name)[node]
      else { throw FixtureFault("no \(name) of \(actor)") }
      return (value, actor)
    case .role(let role): return (Double(try roles(group).roles[role].total.count), nil)
    case .largestBroker:
      return try largest(try roles(group).roles[.brokerage].counts.map { $0.map(Double.init) })
    case .mutualShare:
      let mutual = try structure("mutual")
      return (mutual / (mutual + (try structure("asymmetric"))), nil)
    case .later: throw FixtureFault("not a measure of this version")
    }
  }
}
