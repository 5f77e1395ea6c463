/// The attributes a description may carry, and what each may hold.
///
/// A list of what is allowed, not of what is forbidden: `fontname`, `URL`, `href`, `image`,
/// `shapefile`, `layout`, `stylesheet`, `id` and whatever a later Graphviz adds are refused because
/// they are not here. Values are checked too, since libgvc trusts them: a `minlen` or `peripheries` of
/// 10⁹ ends in a segmentation fault.
enum AttributeRules {
  /// What an attribute belongs to.
  enum Owner {
    case graph, group, node, edge
  }

  /// What a value must look like.
  enum Rule {
    case number(ClosedRange<Double>)
    case word([String])
    /// A comma-separated list of these.
    case words([String])
    /// `#rrggbb`, `#rrggbbaa` or `transparent`.
    case color
    /// `x,y` in points.
    case point
    /// A curve as Graphviz writes it: an optional `s,x,y`, an optional `e,x,y`, then 3k + 1 points.
    case curve
    /// The name of a node, as `n17`.
    case nodeName
    /// Text of a label; escaped by ``LabelText``.
    case text
  }

  /// The rule for a key, or nil where the key is not allowed.
  static func rule(for key: String, of owner: Owner) -> Rule? {
    switch owner {
    case .graph: graphRules(key)
    case .group: groupRules(key)
    case .node: nodeRules(key)
    case .edge: edgeRules(key)
    }
  }

  private static let fontSize = Rule.number(1...200)
  private static let yesNo = Rule.word(["true", "false"])

  private static func graphRules(_ key: String) -> Rule? {
    switch key {
    case "bgcolor": .color
    case "dpi": .number(1...600)
    case "pad", "K", "nodesep", "ranksep", "mindist": .number(0...100)
    case "start", "pack": .number(0...1_000_000)
    case "maxiter": .number(1...10_000)
    case "sep", "esep": .number(0...500)
    case "epsilon": .number(1e-9...10)
    case "repulsiveforce": .number(0.01...10)
    case "overlap": .word(["true", "false", "scale", "scalexy", "prism", "vpsc", "compress"])
    case "splines":
      .word(["none", "line", "curved", "spline", "polyline", "ortho", "true", "false"])
    case "rankdir": .word(["TB", "LR", "BT", "RL"])
    case "mode": .word(["major", "KK", "sgd", "hier", "ipsep"])
    case "model": .word(["shortpath", "circuit", "subset", "mds"])
    case "packmode": .word(["node", "clust", "graph"])
    case "outputorder": .word(["breadthfirst", "nodesfirst", "edgesfirst"])
    case "normalize", "newrank", "compound": yesNo
    case "root": .nodeName
    default: nil
    }
  }

  private static func groupRules(_ key: String) -> Rule? {
    switch key {
    case "text": .text
    case "face": .word(["regular", "bold"])
    case "color", "fillcolor", "fontcolor", "pencolor": .color
    case "style": .words(["filled", "rounded", "dashed", "dotted", "solid", "bold"])
    case "penwidth": .number(0...50)
    case "fontsize": fontSize
    case "labeljust": .word(["l", "c", "r"])
    case "margin": .number(0...200)
    default: nil
    }
  }

  private static func nodeRules(_ key: String) -> Rule? {
    switch key {
    case "text": .text
    case "align": .word(["left", "center", "right"])
    case "face": .word(["regular", "bold"])
    case "shape":
      .word([
        "circle", "ellipse", "box", "square", "diamond", "triangle", "invtriangle", "hexagon",
        "pentagon", "octagon", "house", "parallelogram", "trapezium", "plain", "plaintext", "none",
        "point",
      ])
    case "style":
      .words(["filled", "rounded", "dashed", "dotted", "solid", "bold", "wedged", "striped"])
    case "color", "fillcolor", "fontcolor": .color
    case "width", "height": .number(0...200)
    case "penwidth": .number(0...50)
    case "peripheries": .number(0...3)
    case "fontsize": fontSize
    case "margin": .number(0...10)
    case "fixedsize", "pin": yesNo
    case "pos": .point
    default: nil
    }
  }

  private static func edgeRules(_ key: String) -> Rule? {
    switch key {
    case "pos": .curve
    case "color": .color
    case "style": .words(["solid", "dashed", "dotted", "bold", "invis"])
    case "penwidth": .number(0...50)
    case "weight": .number(0...1_000)
    case "len": .number(0.01...1_000)
    case "minlen": .number(0...10)
    case "dir": .word(["forward", "back", "both", "none"])
    case "arrowhead", "arrowtail":
      .word(["normal", "vee", "none", "dot", "empty", "open", "halfopen", "tee", "diamond"])
    case "arrowsize": .number(0...20)
    case "constraint": yesNo
    default: nil
    }
  }
}
