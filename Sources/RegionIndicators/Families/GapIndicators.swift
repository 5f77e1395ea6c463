#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 8: distance and language between those who could learn from each other.
enum GapIndicators {
  /// Upper ends of the distance bands in kilometres; the last band has none.
  static let bands = [5.0, 20, 50, 100]
  /// Pairs drawn where there are too many to look at all.
  private static let sample = 500_000

  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    [try distances(input, control), languages(input), bridges(input)]
  }

  // MARK: Distance

  static func distances(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    let cases = Words("ties between known places", "bånd mellom kjente steder")
    let graph = input.network.graph.skeleton()
    let places = input.network.actorOf.map { row -> Place? in
      let actor = input.region.actors[Int(row)]
      guard let lat = actor.latitude, let lon = actor.longitude else { return nil }
      return Place(lat, lon)
    }
    let known = places.indices.filter { places[$0] != nil }
    guard known.count > 1 else {
      return Indicator(
        "distance_bands",
        .notMeasured([DataGap("actors.csv", "lat", "lon")]),
        unit: .index,
        cases: cases
      )
    }
    var observed = [Int](repeating: 0, count: bands.count + 1)
    for v in known {
      for target in graph.out[v] where Int(target) > v {
        guard let a = places[v], let b = places[Int(target)] else { continue }
        observed[band(a.kilometres(to: b))] += 1
      }
    }
    let pairs = try pairsPerBand(places, known, input.seed, control)
    let ties = observed.reduce(0, +)
    let all = pairs.reduce(0, +)
    var parts: [IndicatorPart] = []
    var ratios: [Double?] = []
    for place in observed.indices {
      let expected = Double(ties) * pairs[place] / all
      let ratio = expected > 0 ? Double(observed[place]) / expected : nil
      // A band that chance would give hardly a tie says nothing.
      let outcome: IndicatorOutcome =
        expected < Double(Minimum.cases)
        ? .tooFew(n: observed[place], minimum: Minimum.cases)
        : .value(ratio, n: observed[place], minimum: 0, chance: 1)
      ratios.append(expected < Double(Minimum.cases) ? nil : ratio)
      parts.append(IndicatorPart(name(of: place), outcome))
    }
    let first = ratios.firstIndex { $0 != nil }
    var indicator = Indicator(
      "distance_bands",
      .value(first.flatMap { ratios[$0] }, n: ties, minimum: Minimum.cases, chance: 1),
      unit: .index,
      cases: cases,
      parts: parts
    )
    if let value = indicator.value, let first {
      indicator.statements.append(
        Statement(
          "\(name(of: first)): \(number: value, decimals: 1) times as many ties as without regard to distance.",
          "\(name(of: first)): \(number: value, decimals: 1) ganger så mange bånd som uten hensyn til avstand."
        )
      )
    }
    return indicator
  }

  private static func name(of band: Int) -> String {
    let from = band == 0 ? 0 : Int(bands[band - 1])
    return band < bands.count ? "\(from)–\(Int(bands[band])) km" : "over \(from) km"
  }

  static func band(_ kilometres: Double) -> Int {
    bands.firstIndex { kilometres < $0 } ?? bands.count
  }

  /// Pairs of known places per band: all of them, or of large regions a seeded sample.
  private static func pairsPerBand(
    _ places: [Place?],
    _ known: [Int],
    _ seed: UInt64,
    _ control: RunControl
  ) throws(MetricError) -> [Double] {
    var counts = [Double](repeating: 0, count: bands.count + 1)
    let here = known.compactMap { places[$0] }
    if here.count * (here.count - 1) / 2 <= sample {
      for (number, a) in here.enumerated() {
        if control.isCancelled { throw .cancelled }
        for b in here[(number + 1)...] { counts[band(a.kilometres(to: b))] += 1 }
      }
      return counts
    }
    var random = RandomStream(seed: seed, stream: 0x6B6D)
    for round in 0..<sample {
      if round % 4096 == 0 && control.isCancelled { throw .cancelled }
      let (a, b) = (random.next(below: here.count), random.next(below: here.count))
      if a != b { counts[band(here[a].kilometres(to: here[b]))] += 1 }
    }
    return counts
  }

  // MARK: Language

  /// Ties within a language over those expected if language did not count.
  static func languages(_ input: IndicatorInput) -> Indicator {
    let cases = Words("ties between known languages", "bånd mellom kjente språk")
    let graph = input.network.graph.skeleton()
    let languages = input.network.actorOf.map { input.region.actors[Int($0)].language }
    let counts = Dictionary(languages.compactMap { $0 }.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1 else {
      return Indicator(
        "same_language",
        .notMeasured([DataGap("actors.csv", "language")]),
        unit: .index,
        cases: cases
      )
    }
    let known = counts.values.reduce(0, +)
    let pairs = Double(known) * Double(known - 1)
    let alike = counts.values.reduce(0.0) { $0 + Double($1) * Double($1 - 1) } / pairs
    var (ties, within) = (0, 0)
    for v in 0..<graph.nodeCount {
      for target in graph.out[v] where Int(target) > v {
        guard let a = languages[v], let b = languages[Int(target)] else { continue }
        ties += 1
        if a == b { within += 1 }
      }
    }
    let value = alike > 0 && ties > 0 ? Double(within) / (Double(ties) * alike) : nil
    var indicator = Indicator(
      "same_language",
      .value(value, n: ties, minimum: Minimum.cases, chance: 1),
      unit: .index,
      cases: cases,
      parts: [
        IndicatorPart(
          "ties within a language",
          .share(within, of: ties, minimum: Minimum.cases, chance: alike)
        )
      ]
    )
    if let value = indicator.value {
      indicator.statements.append(
        Statement(
          "\(number: value, decimals: 1) times as many ties within a language as without regard to it.",
          "\(number: value, decimals: 1) ganger så mange bånd innen et språk som uten hensyn til det."
        )
      )
    }
    return indicator
  }

  // MARK: Gaps that one tie bridges

  /// Ties that alone join two municipalities or two languages.
  static func bridges(_ input: IndicatorInput) -> Indicator {
    let cases = Words(
      "pairs of places or languages with ties",
      "par av steder eller språk med bånd"
    )
    let columns = ["municipality", "kommune", "language"].compactMap {
      input.region.actorColumn($0)
    }
    .filter { column in
      Set(input.network.actorOf.compactMap { column.value(Int($0)) }).count > 1
    }
    guard !columns.isEmpty else {
      return Indicator(
        "gap_bridges",
        .notMeasured([DataGap("actors.csv", "municipality"), DataGap("actors.csv", "language")]),
        unit: .count,
        cases: cases
      )
    }
    let graph = input.network.graph.skeleton()
    var joined = 0
    var alone: [(names: [String], ends: [Int])] = []
    for column in columns {
      let texts = input.network.actorOf.map { column.value(Int($0)) }
      // Values in the order of their names, so that the pairs are in it too.
      let names = Set(texts.compactMap { $0 }).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      let values = texts.map { text in text.flatMap { numbers[$0] } }
      var ties: [Int: (count: Int, ends: (Int, Int))] = [:]
      for v in 0..<graph.nodeCount {
        guard let a = values[v] else { continue }
        for target in graph.out[v] where Int(target) > v {
          guard let b = values[Int(target)], a != b else { continue }
          let key = min(a, b) * names.count + max(a, b)
          ties[key, default: (0, (v, Int(target)))].count += 1
        }
      }
      joined += ties.count
      for key in ties.keys.sorted() {
        if let tie = ties[key], tie.count == 1 {
          alone.append(
            ([names[key / names.count], names[key % names.count]], [tie.ends.0, tie.ends.1])
          )
        }
      }
    }
    var statements: [Statement] = []
    for (names, ends) in alone.prefix(20) {
      let actors = ends.map { Int(input.network.actorOf[$0]) }
      guard actors.allSatisfy({ !input.isPerson[$0] }) else { continue }
      statements.append(
        Statement(
          "Only \(actor: actors[0]) and \(actor: actors[1]) join \(names[0]) and \(names[1]).",
          "Bare \(actor: actors[0]) og \(actor: actors[1]) knytter \(names[0]) og \(names[1]) sammen."
        )
      )
    }
    return Indicator(
      "gap_bridges",
      .value(Double(alone.count), n: joined, minimum: 1),
      unit: .count,
      cases: cases,
      statements: statements
    )
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "distance_bands",
      title: Words("ties by distance", "bånd etter avstand"),
      definition:
        "In each band of distance the ties there are over those there would be if distance did not count. The value is that of the nearest band with enough pairs.",
      formula:
        "ties in the band / (all ties · pairs in the band / all pairs); great-circle distance; bands 0–5, 5–20, 20–50, 50–100 and over 100 km",
      reading: "Above 1 near and below 1 far: learning needs closeness. 1 everywhere: it does not.",
      caution:
        "Roads and fjords do not count, nor do towns: people live close together, which is in the expectation. Of large regions pairs are sampled.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "same_language",
      title: Words("ties within a language", "bånd innen et språk"),
      definition:
        "Ties between actors of the same language over those there would be if language did not count.",
      formula: "ties within / (ties · Σ n_l(n_l − 1)/(N(N − 1)))",
      reading: "1: language does not count. 2: twice as many ties within a language.",
      caution: "Languages often live in different places: distance may be behind it.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "gap_bridges",
      title: Words("gaps that one tie bridges", "kløfter med én bro"),
      definition:
        "How many pairs of municipalities or languages are joined by a single tie: a gap that nobody else bridges.",
      formula: "pairs of values with exactly one tie between them",
      reading: "Each is a dependence on two actors: a second tie would make it safe.",
      caution: "Small places have few ties anyway; people are counted but not named.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
  ]
}

/// A point on the globe.
struct Place {
  private let latitude: Double
  private let longitude: Double

  /// Degrees north and east.
  init(_ latitude: Double, _ longitude: Double) {
    self.latitude = latitude * .pi / 180
    self.longitude = longitude * .pi / 180
  }

  /// Great-circle distance on a sphere of radius 6371.0088 km (haversine).
  func kilometres(to other: Place) -> Double {
    let a = sin((other.latitude - latitude) / 2)
    let b = sin((other.longitude - longitude) / 2)
    let h = a * a + cos(latitude) * cos(other.latitude) * b * b
    return 2 * 6371.0088 * asin(min(1, h.squareRoot()))
  }
}
