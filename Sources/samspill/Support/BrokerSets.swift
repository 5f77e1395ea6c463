import LearningRegion
import RegionAnalysis

/// What `brokers` finds beyond single actors: sets of key players, ties worth making, ties that carry most.
struct BrokerSets {
  private let keyPlayers: Int?
  private let suggestTies: Int?
  private let pathways: Int?
  private var tables: [ResultTable] = []
  private var players: [JSONValue] = []
  private var suggestions: [JSONValue] = []
  private var ways: [JSONValue] = []
  /// What a reader has to know.
  private(set) var remarks = AnalysisNotes()

  init(keyPlayers: Int?, suggestTies: Int?, pathways: Int?) {
    (self.keyPlayers, self.suggestTies, self.pathways) = (keyPlayers, suggestTies, pathways)
  }

  /// How many things there are to look for, each a table of its own.
  var asked: Int { [keyPlayers, suggestTies, pathways].count { $0 != nil } }

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
    if let pathways {
      let found = try PathwayAnalysis(
        of: graph,
        count: pathways,
        naming: naming,
        minimumResponse: minimumResponse,
        control: session.control
      )
      remarks.add(found.notes, of: run)
      tables.append(found.table.inserting(run, at: 0))
      ways.append(.rows(found.table.inserting(run, at: 0)))
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
    if pathways != nil { pairs.append(("natural_pathways", isLong ? .array(ways) : ways[0])) }
    return pairs
  }
}
