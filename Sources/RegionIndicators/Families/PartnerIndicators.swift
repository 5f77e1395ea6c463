import GraphCore
import LearningRegion

/// Trust and value as partners rate each other, and how intense their cooperation is.
enum PartnerIndicators {
  static func indicators(_ input: IndicatorInput) -> [Indicator] {
    [
      composite(input, "partner_trust", ["reliability", "mission", "openness"]),
      composite(input, "partner_value", ["power", "involvement", "resources"]),
      intensity(input),
    ]
  }

  // MARK: Ratings

  private static let rated = Words("actors that were rated", "aktører som er vurdert")

  /// Each rater's mean over the dimensions, then the mean over raters, per actor; the value is the mean over actors.
  static func composite(
    _ input: IndicatorInput,
    _ name: String,
    _ dimensions: [String]
  ) -> Indicator {
    let region = input.region
    struct Judgement: Hashable {
      let ratee: Int
      let rater: Int
    }
    var sums: [Judgement: (sum: Double, count: Int)] = [:]
    for rating in region.ratings.rows {
      guard dimensions.contains(rating.dimension.lowercased()), let score = rating.score,
        rating.wave == nil || input.network.wave == nil || rating.wave == input.network.wave,
        rating.rater != rating.ratee, let rater = region.actors.index(of: rating.rater),
        let ratee = region.actors.index(of: rating.ratee)
      else { continue }
      let key = Judgement(ratee: ratee, rater: rater)
      let before = sums[key] ?? (0, 0)
      sums[key] = (before.sum + score, before.count + 1)
    }
    guard !sums.isEmpty else {
      let words = dimensions.joined(separator: ", ")
      return Indicator(
        name,
        .notMeasured([DataGap("ratings.csv", "dimension (\(words))", "score")]),
        unit: .index,
        cases: rated
      )
    }
    var byActor: [Int: [Double]] = [:]
    let inOrder = sums.sorted { ($0.key.ratee, $0.key.rater) < ($1.key.ratee, $1.key.rater) }
    for (key, value) in inOrder {
      byActor[key.ratee, default: []].append(value.sum / Double(value.count))
    }
    var parts: [IndicatorPart] = []
    var means: [Double] = []
    for actor in byActor.keys.sorted() {
      let scores = byActor[actor] ?? []
      let mean = scores.reduce(0, +) / Double(scores.count)
      means.append(mean)
      let isHidden = input.isPerson[actor] && scores.count < SmallGroups.minimumPeople
      parts.append(
        IndicatorPart(
          "actor",
          actor: actor,
          isHidden ? .suppressed : .value(mean, n: scores.count, minimum: 1)
        )
      )
    }
    let people = byActor.keys.count { input.isPerson[$0] }
    let isOfFewPeople = people == means.count && people < SmallGroups.minimumPeople
    var indicator = Indicator(
      name,
      isOfFewPeople
        ? .suppressed
        : .value(means.reduce(0, +) / Double(means.count), n: means.count, minimum: 1),
      unit: .index,
      cases: rated,
      parts: parts
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "\(means.count) actors are rated \(number: mean) on average.",
          "\(means.count) aktører vurderes i gjennomsnitt til \(number: mean)."
        )
      )
    }
    return indicator
  }

  // MARK: Intensity

  private static let ladder = ["awareness", "cooperation", "coordination", "integration"]

  /// Pairs by the highest rung that a relation of theirs has; the value is the share on the highest of all.
  static func intensity(_ input: IndicatorInput) -> Indicator {
    let region = input.region
    let cases = Words("tied pairs on the ladder", "par med bånd på stigen")
    let rungOf = region.relations.map { ladder.firstIndex(of: $0.name.lowercased()) }
    guard rungOf.contains(where: { ($0 ?? 0) > 0 }) else {
      return Indicator(
        "intensity_ladder",
        .notMeasured([DataGap("ties.csv", "relation (cooperation, coordination, integration)")]),
        unit: .share,
        cases: cases
      )
    }
    let nodeOf = input.network.nodeOfActor(actorCount: region.actors.count)
    let ties = region.ties
    let wave = input.network.wave.flatMap { name in region.waves.firstIndex { $0.name == name } }
    var highest: [UInt64: Int] = [:]
    for row in 0..<ties.count {
      guard let rung = rungOf[Int(ties.relation(at: row))], ties.weight(at: row) != 0 else {
        continue
      }
      if let wave, let own = ties.wave(at: row), Int(own) != wave { continue }
      let (a, b) = (nodeOf[Int(ties.sources[row])], nodeOf[Int(ties.targets[row])])
      guard a >= 0, b >= 0, a != b else { continue }
      let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
      highest[key] = max(highest[key] ?? 0, rung)
    }
    var counts = [Int](repeating: 0, count: ladder.count)
    for rung in highest.values { counts[rung] += 1 }
    let n = highest.count
    var indicator = Indicator(
      "intensity_ladder",
      .share(counts[3], of: n, minimum: Minimum.cases),
      unit: .share,
      cases: cases,
      parts: ladder.indices.map {
        IndicatorPart(ladder[$0], .share(counts[$0], of: n, minimum: Minimum.cases))
      }
    )
    if let share = indicator.value {
      indicator.statements.append(
        Statement(
          "\(share: share) of \(n) tied pairs have reached integration.",
          "\(share: share) av \(n) par med bånd har nådd integrasjon."
        )
      )
    }
    return indicator
  }
}
