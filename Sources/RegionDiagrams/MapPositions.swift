/// Where the actors of a map stand, for those who draw it themselves.
public struct MapPositions: Sendable, Equatable {
  /// One actor.
  public struct Node: Sendable, Equatable {
    /// To the right, in points.
    public var x: Double
    /// Downwards, in points.
    public var y: Double
    /// Radius of a disc of the area that the size measure asks for, in points.
    public var radius: Double
    /// Whether the actor has no tie on this map and stands below it.
    public var isAside: Bool

    /// An actor at a place.
    public init(x: Double, y: Double, radius: Double, isAside: Bool) {
      (self.x, self.y, self.radius, self.isAside) = (x, y, radius, isAside)
    }
  }

  /// Per actor its place, in the order of ``MapInput/labels``.
  public var nodes: [Node]
  /// Who found the positions.
  public var engine: MapOptions.Engine

  /// Positions found by `engine`.
  public init(nodes: [Node], engine: MapOptions.Engine) {
    (self.nodes, self.engine) = (nodes, engine)
  }
}

extension DiagramRenderer {
  /// Finds the places that ``draw(_:options:format:isCancelled:)`` would give to the actors, without drawing them.
  ///
  /// The level is always that of actors. Same input, options and program, same positions.
  ///
  /// - Throws: ``DrawingError``; with more than 5 000 actors ``DrawingError/tooManyActors(_:limit:)``.
  public func positions(
    _ input: MapInput,
    options: MapOptions = MapOptions(),
    isCancelled: () -> Bool = { false }
  ) throws(DrawingError) -> MapPositions {
    var options = options
    options.level = .actors
    return try withoutActuallyEscaping(isCancelled) { isCancelled throws(DrawingError) in
      let watch = DrawingWatch(seconds: deadline, isCancelled: isCancelled)
      let map = try compose(input, options: options, watch: watch)
      let scene = map.page.scene
      var isAside = [Bool](repeating: false, count: scene.nodes.count)
      for node in scene.untied { isAside[node] = true }
      let nodes = zip(scene.nodes, map.page.arrangement.centers).enumerated().map { index, pair in
        let (node, center) = pair
        return MapPositions.Node(
          x: Self.rounded(center.x),
          y: Self.rounded(-center.y),
          radius: Self.rounded(node.radius),
          isAside: isAside[index]
        )
      }
      return MapPositions(nodes: nodes, engine: map.engine)
    }
  }

  private static func rounded(_ value: Double) -> Double {
    let value = (value * 10).rounded() / 10
    return value == 0 ? 0 : value
  }
}
