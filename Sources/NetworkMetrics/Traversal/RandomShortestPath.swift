import GraphCore

/// Draws one of the shortest paths between two nodes, every one equally likely, by a search from both ends.
///
/// The side whose next level has fewer arcs goes on, until an arc joins the two: a shortest path crosses exactly one such arc, drawn by the number of paths over it;
/// from its ends the path goes back level by level, drawn by the numbers of paths. Numbers matter only in proportion within a level, so each level is scaled when
/// it grows large and nothing overflows. 40 bytes per node.
///
/// Source: M. Borassi, E. Natale, *KADABRA is an adaptive algorithm for betweenness via random approximation*, ACM JEA 24 (2019), doi:10.1145/3284359.
struct RandomShortestPath {
  private var sides: [Side]
  private var crossings: [(from: Int32, to: Int32, paths: Double)] = []

  /// Scratch over the rows along arcs and against them.
  init(out: Adjacency, incoming: Adjacency) {
    sides = [Side(forth: out, back: incoming), Side(forth: incoming, back: out)]
  }

  /// Calls `visit` with every node strictly between the ends of a random shortest path from `source` to `target`; not at all where there is
  /// none or it is a single arc.
  mutating func draw(
    from source: Int,
    to target: Int,
    _ random: inout RandomStream,
    visit: (Int) -> Void
  ) {
    sides[0].start(at: source)
    sides[1].start(at: target)
    crossings.removeAll(keepingCapacity: true)
    while crossings.isEmpty {
      let side = sides[0].cost <= sides[1].cost ? 0 : 1
      guard !sides[side].frontier.isEmpty else { return }
      expand(side)
    }
    var total = 0.0
    for crossing in crossings { total += crossing.paths }
    var mark = random.nextUnit() * total
    var chosen = crossings[crossings.count - 1]
    for crossing in crossings {
      mark -= crossing.paths
      if mark < 0 {
        chosen = crossing
        break
      }
    }
    sides[0].walkBack(from: Int(chosen.from), to: source, &random, visit)
    sides[1].walkBack(from: Int(chosen.to), to: target, &random, visit)
  }

  /// One level more on one side; notes the arcs that reach the other.
  private mutating func expand(_ own: Int) {
    let other = 1 - own
    var next: [Int32] = []
    var largest = 0.0
    let level = sides[own].level + 1
    for v in sides[own].frontier {
      let paths = sides[own].paths[Int(v)]
      for arc in sides[own].forth.arcs(of: Int(v)) {
        let w = Int(sides[own].forth.targets[arc])
        if sides[other].depth[w] >= 0 {
          let product = paths * sides[other].paths[w]
          crossings.append(
            own == 0
              ? (from: v, to: Int32(w), paths: product) : (from: Int32(w), to: v, paths: product)
          )
        } else if sides[own].depth[w] < 0 {
          sides[own].depth[w] = level
          sides[own].paths[w] = paths
          next.append(Int32(w))
        } else if sides[own].depth[w] == level {
          sides[own].paths[w] += paths
        }
        largest = max(largest, sides[own].paths[w])
      }
    }
    sides[own].finish(level, next, largest)
  }

  /// The search from one end.
  private struct Side {
    let forth: Adjacency
    let back: Adjacency
    var depth: [Int32]
    var paths: [Double]
    private(set) var frontier: [Int32] = []
    private(set) var level: Int32 = 0
    /// Arcs that the next level will read.
    private(set) var cost = 0
    private var touched: [Int32] = []

    init(forth: Adjacency, back: Adjacency) {
      self.forth = forth
      self.back = back
      depth = [Int32](repeating: -1, count: forth.nodeCount)
      paths = [Double](repeating: 0, count: forth.nodeCount)
    }

    mutating func start(at node: Int) {
      for v in touched { depth[Int(v)] = -1 }
      touched = [Int32(node)]
      frontier = touched
      depth[node] = 0
      paths[node] = 1
      level = 0
      cost = forth.degree(of: node)
    }

    mutating func finish(_ level: Int32, _ next: [Int32], _ largest: Double) {
      self.level = level
      frontier = next
      touched += next
      cost = 0
      for v in next {
        cost += forth.degree(of: Int(v))
        if largest > 0x1p400 { paths[Int(v)] *= 0x1p-400 }
      }
    }

    /// Goes from `node` to the end of this side, visiting what lies between, `node` included.
    func walkBack(
      from node: Int,
      to end: Int,
      _ random: inout RandomStream,
      _ visit: (Int) -> Void
    ) {
      var v = node
      while v != end {
        visit(v)
        var total = 0.0
        for arc in back.arcs(of: v) where depth[Int(back.targets[arc])] == depth[v] - 1 {
          total += paths[Int(back.targets[arc])]
        }
        var mark = random.nextUnit() * total
        var chosen = v
        for arc in back.arcs(of: v) where depth[Int(back.targets[arc])] == depth[v] - 1 {
          chosen = Int(back.targets[arc])
          mark -= paths[chosen]
          if mark < 0 { break }
        }
        v = chosen
      }
    }
  }
}
