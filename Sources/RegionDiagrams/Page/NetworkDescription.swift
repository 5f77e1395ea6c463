/// The network itself for `.dot`: nodes with names and positions, ties with their looks, no legend.
///
/// Positions are kept, so `neato -n2` and others draw the same map from the file.
enum NetworkDescription {
  static func bytes(_ map: ComposedMap) -> [UInt8] {
    let scene = map.page.scene
    let centers = map.page.arrangement.centers
    var writer = DescriptionWriter(
      output: "dot",
      engine: "fixed",
      isDirected: scene.hasDirection
    )
    writer.graph([("outputorder", "edgesfirst"), ("bgcolor", scene.palette.page)])
    for (index, node) in scene.nodes.enumerated() {
      let side = Coordinate.text4(2 * node.radius * node.shape.halfSide / 72)
      writer.node(
        "n\(index)",
        [
          ("text", TextWrapping.clean(node.label)), ("shape", node.shape.rawValue),
          ("fixedsize", "true"), ("width", side), ("height", side), ("style", "filled"),
          ("fillcolor", node.paint.fill), ("color", scene.palette.outline),
          ("fontsize", "10"), ("pos", Coordinate.text(centers[index])),
        ]
      )
    }
    let heaviest = scene.ties.reduce(0) { max($0, $1.weight) }
    for tie in scene.ties {
      let style = TieStyle(tie, heaviest: heaviest, varies: false, palette: scene.palette)
      let direction =
        switch tie.heads {
        case .none: "none"
        case .forward: "forward"
        case .both: "both"
        }
      let weight = Coordinate.text(min(max(tie.weight, 0), 1_000))
      writer.edge(
        "n\(tie.tail)",
        "n\(tie.head)",
        style.attributes + [("dir", direction), ("arrowsize", "0.65"), ("weight", weight)]
      )
    }
    return writer.bytes
  }
}
