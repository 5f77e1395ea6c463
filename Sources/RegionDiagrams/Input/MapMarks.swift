extension MapInput {
  /// Actors or ties that stand out, and why.
  public struct Marks: Sendable {
    /// What the legend calls them, as "First brokers".
    public var title: String
    /// Per actor, or per tie of the input, whether it stands out.
    public var isMarked: [Bool]

    /// Marks on some of a row of actors or ties.
    public init(title: String, isMarked: [Bool]) {
      self.title = title
      self.isMarked = isMarked
    }
  }

  /// The nesting of actors in one another: a person in an enterprise, an enterprise in a network.
  ///
  /// Every actor with a rank stands on it; rank 0 is the outermost. A parent stands on a lower number
  /// than its children.
  public struct Ranks: Sendable {
    /// Names of the ranks from the outermost on.
    public var names: [String]
    /// Per actor its rank, −1 for one that has no place in the nesting and stands aside.
    public var rankOf: [Int32]
    /// Per actor the actor it is part of, −1 for none.
    public var parents: [Int32]
    /// What the legend calls the lines from parts to wholes.
    public var title: String

    /// A nesting on `names.count` ranks.
    public init(names: [String], rankOf: [Int32], parents: [Int32], title: String) {
      (self.names, self.rankOf, self.parents, self.title) = (names, rankOf, parents, title)
    }

    /// Actors on the fullest rank.
    var widest: Int {
      var counts = [Int](repeating: 0, count: names.count)
      for rank in rankOf where rank >= 0 { counts[Int(rank)] += 1 }
      return counts.max() ?? 0
    }

    /// Whether the ranks run from left to right, because a row of so many names would be too wide.
    var runsAcross: Bool { widest > 12 }
  }

  /// A coast, a border, a lake: the background of a map with places.
  public struct Outline: Sendable {
    /// What a line encloses.
    public enum Kind: Sendable, Equatable {
      /// Land.
      case area
      /// A hole in the land.
      case hole
      /// Nothing: a road, a river, a border.
      case line
    }

    /// What the points enclose.
    public var kind: Kind
    /// The points in order; an area needs no repeated first point.
    public var points: [Place]

    /// A line through places.
    public init(kind: Kind, points: [Place]) {
      (self.kind, self.points) = (kind, points)
    }
  }
}

extension MapInput {
  /// Throws ``DrawingError/unusableInput(_:)`` where marks, ranks or outlines do not fit the actors and ties.
  func checkMarks() throws(DrawingError) {
    if let halos, halos.isMarked.count != labels.count {
      throw .unusableInput("\(halos.title) is not given for every actor")
    }
    if let tieMarks, tieMarks.isMarked.count != ties.sources.count {
      throw .unusableInput("\(tieMarks.title) is not given for every tie")
    }
    for outline in outline {
      for place in outline.points {
        guard (-90...90).contains(place.latitude), (-180...180).contains(place.longitude) else {
          throw .unusableInput("the outline leaves −90…90 degrees north, −180…180 degrees east")
        }
      }
    }
    guard let ranks else { return }
    guard ranks.rankOf.count == labels.count, ranks.parents.count == labels.count else {
      throw .unusableInput("the ranks are not given for every actor")
    }
    for (actor, parent) in ranks.parents.enumerated() {
      let rank = ranks.rankOf[actor]
      guard rank >= -1, Int(rank) < ranks.names.count else {
        throw .unusableInput("a rank has no name")
      }
      guard parent >= 0 else { continue }
      guard Int(parent) < labels.count, rank > ranks.rankOf[Int(parent)],
        ranks.rankOf[Int(parent)] >= 0
      else { throw .unusableInput("an actor does not stand below what it is part of") }
    }
  }
}
