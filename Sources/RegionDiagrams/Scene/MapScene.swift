/// A map before anything has a place: how every node and tie looks.
struct MapScene {
  /// What a node looks like.
  struct Node {
    var label: String
    /// Radius of the disc of the same area, in points.
    var radius: Double
    var shape: NodeShape
    var paint: MapPalette.Paint
    /// Index of its group, or −1.
    var group: Int
    /// Larger is named first.
    var priority: Double
    /// Whether a ring is drawn around it.
    var hasHalo = false

    /// Nothing else may come closer to the centre than this.
    var extent: Double { radius * shape.extent + margin }

    /// Distance of the outline straight to the right, left, up or down.
    var side: Double { radius * shape.halfSide + margin }

    /// Room for the outlines: Graphviz draws a second one 4 points outside the first, and a ring is outside them all.
    var margin: Double { (paint.outlines > 1 ? 5 : 1) + (hasHalo ? 4 : 0) }
  }

  var nodes: [Node]
  var ties: [DrawnTie]
  var palette: MapPalette
  /// Largest value of the size measure that is drawn; nil without a measure.
  var largestValue: Double?
  var radii: ClosedRange<Double>
  var hasDirection: Bool
  var ranks: MapInput.Ranks?
  var farTies: MapOptions.FarTies
  /// The weight of the widest line where that of another scene on the same page counts.
  var heaviest: Double?

  init(_ input: MapInput, options: MapOptions) {
    let palette = MapPalette(options.theme)
    let ties = DrawnTie.merged(input)
    let radii = Self.radii(for: input.labels.count)
    let largest = input.size.map { $0.values.reduce(0) { max($0, $1 ?? 0) } }
    let degrees = Self.degrees(ties, nodes: input.labels.count)
    var nodes: [Node] = []
    for actor in input.labels.indices {
      let value = input.size?.values[actor] ?? 0
      let color = input.color.map { Int($0.categories[actor]) } ?? 0
      nodes.append(
        Node(
          label: input.labels[actor],
          radius: Self.radius(value, largest: largest, in: radii),
          shape: Self.shape(of: actor, input.shape),
          paint: palette.paint(input.color == nil || color < 0 ? nil : color),
          group: input.groups.map { Int($0.categories[actor]) } ?? -1,
          priority: input.size == nil ? Double(degrees[actor]) : value,
          hasHalo: input.halos?.isMarked[actor] ?? false
        )
      )
    }
    self.nodes = nodes
    self.ties = ties
    self.palette = palette
    self.radii = radii
    largestValue = largest
    hasDirection = input.relations.contains { $0.isDirected }
    ranks = input.ranks
    farTies = options.farTies
  }

  /// Nodes without a tie on this map; where there are ranks, those without a rank.
  var untied: [Int] {
    if let ranks { return nodes.indices.filter { ranks.rankOf[$0] < 0 } }
    var isTied = [Bool](repeating: false, count: nodes.count)
    for tie in ties {
      isTied[tie.tail] = true
      isTied[tie.head] = true
    }
    return nodes.indices.filter { !isTied[$0] }
  }

  /// Per tie how much of its ink it gets: less where it is long and many others lie below it.
  func inks(centers: [Point]) -> [Double] {
    guard farTies == .faint, ties.count >= Self.manyTies else { return ties.map { _ in 1 } }
    let lengths = ties.map { (centers[$0.tail] - centers[$0.head]).length }
    let usual = lengths.sorted()[lengths.count / 2]
    // Many lines on top of one another make a dark spot of pale ones.
    let crowding = Double(ties.count) / Double(max(nodes.count, 1))
    let ink = min(1, max(0.55, Self.crowded / crowding))
    return zip(ties, lengths).map { tie, length in
      // On ranks the nesting is what is to be seen; it comes first among the relations.
      if ranks != nil { return tie.relation == 0 ? 1 : ink * 0.5 }
      return length > Self.far * usual ? ink * max(0.35, Self.far * usual / length) : ink
    }
  }

  /// Whether ties far apart are paler than the others.
  func fades(centers: [Point]) -> Bool {
    guard ranks == nil else { return false }
    let inks = inks(centers: centers)
    return (inks.min() ?? 1) < (inks.max() ?? 1)
  }

  /// Ties per node beyond which all are paler.
  private static let crowded = 8.0
  /// Ties from which on far ones are paler.
  private static let manyTies = 120
  /// Lengths beyond so many times the usual one are far.
  private static let far = 1.4

  /// Areas grow linearly with the value, from the smallest disc that still shows its colour.
  static func radius(_ value: Double, largest: Double?, in radii: ClosedRange<Double>) -> Double {
    guard let largest else { return (radii.lowerBound * 1.5).rounded() }
    guard largest > 0 else { return radii.lowerBound }
    let smallArea = radii.lowerBound * radii.lowerBound
    let largeArea = radii.upperBound * radii.upperBound
    let share = min(max(value / largest, 0), 1)
    return (smallArea + (largeArea - smallArea) * share).squareRoot()
  }

  private static func shape(of actor: Int, _ division: MapInput.Division?) -> NodeShape {
    guard let division else { return .ellipse }
    let category = Int(division.categories[actor])
    return .shape(category < 0 ? nil : category, of: division.names.count)
  }

  private static func radii(for count: Int) -> ClosedRange<Double> {
    switch count {
    case ...60: 6...22
    case ...150: 5...19
    case ...400: 4...16
    case ...1000: 3...13
    default: 2...10
    }
  }

  private static func degrees(_ ties: [DrawnTie], nodes: Int) -> [Int] {
    var degrees = [Int](repeating: 0, count: nodes)
    for tie in ties {
      degrees[tie.tail] += 1
      degrees[tie.head] += 1
    }
    return degrees
  }
}
