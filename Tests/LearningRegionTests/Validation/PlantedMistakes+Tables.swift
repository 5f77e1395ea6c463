import LearningRegion

extension PlantedMistakes {
  static let tables: [PlantedMistake] = [
    .init("arena twice", .arenas, 1, "id", .duplicate(id: "forum", firstRow: 0)) {
      $0.arenas.rows.append(Arena(id: "forum"))
    },
    .init("arena without id", .arenas, 1, "id", .empty) { $0.arenas.rows.append(Arena(id: "")) },
    .init(
      "arena that closes before it opens",
      .arenas,
      1,
      "end",
      .endBeforeStart(start: day("2020"), end: day("2019"))
    ) {
      var arena = Arena(id: "board")
      arena.start = day("2020")
      arena.end = day("2019")
      $0.arenas.rows.append(arena)
    },
    .init(
      "fewer than no turns",
      .participation,
      1,
      "turns",
      .outOfRange(value: -1, low: 0, high: .infinity)
    ) {
      var entry = Participation(actor: "a", arena: "forum")
      entry.turns = -1
      $0.participation.rows.append(entry)
    },
    .init("action twice", .jointActions, 1, "id", .duplicate(id: "j1", firstRow: 0)) {
      $0.jointActions.rows.append(JointAction(id: "j1"))
    },
    .init("a breach from outside", .jointActions, 1, "breached_by", .notAmongParticipants("c")) {
      var action = JointAction(id: "j2")
      action.participants = ["a", "b"]
      action.breachedBy = ["c"]
      $0.jointActions.rows.append(action)
    },
    .init(
      "less than nothing flows",
      .flows,
      1,
      "amount",
      .outOfRange(value: -4, low: 0, high: .infinity)
    ) {
      var flow = KnowledgeFlow(source: "a", target: "b")
      flow.amount = -4
      $0.flows.rows.append(flow)
    },
    .init("innovation twice", .innovations, 2, "id", .duplicate(id: "i1", firstRow: 0)) {
      $0.innovations.rows.append(Innovation(id: "i1"))
    },
    .init("circle of innovations", .innovations, 1, "sources", .cycle(["i1", "i2", "i1"])) {
      $0.innovations.rows[0].sources = ["i2"]
    },
    .init("adopted nothing", .adoptions, 1, "practice", .empty) {
      $0.adoptions.rows.append(Adoption(actor: "a", practice: ""))
    },
    .init("probe twice", .probes, 1, "id", .duplicate(id: "p1", firstRow: 0)) {
      $0.probes.rows.append(Probe(id: "p1"))
    },
    .init("programme twice", .programmes, 1, "id", .duplicate(id: "vri", firstRow: 0)) {
      $0.programmes.rows.append(Programme(id: "vri"))
    },
    .init(
      "programme that ends before it starts",
      .programmes,
      1,
      "end",
      .endBeforeStart(start: day("2020-02"), end: day("2020-01"))
    ) {
      var programme = Programme(id: "p")
      programme.start = day("2020-02")
      programme.end = day("2020-01")
      $0.programmes.rows.append(programme)
    },
    .init("stage without a name", .funnel, 1, "stage", .empty) {
      $0.funnel.rows.append(FunnelStep(programme: "vri", stage: "", order: 2, count: nil))
    },
    .init(
      "stage before the first",
      .funnel,
      1,
      "order",
      .outOfRange(value: 0, low: 1, high: .infinity)
    ) {
      $0.funnel.rows.append(FunnelStep(programme: "vri", stage: "s", order: 0, count: nil))
    },
    .init(
      "fewer than none left",
      .funnel,
      1,
      "count",
      .outOfRange(value: -2, low: 0, high: .infinity)
    ) {
      $0.funnel.rows.append(FunnelStep(programme: "vri", stage: "s", order: 2, count: -2))
    },
    .init("two stages in one place", .funnel, 1, "order", .repeats(firstRow: 0)) {
      $0.funnel.rows.append(FunnelStep(programme: "vri", stage: "s", order: 1, count: 3))
    },
    .init(
      "score off the scale",
      .assessments,
      1,
      "score",
      .outOfRange(value: 2.5, low: -2, high: 2)
    ) {
      $0.assessments.rows.append(Assessment(actor: "a", category: "time", score: 2.5))
    },
    .init("asked twice", .roster, 1, "respondent", .repeats(firstRow: 0)) {
      $0.roster.rows.append(RosterEntry(respondent: "a", answered: false))
    },
  ]

  static let references: [PlantedMistake] = [
    unknownActor(.participation, "actor") {
      $0.participation.rows.append(Participation(actor: "x", arena: "forum"))
    },
    .init("unknown arena", .participation, 1, "arena", .unknown(what: .arena, name: "x")) {
      $0.participation.rows.append(Participation(actor: "a", arena: "x"))
    },
    unknownActor(.jointActions, "participants") {
      var action = JointAction(id: "j2")
      action.participants = ["a", "x"]
      $0.jointActions.rows.append(action)
    },
    unknownActor(.jointActions, "breached_by") {
      var action = JointAction(id: "j2")
      action.breachedBy = ["x"]
      $0.jointActions.rows.append(action)
    },
    .init(
      "unknown arena of an action",
      .jointActions,
      1,
      "arena",
      .unknown(what: .arena, name: "x")
    ) {
      var action = JointAction(id: "j2")
      action.arena = "x"
      $0.jointActions.rows.append(action)
    },
    unknownActor(.flows, "source") {
      $0.flows.rows.append(KnowledgeFlow(source: "x", target: "a"))
    },
    unknownActor(.flows, "target") {
      $0.flows.rows.append(KnowledgeFlow(source: "a", target: "x"))
    },
    unknownActor(.innovations, "actor", row: 2) {
      var innovation = Innovation(id: "i3")
      innovation.actor = "x"
      $0.innovations.rows.append(innovation)
    },
    .init("unknown source", .innovations, 2, "sources", .unknown(what: .innovation, name: "x")) {
      var innovation = Innovation(id: "i3")
      innovation.sources = ["i1", "x"]
      $0.innovations.rows.append(innovation)
    },
    unknownActor(.adoptions, "actor") {
      $0.adoptions.rows.append(Adoption(actor: "x", practice: "lean"))
    },
    unknownActor(.adoptions, "source") {
      var adoption = Adoption(actor: "b", practice: "lean")
      adoption.source = AdoptionSource("x")
      $0.adoptions.rows.append(adoption)
    },
    unknownActor(.probes, "actor") {
      var probe = Probe(id: "p2")
      probe.actor = "x"
      $0.probes.rows.append(probe)
    },
    unknownActor(.programmes, "participants") {
      var programme = Programme(id: "q")
      programme.participants = ["x"]
      $0.programmes.rows.append(programme)
    },
    .init("unknown programme", .funnel, 1, "programme", .unknown(what: .programme, name: "x")) {
      $0.funnel.rows.append(FunnelStep(programme: "x", stage: "s", order: 1, count: nil))
    },
    unknownActor(.assessments, "actor") {
      $0.assessments.rows.append(Assessment(actor: "x", category: "time", score: nil))
    },
    unknownActor(.ratings, "rater") {
      $0.ratings.rows.append(Rating(rater: "x", ratee: "a", dimension: "power", score: nil))
    },
    unknownActor(.ratings, "ratee") {
      $0.ratings.rows.append(Rating(rater: "a", ratee: "x", dimension: "power", score: nil))
    },
    .init("unknown wave of a rating", .ratings, 1, "wave", .unknown(what: .wave, name: "3")) {
      var rating = Rating(rater: "a", ratee: "b", dimension: "power", score: nil)
      rating.wave = "3"
      $0.ratings.rows.append(rating)
    },
    unknownActor(.roster, "respondent") {
      $0.roster.rows.append(RosterEntry(respondent: "x", answered: true))
    },
    .init("unknown relation", .roster, 1, "relation", .unknown(what: .relation, name: "x")) {
      var entry = RosterEntry(respondent: "b", answered: true)
      entry.relation = "x"
      $0.roster.rows.append(entry)
    },
    .init("unknown wave of an entry", .roster, 1, "wave", .unknown(what: .wave, name: "3")) {
      var entry = RosterEntry(respondent: "b", answered: true)
      entry.wave = "3"
      $0.roster.rows.append(entry)
    },
  ]

  private static func unknownActor(
    _ table: RegionTableName,
    _ column: String,
    row: Int = 1,
    _ plant: @escaping @Sendable (inout RegionDraft) -> Void
  ) -> PlantedMistake {
    PlantedMistake(
      "\(table): unknown \(column)",
      table,
      row,
      column,
      .unknown(what: .actor, name: "x"),
      plant
    )
  }
}
