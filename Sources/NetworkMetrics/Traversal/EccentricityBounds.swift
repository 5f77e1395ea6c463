import GraphCore

/// What some searches tell of the eccentricities of all nodes of a component.
struct EccentricityBounds {
  private var lower: [Int32]
  private var upper: [Int32]
  /// Steps from the root: the searched node of smallest eccentricity, the first of equals.
  private var level: [Int32]
  private var rootEccentricity = Int32.max
  /// The largest lower bound: the diameter is at least this, and is this in the end.
  private(set) var largest = 0
  /// The smallest upper bound: the radius is at most this, and is this in the end.
  private(set) var smallest = Int.max

  init(nodeCount: Int) {
    lower = [Int32](repeating: 0, count: nodeCount)
    upper = [Int32](repeating: .max, count: nodeCount)
    level = [Int32](repeating: 0, count: nodeCount)
  }

  /// The open node that promises most: the largest upper bound, or the smallest lower one; among equals the one with most
  /// ties, then the first.
  func pick(_ open: [Int32], far: Bool, _ rows: Adjacency) -> Int {
    var best = Int(open[0])
    for node in open {
      let v = Int(node)
      let better = far ? upper[v] > upper[best] : lower[v] < lower[best]
      let equal = far ? upper[v] == upper[best] : lower[v] == lower[best]
      if better || (equal && rows.degree(of: v) > rows.degree(of: best)) { best = v }
    }
    return best
  }

  /// One search bounds every other eccentricity: max(d, e − d) ≤ ecc(v) ≤ e + d.
  mutating func learn(
    from source: Int,
    eccentricity: Int,
    _ open: [Int32],
    _ distance: UnsafePointer<Int32>
  ) {
    let e = Int32(eccentricity)
    lower[source] = e
    upper[source] = e
    for node in open {
      let v = Int(node)
      let d = distance[v]
      lower[v] = max(lower[v], d, e - d)
      upper[v] = min(upper[v], e + d)
      largest = max(largest, Int(lower[v]))
      smallest = min(smallest, Int(upper[v]))
    }
    if e < rootEccentricity {
      rootEccentricity = e
      // Closed nodes are in no pair that counts any more.
      for node in open { level[Int(node)] = distance[Int(node)] }
    }
  }

  /// The sources of a batch: open nodes farthest from the root, open nodes that may be central, and nodes that are known to lie far out, which
  /// many others are far from.
  func pickMany(_ open: [Int32], _ members: [Int]) -> [Int] {
    let width = MultiSourceBFS.width
    let wide = open.filter { Int(upper[Int($0)]) > largest }
    let central = open.filter { Int(lower[Int($0)]) < smallest }
    let outer = members.filter { lower[$0] < upper[$0] }.map { Int32($0) }
    var isChosen = [Bool](repeating: false, count: lower.count)
    var chosen: [Int] = []
    func take(_ nodes: [Int32], upTo room: Int, _ rank: (Int) -> Int32) {
      for node in Self.first(room, of: nodes, rank) where !isChosen[Int(node)] {
        isChosen[Int(node)] = true
        chosen.append(Int(node))
      }
    }
    take(wide, upTo: width / 2) { -level[$0] }
    take(central, upTo: width / 4) { lower[$0] }
    take(outer, upTo: width - chosen.count) { -lower[$0] }
    return chosen.sorted()
  }

  /// Up to `count` nodes of lowest rank, of equals the first; ascending by rank. O(nodes + different ranks).
  private static func first(_ count: Int, of nodes: [Int32], _ rank: (Int) -> Int32) -> [Int32] {
    var bar = nodes.reduce(Int32.max) { min($0, rank(Int($1))) }
    var chosen: [Int32] = []
    // Ranks are numbers of steps: the bar rises over few of them, or few nodes are left.
    while chosen.count < count {
      var next = Int32.max
      for node in nodes {
        let own = rank(Int(node))
        if own == bar, chosen.count < count { chosen.append(node) }
        if own > bar { next = min(next, own) }
      }
      if next == .max { break }
      bar = next
    }
    return chosen
  }

  /// What a batch of searches tells: the eccentricity of each source, and for every other node how far the farthest source is.
  mutating func learn(
    from sources: [Int],
    _ depths: [Int],
    _ open: [Int32],
    _ totals: [LevelTotals]
  ) {
    for (source, depth) in zip(sources, depths) {
      lower[source] = Int32(depth)
      upper[source] = Int32(depth)
      largest = max(largest, depth)
      smallest = min(smallest, depth)
    }
    for node in open {
      let v = Int(node)
      lower[v] = max(lower[v], Int32(totals[v].highest))
      largest = max(largest, Int(lower[v]))
    }
  }

  /// Leaves only nodes that may still be farther than the farthest or nearer than the nearest known; returns how many went.
  ///
  /// A node that may be farther than the farthest is so from another such node: of the two, neither is farther from the root than `deepest`.
  mutating func close(_ open: inout [Int32]) -> Int {
    let before = open.count
    var deepest: Int32 = 0
    for node in open {
      let v = Int(node)
      if Int(upper[v]) > largest && lower[v] < upper[v] { deepest = max(deepest, level[v]) }
    }
    for node in open {
      let v = Int(node)
      upper[v] = min(upper[v], max(Int32(largest), level[v] + deepest))
    }
    open.removeAll {
      let v = Int($0)
      return lower[v] == upper[v] || (Int(upper[v]) <= largest && Int(lower[v]) >= smallest)
    }
    return before - open.count
  }
}
