import LearningRegion
import RegionAnalysis

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
    let labels = Dictionary(
      region.actorTypes.compactMap { type in type.label.map { (type.name, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    types = Self.trait(map.actors.map { region.actors.type(of: Int($0)) }, naming) { name in
      labels[name] ?? Self.known[name].map { say($0) } ?? name
    }
    let spheres = region.spheres()
    self.spheres = Self.trait(map.actors.map { spheres[Int($0)]?.rawValue }, naming) { name in
      Self.known[name].map { say($0) } ?? name
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

  private static let known: [String: (english: String, norwegian: String)] = [
    "enterprise": ("enterprise", "virksomhet"), "department": ("department", "avdeling"),
    "person": ("person", "person"), "union": ("union", "fagforening"),
    "employer_association": ("employers' association", "arbeidsgiverforening"),
    "university": ("university", "universitet"), "school": ("school", "skole"),
    "research_institute": ("research institute", "forskningsinstitutt"),
    "municipality": ("municipality", "kommune"),
    "regional_authority": ("regional authority", "regional myndighet"),
    "public_agency": ("public agency", "offentlig etat"), "network": ("network", "nettverk"),
    "consultant": ("consultant", "konsulent"), "civil": ("civil society", "sivilsamfunn"),
    "work_life": ("work life", "arbeidsliv"), "education": ("education", "utdanning"),
    "research": ("research", "forskning"), "government": ("government", "forvaltning"),
  ]
}
