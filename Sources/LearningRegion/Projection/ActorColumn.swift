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
    func text(_ field: @escaping @Sendable (Actor) -> String?) -> ActorColumn {
      ActorColumn(name) { field(actors[$0]).map { [$0] } ?? [] }
    }
    func number(_ field: @escaping @Sendable (Actor) -> Double?) -> ActorColumn {
      text { field($0).map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) } }
    }
    switch name {
    case "id": return text { $0.id }
    case "label": return ActorColumn(name) { [actors.label(of: $0)] }
    case "type": return text { $0.type }
    case "sphere":
      let spheres = spheres()
      return ActorColumn(name) { spheres[$0].map { [$0.rawValue] } ?? [] }
    case "parent": return text { $0.parent }
    case "level": return text { $0.level }
    case "inside": return text { $0.inside.map { $0 ? "yes" : "no" } }
    case "employees": return number { $0.employees }
    case "rd_staff": return number { $0.rdStaff }
    case "higher_education_share": return number { $0.higherEducationShare }
    case "lat": return number { $0.latitude }
    case "lon": return number { $0.longitude }
    case "language": return text { $0.language }
    case "needs": return ActorColumn(name) { actors[$0].needs }
    case "offers": return ActorColumn(name) { actors[$0].offers }
    case "practices": return ActorColumn(name) { actors[$0].practices }
    case "waves": return ActorColumn(name) { actors[$0].waves }
    default: return nil
    }
  }
}
