import CGraphviz

/// What `output layout` answers: where everything came to stand.
///
/// ```
/// samspill-layout  1
/// box      X0 Y0 X1 Y1
/// group   c3  X0 Y0 X1 Y1
/// node    n17  X Y  WIDTH HEIGHT  LABELWIDTH LABELHEIGHT
/// end     COUNT
/// ```
///
/// Points, y upwards, centres of nodes; thousandths, as a plotter needs no more and shorter numbers
/// do not show the last bits of an iteration.
enum LayoutAnswer {
  /// The answer's bytes.
  static func bytes(
    of description: DrawingDescription,
    in built: GraphBuilder
  ) throws(RenderFailure) -> [UInt8] {
    var lines = ["samspill-layout\t1"]
    lines.append("box\t" + (try box(of: built.root)))
    for (group, subgraph) in zip(description.groups, built.groups) {
      lines.append("group\t\(group.name)\t" + (try box(of: subgraph)))
    }
    for (node, made) in zip(description.nodes, built.nodes) {
      let numbers = try fields([
        cgv_node_x(made), cgv_node_y(made), cgv_node_width(made), cgv_node_height(made),
        cgv_label_width(made), cgv_label_height(made),
      ])
      lines.append("node\t\(node.name)\t\(numbers.joined(separator: "\t"))")
    }
    lines.append("end\t\(lines.count - 1)\n")
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func box(
    of graph: UnsafeMutablePointer<Agraph_t>
  ) throws(RenderFailure) -> String {
    var corners = [0.0, 0.0, 0.0, 0.0]
    cgv_box(graph, &corners)
    return try fields(corners).joined(separator: "\t")
  }

  private static func fields(_ numbers: [Double]) throws(RenderFailure) -> [String] {
    var result: [String] = []
    for number in numbers {
      guard number.isFinite, abs(number) < 1e9 else { throw .notFinite }
      let rounded = (number * 1000).rounded() / 1000
      result.append(String(rounded == 0 ? 0 : rounded))  // no -0.0
    }
    return result
  }
}
