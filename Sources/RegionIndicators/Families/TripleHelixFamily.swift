import GraphCore
import LearningRegion
import NetworkMetrics

/// The three columns of actors that a triple helix is made of.
public struct HelixColumns: Sendable, Equatable {
  /// Where the actors are, what they do, how large they are; or any other three.
  public var names: [String]

  /// Three columns.
  public init(_ place: String, _ sector: String, _ size: String) { names = [place, sector, size] }

  static let places = ["municipality", "kommune", "city", "town", "place", "geography", "county"]
  static let sectors = ["nace", "industry", "sector", "type"]
  static let sizes = ["size_class", "employees", "size"]

  /// The first column of each kind that the actors have; `nil` where one is not there.
  public static func usual(of region: Region) -> HelixColumns? {
    func first(_ names: [String]) -> String? {
      names.first { name in
        guard let column = region.actorColumn(name) else { return false }
        return (0..<region.actors.count).contains { !column.values($0).isEmpty }
      }
    }
    guard let place = first(places), let sector = first(sectors), let size = first(sizes) else {
      return nil
    }
    return HelixColumns(place, sector, size)
  }

  /// The label of each of some actors in a column; numbers of employees become size classes (0–9, 10–49, 50–249, 250 and more).
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  public static func labels(
    _ name: String,
    of region: Region,
    actors: [Int32]
  ) throws(ProjectionError) -> [String?] {
    guard let column = region.actorColumn(name) else {
      throw .unknownColumn(name, known: region.actorColumnNames)
    }
    let texts = actors.map { column.value(Int($0)) }
    guard name.lowercased() == "employees" else { return texts }
    return texts.map { text in
      guard let count = text.flatMap(Double.init) else { return nil }
      return count < 10 ? "0–9" : count < 50 ? "10–49" : count < 250 ? "50–249" : "250 and more"
    }
  }

  /// The table of some actors.
  ///
  /// - Throws: ``LearningRegion/ProjectionError`` for a column that is not there.
  public func table(of region: Region, actors: [Int32]) throws(ProjectionError) -> HelixTable {
    HelixTable(
      try Self.labels(names[0], of: region, actors: actors),
      try Self.labels(names[1], of: region, actors: actors),
      try Self.labels(names[2], of: region, actors: actors)
    )
  }
}

extension IndicatorFamily {
  /// 15: mutual information of place, sector and size.
  static let tripleHelix = IndicatorFamily(
    15,
    "triple_helix",
    Words("Triple helix", "Trippelheliks"),
    [TripleHelixTexts.synergy]
  ) { (input, control) throws(MetricError) in
    guard let columns = HelixColumns.usual(of: input.region) else {
      return [
        TripleHelixTexts.indicator(
          .notMeasured([DataGap("actors.csv", "municipality", "nace", "employees")])
        )
      ]
    }
    let table: HelixTable
    do throws(ProjectionError) {
      // Networks and persons are no cases: the helix counts organisations.
      let actors = (0..<input.region.actors.count).filter {
        !input.isPerson[$0] && input.region.actors.type(of: $0) != "network"
      }
      table = try columns.table(of: input.region, actors: actors.map(Int32.init))
    } catch {
      throw .notDefined(reason: "\(error)")
    }
    do throws(TripleHelix.Fault) {
      let helix = try TripleHelix(
        table,
        permutations: input.permutations,
        seed: input.seed,
        control: control
      )
      return [helix.indicator(columns)]
    } catch {
      switch error {
      case .cancelled: throw .cancelled
      case .noCases:
        return [
          TripleHelixTexts.indicator(
            .notMeasured([
              DataGap("actors.csv", columns.names[0], columns.names[1], columns.names[2])
            ])
          )
        ]
      case .tooFewCases(let cases, let cells):
        return [
          TripleHelixTexts.indicator(.tooFew(n: cases, minimum: TripleHelix.casesPerCell * cells))
        ]
      }
    }
  }
}

extension TripleHelix {
  /// T as an indicator.
  public func indicator(_ columns: HelixColumns) -> Indicator {
    let names = columns.names.joined(separator: ", ")
    let verdict =
      isSynergy
      ? Statement(
        "\(names) hang together beyond chance: T is \(number: transmission, decimals: 3) bit, chance alone gives \(number: chance, decimals: 3) (p = \(number: pValue, decimals: 3)).",
        "\(names) henger sammen ut over tilfeldighet: T er \(number: transmission, decimals: 3) bit, tilfeldighet alene gir \(number: chance, decimals: 3) (p = \(number: pValue, decimals: 3))."
      )
      : Statement(
        "No synergy can be told from chance: T is \(number: transmission, decimals: 3) bit, chance alone gives \(number: chance, decimals: 3) (p = \(number: pValue, decimals: 3)).",
        "Ingen synergi kan skilles fra tilfeldighet: T er \(number: transmission, decimals: 3) bit, tilfeldighet alene gir \(number: chance, decimals: 3) (p = \(number: pValue, decimals: 3))."
      )
    return TripleHelixTexts.indicator(
      .value(transmission, n: cases, minimum: 1, chance: chance, p: pValue),
      [verdict]
    )
  }
}

/// What the triple helix means.
enum TripleHelixTexts {
  static func indicator(_ outcome: IndicatorOutcome, _ statements: [Statement] = []) -> Indicator {
    Indicator(
      "triple_helix",
      outcome,
      unit: .bits,
      cases: Words("organisations", "organisasjoner"),
      statements: statements
    )
  }

  static let synergy = IndicatorText(
    "triple_helix",
    title: Words("Triple helix: T of three attributes", "Trippelheliks: T av tre egenskaper"),
    definition:
      "Mutual information of three attributes of organisations, by default place, sector and size, beside its mean over permuted labels.",
    formula:
      "T = H(u) + H(i) + H(g) − H(ui) − H(ug) − H(ig) + H(uig) in bits; p one-sided from permutations of the second and third attribute",
    reading:
      "Look at T less its mean under chance. Called synergy only where that is below zero and p < .05.",
    caution:
      "Noise is negative too: three independent attributes of 10, 5 and 8 values give about −1 bit at 100 cases. It needs thousands of cases and says nothing about relations or education.",
    source:
      "H. Etzkowitz, L. Leydesdorff, Research Policy 29 (2000), doi:10.1016/S0048-7333(99)00055-4; L. Leydesdorff, M. Fritsch, Research Policy 35 (2006), 1538–1553; on the idea, critically: "
      + IndicatorSources.gustavsen
  )
}
