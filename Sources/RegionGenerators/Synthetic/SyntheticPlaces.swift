import GraphCore
import LearningRegion

extension SyntheticCast {
  /// Somebody near an organisation that ties by nearness, as a place in ``regulars``: half of the draws stay in its circle, most of the others in its
  /// municipality or a neighbouring one. Of two draws the more outgoing one is taken, so that some are known to many.
  func near(_ place: Int, _ random: inout RandomStream) -> Int {
    let town = members[regulars[place]].place
    let draw = random.next(below: 100)
    let reach: Range<Int>
    if draw < 52 {
      reach = circle(of: place)
    } else if draw < 85 {
      reach = regularsOf[town]
    } else if draw < 98 {
      let other =
        random.next(below: 2) == 0 ? max(0, town - 1) : min(regularsOf.count - 1, town + 1)
      reach = regularsOf[other].isEmpty ? regularsOf[town] : regularsOf[other]
    } else {
      reach = regulars.indices
    }
    let one = reach.lowerBound + random.next(below: reach.count)
    let other = reach.lowerBound + random.next(below: reach.count)
    return Self.outgoing(one) >= Self.outgoing(other) ? one : other
  }

  /// A number that is large for few: fixed for a place, without a pattern along the coast.
  private static func outgoing(_ place: Int) -> UInt64 {
    var mixer = SplitMix64(seed: UInt64(place))
    return mixer.next()
  }

  /// The places of the circle that a place is in.
  func circle(of place: Int) -> Range<Int> {
    let town = regularsOf[members[regulars[place]].place]
    let first = town.lowerBound + (place - town.lowerBound) / Self.circle * Self.circle
    return first..<min(town.upperBound, first + Self.circle)
  }

  /// All circles, in the order of the coast.
  var circles: [Range<Int>] {
    regularsOf.flatMap { town in
      stride(from: town.lowerBound, to: town.upperBound, by: Self.circle).map {
        $0..<min(town.upperBound, $0 + Self.circle)
      }
    }
  }

  /// Whether an actor is an enterprise that ties by nearness.
  func isEnterprise(_ place: Int) -> Bool {
    members[regulars[place]].actor.type == "enterprise"
  }

  /// Enterprises that learn from the star: those of the first places, as far as three in ten of all.
  var followers: [Int] {
    let enterprises = regulars.indices.filter { isEnterprise($0) }.map { regulars[$0] }
    return Array(enterprises.prefix(min(2_000, max(5, recipe.workplaces * 3 / 10))))
  }

  /// Enterprises that the university teaches.
  var taught: [Int] {
    let enterprises = regulars.indices.filter { isEnterprise($0) }.map { regulars[$0] }
    let step = max(1, enterprises.count / max(10, recipe.workplaces / 8))
    return stride(from: 0, to: enterprises.count, by: step).map { enterprises[$0] }
  }
}

/// Where actors are, what they do, need and offer: the columns of the actors that no other file depends on.
struct SyntheticTraits {
  /// Topics that can be learned.
  static let topics = [
    "welding", "sensors", "design", "biology", "logistics", "contracts", "safety", "languages",
    "energy saving", "lean work", "apprenticeships", "digital twins", "recruitment", "export",
    "quality", "broad participation", "maintenance", "data protection",
  ]

  /// Fills the actors in and gives the columns that the model does not know: municipality, nace, membership, inhabitants.
  static func fill(_ cast: inout SyntheticCast, seed: UInt64) -> [AttributeColumn] {
    var random = RandomStream(seed: seed, stream: 2)
    var municipality = AttributeColumn(name: "municipality")
    var sections = AttributeColumn(name: "nace")
    var membership = AttributeColumn(name: "membership")
    let outside = Set(cast.outside)
    for index in cast.members.indices {
      let member = cast[index]
      let isOutside = outside.contains(index)
      let point = position(of: member.place, isOutside: isOutside, &random)
      let topics = wants(&random)
      let isOrganisation = member.workplace == nil
      cast.change(index) { actor in
        if isOrganisation {
          (actor.latitude, actor.longitude) = point
          (actor.needs, actor.offers) = topics
        }
        actor.language = isOutside ? "en" : member.place % 3 == 2 ? "nn" : "nb"
      }
      guard !isOutside else { continue }
      municipality.values[index] = "Municipality \(member.place + 1)"
      if let section = section(of: member.actor) { sections.values[index] = section }
    }
    for (number, index) in cast.enterprises.enumerated() where cast.recipe.owners > 0 {
      membership.values[index] = number < cast.recipe.owners ? "owner" : "user"
    }
    let columns = [municipality, sections, membership, inhabitants(cast)]
    return columns.filter { !$0.values.isEmpty }
  }

  /// Degrees in whole ten-thousandths: towns lie some ten kilometres apart.
  private static func position(
    of town: Int,
    isOutside: Bool,
    _ random: inout RandomStream
  ) -> (Double, Double) {
    let (north, east) = (random.next(below: 500), random.next(below: 900))
    let scale = 10_000.0
    if isOutside {
      return (Double(550_000 + 40 * north) / scale, Double(110_000 + 50 * east) / scale)
    }
    return (
      Double(600_000 + 900 * (town % 80) + north) / scale,
      Double(60_000 + 1_500 * (town % 3) + 6_000 * (town / 80) + east) / scale
    )
  }

  /// Up to two needs and two offers, all different; one in eight has no need, one in eight no offer.
  private static func wants(_ random: inout RandomStream) -> ([String], [String]) {
    var order = topics
    for place in 0..<4 { order.swapAt(place, place + random.next(below: order.count - place)) }
    let needs = [0, 1, 1, 1, 2, 2, 2, 2][random.next(below: 8)]
    let offers = [0, 1, 1, 1, 2, 2, 2, 2][random.next(below: 8)]
    return (Array(order[0..<needs]), Array(order[2..<(2 + offers)]))
  }

  private static let sections = [
    "Boatyard": "C", "Furniture": "C", "Fish": "A", "Engineering": "C", "Shipping": "H",
    "Hospital": "Q", "Building": "F", "Software": "J", "Food": "C", "Power": "D", "Hotel": "I",
    "Wholesaler": "G",
  ]

  /// The section of NACE: of enterprises by their trade, of others by their type.
  private static func section(of actor: Actor) -> String? {
    switch actor.type {
    case "enterprise":
      let word = actor.label?.split(separator: " ").first.map(String.init)
      return word.flatMap { sections[$0] }
    case "university", "school": return "P"
    case "research_institute", "consultant": return "M"
    case "municipality", "regional_authority", "public_agency": return "O"
    case "union", "employer_association", "civil": return "S"
    default: return nil
    }
  }

  /// Inhabitants of the municipalities, which add up; the first third of the coast has more.
  private static func inhabitants(_ cast: SyntheticCast) -> AttributeColumn {
    var column = AttributeColumn(name: "inhabitants")
    let towns = cast.members.indices.filter { cast[$0].actor.type == "municipality" }
    let shares = towns.map { 3 * cast[$0].place < towns.count ? 3 : 1 }
    let sum = shares.reduce(0, +)
    var left = cast.recipe.inhabitants
    for (index, share) in zip(towns, shares).dropFirst() {
      let count = cast.recipe.inhabitants * share / sum
      column.values[index] = String(count)
      left -= count
    }
    if let first = towns.first { column.values[first] = String(left) }
    return column
  }
}
