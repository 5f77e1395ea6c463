/// Breaks ranks that run from left to right into several columns, so that the page is no strip.
///
/// The order that dot found is kept, down the first column and on in the next: what belongs together
/// stays together. Ranks with room in one column are spread beside what they hold.
///
/// Every node has the height of its own name.
struct RankFolding {
  private let scene: MapScene
  private let ranks: MapInput.Ranks
  private let labelSizes: [(width: Double, height: Double)]

  /// Actors in one column of a rank up to which nothing is folded.
  static let longestColumn = 40
  /// How much wider than high the drawing should be.
  private static let shape = 1.4
  private static let columnGap = 14.0
  private static let rankGap = 60.0

  init(
    _ scene: MapScene,
    _ ranks: MapInput.Ranks,
    labelSizes: [(width: Double, height: Double)]
  ) {
    (self.scene, self.ranks, self.labelSizes) = (scene, ranks, labelSizes)
  }

  /// Moves the nodes on ranks; `positions` are those of dot.
  func fold(_ positions: inout [Point?]) {
    var members = [[Int]](repeating: [], count: ranks.names.count)
    for (node, rank) in ranks.rankOf.enumerated() where rank >= 0 {
      members[Int(rank)].append(node)
    }
    let before = positions
    func place(_ node: Int) -> Double { before[node]?.y ?? 0 }
    for rank in members.indices {
      members[rank].sort { (-place($0), $0) < (-place($1), $1) }
    }
    let all = before.compactMap { $0?.y }
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    let limit = columnHeight(members)
    let top = members.map { share(of: $0, height: limit) }.max() ?? limit
    var left = 0.0
    for nodes in members where !nodes.isEmpty {
      let columns = columns(of: nodes, height: limit)
      for column in columns {
        let wanted = column.map { node in
          columns.count > 1 ? .infinity : (place(node) - low) / max(high - low, 1e-9) * top
        }
        for (node, y) in zip(column, stacked(column, wanted: wanted, top: top)) {
          positions[node] = Point(x: left + scene.nodes[node].extent, y: y)
        }
        left += column.map(width).max() ?? 0
        left += Self.columnGap
      }
      left += Self.rankGap
    }
  }

  private func height(_ node: Int) -> Double {
    max(2 * scene.nodes[node].extent, labelSizes[node].height) + 3
  }

  private func width(_ node: Int) -> Double {
    2 * scene.nodes[node].extent + labelSizes[node].width + 4
  }

  /// How tall columns are that share their nodes evenly and are no higher than `limit`.
  private func share(of nodes: [Int], height limit: Double) -> Double {
    let total = nodes.reduce(0) { $0 + height($1) }
    return total / max((total / limit).rounded(.up), 1)
  }

  /// Nodes in columns of at most this height, all about equally tall.
  private func columns(of nodes: [Int], height limit: Double) -> [[Int]] {
    let share = share(of: nodes, height: limit)
    var columns: [[Int]] = [[]]
    var filled = 0.0
    for node in nodes {
      // The middle of a node decides on which side of a border it stands.
      let isPast = filled + height(node) / 2 > share * Double(columns.count)
      if isPast, !columns[columns.count - 1].isEmpty {
        columns.append([])
      }
      columns[columns.count - 1].append(node)
      filled += height(node)
    }
    return columns
  }

  /// The lowest columns with which the drawing is no wider than it should be.
  private func columnHeight(_ members: [[Int]]) -> Double {
    let tallest = members.map { $0.reduce(0) { $0 + height($1) } }.max() ?? 0
    var limit = min(Double(Self.longestColumn) * 15, tallest)
    while limit < tallest {
      var across = 0.0
      for nodes in members where !nodes.isEmpty {
        for column in columns(of: nodes, height: limit) {
          across += (column.map(width).max() ?? 0) + Self.columnGap
        }
        across += Self.rankGap
      }
      if across <= Self.shape * limit { break }
      limit += 20
    }
    return limit
  }

  /// Heights of middles from the top down, none closer than the nodes are high, as near to the wanted
  /// ones as a sweep down and one up make them.
  private func stacked(_ nodes: [Int], wanted: [Double], top: Double) -> [Double] {
    var places = wanted.map { min(max($0, 0), top) }
    for place in places.indices.dropFirst() {
      let room = (height(nodes[place - 1]) + height(nodes[place])) / 2
      places[place] = min(places[place], places[place - 1] - room)
    }
    if let last = places.indices.last { places[last] = max(places[last], 0) }
    for place in places.indices.dropLast().reversed() {
      let room = (height(nodes[place + 1]) + height(nodes[place])) / 2
      places[place] = max(places[place], places[place + 1] + room)
    }
    return places
  }
}
