/// Finds room for names beside their nodes: no name on a node, no name on a name, as few lines under
/// names as can be had.
///
/// Greedy by priority over a fixed list of places around each node (Christensen, Marks & Shieber 1995,
/// doi:10.1145/212332.212334, compare the variants), then one round in which a name that found no
/// room may ask a single blocker to move, then sweeps in which every name takes the better place.
struct LabelPlacement {
  /// A text that belongs to a node.
  struct Label {
    var node: Int
    var width: Double
    var height: Double
    var priority: Double
  }

  private let centers: [Point]
  private let extents: [Double]
  private let sides: [Double]
  private let labels: [Label]
  private let lines: LineDensity
  private var nodeGrid: BoxGrid
  private var labelGrid: BoxGrid
  /// Per label where it stands.
  private(set) var boxes: [Box?]

  /// Places `labels` around the discs given by `centers` and `extents`.
  ///
  /// - Parameter sides: per node how far its outline is straight to the right, left, up and down;
  ///   less than the extent for a square. A name stands that close to its own node.
  init(
    centers: [Point],
    extents: [Double],
    sides: [Double],
    labels: [Label],
    lines: LineDensity
  ) {
    self.centers = centers
    self.extents = extents
    self.sides = sides
    self.labels = labels
    self.lines = lines
    let margin = (labels.map { $0.width }.max() ?? 0) + (extents.max() ?? 0)
    let area = NodeSeparation.area(of: centers).insetBy(-margin)
    nodeGrid = BoxGrid(area: area, cell: 24)
    labelGrid = BoxGrid(area: area, cell: 24)
    boxes = [Box?](repeating: nil, count: labels.count)
    for node in centers.indices {
      nodeGrid.insert(
        node,
        Box(center: centers[node], width: 2 * extents[node], height: 2 * extents[node])
      )
    }
    let order = labels.indices.sorted {
      (-labels[$0].priority, $0) < (-labels[$1].priority, $1)
    }
    for label in order { take(label, bestPlace(for: label)) }
    for label in order where boxes[label] == nil { askBlockers(for: label) }
    for _ in 0..<2 {
      for label in order where boxes[label] != nil {
        let old = boxes[label]
        leave(label)
        take(label, bestPlace(for: label) ?? old)
      }
    }
  }

  /// Labels without a place.
  var unplaced: [Int] { boxes.indices.filter { boxes[$0] == nil } }

  private mutating func take(_ label: Int, _ box: Box?) {
    guard let box else { return }
    boxes[label] = box
    labelGrid.insert(label, box)
  }

  private mutating func leave(_ label: Int) {
    guard let box = boxes[label] else { return }
    labelGrid.remove(label, box)
    boxes[label] = nil
  }

  /// The free place with the fewest lines below, earlier places first.
  private func bestPlace(for label: Int) -> Box? {
    var best: (cost: Double, box: Box)?
    for (rank, box) in places(of: label).enumerated() {
      guard !touchesNode(box, except: labels[label].node), blockers(of: box).isEmpty else {
        continue
      }
      let cost = lines.count(in: box) + Double(rank) * 0.6
      if best == nil || cost < best!.cost { best = (cost, box) }
    }
    return best?.box
  }

  private mutating func askBlockers(for label: Int) {
    for box in places(of: label) where !touchesNode(box, except: labels[label].node) {
      let blocking = blockers(of: box)
      if blocking.isEmpty {
        take(label, box)
        return
      }
      guard blocking.count == 1, let blocker = blocking.first, let old = boxes[blocker] else {
        continue
      }
      leave(blocker)
      take(label, box)
      if let other = bestPlace(for: blocker) {
        take(blocker, other)
        return
      }
      leave(label)
      take(blocker, old)
    }
  }

  private func touchesNode(_ box: Box, except own: Int) -> Bool {
    nodeGrid.contains(near: box) { node in
      node != own && box.overlaps(disc: centers[node], radius: extents[node] + 0.5)
    }
  }

  private func blockers(of box: Box) -> [Int] {
    let wide = box.insetBy(-0.75)
    var result: [Int] = []
    labelGrid.forEach(near: wide) { other in
      if let taken = boxes[other], taken.overlaps(wide), !result.contains(other) {
        result.append(other)
      }
    }
    return result
  }

  /// Right, left, below and above, the corners, then the same slid along the node.
  private func places(of label: Int) -> [Box] {
    let (width, height) = (labels[label].width, labels[label].height)
    let center = centers[labels[label].node]
    let near = sides[labels[label].node] + 2
    let corner = (extents[labels[label].node] + 1.5) * 0.72
    func box(_ left: Double, _ bottom: Double) -> Box {
      Box(
        left: center.x + left,
        bottom: center.y + bottom,
        right: center.x + left + width,
        top: center.y + bottom + height
      )
    }
    return [
      box(near, -height / 2), box(-near - width, -height / 2),
      box(-width / 2, -near - height), box(-width / 2, near),
      box(corner, corner), box(corner, -corner - height),
      box(-corner - width, corner), box(-corner - width, -corner - height),
      box(-width * 0.25, -near - height), box(-width * 0.75, -near - height),
      box(-width * 0.25, near), box(-width * 0.75, near),
      box(near, -height * 0.85), box(near, -height * 0.15),
      box(-near - width, -height * 0.85), box(-near - width, -height * 0.15),
    ]
  }
}
