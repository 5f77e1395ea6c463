import LearningRegion
import RegionAnalysis

/// What `brokers` finds beyond single actors: sets of key players and ties worth making.
struct BrokerSets {
  private let keyPlayers: Int?
  private let suggestTies: Int?
  private var tables: [ResultTable] = []
  private var players: [JSONValue] = []
  private var suggestions: [JSONValue] = []
  /// What a reader has to know.
  private(set) var remarks = AnalysisNotes()

  init(keyPlayers: Int?, suggestTies: Int?) {
    (self.keyPlayers, self.suggestTies) = (keyPlayers, suggestTies)
  }

  /// Whether there is anything to look for.
  var areAsked: Bool { keyPlayers != nil || suggestTies != nil }

  /// The tables of all runs, one below the other.
  var table: ResultTable { ResultTable(joining: tables) }

  /// Looks in one network.
  mutating func add(
    _ graph: RegionGraph,
    _ run: [(name: String, value: Cell)],
    _ naming: Naming,
    minimumResponse: Double,
    _ session: Session
  ) throws {
    if let keyPlayers {
      let found = try KeyPlayerAnalysis(
        of: graph,
        count: keyPlayers,
        naming: naming,
        minimumResponse: minimumResponse,
        control: session.control
      )
      remarks.add(found.notes, of: run)
      tables.append(found.table.inserting(run, at: 0))
      players.append(found.json.with(run))
    }
    if let suggestTies {
      let found = try SuggestedTieAnalysis(
        of: graph,
        count: suggestTies,
        naming: naming,
        minimumResponse: minimumResponse,
        control: session.control
      )
      remarks.add(found.notes, of: run)
      tables.append(found.table.inserting(run, at: 0))
      suggestions.append(.rows(found.table.inserting(run, at: 0)))
    }
    session.finishProgress()
  }

  /// The keys that stand beside the rows: an object or a list where there is one run, a list of them for several.
  func json(isLong: Bool) -> [(String, JSONValue)] {
    var pairs: [(String, JSONValue)] = []
    if keyPlayers != nil { pairs.append(("key_players", isLong ? .array(players) : players[0])) }
    if suggestTies != nil {
      pairs.append(("suggested_ties", isLong ? .array(suggestions) : suggestions[0]))
    }
    return pairs
  }
}
