import GraphCore
import LearningRegion

/// How actors appear in results.
public struct Naming: Sendable, Equatable {
  /// Whose names are kept.
  public enum Rule: Sendable, Equatable {
    /// Everybody's.
    case everybody
    /// Everybody's but persons', who become `person-1`, `person-2`, …
    case organisations
    /// Nobody's: every actor becomes `actor-1`, `actor-2`, …
    case nobody
  }

  /// Groups of fewer actors than this have no name where nobody has: it would say who they are.
  public static let smallestNamedGroup = 5

  /// The rule.
  public let rule: Rule
  /// The number of each hidden actor's pseudonym, 0 for those who are named; empty when all are.
  private let numbers: [Int32]
  private let actors: ActorTable

  /// Draws pseudonyms for those the rule hides: numbers in an order that depends on the seed alone, so that neither the number nor
  /// repeated runs tell who stands where in the data.
  ///
  /// Whoever knows the seed and the list of actors can draw them again: take a seed that depends on what they do not know.
  public init(_ rule: Rule, of region: Region, seed: UInt64) {
    self.rule = rule
    let table = region.actors
    actors = table
    let hidden: [Int] =
      switch rule {
      case .everybody: []
      case .organisations: (0..<table.count).filter { table.type(of: $0) == "person" }
      case .nobody: Array(0..<table.count)
      }
    var drawn = hidden.indices.map { Int32($0) + 1 }
    var stream = RandomStream(seed: seed, stream: 0x6E61_6D65)
    stream.shuffle(&drawn)
    var numbers = [Int32](repeating: 0, count: hidden.isEmpty ? 0 : table.count)
    for (place, actor) in hidden.enumerated() { numbers[actor] = drawn[place] }
    self.numbers = numbers
  }

  private func pseudonym(_ actor: Int) -> String? {
    guard hides(actor) else { return nil }
    return (rule == .nobody ? "actor-" : "person-") + String(numbers[actor])
  }

  /// Whether anybody is hidden.
  public var hidesAnybody: Bool { !numbers.isEmpty }

  /// Whether this actor appears under a pseudonym.
  public func hides(_ actor: Int) -> Bool { !numbers.isEmpty && numbers[actor] > 0 }

  /// The id to show.
  public func id(of actor: Int) -> String { pseudonym(actor) ?? actors.ids[actor] }

  /// The label to show.
  public func label(of actor: Int) -> String { pseudonym(actor) ?? actors.label(of: actor) }

  /// The cells that every per-actor table begins with.
  func cells(of actor: Int) -> [Cell] { [.text(id(of: actor)), .text(label(of: actor))] }
}

extension Naming {
  /// The order in which to show actors so that it does not tell who is who: positions in `actors`, by pseudonym when everybody
  /// has one, else as they are.
  public func order(of actors: [Int32]) -> [Int] {
    guard rule == .nobody && hidesAnybody else { return Array(actors.indices) }
    return actors.indices.sorted { numbers[Int(actors[$0])] < numbers[Int(actors[$1])] }
  }

  /// A table with one row per actor of `actors`, its rows in ``order(of:)``.
  public func hidingOrder(of table: ResultTable, actors: [Int32]) -> ResultTable {
    precondition(table.rows.count == actors.count, "one row per actor")
    var sorted = ResultTable(columns: table.columns)
    for place in order(of: actors) { sorted.append(table.rows[place]) }
    return sorted
  }

  /// Whether the values of a column of the actors would say who those are that the rule hides.
  public func wouldReveal(column: String) -> Bool {
    switch column.lowercased() {
    case "id", "label": hidesAnybody
    case "parent": hidesAnybody && rule == .nobody
    default: false
    }
  }

  /// The name of a group of `size` actors; `nil` where nobody is named and so few would be known by it.
  public func groupName(_ name: String, size: Int) -> String? {
    rule == .nobody && size < Self.smallestNamedGroup ? nil : name
  }
}
