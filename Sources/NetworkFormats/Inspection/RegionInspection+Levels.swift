extension RegionInspection {
  /// The levels that indicators know: who leads, who is employed, who represents the employees.
  private static let levels = ["manager", "employee", "union_rep"]

  /// Levels beside the known ones: a slip where others are known, a scale of somebody's own where none is.
  func inspectLevels() {
    var others: [(level: String, actor: Int)] = []
    var seen: Set<String> = []
    for actor in 0..<region.actors.count {
      guard let level = region.actors[actor].level, seen.insert(level).inserted,
        !Self.levels.contains(level)
      else { continue }
      others.append((level, actor))
    }
    guard let first = others.first else { return }
    let known = "they know " + Self.levels.joined(separator: ", ")
    let nearest = others.map { Suggestion.nearest(to: $0.level, among: Self.levels) }
    guard seen.count > others.count || nearest.contains(where: { $0 != nil }) else {
      return find(
        .otherLevels,
        actor: first.actor,
        column: "level",
        {
          let shown = others.prefix(5).map { SafeText.quoted($0.level) }.joined(separator: ", ")
          let rest = others.count > 5 ? " …" : ""
          return "the levels (\(shown)\(rest)) are none that indicators know"
        },
        hint: known
      )
    }
    for (other, near) in zip(others, nearest) {
      find(
        .unknownLevel,
        actor: other.actor,
        column: "level",
        { "\(SafeText.quoted(other.level)) is no level that indicators know" },
        hint: near.map { "did you mean \($0)?" } ?? known
      )
    }
  }
}
