/// Rows below the map for nodes that have no place on it: those without ties, or without coordinates.
struct AsidePlacement {
  let scene: MapScene
  let sizes: TextSizes
  let words: MapWords

  static func heading(_ words: MapWords, count: Int) -> String { "\(words.isolates) (\(count))" }

  /// Puts the nodes `aside` in rows below the map and names them there.
  func place(_ aside: [Int], in arrangement: inout MapArrangement) {
    guard !aside.isEmpty else { return }
    let isNamed = aside.count <= 120
    let map = box(of: arrangement, without: aside)
    let largest = aside.map { scene.nodes[$0].extent }.max() ?? 0
    let texts = aside.map { TextWrapping.shortened(scene.nodes[$0].label, to: 24) }
    let widest = isNamed ? texts.map { sizes.size($0, .label).width }.max() ?? 0 : 0
    let cell = (width: 2 * largest + widest + 14, height: max(2 * largest + 4, 15))
    let columns = max(1, min(aside.count, Int(max(map.width, 420) / cell.width)))
    let heading = Self.heading(words, count: aside.count)
    let headingSize = sizes.size(heading, .strong)
    var top = map.bottom - 22
    arrangement.asideTitle = .init(
      text: heading,
      style: .strong,
      box: Box(
        left: map.left,
        bottom: top - headingSize.height,
        right: map.left + headingSize.width,
        top: top
      ),
      node: nil,
      isInside: false
    )
    top -= headingSize.height + 6
    for (position, node) in aside.enumerated() {
      let column = Double(position % columns)
      let row = Double(position / columns)
      let center = Point(
        x: map.left + column * cell.width + largest,
        y: top - row * cell.height - cell.height / 2
      )
      arrangement.centers[node] = center
      guard isNamed else { continue }
      let size = sizes.size(texts[position], .label)
      let left = center.x + largest + 3
      arrangement.names.append(
        .init(
          text: texts[position],
          style: .label,
          box: Box(
            left: left,
            bottom: center.y - size.height / 2,
            right: left + size.width,
            top: center.y + size.height / 2
          ),
          node: node,
          isInside: false
        )
      )
    }
    if !isNamed { arrangement.nameless += aside }
  }

  /// The map without the nodes that have no place yet.
  private func box(of arrangement: MapArrangement, without aside: [Int]) -> Box {
    var isAside = [Bool](repeating: false, count: scene.nodes.count)
    for node in aside { isAside[node] = true }
    let discs = scene.nodes.indices.filter { !isAside[$0] }.map { node in
      let side = 2 * scene.nodes[node].extent
      return Box(center: arrangement.centers[node], width: side, height: side)
    }
    let behind = arrangement.backdrops.map { NodeSeparation.area(of: $0.points) }
    let boxes = discs + arrangement.names.map(\.box) + behind
    guard let first = boxes.first else { return Box(left: 0, bottom: 0, right: 420, top: 0) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }
}
