import NetworkMetrics

/// Every measure by name: the one list behind the command line, `explain`, tables and reports.
public enum Catalogue {
  /// Measures with a value per actor, in the order in which tables show them.
  public static let nodeMeasures: [NodeMeasure] =
    DegreeMeasures.all + PathMeasures.all + CurrentFlowMeasures.all + SpectralMeasures.all
    + LocalMeasures.all + ClusterRoleMeasures.all + [LocalMeasures.nodeReciprocity]
    + CorenessMeasure.all

  /// Measures with a value per tie, in the order in which tables show them.
  public static let tieMeasures: [TieMeasure] = TieMeasures.all

  /// Measures of the whole network, in the order in which tables show them.
  public static let networkMeasures: [NetworkMeasure] = NetworkMeasures.all

  /// What `centrality` shows when nothing is asked for.
  public static let usualNodeMeasures = ["degree", "betweenness", "closeness", "constraint"]

  /// One entry of the catalogue, whatever it is a measure of.
  public struct Entry: Sendable {
    /// The name everywhere.
    public let name: String
    /// What it is a measure of.
    public let scope: MeasureScope
    /// What decides whether it can be taken.
    public let traits: MeasureTraits
    /// What it means.
    public let explanation: Explanation
  }

  /// Everything that `explain` knows, in a fixed order.
  public static let entries: [Entry] =
    entries(.node, nodeMeasures) + entries(.tie, tieMeasures)
    + entries(.network, networkMeasures)
    + BrokerageTexts.entries + KeyPlayerTexts.entries + ClusterTexts.entries
    + IndicatorTexts.entries

  private static func entries<Value>(
    _ scope: MeasureScope,
    _ measures: [Measure<Value>]
  ) -> [Entry] {
    measures.map {
      Entry(name: $0.name, scope: scope, traits: $0.traits, explanation: $0.explanation)
    }
  }

  /// The entry of this name; `assortativity_` and any column is the one of ``groupAssortativity``.
  public static func entry(_ name: String) -> Entry? {
    if let entry = entries.first(where: { $0.name == name }) { return entry }
    guard name.hasPrefix("assortativity_") else { return nil }
    return entries.first { $0.name == groupAssortativity }
  }

  /// What `explain` calls the measure whose name in results ends in the column that makes the groups.
  public static let groupAssortativity = "assortativity"

  /// Finds node measures by name; `all` stands for every one but those that are slow.
  ///
  /// - Throws: ``UnknownName`` for a name that no measure has.
  public static func nodeMeasures(named names: [String]) throws(UnknownName) -> [NodeMeasure] {
    let all = nodeMeasures.filter { !$0.traits.contains(.onRequest) }
    return try choose(names, nodeMeasures, all: all, what: "measure of actors")
  }

  /// Finds tie measures by name; `all` stands for every one.
  ///
  /// - Throws: ``UnknownName`` for a name that no measure has.
  public static func tieMeasures(named names: [String]) throws(UnknownName) -> [TieMeasure] {
    try choose(names, tieMeasures, all: tieMeasures, what: "measure of ties")
  }

  /// Finds network measures by name; `all` stands for every one but those that need something asked for: with ``MeasureTraits/groups`` in
  /// `including` also those that compare groups, with ``MeasureTraits/onRequest`` also the slow ones.
  ///
  /// - Throws: ``UnknownName`` for a name that no measure has.
  public static func networkMeasures(
    named names: [String],
    including: MeasureTraits = []
  ) throws(UnknownName) -> [NetworkMeasure] {
    let needs: MeasureTraits = [.groups, .onRequest]
    let all = networkMeasures.filter { $0.traits.intersection(needs).isSubset(of: including) }
    return try choose(names, networkMeasures, all: all, what: "measure of the network")
  }

  private static func choose<Value>(
    _ names: [String],
    _ measures: [Measure<Value>],
    all: [Measure<Value>],
    what: String
  ) throws(UnknownName) -> [Measure<Value>] {
    var chosen: [Measure<Value>] = []
    for wanted in names {
      if wanted == "all" {
        chosen += all
        continue
      }
      guard let measure = measures.first(where: { $0.name == wanted }) else {
        throw UnknownName(
          name: wanted,
          what: what,
          near: NearNames.nearest(to: wanted, among: measures.map(\.name))
        )
      }
      chosen.append(measure)
    }
    var seen: Set<String> = []
    return chosen.filter { seen.insert($0.name).inserted }
  }
}

/// A name that stands for nothing, with the names that are near it.
public struct UnknownName: Error, Equatable, Sendable {
  /// The name as given.
  public let name: String
  /// What it should have named.
  public let what: String
  /// Names that are near, nearest first.
  public let near: [String]

  /// A name that is not there.
  public init(name: String, what: String, near: [String]) {
    self.name = name
    self.what = what
    self.near = near
  }
}

/// Which names somebody could have meant.
public enum NearNames {
  /// At most five names within a third of the length in edits, or that begin with or hold the word, nearest first.
  public static func nearest(to word: String, among names: [String]) -> [String] {
    let wanted = Array(word.lowercased().utf8.prefix(64))
    let scored = names.enumerated().compactMap { index, name -> (Int, Int, String)? in
      let candidate = Array(name.lowercased().utf8.prefix(64))
      let edits = distance(wanted, candidate)
      let holds = wanted.count >= 3 && name.lowercased().contains(word.lowercased())
      guard edits <= max(1, wanted.count / 3) || holds else { return nil }
      return (edits, index, name)
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(5).map(\.2)
  }

  /// Bytes to put in, take out, change or swap with the next one.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var edits = min(last[j] + (x == y ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, x == b[j - 1], y == a[i - 1] { edits = min(edits, before[j - 1] + 1) }
        row.append(edits)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
