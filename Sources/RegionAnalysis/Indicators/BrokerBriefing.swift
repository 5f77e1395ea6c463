import GraphCore
import LearningRegion
import NetworkMetrics
import RegionIndicators

/// The brokers of a network on one page: who they are, in sentences, what breaks when they leave, and which new ties would help.
public struct BrokerBriefing: Sendable {
  /// What is asked for.
  public struct Request: Sendable, Equatable {
    /// Two groups that the brokers are to stand between; `nil` ranks by betweenness.
    public var between: (String, String)?
    /// How many brokers.
    public var brokers = 3
    /// How many new ties.
    public var ties = 3
    /// Whether new ties are measured by trust-weighted lengths instead of steps.
    public var byStrength = false
    /// Seed of what is drawn.
    public var seed: UInt64 = 20_261_123

    /// Three brokers, three ties.
    public init() {}

    /// Compares everything asked for.
    public static func == (left: Request, right: Request) -> Bool {
      left.between?.0 == right.between?.0 && left.between?.1 == right.between?.1
        && left.brokers == right.brokers && left.ties == right.ties
        && left.byStrength == right.byStrength && left.seed == right.seed
    }
  }

  /// `rank,id,label,group,pairs_between,betweenness,constraint,effective_size,articulation,pairs_cut_share,cut_off`: one row per broker.
  public let table: ResultTable
  /// `id,label,sole_share,pairs_cut_share,cut_off`: one row per bottleneck that is an organisation.
  public let bottlenecks: ResultTable
  /// Bottlenecks that are persons, who are not listed.
  public let bottleneckPersons: Int
  /// `source,target,source_label,target_label,gain`.
  public let ties: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes
  private let brokers: [(name: String, sentences: [Statement])]
  private let heading: Words
  private let arrow: String
  private let label: @Sendable (Int) -> String

  /// Networks of more actors are too large to follow every way when somebody leaves.
  static let largestNetwork = 3_000

  /// Puts the page together.
  ///
  /// - Throws: ``NetworkMetrics/MetricError/invalidOption(name:reason:)`` for groups that are not there, and as the measures do.
  public init(
    _ brokers: LearningBrokers,
    of graph: RegionGraph,
    in region: Region,
    _ request: Request,
    naming: Naming,
    minimumResponse: Double = 0.7,
    control: RunControl = RunControl()
  ) throws(MetricError) {
    let network = graph.graph
    guard network.nodeCount <= Self.largestNetwork else {
      throw .notDefined(
        reason: "a briefing looks at networks of at most \(Self.largestNetwork) actors"
      )
    }
    let pairs = try Self.pairs(brokers, network, request, control)
    let chosen = brokers.ranking.filter { node in
      pairs.map { $0[node] > 0 } ?? ((brokers.betweenness[node] ?? 0) > 0)
    }
    let ranked =
      pairs.map { pairs in
        chosen.enumerated().sorted { left, right in
          let (a, b) = (pairs[left.element], pairs[right.element])
          return a != b ? a > b : left.offset < right.offset
        }.map(\.element)
      } ?? chosen
    var table = ResultTable(columns: [
      "rank", "id", "label", "group", "pairs_between", "betweenness", "constraint",
      "effective_size", "articulation", "pairs_cut_share", "cut_off",
    ])
    var said: [(name: String, sentences: [Statement])] = []
    let standings = brokers.standings
    let sizes = brokers.grouping.sizes
    let names = naming.distinctLabels(of: graph.actorOf)
    for (place, node) in ranked.prefix(request.brokers).enumerated() {
      let actor = Int(graph.actorOf[node])
      let loss = try network.departure(of: node, control: control)
      let group = Int(brokers.grouping.groupOf[node])
      let name =
        group < 0
        ? nil : naming.groupName(brokers.grouping.names[group], size: sizes[group])
      table.append(
        [.integer(place + 1)] + naming.cells(of: actor) + [
          Cell(text: name), Cell(count: pairs?[node]), Cell(brokers.betweenness[node]),
          Cell(brokers.constraint[node]), Cell(brokers.effectiveSize[node]),
          .integer(brokers.isArticulationPoint[node] ? 1 : 0), Cell(loss.shareCut),
          .integer(loss.cutOff),
        ]
      )
      var sentences = brokers.sentences(about: standings[node], row: actor, departure: loss)
      if let pairs, let between = request.between {
        sentences.insert(Self.connects(pairs[node], between), at: 0)
      }
      said.append((names(actor), sentences))
    }
    var notes = AnalysisNotes(of: graph, traits: [.paths], minimumResponse: minimumResponse)
    ties = try Self.newTies(graph, request, naming, &notes, control)
    let narrow = try brokers.bottlenecks(of: network, seed: request.seed, control: control)
    let listed = narrow.filter { region.actors.type(of: Int(graph.actorOf[$0.node])) != "person" }
    bottlenecks = Self.table(of: listed, graph, naming)
    bottleneckPersons = narrow.count - listed.count
    self.table = table
    self.notes = notes
    label = naming.distinctLabels(of: graph.actorOf)
    self.brokers = said
    arrow = network.isDirected ? "→" : "–"
    heading =
      request.between.map {
        Words("Brokers between \($0.0) and \($0.1)", "Meglere mellom \($0.0) og \($0.1)")
      } ?? Words("Brokers", "Meglere")
  }

  private static func pairs(
    _ brokers: LearningBrokers,
    _ network: Graph,
    _ request: Request,
    _ control: RunControl
  ) throws(MetricError) -> [Int]? {
    guard let between = request.between else { return nil }
    let names = brokers.grouping.names
    func number(_ name: String) throws(MetricError) -> Int32 {
      guard let place = names.firstIndex(of: name) else {
        throw .invalidOption(
          name: "between",
          reason: "there is no group \"\(name)\"; there are \(names.joined(separator: ", "))"
        )
      }
      return Int32(place)
    }
    let (first, second) = (try number(between.0), try number(between.1))
    guard first != second else {
      throw .invalidOption(name: "between", reason: "it takes two different groups")
    }
    return try network.pairsBetween(
      first,
      second,
      groupOf: brokers.grouping.groupOf,
      control: control
    )
  }

  private static func table(
    of bottlenecks: [Bottleneck],
    _ graph: RegionGraph,
    _ naming: Naming
  ) -> ResultTable {
    var table = ResultTable(columns: ["id", "label", "sole_share", "pairs_cut_share", "cut_off"])
    for bottleneck in bottlenecks {
      table.append(
        naming.cells(of: Int(graph.actorOf[bottleneck.node])) + [
          .number(bottleneck.soleShare), Cell(bottleneck.loss.shareCut),
          .integer(bottleneck.loss.cutOff),
        ]
      )
    }
    return table
  }

  private static func connects(_ pairs: Int, _ between: (String, String)) -> Statement {
    Statement(
      "Connects \(pairs) \(pairs == 1 ? "pair" : "pairs") of \(between.0) and \(between.1) that are not tied themselves.",
      "Forbinder \(pairs) par av \(between.0) og \(between.1) som ikke selv er knyttet sammen."
    )
  }

  private static func newTies(
    _ graph: RegionGraph,
    _ request: Request,
    _ naming: Naming,
    _ notes: inout AnalysisNotes,
    _ control: RunControl
  ) throws(MetricError) -> ResultTable {
    var table = ResultTable(columns: ["source", "target", "source_label", "target_label", "gain"])
    var found: [(source: Int, target: Int, gain: Double)] = []
    if request.byStrength {
      let shortcuts = try graph.graph.trustShortcuts(count: request.ties, control: control)
      found = shortcuts.ties.map { ($0.source, $0.target, $0.gain) }
      notes.assumptions.append(
        "new ties by strength: lengths are 1/strength, a new tie gets the median \(NumberText.forReading(shortcuts.newStrength)); efficiency now \(NumberText.forReading(shortcuts.efficiency))"
      )
    } else {
      let ties = try graph.graph.suggestedTies(count: request.ties, control: control)
      found = ties.map { ($0.source, $0.target, $0.gain) }
      notes.assumptions.append("new ties by steps; --lengths inverse measures them by strength")
    }
    let order = TieOrder(graph, naming)
    let label = naming.distinctLabels(of: graph.actorOf)
    for tie in found {
      let (source, target) = order.ends(tie.source, tie.target)
      table.append([
        .text(naming.id(of: source)), .text(naming.id(of: target)),
        .text(label(source)), .text(label(target)), .number(tie.gain),
      ])
    }
    return table
  }
}

extension BrokerBriefing {
  /// The page as plain text.
  public func terminal(_ language: IndicatorLanguage) -> String {
    var lines = [heading[language]]
    if brokers.isEmpty { lines.append("  " + Words("There is none.", "Det er ingen.")[language]) }
    for (place, broker) in brokers.enumerated() {
      lines.append("  \(place + 1). \(broker.name)")
      for sentence in texts(broker.sentences, language) { lines.append("     \(sentence)") }
    }
    lines += bottleneckLines(language)
    lines.append("")
    lines.append(
      Words(
        "New ties that would bring actors nearest, one after the other",
        "Nye bånd som ville bringe aktørene nærmest hverandre, ett etter ett"
      )[language]
    )
    for row in ties.rows {
      let gain = NumberText.forReading(row[4].numeric ?? 0)
      lines.append("  \(row[2].forReading) \(arrow) \(row[3].forReading) (+\(gain))")
    }
    return lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  /// Who is the only go-between of many; no line where there is none.
  private func bottleneckLines(_ language: IndicatorLanguage) -> [String] {
    guard !bottlenecks.rows.isEmpty || bottleneckPersons > 0 else { return [] }
    var lines = ["", Words("Dependence: bottlenecks", "Avhengighet: flaskehalser")[language]]
    for row in bottlenecks.rows {
      let (share, cut) = (NumberText.percent(row[2].numeric ?? 0), row[4].forReading)
      let words = Words(
        "the only go-between of \(share) of the pairs around it; \(cut) are cut off without it",
        "eneste mellomledd for \(share) av parene rundt seg; \(cut) blir avskåret uten den"
      )
      lines.append("  \(row[1].forReading): \(words[language])")
    }
    if bottleneckPersons > 0 {
      lines.append(
        Words("  \(bottleneckPersons) more, persons", "  \(bottleneckPersons) til, personer")[
          language
        ]
      )
    }
    return lines
  }

  /// Brokers with their sentences, bottlenecks, and the ties.
  public func json(_ language: IndicatorLanguage) -> JSONValue {
    .object([
      (
        "brokers",
        .array(
          zip(table.rows, brokers).map { row, broker in
            .object(
              zip(table.columns, row.map(JSONValue.init)).map { ($0, $1) } + [
                (
                  "sentences",
                  .array(texts(broker.sentences, language).map { .string($0) })
                )
              ]
            )
          }
        )
      ), ("bottlenecks", .rows(bottlenecks)),
      ("bottleneck_persons", .integer(bottleneckPersons)), ("suggested_ties", .rows(ties)),
    ])
  }

  private func texts(_ sentences: [Statement], _ language: IndicatorLanguage) -> [String] {
    sentences.map { sentence in sentence.text(language) { label($0) } }
  }
}

extension Naming {
  /// What to call actors in sentences: the label, with the id behind it where others of them have the same.
  func distinctLabels(of actors: [Int32]) -> @Sendable (Int) -> String {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for actor in actors {
      let label = label(of: Int(actor))
      if !seen.insert(label).inserted { repeated.insert(label) }
    }
    let doubtful = repeated
    return { actor in
      let label = label(of: actor)
      return doubtful.contains(label) ? "\(label) (\(id(of: actor)))" : label
    }
  }
}
