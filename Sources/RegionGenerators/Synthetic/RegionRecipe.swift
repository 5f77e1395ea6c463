import GraphCore

/// How large a synthetic learning region is and what it has.
///
/// Numbers of organisations, not of people, unless said otherwise. ``init(actors:)`` scales everything with the number of actors; ``RegionPreset`` has
/// recipes at published sizes.
public struct RegionRecipe: Sendable {
  /// What the region is called; every title begins with the word synthetic all the same.
  public var name = "a learning region"
  /// Enterprises.
  public var workplaces: Int
  /// What the enterprises are called, with a number behind; `nil` for trades of the coast.
  public var workplaceLabel: String?
  /// Of the enterprises, how many own the learning network; the others use it.
  public var owners: Int
  /// People employed by the enterprises together.
  public var employees: Int
  /// Enterprises whose people are named one by one, and how many people each.
  public var peopled: (workplaces: Int, people: Int)
  /// Municipalities, in a row along a coast; the last one is an island.
  public var municipalities: Int
  /// Inhabitants of all municipalities.
  public var inhabitants: Int
  /// Research institutes, the broker among them.
  public var institutes = 3
  /// Universities.
  public var universities = 1
  /// Schools.
  public var schools: Int
  /// Unions.
  public var unions = 3
  /// Consultants.
  public var consultants: Int
  /// Voluntary organisations.
  public var voluntary: Int
  /// Public agencies.
  public var agencies: Int
  /// Projects that enterprises are parts of, as networks; 0 for one learning network.
  public var projects = 0
  /// Actors outside the region.
  public var outside: Int
  /// Similar networks outside the region.
  public var similarNetworks = 0
  /// Innovations.
  public var innovations: Int
  /// Stages of the programme, with how many came that far.
  public var funnel: [(stage: String, count: Int)]
  /// Ties of the last wave, about; `nil` for some eight to each actor.
  public var ties: Int?

  /// A region of so many actors, organisations and people together.
  ///
  /// - Throws: ``GeneratorError`` unless 60 ≤ actors ≤ 1 000 000.
  public init(actors: Int) throws(GeneratorError) {
    guard (60...1_000_000).contains(actors) else {
      throw GeneratorError("a synthetic region has from 60 to 1000000 actors")
    }
    let people = max(24, actors / 5)
    peopled = (max(3, people / 8), 8)
    municipalities = max(4, min(60, actors / 60))
    inhabitants = 25 * actors
    schools = max(1, actors / 150)
    institutes = max(3, actors / 400)
    unions = max(2, actors / 200)
    universities = max(1, actors / 1_000)
    consultants = max(1, actors / 200)
    voluntary = max(1, actors / 200)
    agencies = max(1, actors / 400)
    outside = max(4, actors / 25)
    workplaces = 0
    owners = 0
    employees = 0
    innovations = max(12, min(400, actors / 6))
    funnel = []
    workplaces = actors - others
    owners = workplaces / 3
    employees = 40 * workplaces
    funnel = [
      ("invited", workplaces), ("started", workplaces * 2 / 3),
      ("took part to the end", workplaces / 2),
      ("changed something", workplaces / 4),
    ]
  }

  /// Actors that are not enterprises.
  public var others: Int {
    peopled.workplaces * peopled.people + municipalities + schools + institutes + unions
      + universities + consultants + voluntary + agencies + outside + similarNetworks
      + max(1, projects) + Self.single
  }

  /// Actors of which there is one: an employers' association, a regional authority, the office on the island.
  static let single = 3

  /// All actors.
  public var actors: Int { workplaces + others }

  /// Enterprises of the island: enough to be missed, some to leave.
  var islanders: Int { workplaces < Self.fewestForIsland ? 0 : max(4, workplaces / 20) }

  /// Regions of fewer enterprises have no island, and no bottleneck on the way there.
  static let fewestForIsland = 16

  /// Ties of the last wave, about.
  var tiesOfLastWave: Int { ties ?? 8 * actors }

  /// Bytes needed to make the region: the ties while they are drawn, then those of all waves beside everything else.
  public var memory: MemoryEstimate {
    MemoryEstimate(bytes: 1_500 * actors + 500 * tiesOfLastWave)
  }

  /// Says what of a recipe cannot be made.
  func check() throws(GeneratorError) {
    func demand(_ holds: Bool, _ sentence: String) throws(GeneratorError) {
      if !holds { throw GeneratorError(sentence) }
    }
    try demand((4...1_000_000).contains(workplaces), "a synthetic region has from 4 workplaces")
    try demand(actors <= 1_000_000, "a synthetic region has up to 1000000 actors")
    try demand((0...workplaces).contains(owners), "owners are some of the workplaces")
    try demand(employees >= workplaces, "every workplace employs somebody")
    try demand(employees <= 1_000_000_000, "there are not that many employees")
    try demand((2...500).contains(municipalities), "a region has from 2 to 500 municipalities")
    try demand(
      (2...(workplaces - islanders)).contains(peopled.workplaces),
      "people are named at from 2 of the workplaces on the mainland"
    )
    try demand((6...100).contains(peopled.people), "a workplace names from 6 to 100 people")
    try demand(institutes >= 3 && unions >= 1 && universities >= 1, "a sphere is missing")
    if let ties {
      try demand(
        ties >= 4 * actors && ties / 60 <= actors,
        "ties are from 4 to 60 to each actor: here \(4 * actors) to \(60 * actors)"
      )
    }
  }
}
