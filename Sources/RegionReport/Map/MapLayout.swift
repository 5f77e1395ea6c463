import RegionDiagrams

/// Positions for the interactive map, whatever its size.
struct MapLayout {
  /// Places actors; usually ``RegionDiagrams/DiagramRenderer/positions(_:options:isCancelled:)``.
  typealias Placing = (MapInput, MapOptions) throws(DrawingError) -> MapPositions

  /// Actors up to which each is placed by Graphviz; above, their clusters are.
  static let mostActors = 5_000
  /// Clusters that Graphviz places; smaller ones stand below, as if without ties.
  static let mostClusters = 2_000

  let positions: MapPositions
  /// Whether clusters were placed and their members put around their middle.
  let isByCluster: Bool

  /// Finds positions of the actors of `input`, whose groups are its clusters.
  ///
  /// Above ``mostActors`` the clusters are laid out by Graphviz and each cluster's members fill a disc around its place, those
  /// with most ties in the middle, in the spiral of a sunflower (Vogel 1979, doi:10.1016/0025-5564(79)90080-4).
  init(_ input: MapInput, seed: UInt64, place: Placing) throws(DrawingError) {
    var options = MapOptions()
    options.seed = seed
    if input.labels.count <= Self.mostActors {
      positions = try place(input, options)
      isByCluster = false
      return
    }
    let blocks = Blocks(input)
    let found = try place(blocks.input(title: input.title), options)
    positions = MapPositions(nodes: blocks.spread(found.nodes, over: input), engine: found.engine)
    isByCluster = true
  }
}

/// The clusters of a large map as if they were actors.
private struct Blocks {
  /// Members of every block, those with most ties first.
  let members: [[Int]]
  /// Actors without a tie.
  let untied: [Int]
  private var ties: [(low: Int, high: Int, count: Double)] = []

  /// Room for one actor, in points.
  static let spacing = 9.0

  init(_ input: MapInput) {
    let count = input.labels.count
    var degrees = [Int](repeating: 0, count: count)
    for (source, target) in zip(input.ties.sources, input.ties.targets) {
      degrees[Int(source)] += 1
      degrees[Int(target)] += 1
    }
    untied = (0..<count).filter { degrees[$0] == 0 }
    let groups = input.groups?.categories ?? [Int32](repeating: 0, count: count)
    var block = [Int](repeating: -1, count: count)
    var members: [[Int]] = []
    var blockOfGroup: [Int32: Int] = [:]
    for actor in 0..<count where degrees[actor] > 0 {
      let group = groups[actor]
      let own: Int
      if group >= 0, let known = blockOfGroup[group] {
        own = known
      } else {
        own = members.count
        members.append([])
        if group >= 0 { blockOfGroup[group] = own }
      }
      members[own].append(actor)
      block[actor] = own
    }
    self.members = members.map { list in
      list.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    }
    let pairs = zip(input.ties.sources, input.ties.targets)
      .map { (low: min(block[Int($0)], block[Int($1)]), high: max(block[Int($0)], block[Int($1)])) }
      .filter { $0.low < $0.high }
      .sorted { ($0.low, $0.high) < ($1.low, $1.high) }
    for pair in pairs {
      if let last = ties.last, last.low == pair.low, last.high == pair.high {
        ties[ties.count - 1].count += 1
      } else {
        ties.append((pair.low, pair.high, 1))
      }
    }
  }

  func input(title: String) -> MapInput {
    MapInput(
      title: title,
      labels: members.indices.map { String($0 + 1) },
      relations: [.init(name: "ties", isDirected: false)],
      ties: .init(
        sources: ties.map { Int32($0.low) },
        targets: ties.map { Int32($0.high) },
        weights: ties.map(\.count),
        relations: ties.map { _ in 0 }
      )
    )
  }

  /// Members around the places of their blocks, the blocks drawn apart until their discs have room.
  func spread(_ blocks: [MapPositions.Node], over input: MapInput) -> [MapPositions.Node] {
    let discs = members.map { Self.spacing * 0.6 * Double($0.count).squareRoot() }
    var factor = 1.0
    for first in blocks.indices {
      for second in blocks.indices.dropFirst(first + 1) {
        let (dx, dy) = (blocks[first].x - blocks[second].x, blocks[first].y - blocks[second].y)
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance > 1 {
          factor = max(factor, 1.05 * (discs[first] + discs[second]) / distance)
        }
      }
    }
    factor = min(factor, 40)
    let largest = input.size?.values.reduce(0) { max($0, $1 ?? 0) } ?? 0
    func radius(_ actor: Int) -> Double {
      guard largest > 0, let value = input.size?.values[actor] else { return 2 }
      return ((4 + 60 * max(0, value) / largest).squareRoot() * 10).rounded() / 10
    }
    var nodes = [MapPositions.Node](
      repeating: .init(x: 0, y: 0, radius: 2, isAside: true),
      count: input.labels.count
    )
    var bottom = 0.0
    var left = 0.0
    for (index, block) in blocks.enumerated() {
      let spiral = Spiral(spacing: Self.spacing)
      for (place, actor) in members[index].enumerated() {
        let offset = spiral.offset(place)
        let (x, y) = (block.x * factor + offset.x, block.y * factor + offset.y)
        nodes[actor] = .init(
          x: (x * 10).rounded() / 10,
          y: (y * 10).rounded() / 10,
          radius: radius(actor),
          isAside: block.isAside
        )
        bottom = max(bottom, y)
        left = min(left, x)
      }
    }
    // Nobody's place is between others without a tie to them: rows below.
    let columns = max(1, Int(Double(4 * untied.count).squareRoot()))
    for (place, actor) in untied.enumerated() {
      nodes[actor].x = left + Double(place % columns) * Self.spacing
      nodes[actor].y = bottom + 40 + Double(place / columns) * Self.spacing
    }
    return nodes
  }
}

/// Points of a sunflower: each turned by the golden angle from the one before.
private struct Spiral {
  let spacing: Double
  /// Cosine and sine of π(3 − √5), written out so that every machine has the same bits.
  private let turn = (x: -0.737_368_878_078_319_7, y: 0.675_490_294_261_523_8)

  init(spacing: Double) { self.spacing = spacing }

  func offset(_ place: Int) -> (x: Double, y: Double) {
    var (x, y) = (1.0, 0.0)
    var (stepX, stepY) = turn
    var rest = place
    // The power of a turn by squaring: no trigonometry.
    while rest > 0 {
      if rest & 1 == 1 { (x, y) = (x * stepX - y * stepY, x * stepY + y * stepX) }
      (stepX, stepY) = (stepX * stepX - stepY * stepY, 2 * stepX * stepY)
      rest >>= 1
    }
    let radius = 0.6 * spacing * Double(place).squareRoot()
    return (x * radius, y * radius)
  }
}
