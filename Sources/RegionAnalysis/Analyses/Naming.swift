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

  /// The rule.
  public let rule: Rule
  private let pseudonyms: [String?]
  private let actors: ActorTable

  /// Draws pseudonyms for those the rule hides: numbers in an order that depends on the seed alone, so that neither the number nor
  /// repeated runs tell who stands where in the data.
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
    var numbers = Array(1..<(hidden.count + 1))
    var stream = RandomStream(seed: seed, stream: 0x6E61_6D65)
    stream.shuffle(&numbers)
    var names = [String?](repeating: nil, count: hidden.isEmpty ? 0 : table.count)
    for (place, actor) in hidden.enumerated() {
      names[actor] = (rule == .nobody ? "actor-" : "person-") + String(numbers[place])
    }
    pseudonyms = names
  }

  private func pseudonym(_ actor: Int) -> String? {
    pseudonyms.isEmpty ? nil : pseudonyms[actor]
  }

  /// Whether anybody is hidden.
  public var hidesAnybody: Bool { pseudonyms.contains { $0 != nil } }

  /// Whether this actor appears under a pseudonym.
  public func hides(_ actor: Int) -> Bool { pseudonym(actor) != nil }

  /// The id to show.
  public func id(of actor: Int) -> String { pseudonym(actor) ?? actors.ids[actor] }

  /// The label to show.
  public func label(of actor: Int) -> String { pseudonym(actor) ?? actors.label(of: actor) }

  /// The cells that every per-actor table begins with.
  func cells(of actor: Int) -> [Cell] { [.text(id(of: actor)), .text(label(of: actor))] }
}

extension Naming {
  /// A per-actor table in an order that does not tell who is who: by pseudonym when everybody has one, else as it is.
  public func hidingOrder(of table: ResultTable) -> ResultTable {
    guard rule == .nobody, let column = table.column("id") else { return table }
    func number(_ row: [Cell]) -> Int {
      guard case .text(let id) = row[column] else { return 0 }
      return Int(id.split(separator: "-").last ?? "") ?? 0
    }
    var sorted = ResultTable(columns: table.columns)
    for row in table.rows.sorted(by: { number($0) < number($1) }) { sorted.append(row) }
    return sorted
  }
}
