/// What a value is counted or measured in.
public enum IndicatorUnit: Sendable, Equatable {
  /// 0 … 1.
  case share
  /// A number without unit, such as an index from −1 to 1.
  case index
  /// A number of things.
  case count
  /// A number of equally common kinds that would be as diverse.
  case effectiveNumber
  case days, months, steps, bits, kilometres
  /// An amount in the unit that the data name.
  case amount(String)

  /// The unit as results print it; a share and an index have none.
  public var text: String {
    switch self {
    case .share: "share"
    case .index: "index"
    case .count: "count"
    case .effectiveNumber: "effective number"
    case .days: "days"
    case .months: "months"
    case .steps: "steps"
    case .bits: "bits"
    case .kilometres: "km"
    case .amount(let unit): unit
    }
  }
}

/// A value with what it rests on.
public struct Measurement: Sendable, Equatable {
  /// The value, finite.
  public let value: Double
  /// How many cases it rests on.
  public let n: Int
  /// A 95 % interval, where the value is a share of independent cases.
  public var interval: ClosedRange<Double>?
  /// What chance would give.
  public var chance: Double?
  /// How often chance gives as much.
  public var p: Double?

  /// A value of `n` cases.
  public init(
    _ value: Double,
    n: Int,
    interval: ClosedRange<Double>? = nil,
    chance: Double? = nil,
    p: Double? = nil
  ) {
    self.value = value
    self.n = n
    self.interval = interval
    self.chance = chance
    self.p = p
  }
}

/// A file, and columns in it, that are missing or empty.
public struct DataGap: Sendable, Equatable {
  /// The file of the region folder.
  public let file: String
  /// The columns that must have values.
  public let columns: [String]

  /// Columns of a file.
  public init(_ file: String, _ columns: String...) {
    self.file = file
    self.columns = columns
  }
}

/// What became of an indicator.
public enum IndicatorOutcome: Sendable, Equatable {
  /// It has a value.
  case measured(Measurement)
  /// Nothing to divide by, such as a variance of 0.
  case undefined
  /// The network is too large for it.
  case tooLarge
  /// There are fewer cases than it needs.
  case tooFew(n: Int, minimum: Int)
  /// It would tell about fewer people than may be told about.
  case suppressed
  /// The data it needs are not there.
  case notMeasured([DataGap])
}

/// A value of a part of the region: of a pair of spheres, a workplace, a level.
public struct IndicatorPart: Sendable, Equatable {
  /// What it is a value of, such as `research → education`; never the name of an actor.
  public let key: String
  /// Row of the actor it belongs to, `nil` where it belongs to none.
  public let actor: Int?
  /// The value or why there is none.
  public let outcome: IndicatorOutcome

  /// A part by a name from a closed list or from the data.
  public init(_ key: String, actor: Int? = nil, _ outcome: IndicatorOutcome) {
    self.key = key
    self.actor = actor
    self.outcome = outcome
  }

  /// The value; `nil` where there is none.
  public var value: Double? {
    if case .measured(let measured) = outcome { measured.value } else { nil }
  }
}

/// One indicator as it came out for a region.
public struct Indicator: Sendable, Equatable {
  /// The name everywhere: command line, heading, key.
  public let name: String
  /// The value, or why there is none.
  public let outcome: IndicatorOutcome
  /// What the value is measured in.
  public let unit: IndicatorUnit
  /// What ``Measurement/n`` counts.
  public let cases: Words
  /// Values of parts, in an order of their own.
  public var parts: [IndicatorPart]
  /// What it says.
  public var statements: [Statement]

  /// An indicator; one without value says itself why.
  public init(
    _ name: String,
    _ outcome: IndicatorOutcome,
    unit: IndicatorUnit,
    cases: Words,
    parts: [IndicatorPart] = [],
    statements: [Statement] = []
  ) {
    self.name = name
    self.outcome = outcome
    self.unit = unit
    self.cases = cases
    self.parts = parts
    self.statements = Self.reason(outcome, cases).map { [$0] + statements } ?? statements
  }

  /// The value; `nil` where there is none.
  public var value: Double? { measurement?.value }

  /// The value with what it rests on; `nil` where there is none.
  public var measurement: Measurement? {
    if case .measured(let measured) = outcome { measured } else { nil }
  }

  private static func reason(_ outcome: IndicatorOutcome, _ cases: Words) -> Statement? {
    switch outcome {
    case .measured: nil
    case .undefined:
      Statement("Not defined here: nothing varies.", "Ikke definert her: ingenting varierer.")
    case .tooLarge:
      Statement(
        "Not taken: the network is too large for it.",
        "Ikke beregnet: nettverket er for stort."
      )
    case .tooFew(let n, let minimum):
      // What is counted has a name in the plural only.
      Statement(
        "Too few to say: \(n == 1 ? "\(cases.english): 1" : "\(n) \(cases.english)"), at least \(minimum) are needed.",
        "For få til å si noe: \(n == 1 ? "\(cases.norwegian): 1" : "\(n) \(cases.norwegian)"), det trengs minst \(minimum)."
      )
    case .suppressed:
      Statement(
        "Not shown: it would tell about fewer than \(SmallGroups.minimumPeople) people.",
        "Vises ikke: det ville fortelle om færre enn \(SmallGroups.minimumPeople) personer."
      )
    case .notMeasured(let gaps):
      Statement(
        "Not measured; it takes \(phrase(gaps, " with ", " and ", " or ")).",
        "Ikke målt; det krever \(phrase(gaps, " med ", " og ", " eller "))."
      )
    }
  }

  private static func phrase(
    _ gaps: [DataGap],
    _ with: String,
    _ and: String,
    _ or: String
  ) -> String {
    gaps.map { gap in
      guard let last = gap.columns.last else { return gap.file }
      let others = gap.columns.dropLast()
      return gap.file + with
        + (others.isEmpty ? last : others.joined(separator: ", ") + and + last)
    }.joined(separator: or)
  }
}

extension IndicatorOutcome {
  /// A share `k` of `n` cases with its Wilson interval; too few below `minimum`.
  public static func share(
    _ k: Int,
    of n: Int,
    minimum: Int,
    chance: Double? = nil,
    p: Double? = nil
  ) -> IndicatorOutcome {
    guard n >= max(1, minimum) else { return .tooFew(n: n, minimum: max(1, minimum)) }
    return .measured(
      Measurement(
        Double(k) / Double(n),
        n: n,
        interval: WilsonInterval.of(k, in: n),
        chance: chance,
        p: p
      )
    )
  }

  /// A value of `n` cases: too few below `minimum`, undefined where there is none.
  public static func value(
    _ value: Double?,
    n: Int,
    minimum: Int,
    chance: Double? = nil,
    p: Double? = nil
  ) -> IndicatorOutcome {
    guard n >= max(1, minimum) else { return .tooFew(n: n, minimum: max(1, minimum)) }
    guard let value, value.isFinite else { return .undefined }
    return .measured(Measurement(value, n: n, chance: chance, p: p))
  }
}

/// Groups of people that nothing is told about because they are few.
public enum SmallGroups {
  /// A share over fewer people is suppressed.
  public static let minimumPeople = 5
}
