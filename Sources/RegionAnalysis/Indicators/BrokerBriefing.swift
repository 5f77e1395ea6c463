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

  /// `rank,id,label,group,pairs_between,sole_pairs_between,betweenness,constraint,effective_size,articulation,pairs_cut_share,cut_off,steps_before,steps_after`: one row per
  /// broker.
  public let table: ResultTable
  /// `id,label,sole_share,pairs_cut_share,cut_off`: one row per bottleneck that is an organisation.
  public let bottlenecks: ResultTable
  /// Bottlenecks that are persons, who are not listed.
  public let bottleneckPersons: Int
  /// `source,target,source_label,target_label,gain`.
  public let ties: ResultTable
  /// What a reader has to know.
  public let notes: AnalysisNotes
  let brokers: [(name: String, sentences: [Statement])]
  let heading: Words
  let between: (String, String)?
  let efficiency: Double
  let arrow: String
  let label: @Sendable (Int) -> String

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
      "rank", "id", "label", "group", "pairs_between", "sole_pairs_between", "betweenness",
      "constraint", "effective_size", "articulation", "pairs_cut_share", "cut_off", "steps_before",
      "steps_after",
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
      let sole = try Self.groups(brokers, request).map {
        network.solePairsBetween($0.0, $0.1, groupOf: brokers.grouping.groupOf, at: node)
      }
      table.append(
        [.integer(place + 1)] + naming.cells(of: actor) + [
          Cell(text: name), Cell(count: pairs?[node]), Cell(count: sole),
          Cell(brokers.betweenness[node]),
          Cell(brokers.constraint[node]), Cell(brokers.effectiveSize[node]),
          .integer(brokers.isArticulationPoint[node] ? 1 : 0), Cell(loss.shareCut),
          .integer(loss.cutOff), Cell(loss.stepsBefore), Cell(loss.stepsAfter),
        ]
      )
      var sentences = brokers.sentences(about: standings[node], row: actor, departure: loss)
      if let pairs, let sole, let between = request.between {
        sentences.insert(Self.connects(pairs[node], sole, between), at: 0)
      }
      let isColumn = if case .column = brokers.grouping.origin { true } else { false }
      let heading = names(actor) + (isColumn ? name.map { ", \($0)" } ?? "" : "")
      said.append((heading, sentences))
    }
    var notes = AnalysisNotes(of: graph, traits: [.paths], minimumResponse: minimumResponse)
    let ends = try Self.ends(brokers, graph, region, request)
    (ties, efficiency) = try Self.newTies(graph, request, ends, naming, &notes, control)
    let narrow = try brokers.bottlenecks(of: network, seed: request.seed, control: control)
    let listed = narrow.filter { region.actors.type(of: Int(graph.actorOf[$0.node])) != "person" }
    bottlenecks = Self.table(of: listed, graph, naming)
    bottleneckPersons = narrow.count - listed.count
    self.table = table
    self.notes = notes
    label = naming.distinctLabels(of: graph.actorOf)
    self.brokers = said
    between = request.between
    arrow = network.isDirected ? "→" : "–"
    heading =
      request.between.map {
        Words("Brokers between \($0.0) and \($0.1)", "Meglere mellom \($0.0) og \($0.1)")
      } ?? Words("Brokers", "Meglere")
  }

  /// Numbers of the two groups asked for; `nil` where none are.
  private static func groups(
    _ brokers: LearningBrokers,
    _ request: Request
  ) throws(MetricError) -> (Int32, Int32)? {
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
    return (first, second)
  }

  private static func pairs(
    _ brokers: LearningBrokers,
    _ network: Graph,
    _ request: Request,
    _ control: RunControl
  ) throws(MetricError) -> [Int]? {
    guard let (first, second) = try groups(brokers, request) else { return nil }
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

  private static func connects(_ pairs: Int, _ sole: Int, _ between: (String, String)) -> Statement
  {
    let tail =
      sole == 0
      ? Words("all of them have another go-between", "alle har også et annet mellomledd")
      : sole == pairs
        ? Words("nobody else does", "ingen andre gjør det")
        : Words("for \(sole) of them nobody else does", "for \(sole) av dem gjør ingen andre det")
    return Statement(
      "Connects \(pairs) \(pairs == 1 ? "pair" : "pairs") of \(between.0) and \(between.1) that are not tied themselves; \(tail.english).",
      "Forbinder \(pairs) par av \(between.0) og \(between.1) som ikke selv er knyttet sammen; \(tail.norwegian)."
    )
  }

  /// Whom new ties may join: the two groups asked for; organisations only, where there are any to choose from, for whom a person ties to is the person's own affair.
  private static func ends(
    _ brokers: LearningBrokers,
    _ graph: RegionGraph,
    _ region: Region,
    _ request: Request
  ) throws(MetricError) -> TieEnds? {
    let isPerson = graph.actorOf.map { region.actors.type(of: Int($0)) == "person" }
    let hasOrganisations = isPerson.count { !$0 } > 1
    func members(_ group: Int32?) -> [Bool] {
      isPerson.indices.map { node in
        (group.map { brokers.grouping.groupOf[node] == $0 } ?? true)
          && !(hasOrganisations && isPerson[node])
      }
    }
    guard let (first, second) = try groups(brokers, request) else {
      return hasOrganisations && isPerson.contains(true)
        ? TieEnds(one: members(nil), other: members(nil)) : nil
    }
    return TieEnds(one: members(first), other: members(second))
  }

  private static func newTies(
    _ graph: RegionGraph,
    _ request: Request,
    _ ends: TieEnds?,
    _ naming: Naming,
    _ notes: inout AnalysisNotes,
    _ control: RunControl
  ) throws(MetricError) -> (table: ResultTable, efficiency: Double) {
    var table = ResultTable(columns: ["source", "target", "source_label", "target_label", "gain"])
    var found: [(source: Int, target: Int, gain: Double)] = []
    let efficiency: Double
    if request.byStrength {
      let shortcuts = try graph.graph.trustShortcuts(
        count: request.ties,
        ends: ends,
        control: control
      )
      found = shortcuts.ties.map { ($0.source, $0.target, $0.gain) }
      efficiency = shortcuts.efficiency
      notes.assumptions.append(
        "new ties by strength: lengths are 1/strength, a new tie gets the median \(NumberText.forReading(shortcuts.newStrength))"
      )
    } else {
      let ties = try graph.graph.suggestedTies(count: request.ties, ends: ends, control: control)
      found = ties.map { ($0.source, $0.target, $0.gain) }
      efficiency = try graph.graph.distanceTotals(control: control).globalEfficiency ?? 0
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
    return (table, efficiency)
  }
}
