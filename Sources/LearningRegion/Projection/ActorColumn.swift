/// A column of the actors as text, whether the model knows it or not: what filters, groups and colours read.
public struct ActorColumn: Sendable {
  /// The heading.
  public let name: String
  private let read: @Sendable (Int) -> [String]

  /// The texts of a row: none for an empty cell, one for most, several for a list column.
  public func values(_ row: Int) -> [String] { read(row) }

  /// The text of a row when there is exactly one.
  public func value(_ row: Int) -> String? {
    let values = read(row)
    return values.count == 1 ? values[0] : nil
  }

  fileprivate init(_ name: String, _ read: @escaping @Sendable (Int) -> [String]) {
    self.name = name
    self.read = read
  }
}

extension Region {
  /// Headings of all columns of the actors that hold a value, known ones first.
  public var actorColumnNames: [String] {
    let known = Self.knownColumns.filter { name in
      guard let column = actorColumn(name) else { return false }
      return (0..<self.actors.count).contains { !column.values($0).isEmpty }
    }
    return known + self.actors.attributes.map(\.name)
  }

  private static let knownColumns = [
    "id", "label", "type", "sphere", "parent", "level", "inside", "employees", "rd_staff",
    "higher_education_share", "lat", "lon", "language", "needs", "offers", "practices", "waves",
  ]

  /// The column under this heading (any case); `sphere` is the derived one. `nil` when there is none.
  public func actorColumn(_ heading: String) -> ActorColumn? {
    let name = heading.lowercased()
    if let attribute = self.actors.attributes.first(where: { $0.name.lowercased() == name }) {
      return ActorColumn(attribute.name) { attribute.values[$0].map { [$0] } ?? [] }
    }
    let actors = self.actors
    func text(_ column: LazyColumn<String>) -> ActorColumn {
      ActorColumn(name) { column[$0].map { [$0] } ?? [] }
    }
    func number(_ column: LazyColumn<Double>) -> ActorColumn {
      ActorColumn(name) { column[$0].map { [Self.plain($0)] } ?? [] }
    }
    func list(_ column: LazyColumn<[String]>) -> ActorColumn {
      ActorColumn(name) { column[$0] ?? [] }
    }
    switch name {
    case "id": return ActorColumn(name) { [actors.ids[$0]] }
    case "label": return ActorColumn(name) { [actors.label(of: $0)] }
    case "type": return text(actors.types)
    case "sphere":
      let spheres = spheres()
      return ActorColumn(name) { spheres[$0].map { [$0.rawValue] } ?? [] }
    case "parent": return text(actors.parents)
    case "level": return text(actors.levels)
    case "inside":
      let insides = actors.insides
      return ActorColumn(name) { insides[$0].map { [$0 ? "yes" : "no"] } ?? [] }
    case "employees": return number(actors.employees)
    case "rd_staff": return number(actors.rdStaff)
    case "higher_education_share": return number(actors.higherEducation)
    case "lat": return number(actors.latitudes)
    case "lon": return number(actors.longitudes)
    case "language": return text(actors.languages)
    case "needs": return list(actors.needs)
    case "offers": return list(actors.offers)
    case "practices": return list(actors.practices)
    case "waves": return list(actors.waves)
    default: return nil
    }
  }

  /// A number as a person writes it: without a point where it is whole.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
