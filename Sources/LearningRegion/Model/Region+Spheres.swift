extension Region {
  /// The sphere of every actor: as given, as declared for its type, or as it follows from its type. `nil` where nothing tells. O(actors).
  ///
  /// A person or department takes the sphere of what it is part of, and is of work life where that tells nothing. Actors
  /// whose type is missing or not known take their parent's as well. Networks have no sphere but one that is given; what is part of
  /// a network looks beyond it.
  public func spheres() -> [Sphere?] {
    let actors = self.actors
    let own = ownSpheres(actors)
    let parents = parentIndices()
    // For every actor met so far, the sphere that settles it or the nearest ancestor that has one.
    var settled = [Sphere?](repeating: nil, count: actors.count)
    var isKnown = [Bool](repeating: false, count: actors.count)
    var path: [Int] = []
    for row in 0..<actors.count {
      // Up to the first actor that is known, then down again: every actor is climbed past once.
      var sphere: Sphere?
      var next = row
      while true {
        if isKnown[next] {
          sphere = settled[next]
          break
        }
        path.append(next)
        guard parents[next] >= 0, !own[next].settles else { break }
        next = Int(parents[next])
      }
      while let last = path.popLast() {
        if own[last].settles { sphere = own[last].sphere }
        settled[last] = sphere
        isKnown[last] = true
      }
    }
    return (0..<actors.count).map { row in
      if own[row].settles || actors.type(of: row) == "network" { return own[row].sphere }
      return settled[row] ?? own[row].sphere
    }
  }

  /// What an actor says of its own sphere, and whether that stands against what it is part of.
  private struct OwnSphere {
    let sphere: Sphere?
    let settles: Bool
  }

  private func ownSpheres(_ actors: ActorTable) -> [OwnSphere] {
    let declared = Dictionary(
      self.actorTypes.compactMap { info in
        info.sphere.flatMap(Sphere.init(rawValue:)).map { (info.name, $0) }
      },
      uniquingKeysWith: { first, _ in first }
    )
    return (0..<actors.count).map { row in
      let type = actors.types[row]
      let given =
        actors.spheres[row].flatMap(Sphere.init(rawValue:)) ?? type.flatMap { declared[$0] }
      if let given { return OwnSphere(sphere: given, settles: true) }
      let implied = type.flatMap(Sphere.init(actorType:))
      let asksParent = type == "person" || type == "department"
      return OwnSphere(sphere: implied, settles: implied != nil && !asksParent)
    }
  }
}
