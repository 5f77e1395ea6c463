/// The same actors in one round of data collection after another.
public struct WaveSeries: Sendable {
  /// One round.
  public struct Wave: Sendable {
    /// What it is called.
    public var name: String
    /// Its ties.
    public var ties: MapInput.Ties
    /// Per actor whether it belongs to the round.
    public var isPresent: [Bool]
    /// Per actor the value that its area shows, or empty.
    public var sizes: [Double?]

    /// A round with as many entries per actor as the series has actors.
    public init(name: String, ties: MapInput.Ties, isPresent: [Bool], sizes: [Double?]) {
      (self.name, self.ties, self.isPresent, self.sizes) = (name, ties, isPresent, sizes)
    }
  }

  /// Who, and how they look; its ties and sizes are not read.
  public var actors: MapInput
  /// The rounds in their order.
  public var waves: [Wave]

  /// A series of rounds.
  public init(actors: MapInput, waves: [Wave]) {
    (self.actors, self.waves) = (actors, waves)
  }

  /// Throws where arrays do not fit together.
  func check() throws(DrawingError) {
    guard waves.count > 1 else {
      throw .missing(
        "there is one wave only",
        advice: "leave --kind waves out, or give the ties a column wave"
      )
    }
    for wave in waves {
      guard wave.isPresent.count == actors.labels.count,
        wave.sizes.isEmpty || wave.sizes.count == actors.labels.count
      else { throw .unusableInput("the wave \(wave.name) does not tell of every actor") }
      try map(of: wave).check()
    }
  }

  /// One round as a map of its own; marks are the ties that the round before had not.
  func map(of wave: Wave, after last: Wave? = nil, newTies: String = "") -> MapInput {
    var map = actors
    map.ties = wave.ties
    map.tieMarks = nil
    if let title = actors.size?.title, !wave.sizes.isEmpty {
      map.size = .init(title: title, values: wave.sizes)
    } else {
      map.size = nil
    }
    guard let last else { return map }
    struct Line: Hashable { let source, target, relation: Int32 }
    func line(_ ties: MapInput.Ties, _ tie: Int) -> Line {
      let (a, b) = (ties.sources[tie], ties.targets[tie])
      let relation = ties.relations[tie]
      guard !actors.relations[Int(relation)].isDirected else {
        return Line(source: a, target: b, relation: relation)
      }
      return Line(source: min(a, b), target: max(a, b), relation: relation)
    }
    let known = Set(last.ties.sources.indices.map { line(last.ties, $0) })
    map.tieMarks = .init(
      title: newTies,
      isMarked: wave.ties.sources.indices.map { !known.contains(line(wave.ties, $0)) }
    )
    return map
  }

  /// All rounds on top of each other: every tie of any, every actor at its largest.
  var union: MapInput {
    var map = actors
    var ties = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    var largest = [Double?](repeating: nil, count: actors.labels.count)
    for wave in waves {
      ties.sources += wave.ties.sources
      ties.targets += wave.ties.targets
      ties.weights += wave.ties.weights
      ties.relations += wave.ties.relations
      for (actor, value) in wave.sizes.enumerated() {
        if let value { largest[actor] = max(largest[actor] ?? value, value) }
      }
    }
    map.ties = ties
    map.tieMarks = nil
    map.size = actors.size.map { .init(title: $0.title, values: largest) }
    return map
  }

  /// The series without actors that have no tie in any round.
  func tiedOnly() -> (series: WaveSeries, leftOut: Int) {
    var isTied = [Bool](repeating: false, count: actors.labels.count)
    for wave in waves {
      for (a, b) in zip(wave.ties.sources, wave.ties.targets) where a != b {
        isTied[Int(a)] = true
        isTied[Int(b)] = true
      }
    }
    let kept = isTied.indices.filter { isTied[$0] }
    var number = [Int32](repeating: 0, count: isTied.count)
    for (new, old) in kept.enumerated() { number[old] = Int32(new) }
    func part(_ division: MapInput.Division?) -> MapInput.Division? {
      guard var division else { return nil }
      division.categories = kept.map { division.categories[$0] }
      return division
    }
    var series = self
    series.actors.labels = kept.map { actors.labels[$0] }
    series.actors.color = part(actors.color)
    series.actors.shape = part(actors.shape)
    series.actors.groups = part(actors.groups)
    series.actors.halos = nil
    series.actors.places = actors.places.isEmpty ? [] : kept.map { actors.places[$0] }
    if let values = actors.size?.values {
      series.actors.size?.values = kept.map { values[$0] }
    }
    for (index, wave) in waves.enumerated() {
      // A loop may be of somebody else.
      let lines = wave.ties.sources.indices.filter {
        isTied[Int(wave.ties.sources[$0])] && isTied[Int(wave.ties.targets[$0])]
      }
      series.waves[index] = Wave(
        name: wave.name,
        ties: .init(
          sources: lines.map { number[Int(wave.ties.sources[$0])] },
          targets: lines.map { number[Int(wave.ties.targets[$0])] },
          weights: lines.map { wave.ties.weights[$0] },
          relations: lines.map { wave.ties.relations[$0] }
        ),
        isPresent: kept.map { wave.isPresent[$0] },
        sizes: wave.sizes.isEmpty ? [] : kept.map { wave.sizes[$0] }
      )
    }
    return (series, isTied.count - kept.count)
  }
}
