/// The tables of a region, by the file that holds them.
public enum RegionTableName: String, Sendable, CaseIterable {
  case region, actors, ties, arenas, participation
  case jointActions = "joint_actions"
  case flows, innovations, adoptions, programmes, funnel, assessments, probes, ratings, roster
}

/// Something wrong with a region, by table, row and column; a reader turns it into a file, line and column.
public struct RegionIssue: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// A name that no actor, arena, programme, relation, wave or innovation has.
    case unknown(what: Subject, name: String)
    /// An id that an earlier row has; that row.
    case duplicate(id: String, firstRow: Int)
    /// An id, name or key that is empty.
    case empty
    /// Actors that are their own ancestors, or innovations that are their own sources, in order and the first one again at the end; of
    /// more than twenty only both ends, with `…` between.
    case cycle([String])
    /// A number outside what it can be.
    case outOfRange(value: Double, low: Double, high: Double)
    /// Something ends before it begins.
    case endBeforeStart(start: Day, end: Day)
    /// An actor stands in a list where only participants can be.
    case notAmongParticipants(String)
    /// Two rows tell the same thing differently or twice; the earlier row.
    case repeats(firstRow: Int)
  }

  /// What a name names.
  public enum Subject: String, Sendable {
    case actor, arena, programme, relation, wave, innovation, sphere
  }

  /// The table.
  public let table: RegionTableName
  /// Row of the table, from 0; `nil` for what belongs to no row.
  public let row: Int?
  /// The column's name.
  public let column: String
  /// What is wrong.
  public let kind: Kind

  /// An issue.
  public init(_ table: RegionTableName, row: Int?, column: String, _ kind: Kind) {
    self.table = table
    self.row = row
    self.column = column
    self.kind = kind
  }
}

extension RegionIssue: CustomStringConvertible {
  /// The issue as a sentence without its place.
  public var description: String {
    switch kind {
    case .unknown(let what, let name): "unknown \(what.rawValue) \"\(name)\""
    case .duplicate(let id, let row): "id \"\(id)\" is already in row \(row + 1) of the table"
    case .empty: "\(column) is empty"
    case .cycle(let ids): "\(column) goes round in a circle: \(ids.joined(separator: " → "))"
    case .outOfRange(let value, let low, let high):
      "\(column) is \(Self.plain(value)), outside \(Self.plain(low)) … \(Self.plain(high))"
    case .endBeforeStart(let start, let end): "the end \(end) is before the start \(start)"
    case .notAmongParticipants(let id): "\"\(id)\" is not among the participants"
    case .repeats(let row): "says again what row \(row + 1) of the table says"
    }
  }

  private static func plain(_ value: Double) -> String {
    if value == .infinity { return "any number" }
    return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
