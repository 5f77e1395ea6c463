import LearningRegion
import RegionAnalysis
import RegionIndicators

/// What the actors of a map are, as far as it may be shown: their type and sphere.
struct MapTraits {
  /// One column as numbers of values.
  struct Trait {
    /// Values, the most frequent first.
    let names: [String]
    /// Per actor the index of its value, −1 for none.
    let values: [Int]

    /// The value of an actor; missing where it has none.
    func cell(_ actor: Int) -> Cell {
      actor >= 0 && values[actor] >= 0 ? .text(names[values[actor]]) : .missing
    }
  }

  let types: Trait
  let spheres: Trait

  init(_ map: ReportMap, of region: Region, naming: Naming, _ say: ReportLanguage) {
    let language = say.ofIndicators
    types = Self.trait(map.actors.map { region.actors.type(of: Int($0)) }, naming) { name in
      KindWords.type(name, in: region)[language]
    }
    let spheres = region.spheres()
    self.spheres = Self.trait(map.actors.map { spheres[Int($0)]?.rawValue }, naming) { name in
      Sphere(rawValue: name).map { KindWords.sphere($0)[language] } ?? name
    }
  }

  /// Values by frequency; where nobody is named, none that fewer than five share.
  private static func trait(
    _ values: [String?],
    _ naming: Naming,
    label: (String) -> String
  ) -> Trait {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for case let value? in values {
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += 1
    }
    let names = order.filter { naming.groupName($0, size: counts[$0] ?? 0) != nil }
      .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    return Trait(
      names: names.map(label),
      values: values.map { $0.flatMap { numbers[$0] } ?? -1 }
    )
  }
}
