/// Outlines of groups and room for their names.
struct GroupNames {
  let scene: MapScene
  let sizes: TextSizes
  /// Nodes on the map proper.
  let members: [Int]

  /// Draws an outline around every group of two or more and names it beside.
  func outline(_ arrangement: inout MapArrangement, _ groupNames: [String]) {
    var taken = arrangement.names.map(\.box)
    for (group, name) in groupNames.enumerated() {
      let own = members.filter { scene.nodes[$0].group == group }
      guard own.count > 1 else { continue }
      let hull = GroupOutline.hull(
        around: own.map { (arrangement.centers[$0], scene.nodes[$0].extent) },
        margin: 7
      )
      arrangement.outlines.append(.init(group: group, points: hull))
      let text = TextWrapping.shortened(TextWrapping.clean(name), to: 30)
      let box = freeBox(for: text, around: hull, centers: arrangement.centers, taken: taken)
      taken.append(box)
      arrangement.names.append(
        .init(text: text, style: .strong, box: box, node: nil, isInside: false)
      )
    }
  }

  /// Room for a group's name just outside its outline, farther out where it is crowded.
  private func freeBox(
    for text: String,
    around hull: [Point],
    centers: [Point],
    taken: [Box]
  ) -> Box {
    let size = sizes.size(text, .strong)
    let area = NodeSeparation.area(of: hull)
    // From the top round both sides: names are looked for above first.
    let corners = hull.sorted { (-$0.y, $0.x) < (-$1.y, $1.x) }
    var last = Box(center: area.center, width: size.width, height: size.height)
    for step in 0..<400 {
      for corner in corners {
        let way = corner - area.center
        let out = way * (1 / max(way.length, 1e-9))
        let center = Point(
          x: corner.x + out.x * (size.width / 2 + 2 + Double(step) * 6),
          y: corner.y + out.y * (size.height / 2 + 2 + Double(step) * 6)
        )
        last = Box(center: center, width: size.width, height: size.height)
        let isFree =
          !taken.contains { $0.overlaps(last.insetBy(-1)) }
          && !scene.nodes.indices.contains {
            last.overlaps(disc: centers[$0], radius: scene.nodes[$0].extent + 1)
          }
        if isFree { return last }
      }
    }
    return last
  }
}
