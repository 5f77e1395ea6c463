import GraphCore
import LearningRegion
import NetworkMetrics

/// Family 4: many hierarchies, arenas and channels, so that nothing hangs on one.
enum PluralismIndicators {
  static func indicators(
    _ input: IndicatorInput,
    _ control: RunControl
  ) throws(MetricError) -> [Indicator] {
    let rows = input.network.actorOf.map { Int($0) }
    let types = rows.compactMap { input.region.actors.type(of: $0) }
    let spheres = rows.compactMap { input.spheres[$0]?.rawValue }
    let roots =
      input.region.actors.anyParents ? rows.map { input.region.actors.ids[input.root(of: $0)] } : []
    return [
      diversity("actor_type_diversity", types, DataGap("actors.csv", "type"), isListed: true),
      diversity(
        "sphere_diversity",
        spheres,
        DataGap("actors.csv", "type", "sphere"),
        isListed: true
      ),
      diversity("hierarchy_diversity", roots, DataGap("actors.csv", "parent"), isListed: false),
      arenas(input), try Channels.indicator(input, control),
      try OneSidedRemoval.indicator(input, control),
    ]
  }

  /// Hill numbers of the kinds that actors are of.
  static func diversity(
    _ name: String,
    _ kinds: [String],
    _ gap: DataGap,
    isListed: Bool
  ) -> Indicator {
    let cases = Words("actors", "aktører")
    guard !kinds.isEmpty else {
      return Indicator(name, .notMeasured([gap]), unit: .effectiveNumber, cases: cases)
    }
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +).sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    let amounts = counts.map(\.value)
    let n = kinds.count
    var parts = [0.0, 1, 2].map { order in
      IndicatorPart(
        "Hill number of order \(Int(order))",
        .value(HillNumbers.of(amounts, order: order), n: n, minimum: Minimum.cases)
      )
    }
    if isListed {
      parts += counts.map { IndicatorPart($0.key, .share($0.value, of: n, minimum: Minimum.cases)) }
    }
    var indicator = Indicator(
      name,
      .value(HillNumbers.of(amounts, order: 1), n: n, minimum: Minimum.cases),
      unit: .effectiveNumber,
      cases: cases,
      parts: parts
    )
    if let value = indicator.value {
      indicator.statements.append(
        Statement(
          counts.count == 1
            ? "All are of one kind."
            : "\(counts.count) kinds, as varied as \(number: value, decimals: 1) equally common ones.",
          counts.count == 1
            ? "Alle er av ett slag."
            : "\(counts.count) slag, like variert som \(number: value, decimals: 1) like vanlige."
        )
      )
    }
    return indicator
  }

  /// In how many different arenas an actor takes part.
  static func arenas(_ input: IndicatorInput) -> Indicator {
    let cases = Words("actors", "aktører")
    let entries = input.region.participation.rows
    guard !entries.isEmpty else {
      return Indicator(
        "arenas_per_actor",
        .notMeasured([DataGap("participation.csv", "actor", "arena")]),
        unit: .count,
        cases: cases
      )
    }
    let nodeOf = input.network.nodeOfActor(actorCount: input.region.actors.count)
    var counts = [Int](repeating: 0, count: input.network.actorOf.count)
    var seen: Set<[String]> = []
    for entry in entries where seen.insert([entry.actor, entry.arena]).inserted {
      guard let actor = input.region.actors.index(of: entry.actor), nodeOf[actor] >= 0 else {
        continue
      }
      counts[Int(nodeOf[actor])] += 1
    }
    let n = counts.count
    let mean = n > 0 ? Double(counts.reduce(0, +)) / Double(n) : nil
    var indicator = Indicator(
      "arenas_per_actor",
      .value(mean, n: n, minimum: Minimum.cases),
      unit: .count,
      cases: cases,
      parts: [
        IndicatorPart("Gini", .value(Gini.of(counts), n: n, minimum: Minimum.cases)),
        IndicatorPart(
          "actors in no arena",
          .share(counts.count { $0 == 0 }, of: n, minimum: Minimum.cases)
        ),
      ]
    )
    if let mean = indicator.value {
      indicator.statements.append(
        Statement(
          "An actor takes part in \(number: mean, decimals: 1) arenas on average.",
          "En aktør deltar i gjennomsnitt i \(number: mean, decimals: 1) arenaer."
        )
      )
    }
    return indicator
  }

  private static let hill =
    "\(IndicatorSources.gustavsen); M. Hill, Ecology 54 (1973), doi:10.2307/1934352"

  private static func diversityText(
    _ name: String,
    _ title: Words,
    _ kinds: String,
    _ caution: String
  ) -> IndicatorText {
    IndicatorText(
      name,
      title: title,
      definition:
        "How varied the actors are by \(kinds): the number of equally common kinds that would be as varied. The value is the Hill number of order 1; orders 0 (kinds that occur) and 2 (common kinds) stand beside it.",
      formula: "(Σ p_i^q)^(1/(1−q)); for q = 1 exp(−Σ p_i ln p_i)",
      reading: "1: all of one kind. As many as there are kinds: all equally common.",
      caution: caution,
      source: hill
    )
  }

  static let texts: [IndicatorText] = [
    diversityText(
      "actor_type_diversity",
      Words("diversity of actor types", "mangfold av aktørtyper"),
      "type",
      "Depends on how finely types are told apart: compare regions described with the same list."
    ),
    diversityText(
      "sphere_diversity",
      Words("diversity of spheres", "mangfold av sfærer"),
      "sphere",
      "Counts actors, not their weight: a large university is one actor as a small firm is."
    ),
    diversityText(
      "hierarchy_diversity",
      Words("diversity of hierarchies", "mangfold av hierarkier"),
      "the top-level organisation they are part of",
      "An actor without a parent is a hierarchy of its own: fill the column for all or for none."
    ),
    IndicatorText(
      "arenas_per_actor",
      title: Words("arenas per actor", "arenaer per aktør"),
      definition:
        "In how many different arenas an actor takes part: the mean, how unequal it is (Gini), and the share of actors in none.",
      formula: "mean over actors of the number of arenas with an entry of theirs",
      reading: "Several arenas each, evenly spread: what is blocked in one can be said in another.",
      caution: "An arena that nobody kept lists of does not show.",
      source: IndicatorSources.gustavsen
    ),
    IndicatorText(
      "channels",
      title: Words("independent channels", "uavhengige kanaler"),
      definition:
        "Share of the pairs of actors that are joined by two or more paths without a common actor between; beside it the mean number of such paths over a sample of pairs.",
      formula:
        "pairs in a common biconnected component of three or more / all pairs, on the undirected network; mean of the largest number of vertex-disjoint paths",
      reading: "Near 1: no single actor can cut two others off from each other.",
      caution: "Says nothing on how long the second way is, nor whether anybody uses it.",
      source:
        "\(IndicatorSources.gustavsen); D. White, F. Harary, Sociological Methodology 31 (2001), doi:10.1111/0081-1750.00098"
    ),
    IndicatorText(
      "one_sided_removal",
      title: Words("what one hierarchy's exit costs", "hva det koster at ett hierarki går"),
      definition:
        "By how much the others grow apart when one whole hierarchy leaves: the loss of mean nearness between those who stay, for the hierarchy whose exit costs most; beside it the mean loss when as many actors leave at random.",
      formula:
        "mean over surviving pairs of 1/d before (through the hierarchy too) − after; over at most 200 sources, 20 draws of random actors",
      reading:
        "Well above the loss under chance: dependence on one organisation, as when an effort ends with its chief.",
      caution:
        "People would find other ways after an exit: it is a first shock, not a forecast. Large hierarchies cost more by size alone: compare with the value under chance.",
      source: IndicatorSources.gustavsen,
      isOwn: true
    ),
  ]
}
