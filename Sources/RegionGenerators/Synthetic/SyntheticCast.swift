import GraphCore
import LearningRegion

/// Who is in a synthetic region: the actors in the order of the file, where they are and when they came.
struct SyntheticCast {
  /// One actor with what the model of a region has no column for.
  struct Member {
    var actor: Actor
    /// Number of the municipality, from 0; that of the parent for people.
    var place = 0
    /// Number of the wave in which the actor comes in.
    var entry = 0
    /// Index of the enterprise a person or department belongs to.
    var workplace: Int?
  }

  let recipe: RegionRecipe
  private(set) var members: [Member] = []
  /// Enterprises in the order they were made: the star first, those of the island last.
  private(set) var enterprises: [Int] = []
  /// The enterprises whose people are named; nobody of the last one is ever back stage.
  private(set) var peopled: [Int] = []
  /// People of each of ``peopled``: the manager first, then the shop steward, then the others.
  private(set) var people: [[Int]] = []
  /// Departments of each of ``peopled``.
  private(set) var departments: [[Int]] = []
  private(set) var institutes: [Int] = []
  private(set) var universities: [Int] = []
  private(set) var unions: [Int] = []
  private(set) var employers = 0
  private(set) var authority = 0
  /// Learning networks; enterprises are parts of them.
  private(set) var networks: [Int] = []
  private(set) var outside: [Int] = []
  /// The office that alone leads to the island; `nil` without an island.
  private(set) var office: Int?
  private(set) var islanders: [Int] = []
  /// Organisations that make ties by nearness, by municipality; neighbouring places are a circle.
  private(set) var regulars: [Int] = []
  /// Places of each municipality in ``regulars``.
  private(set) var regularsOf: [Range<Int>] = []

  var broker: Int { institutes[0] }
  var university: Int { universities[0] }
  var star: Int { enterprises[0] }

  /// Neighbouring organisations that know each other best.
  static let circle = 10
  /// Names of the waves, with the months (from 2018-01) at whose end they were taken.
  static let waves = [
    (name: "2020", month: 28), (name: "2022", month: 52), (name: "2024", month: 76),
  ]

  init(_ recipe: RegionRecipe, seed: UInt64) {
    self.recipe = recipe
    var random = RandomStream(seed: seed, stream: 1)
    addNetworks()
    addEnterprises(&random)
    addOthers(&random)
    addPeople()
    addOutside()
    arrange()
    for index in members.indices { members[index].actor.waves = waves(from: members[index].entry) }
  }

  private func waves(from entry: Int) -> [String] {
    entry == 0 ? [] : Self.waves[entry...].map(\.name)
  }

  subscript(index: Int) -> Member { members[index] }

  /// The id of an actor.
  func id(_ index: Int) -> String { members[index].actor.id }

  // MARK: Making actors

  private mutating func add(
    _ id: String,
    _ label: String,
    _ type: String,
    place: Int,
    entry: Int
  ) -> Int {
    var actor = Actor(id: id)
    actor.label = label
    actor.type = type
    actor.inside = true
    var member = Member(actor: actor)
    member.place = place
    member.entry = entry
    members.append(member)
    return members.count - 1
  }

  private mutating func addNetworks() {
    if recipe.projects == 0 {
      networks = [add("network", "Learning network", "network", place: 0, entry: 0)]
    }
    for number in 0..<recipe.projects {
      networks.append(
        add("project-\(number + 1)", "Network project \(number + 1)", "network", place: 0, entry: 0)
      )
    }
  }

  /// Trades of the invented coast.
  private static let trades = [
    "Boatyard", "Furniture works", "Fish farm", "Engineering works", "Shipping company",
    "Hospital ward",
    "Building firm", "Software house", "Food factory", "Power company", "Hotel", "Wholesaler",
  ]

  private mutating func addEnterprises(_ random: inout RandomStream) {
    let count = recipe.workplaces
    let mainland = count - recipe.islanders
    // Heavy-tailed sizes that add up: 1 ÷ a number in 0.02 … 1.02, the star the largest.
    let weights = (0..<count).map { $0 == 0 ? 60.0 : 1 / (random.nextUnit() + 0.02) }
    let sum = weights.reduce(0, +)
    let spare = Double(recipe.employees - count)
    var sizes = weights.map { 1 + Int(spare * $0 / sum) }
    sizes[0] += recipe.employees - sizes.reduce(0, +)
    let digits = String(count).utf8.count
    for number in 0..<count {
      let drawn = Self.trades[random.next(below: Self.trades.count)]
      let trade = recipe.workplaceLabel ?? drawn
      let text = String(number + 1)
      let padded = String(repeating: "0", count: digits - text.utf8.count) + text
      let isIsland = number >= mainland
      // Half of the draws fall on the first third of the coast: towns are larger than villages.
      let land = recipe.municipalities - (recipe.islanders > 0 ? 1 : 0)
      let draw = random.next(below: 2) == 0 ? max(1, land / 3) : land
      let place = isIsland ? recipe.municipalities - 1 : random.next(below: draw)
      let isOwner = number < recipe.owners
      let isEarly = number == 0 || (isOwner && random.next(below: 100) < 60)
      let index = add(
        "w\(padded)",
        "\(trade) \(number + 1)",
        "enterprise",
        place: place,
        entry: isEarly || random.next(below: 100) < 12 ? 0 : 1
      )
      members[index].actor.employees = Double(sizes[number])
      members[index].actor.rdStaff = Double(sizes[number] * random.next(below: 8) / 100)
      members[index].actor.higherEducationShare = Double(5 + random.next(below: 46)) / 100
      if recipe.projects > 0 {
        members[index].actor.parent = id(networks[number % networks.count])
      } else if isOwner {
        members[index].actor.parent = id(networks[0])
      }
      enterprises.append(index)
      if isIsland { islanders.append(index) }
    }
  }

  private mutating func addOthers(_ random: inout RandomStream) {
    func town(_ random: inout RandomStream) -> Int {
      random.next(below: max(1, recipe.municipalities - 1))
    }
    for number in 1...recipe.institutes {
      let label = "Research institute \(number)"
      let entry = number == 1 ? 0 : 1
      institutes.append(
        add("institute-\(number)", label, "research_institute", place: 0, entry: entry)
      )
    }
    for number in 1...recipe.universities {
      let label = "University \(number)"
      universities.append(add("university-\(number)", label, "university", place: 0, entry: 1))
    }
    for number in 1...recipe.unions {
      unions.append(add("union-\(number)", "Union \(number)", "union", place: 0, entry: 0))
    }
    employers = add(
      "employers",
      "Employers' association",
      "employer_association",
      place: 0,
      entry: 0
    )
    authority = add("authority", "Regional authority", "regional_authority", place: 0, entry: 2)
    let kinds = [
      ("school", "School", "school", recipe.schools, 1),
      ("consultant", "Consultant", "consultant", recipe.consultants, 1),
      ("voluntary", "Voluntary organisation", "civil", recipe.voluntary, 1),
      ("agency", "Public agency", "public_agency", recipe.agencies, 2),
    ]
    for (id, label, type, count, entry) in kinds {
      for number in 0..<count {
        let place = town(&random)
        _ = add("\(id)-\(number + 1)", "\(label) \(number + 1)", type, place: place, entry: entry)
      }
    }
    for number in 0..<recipe.municipalities {
      _ = add(
        "municipality-\(number + 1)",
        "Municipality \(number + 1)",
        "municipality",
        place: number,
        entry: 2
      )
    }
    if recipe.islanders > 0 {
      office = add(
        "island-office",
        "Island learning office",
        "consultant",
        place: recipe.municipalities - 1,
        entry: 0
      )
    }
  }

  private mutating func addPeople() {
    var number = 0
    let mainland = enterprises.count - islanders.count
    // The last enterprises of the mainland, so that the star is not among them where there are others.
    peopled = Array(enterprises[(mainland - recipe.peopled.workplaces)..<mainland])
    for workplace in peopled {
      var rooms: [Int] = []
      if recipe.peopled.people >= 10 {
        for room in 1...2 {
          let id = "\(self.id(workplace))-d\(room)"
          rooms.append(
            addBelow(workplace, id, "Department \(room)", "department", parent: workplace)
          )
        }
      }
      departments.append(rooms)
      var staff: [Int] = []
      for place in 0..<recipe.peopled.people {
        number += 1
        let parent = rooms.isEmpty ? workplace : rooms[place % rooms.count]
        let person = addBelow(workplace, "p\(number)", "Person \(number)", "person", parent: parent)
        members[person].actor.level = place == 0 ? "manager" : place == 1 ? "union_rep" : "employee"
        staff.append(person)
      }
      people.append(staff)
    }
  }

  private mutating func addBelow(
    _ workplace: Int,
    _ id: String,
    _ label: String,
    _ type: String,
    parent: Int
  ) -> Int {
    let home = members[workplace]
    let index = add(id, label, type, place: home.place, entry: max(1, home.entry))
    members[index].actor.parent = self.id(parent)
    members[index].workplace = workplace
    return index
  }

  private mutating func addOutside() {
    let types = ["enterprise", "research_institute", "university", "consultant"]
    for number in 0..<recipe.outside {
      let type = types[number % types.count]
      let label = "Outside actor \(number + 1)"
      outside.append(add("outside-\(number + 1)", label, type, place: 0, entry: 1))
    }
    for number in 0..<recipe.similarNetworks {
      let label = "Similar network \(number + 1)"
      outside.append(add("similar-\(number + 1)", label, "network", place: 0, entry: 2))
    }
    for index in outside { members[index].actor.inside = false }
  }

  /// Who ties by nearness, in the order of the coast: everybody but people, those with a part of their own, and the island.
  private mutating func arrange() {
    var special = Set(institutes + universities + networks + outside + islanders)
    special.insert(star)
    if let office { special.insert(office) }
    var byPlace = [[Int]](repeating: [], count: recipe.municipalities)
    for (index, member) in members.enumerated()
    where member.workplace == nil && !special.contains(index) {
      byPlace[member.place].append(index)
    }
    for group in byPlace {
      regularsOf.append(regulars.count..<(regulars.count + group.count))
      regulars += group
    }
  }

  // MARK: What others fill in

  /// Changes one actor.
  mutating func change(_ index: Int, _ change: (inout Actor) -> Void) {
    change(&members[index].actor)
  }
}
