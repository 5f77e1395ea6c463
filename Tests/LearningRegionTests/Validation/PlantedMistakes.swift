import GraphCore
import LearningRegion

/// One planted mistake, and the one issue it has to give.
struct PlantedMistake: Sendable, CustomStringConvertible {
  let description: String
  let issue: RegionIssue
  let plant: @Sendable (inout RegionDraft) -> Void

  init(
    _ description: String,
    _ table: RegionTableName,
    _ row: Int?,
    _ column: String,
    _ kind: RegionIssue.Kind,
    _ plant: @escaping @Sendable (inout RegionDraft) -> Void
  ) {
    self.description = description
    self.issue = RegionIssue(table, row: row, column: column, kind)
    self.plant = plant
  }
}

/// Mistakes to plant into the sound region of ``RegionValidatorTests``, by what they are about.
enum PlantedMistakes {
  static func day(_ text: String) -> Day { Day(text)! }

  static let actors: [PlantedMistake] = [
    .init("repeated id", .actors, 3, "id", .duplicate(id: "b", firstRow: 1)) {
      $0.actors.append(Actor(id: "b"))
    },
    .init("empty id", .actors, 3, "id", .empty) { $0.actors.append(Actor(id: "")) },
    .init("unknown sphere", .actors, 3, "sphere", .unknown(what: .sphere, name: "church")) {
      $0.actors.append(Drafts.actor("d") { $0.sphere = "church" })
    },
    .init("unknown parent", .actors, 3, "parent", .unknown(what: .actor, name: "x")) {
      $0.actors.append(Drafts.actor("d") { $0.parent = "x" })
    },
    .init("its own parent", .actors, 3, "parent", .cycle(["d", "d"])) {
      $0.actors.append(Drafts.actor("d") { $0.parent = "d" })
    },
    .init("circle of parents", .actors, 5, "parent", .cycle(["d", "e", "f", "d"])) {
      $0.actors.append(Drafts.actor("d") { $0.parent = "e" })
      $0.actors.append(Drafts.actor("e") { $0.parent = "f" })
      $0.actors.append(Drafts.actor("f") { $0.parent = "d" })
    },
    .init(
      "fewer than no employees",
      .actors,
      3,
      "employees",
      .outOfRange(value: -1, low: 0, high: .infinity)
    ) { $0.actors.append(Drafts.actor("d") { $0.employees = -1 }) },
    .init(
      "fewer than no researchers",
      .actors,
      3,
      "rd_staff",
      .outOfRange(value: -0.5, low: 0, high: .infinity)
    ) { $0.actors.append(Drafts.actor("d") { $0.rdStaff = -0.5 }) },
    .init(
      "a share above one",
      .actors,
      3,
      "higher_education_share",
      .outOfRange(value: 35, low: 0, high: 1)
    ) { $0.actors.append(Drafts.actor("d") { $0.higherEducationShare = 35 }) },
    .init("beyond the pole", .actors, 3, "lat", .outOfRange(value: 90.5, low: -90, high: 90)) {
      $0.actors.append(Drafts.actor("d") { $0.latitude = 90.5 })
    },
    .init("round the world", .actors, 3, "lon", .outOfRange(value: -181, low: -180, high: 180)) {
      $0.actors.append(Drafts.actor("d") { $0.longitude = -181 })
    },
    .init("unknown wave", .actors, 3, "waves", .unknown(what: .wave, name: "3")) {
      $0.actors.append(Drafts.actor("d") { $0.waves = ["1", "3"] })
    },
    .init(
      "unknown sphere of a type",
      .region,
      nil,
      "actor_types",
      .unknown(what: .sphere, name: "x")
    ) {
      $0.actorTypes.append(ActorTypeInfo(name: "choir", sphere: "x"))
    },
    .init("wave declared twice", .region, nil, "waves", .duplicate(id: "1", firstRow: 0)) {
      $0.waves.append(Wave(name: "1"))
      $0.declaredWaves = 3
    },
    .init("relation twice", .region, nil, "relations", .duplicate(id: "trust", firstRow: 0)) {
      $0.relations.append(Relation(name: "trust"))
    },
    .init("relation without a name", .region, nil, "relations", .empty) {
      $0.relations.append(Relation(name: ""))
    },
  ]

  static let ties: [PlantedMistake] = [
    .init("unknown source", .ties, 4, "source", .unknown(what: .actor, name: "x")) {
      $0.appendTie(from: "x", to: "a")
    },
    .init("unknown target", .ties, 4, "target", .unknown(what: .actor, name: "y")) {
      $0.appendTie(from: "a", to: "y")
    },
    .init("below the scale", .ties, 4, "weight", .outOfRange(value: 0.5, low: 0, high: 5)) {
      $0.add("a b 0.5", to: "trust")
    },
    .init("above the scale", .ties, 4, "weight", .outOfRange(value: 6, low: 0, high: 5)) {
      $0.add("a b 6", to: "trust")
    },
    .init(
      "below a scale that starts below nothing",
      .ties,
      4,
      "weight",
      .outOfRange(value: -3, low: -2, high: 2)
    ) {
      $0.relation("liking") { $0.scale = -2...2 }
      $0.add("a b -3, a c -2", to: "liking")
    },
    .init(
      "a length below nothing",
      .ties,
      4,
      "weight",
      .outOfRange(value: -1, low: 0, high: ArcList.largestStrength)
    ) { $0.add("b c -1", to: "distance") },
    .init(
      "a weight that sums cannot hold",
      .ties,
      4,
      "weight",
      .outOfRange(value: 1e300, low: -ArcList.largestStrength, high: ArcList.largestStrength)
    ) { $0.add("b c 1e300", to: "advice") },
    .init("a wave not declared", .ties, 4, "wave", .unknown(what: .wave, name: "3")) {
      $0.add("b c 1 3", to: "trust")
    },
    .init(
      "a tie that ends before it starts",
      .ties,
      4,
      "end",
      .endBeforeStart(start: day("2020-06"), end: day("2020-05-31"))
    ) {
      var tie = Tie(source: 0, target: 1)
      tie.start = day("2020-06")
      tie.end = day("2020-05-31")
      $0.ties.append(tie)
    },
  ]
}
