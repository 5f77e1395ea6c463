/// The bands behind ranks, every other one tinted, and their names.
struct RankBands {
  private let ranks: MapInput.Ranks
  private let scene: MapScene
  private let sizes: TextSizes

  init(_ ranks: MapInput.Ranks, scene: MapScene, sizes: TextSizes) {
    (self.ranks, self.scene, self.sizes) = (ranks, scene, sizes)
  }

  /// Names the ranks that somebody stands on at the beginning of their band.
  ///
  /// - Returns: the tinted bands.
  func place(in arrangement: inout MapArrangement) -> [MapArrangement.Backdrop] {
    let boxes = boxes(arrangement)
    let used = boxes.indices.filter { boxes[$0] != nil }
    let all = used.compactMap { boxes[$0] }
    guard let first = all.first else { return [] }
    let whole = all.dropFirst().reduce(first) { $0.union($1) }.insetBy(-10)
    let texts = used.map { TextWrapping.wrapped(ranks.names[$0], columns: 16, lines: 2) }
    let measured = texts.map { sizes.size($0, .strong) }
    let room = measured.map { ranks.runsAcross ? $0.height : $0.width }.max() ?? 0
    var backdrops: [MapArrangement.Backdrop] = []
    for (place, box) in all.enumerated() {
      let before = place > 0 ? all[place - 1] : nil
      let after = place + 1 < all.count ? all[place + 1] : nil
      let band = band(box, before, after, whole: whole, room: room + 16)
      let size = measured[place]
      let corner =
        ranks.runsAcross
        ? Point(x: box.center.x - size.width / 2, y: band.top - 6 - size.height)
        : Point(x: band.left + 6, y: box.center.y - size.height / 2)
      arrangement.names.append(
        .init(
          text: texts[place],
          style: .strong,
          box: Box(
            left: corner.x,
            bottom: corner.y,
            right: corner.x + size.width,
            top: corner.y + size.height
          ),
          node: nil,
          isInside: false
        )
      )
      guard place % 2 == 0 else { continue }
      backdrops.append(.init(kind: .band, points: band.corners))
    }
    return backdrops
  }

  /// Per rank the box around its nodes and their names.
  private func boxes(_ arrangement: MapArrangement) -> [Box?] {
    var boxes = [Box?](repeating: nil, count: ranks.names.count)
    func add(_ box: Box, to node: Int) {
      let rank = Int(ranks.rankOf[node])
      guard rank >= 0 else { return }
      boxes[rank] = boxes[rank]?.union(box) ?? box
    }
    for (node, center) in arrangement.centers.enumerated() {
      let side = 2 * scene.nodes[node].extent
      add(Box(center: center, width: side, height: side), to: node)
    }
    for name in arrangement.names {
      if let node = name.node { add(name.box, to: node) }
    }
    return boxes
  }

  /// The band of a rank, from the middle between it and the rank before to the middle after it.
  private func band(_ box: Box, _ before: Box?, _ after: Box?, whole: Box, room: Double) -> Box {
    if ranks.runsAcross {
      return Box(
        left: before.map { ($0.right + box.left) / 2 } ?? whole.left,
        bottom: whole.bottom,
        right: after.map { (box.right + $0.left) / 2 } ?? whole.right,
        top: whole.top + room
      )
    }
    return Box(
      left: whole.left - room,
      bottom: after.map { ($0.top + box.bottom) / 2 } ?? whole.bottom,
      right: whole.right,
      top: before.map { ($0.bottom + box.top) / 2 } ?? whole.top
    )
  }
}
