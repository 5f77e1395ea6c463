import GraphCore
import LearningRegion

/// What is new in a synthetic region: innovations that grow out of each other, practices that spread, probes.
struct SyntheticNovelties {
  private(set) var innovations: [Innovation] = []
  private(set) var adoptions: [Adoption] = []
  private(set) var probes: [Probe] = []
  /// Practices of each actor, by index, in the order they were taken up.
  private(set) var practices: [Int: [String]] = [:]
  private let cast: SyntheticCast
  private var random: RandomStream

  private static let names = [
    "lean boards", "job rotation", "buddy scheme", "shared workshop", "search conference",
    "energy rounds", "apprentice ring", "open accounts", "morning circle", "safety walk",
  ]
  /// More adoptions are not written down.
  private static let mostAdoptions = 5_000

  init(_ cast: SyntheticCast, seed: UInt64) {
    self.cast = cast
    random = RandomStream(seed: seed, stream: 7)
    innovate()
    adopt()
    probe()
  }

  private var lastMonth: Int { SyntheticCast.waves[SyntheticCast.waves.count - 1].month }

  /// Somebody who tries things: an enterprise whose people are named, or any organisation on the mainland.
  private mutating func innovator() -> Int {
    random.next(below: 3) == 0
      ? cast.peopled[random.next(below: cast.peopled.count)]
      : cast.regulars[random.next(below: cast.regulars.count)]
  }

  /// Most grow out of one or two earlier ones of the last dozen; what is radical always does.
  private mutating func innovate() {
    let count = cast.recipe.innovations
    let isClosed = cast.recipe.workplaces < RegionRecipe.fewestForIsland
    for number in 0..<count {
      var row = Innovation(id: "i\(number + 1)")
      row.label = "Innovation \(number + 1)"
      let actor = isClosed ? cast.peopled[number % cast.peopled.count] : innovator()
      row.actor = cast.id(actor)
      row.date = Month.day(30 + number * (lastMonth - 30) / count)
      let isRadical = number > 2 && random.next(below: 5) == 0
      row.kind = isRadical ? .radical : .incremental
      row.status = [.tried, .adopted, .adopted, .adopted, .failed][random.next(below: 5)]
      let roots = isRadical ? 1 + random.next(below: 2) : random.next(below: 3)
      var sources: [Int] = []
      for _ in 0..<min(roots, number) {
        let source = number - 1 - random.next(below: min(12, number))
        if !sources.contains(source) { sources.append(source) }
      }
      row.sources = sources.sorted().map { "i\($0 + 1)" }
      innovations.append(row)
    }
  }

  /// Each practice comes in from outside twice and then goes from neighbour to neighbour.
  private mutating func adopt() {
    var adopters = [[Int]](repeating: [], count: Self.names.count)
    func first(_ actor: Int) -> Int {
      let entry = cast[actor].entry
      return entry == 0 ? 0 : SyntheticCast.waves[entry - 1].month + 1
    }
    for (number, name) in Self.names.enumerated() {
      for _ in 0..<2 {
        let place = random.next(below: cast.regulars.count)
        guard !adopters[number].contains(place) else { continue }
        adopters[number].append(place)
        add(cast.regulars[place], name, .external, month: first(cast.regulars[place]) + number)
      }
    }
    let steps = min(Self.mostAdoptions, cast.regulars.count * 3 / 2)
    var known = adopters.map { Set($0) }
    for step in 0..<steps {
      let number = random.next(below: Self.names.count)
      let from = adopters[number][random.next(below: adopters[number].count)]
      let to = cast.near(from, &random)
      guard known[number].insert(to).inserted else { continue }
      adopters[number].append(to)
      let month = max(first(cast.regulars[to]), 12 + step * (lastMonth - 12) / steps)
      let source = AdoptionSource.actor(cast.id(cast.regulars[from]))
      add(cast.regulars[to], Self.names[number], source, month: min(lastMonth, month))
    }
  }

  private mutating func add(_ actor: Int, _ practice: String, _ source: AdoptionSource, month: Int)
  {
    var row = Adoption(actor: cast.id(actor), practice: practice)
    row.source = source
    row.date = Month.day(month)
    adoptions.append(row)
    practices[actor, default: []].append(practice)
  }

  /// More than half fail.
  private mutating func probe() {
    let outcomes: [ProbeOutcome] = [
      .failed, .failed, .failed, .amplified, .failed, .dampened, .failed, .open, .failed,
      .amplified,
    ]
    for number in 0..<max(10, min(60, cast.regulars.count / 5)) {
      var row = Probe(id: "t\(number + 1)")
      row.label = "Trial \(number + 1)"
      row.actor = cast.id(innovator())
      row.date = Month.day(40 + number % 36)
      row.outcome = outcomes[number % outcomes.count]
      probes.append(row)
    }
  }
}
