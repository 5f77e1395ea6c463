import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 9: each has a need to learn and something to offer, and somebody to match it.
enum NeedOfferIndicators {
  private static let columns = DataGap("actors.csv", "needs", "offers")
  /// A matching that would take more steps is left to `samspill match`.
  private static let mostSteps = 2e8
  private static let actors = Words("actors with needs or offers", "aktører med behov eller tilbud")

  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let rows = input.network.actorOf.map { Int($0) }
    let needs = rows.map { input.region.actors[$0].needs }
    let offers = rows.map { input.region.actors[$0].offers }
    return [
      lacking("offerless", input, rows, offers, others: needs),
      lacking("needless", input, rows, needs, others: offers),
      try matches(input, needs, offers, control),
    ]
  }

  /// Share of the actors that name one of the two and not the other.
  private static func lacking(
    _ name: String,
    _ input: IndicatorInput,
    _ rows: [Int],
    _ lists: [[String]],
    others: [[String]]
  ) -> Indicator {
    guard lists.contains(where: { !$0.isEmpty }), others.contains(where: { !$0.isEmpty }) else {
      return Indicator(name, .notMeasured([columns]), unit: .share, cases: actors)
    }
    let known = rows.indices.filter { !lists[$0].isEmpty || !others[$0].isEmpty }
    let without = known.filter { lists[$0].isEmpty }
    let people = known.count { input.isPerson[rows[$0]] }
    let isOfFewPeople = people == known.count && people < SmallGroups.minimumPeople
    var indicator = Indicator(
      name,
      isOfFewPeople
        ? .suppressed : .share(without.count, of: known.count, minimum: Minimum.cases),
      unit: .share,
      cases: actors
    )
    guard indicator.value != nil else { return indicator }
    let isOffer = name == "offerless"
    for node in without where !input.isPerson[rows[node]] {
      guard indicator.statements.count < 20 else { break }
      indicator.statements.append(
        isOffer
          ? Statement(
            "\(actor: rows[node]) names needs and no offer.",
            "\(actor: rows[node]) nevner behov og ikke noe tilbud."
          )
          : Statement(
            "\(actor: rows[node]) names offers and no need.",
            "\(actor: rows[node]) nevner tilbud og ikke noe behov."
          )
      )
    }
    return indicator
  }

  private static func matches(
    _ input: IndicatorInput,
    _ needs: [[String]],
    _ offers: [[String]],
    _ control: RunControl
  ) throws(MetricError) -> Indicator {
    guard needs.contains(where: { !$0.isEmpty }), offers.contains(where: { !$0.isEmpty }) else {
      return Indicator("need_offer_matches", .notMeasured([columns]), unit: .share, cases: actors)
    }
    let known = needs.indices.count { !needs[$0].isEmpty || !offers[$0].isEmpty }
    // A matching takes actors · pairs steps at worst.
    guard Double(input.matchablePairs()) * Double(needs.count) <= mostSteps else {
      return Indicator("need_offer_matches", .tooLarge, unit: .share, cases: actors)
    }
    let found: [NeedOfferMatch]
    do throws(MetricError) {
      found = try input.needOfferMatches(control: control)
    } catch .tooMuchMemory {
      return Indicator("need_offer_matches", .tooLarge, unit: .share, cases: actors)
    }
    let twoWay = found.count(where: \.isTwoWay)
    var indicator = Indicator(
      "need_offer_matches",
      .value(Double(2 * found.count) / Double(max(1, known)), n: known, minimum: Minimum.cases),
      unit: .share,
      cases: actors,
      parts: [
        IndicatorPart("pairs", .value(Double(found.count), n: known, minimum: Minimum.cases)),
        IndicatorPart(
          "pairs in which both gain",
          .value(Double(twoWay), n: known, minimum: Minimum.cases)
        ),
      ]
    )
    guard indicator.value != nil else { return indicator }
    indicator.statements.append(
      Statement(
        "\(found.count) pairs can be matched at once, in \(twoWay) of them both gain.",
        "\(found.count) par kan kobles på én gang, i \(twoWay) av dem vinner begge."
      )
    )
    for match in found.prefix(10) {
      let topics = (match.firstLearns + match.secondLearns).joined(separator: ", ")
      indicator.statements.append(
        Statement(
          "\(actor: match.first) and \(actor: match.second) on \(topics).",
          "\(actor: match.first) og \(actor: match.second) om \(topics)."
        )
      )
    }
    return indicator
  }

  static let texts: [IndicatorText] = [
    IndicatorText(
      "offerless",
      title: Words("needs without an offer", "behov uten tilbud"),
      definition: "Share of the actors that name needs and nothing they could offer others.",
      formula: "actors with needs and without offers / actors with needs or offers",
      reading: "Many: a region of pupils. Everybody has something to offer: ask again.",
      caution: "An empty cell may mean that nobody asked. Persons are counted and not named.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "needless",
      title: Words("offers without a need", "tilbud uten behov"),
      definition: "Share of the actors that name offers and nothing they need to learn.",
      formula: "actors with offers and without needs / actors with needs or offers",
      reading: "Many: a region of teachers.",
      caution: "An empty cell may mean that nobody asked. Persons are counted and not named.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "need_offer_matches",
      title: Words("matches of need and offer", "koblinger av behov og tilbud"),
      definition:
        "Share of the actors that have a partner when pairs are chosen so that as much need as possible meets an offer; `samspill match` lists who with whom, on what, through whom.",
      formula:
        "maximum-weight matching over pairs; weight = topics one needs and the other offers, both directions, times 1.5 where both gain; with `--by` times trust and nearness",
      reading: "Near 1: nearly everybody has a partner to learn with.",
      caution:
        "Topics are compared as texts: `welding` and `Welding` do not meet. A match is a suggestion to talk, not a plan.",
      source:
        "\(IndicatorSources.gustavsen); J. Edmonds, J. Research NBS 69B (1965), doi:10.6028/jres.069B.013",
      isOwn: true
    ),
  ]
}
