import GraphCore
import NetworkMetrics

/// The three actors that matter most together: without whom the network falls apart, and who are near to all.
struct KeyPlayerSets {
  /// One set.
  struct Found {
    let goal: KeyPlayerGoal
    let players: KeyPlayers
    /// Fragmentation with everybody there; `nil` for reach.
    let before: Double?
  }

  /// The sets, none where the network is too small or too large.
  let sets: [Found]
  /// Whether the network is so large that the search would keep a reader waiting.
  let isTooLarge: Bool

  /// Actors in a set.
  static let count = 3
  /// Sets up to which all are compared.
  private static let exactUpTo = 20_000
  /// Steps that the search may take, about: some seconds.
  private static let patience = 2e9

  /// Looks for the sets.
  init(of network: Graph, control: RunControl) throws(MetricError) {
    let (n, m) = (Double(network.nodeCount), Double(network.edgeCount))
    isTooLarge = n * n * (m / 64 + 1) * Double(2 * Self.count) > Self.patience
    guard !isTooLarge, network.nodeCount >= Self.count + 3, network.edgeCount > 0 else {
      sets = []
      return
    }
    let before = try network.distanceTotals(control: control).globalEfficiency.map { 1 - $0 }
    var sets: [Found] = []
    for goal in KeyPlayerGoal.allCases {
      let players = try network.keyPlayers(
        goal,
        count: Self.count,
        exactUpTo: Self.exactUpTo,
        control: control
      )
      sets.append(
        Found(goal: goal, players: players, before: goal == .fragmentation ? before : nil)
      )
    }
    self.sets = sets
  }

  /// The entry of the glossary that explains a goal.
  static func entry(_ goal: KeyPlayerGoal) -> String {
    switch goal {
    case .fragmentation: "fragmentation"
    case .reach: "reach"
    }
  }
}

extension KeyPlayerSets {
  /// The sets as sentences, members in the order in which actors are shown.
  func sentences(_ study: ReportStudy) -> [(sentence: Phrase, entry: String)] {
    let say = study.options.language
    return sets.map { found in
      let names = study.order.filter { found.players.players.contains($0) }.map(study.name)
      let value = say.number(found.players.value, decimals: 2)
      var sentence: Phrase
      switch found.goal {
      case .fragmentation:
        let before = say.number(found.before ?? 0, decimals: 2)
        sentence =
          say == .english
          ? "If \(names: names, say) left, the others would be farthest apart: fragmentation \(figure: value) instead of \(before)"
          : "Om \(names: names, say) forlot nettverket, ville de andre stå lengst fra hverandre: oppsplitting \(figure: value) i stedet for \(before)"
      case .reach:
        sentence =
          say == .english
          ? "\(names: names, say) together are nearest to everybody: reach \(figure: value) of at most 1"
          : "\(names: names, say) er sammen nærmest alle: rekkevidde \(figure: value) av høyst 1"
      }
      let bound = say.number(found.players.bound, decimals: 2)
      let how =
        found.players.isExact
        ? say("all sets of three were compared", "alle grupper på tre er sammenlignet")
        : say(
          "found step by step; no three can exceed \(bound)",
          "funnet skritt for skritt; ingen tre kan ha mer enn \(bound)"
        )
      return (sentence + Phrase(stringLiteral: " (\(how))."), Self.entry(found.goal))
    }
  }
}
