import RegionAnalysis

/// The map as it stands, for viewers that run no script: mail programs, previews.
struct StillPicture {
  /// An SVG element; `nil` where there are more ties than a picture without zoom can show.
  let svg: String?

  /// Ties up to which there is a picture.
  static let mostTies = 2_000
  private static let mostNames = 60
  private static let hues = [
    "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442",
  ]

  /// Draws every tie of every wave, the actors in the colours of their clusters, and the names of the largest.
  init(_ data: MapData) {
    let map = data.map
    let nodes = data.layout.positions.nodes
    guard map.ties.count <= Self.mostTies, nodes.count <= Self.mostTies else {
      svg = nil
      return
    }
    let study = data.study
    let clusters = map.clusterOf(study)
    let left = nodes.reduce(0) { min($0, $1.x - $1.radius) } - 60
    let right = nodes.reduce(0) { max($0, $1.x + $1.radius) } + 60
    let top = nodes.reduce(0) { min($0, $1.y - $1.radius) } - 20
    let bottom = nodes.reduce(0) { max($0, $1.y + $1.radius) } + 30
    let box = [left, top, right - left, bottom - top].map(Self.text).joined(separator: " ")
    let say = study.options.language
    let actors = say.counted(nodes.count, ("actor", "aktør"), ("actors", "aktører"))
    let ties = say.counted(map.ties.count, ("tie", "bånd"), ("ties", "bånd"))
    var out =
      "<svg class=\"still\" viewBox=\"\(box)\" role=\"img\" aria-labelledby=\"still-title\">"
    out += "<title id=\"still-title\">"
    out += HTMLText.escaped("\(study.title): \(actors), \(ties)") + "</title>"
    out += "<g stroke=\"#7d8691\" stroke-opacity=\"0.6\" fill=\"none\">"
    for tie in map.ties {
      let (a, b) = (nodes[Int(tie.source)], nodes[Int(tie.target)])
      out +=
        "<path d=\"M\(Self.text(a.x)) \(Self.text(a.y))L\(Self.text(b.x)) \(Self.text(b.y))\"/>"
    }
    out += "</g><g stroke=\"#24292f\">"
    for (node, cluster) in zip(nodes, clusters) {
      let fill =
        cluster < 0 || Int(cluster) >= Self.hues.count ? "#c8cdd3" : Self.hues[Int(cluster)]
      out += "<circle cx=\"\(Self.text(node.x))\" cy=\"\(Self.text(node.y))\""
      out += " r=\"\(Self.text(node.radius))\" fill=\"\(fill)\"/>"
    }
    out += "</g><g text-anchor=\"middle\">"
    let named = nodes.indices.sorted { (-nodes[$0].radius, $0) < (-nodes[$1].radius, $1) }
    for place in named.prefix(Self.mostNames) {
      let node = nodes[place]
      let name = study.naming.label(of: Int(map.actors[place]))
      let short = name.count > 24 ? name.prefix(23) + "…" : name[...]
      out += "<text x=\"\(Self.text(node.x))\" y=\"\(Self.text(node.y + node.radius + 11))\">"
      out += HTMLText.escaped(String(short)) + "</text>"
    }
    svg = out + "</g></svg>"
  }

  private static func text(_ value: Double) -> String { NumberText.rounded(value, decimals: 1) }
}
