/// A social space of the triple operating system (Jarche): where a tie lives.
public enum SocialSpace: String, Sendable, CaseIterable {
  case workTeam = "work_team"
  case communityOfPractice = "community_of_practice"
  case socialNetwork = "social_network"
}

/// One tie with everything known of it, its ends and names as numbers of the tables they stand in.
public struct Tie: Sendable, Equatable {
  /// Index of the actor the tie starts from.
  public var source: Int32
  /// Index of the actor the tie goes to.
  public var target: Int32
  /// Index of the relation.
  public var relation: Int32
  /// Strength (bigger is closer), or a length in a relation of kind `distance`.
  public var weight: Double
  /// Index of the wave, `nil` for a tie that belongs to every wave.
  public var wave: Int32?
  /// When the tie began.
  public var start: Day?
  /// When the tie ended.
  public var end: Day?
  /// Where the tie lives.
  public var space: SocialSpace?

  /// A tie of weight 1 without dates.
  public init(source: Int32, target: Int32, relation: Int32 = 0, weight: Double = 1) {
    self.source = source
    self.target = target
    self.relation = relation
    self.weight = weight
  }
}

/// The ties of a region as columns: 8 bytes a tie, more only for what the data hold.
public struct TieTable: Sendable {
  /// Index of the actor each tie starts from; −1 where the data name somebody unknown.
  public private(set) var sources: [Int32] = []
  /// Index of the actor each tie goes to; −1 where the data name somebody unknown.
  public private(set) var targets: [Int32] = []
  private var relations: [Int32] = []
  private var weights: [Double] = []
  private var waves: [Int32] = []
  private var starts = LazyColumn<Day>()
  private var ends = LazyColumn<Day>()
  private var spaces = LazyColumn<SocialSpace>()
  /// Unknown columns in the order of the file.
  public var attributes: [AttributeColumn] = []

  /// No ties.
  public init() {}

  /// Ties of no wave, one per pair of actors.
  ///
  /// - Parameters:
  ///   - relations: empty where all are of the first relation.
  ///   - weights: empty where all are 1.
  public init(
    sources: [Int32],
    targets: [Int32],
    relations: [Int32] = [],
    weights: [Double] = []
  ) {
    let count = sources.count
    precondition(targets.count == count, "one target per source")
    precondition(relations.isEmpty || relations.count == count, "one relation per tie, or none")
    precondition(weights.isEmpty || weights.count == count, "one weight per tie, or none")
    self.sources = sources
    self.targets = targets
    self.relations = relations
    self.weights = weights
  }

  /// Number of ties, loops and repeats included.
  public var count: Int { sources.count }

  /// Makes room for `count` ties.
  public mutating func reserveCapacity(_ count: Int) {
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
  }

  /// Adds a tie as the next row.
  public mutating func append(_ tie: Tie) {
    let row = count
    Self.put(tie.relation, in: &relations, row, usual: 0)
    Self.put(tie.weight, in: &weights, row, usual: 1)
    Self.put(tie.wave ?? -1, in: &waves, row, usual: -1)
    starts[row] = tie.start
    ends[row] = tie.end
    spaces[row] = tie.space
    sources.append(tie.source)
    targets.append(tie.target)
  }

  /// A column stays empty while every row has the usual value.
  private static func put<Value: Equatable>(
    _ value: Value,
    in column: inout [Value],
    _ row: Int,
    usual: Value
  ) {
    if column.isEmpty {
      guard value != usual else { return }
      column.append(contentsOf: repeatElement(usual, count: row))
    }
    column.append(value)
  }

  /// The tie at `row`.
  public subscript(row: Int) -> Tie {
    var tie = Tie(
      source: sources[row],
      target: targets[row],
      relation: relation(at: row),
      weight: weight(at: row)
    )
    tie.wave = wave(at: row)
    tie.start = starts[row]
    tie.end = ends[row]
    tie.space = spaces[row]
    return tie
  }

  /// Index of the relation of a tie.
  public func relation(at row: Int) -> Int32 { relations.isEmpty ? 0 : relations[row] }

  /// Weight of a tie.
  public func weight(at row: Int) -> Double { weights.isEmpty ? 1 : weights[row] }

  /// Index of the wave of a tie, `nil` for every wave.
  public func wave(at row: Int) -> Int32? {
    waves.isEmpty || waves[row] < 0 ? nil : waves[row]
  }

  /// Whether every tie has weight 1, belongs to the first relation and to every wave.
  var isPlain: Bool { relations.isEmpty && weights.isEmpty && waves.isEmpty }

  /// Whether any tie has a weight other than 1.
  public var isWeighted: Bool { !weights.isEmpty }

  /// Whether any tie has a start or an end.
  public var anyDates: Bool { !starts.isEmpty || !ends.isEmpty }

  /// Whether any tie names a wave.
  public var anyWaves: Bool { !waves.isEmpty }

  /// Whether every end is a number of one of so many actors.
  func endsAreBelow(_ actorCount: Int) -> Bool {
    // A negative number is beyond every actor once it is read without its sign.
    var largest: UInt32 = 0
    for end in sources { largest = max(largest, UInt32(bitPattern: end)) }
    for end in targets { largest = max(largest, UInt32(bitPattern: end)) }
    return UInt64(largest) < UInt64(actorCount)
  }

  /// Gives the waves their place in a new order: wave `w` becomes `place[w]`.
  mutating func renumberWaves(_ place: [Int32]) {
    for row in waves.indices where waves[row] >= 0 { waves[row] = place[Int(waves[row])] }
  }
}

extension TieTable: Equatable {
  /// Equal when the same ties stand in the same order.
  public static func == (left: TieTable, right: TieTable) -> Bool {
    left.count == right.count && left.attributes == right.attributes
      && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }
}
