import LearningRegion
import Testing

struct RegionValidatorTests {
  /// A region with something sound in every table, so that mistakes stand among good rows.
  static func sound() -> RegionDraft {
    var draft = Drafts.actors("a", "b", "c")
    draft.waves = [Wave(name: "1"), Wave(name: "2")]
    draft.declaredWaves = 2
    draft.actorTypes = [ActorTypeInfo(name: "museum", sphere: "civil")]
    draft.relation("trust") { $0.scale = 1...5 }
    draft.add("a b 3 1, b a 5 2, a c 0", to: "trust")
    draft.add("a b 120.5", to: "distance")
    draft.arenas.rows = [Arena(id: "forum")]
    draft.participation.rows = [Participation(actor: "a", arena: "forum")]
    var action = JointAction(id: "j1")
    action.participants = ["a", "b"]
    action.breachedBy = ["b"]
    action.arena = "forum"
    draft.jointActions.rows = [action]
    draft.flows.rows = [KnowledgeFlow(source: "a", target: "c")]
    var grown = Innovation(id: "i2")
    grown.sources = ["i1"]
    grown.actor = "b"
    draft.innovations.rows = [Innovation(id: "i1"), grown]
    var adoption = Adoption(actor: "a", practice: "lean")
    adoption.source = .external
    draft.adoptions.rows = [adoption]
    draft.programmes.rows = [Programme(id: "vri")]
    draft.funnel.rows = [FunnelStep(programme: "vri", stage: "invited", order: 1, count: 9)]
    draft.assessments.rows = [Assessment(actor: "a", category: "time", score: 2)]
    draft.probes.rows = [Probe(id: "p1")]
    draft.ratings.rows = [Rating(rater: "a", ratee: "b", dimension: "openness", score: 3)]
    draft.roster.rows = [RosterEntry(respondent: "a", answered: true)]
    return draft
  }

  @Test func soundRegionsPass() throws {
    #expect(Self.sound().issues.isEmpty)
    #expect(RegionDraft().issues.isEmpty)
  }

  @Test(
    arguments: PlantedMistakes.actors + PlantedMistakes.ties + PlantedMistakes.tables
      + PlantedMistakes.references
  )
  func everyMistakeIsNamedWithItsPlace(_ mistake: PlantedMistake) {
    var draft = Self.sound()
    mistake.plant(&draft)
    #expect(draft.issues == [mistake.issue])
  }

  @Test func allMistakesAreReportedAtOnceInTableOrder() {
    var draft = Self.sound()
    let mistakes =
      PlantedMistakes.references + PlantedMistakes.tables + PlantedMistakes.ties
      + PlantedMistakes.actors
    for mistake in mistakes { mistake.plant(&draft) }
    let issues = draft.issues
    #expect(issues.count >= mistakes.count)
    let order = RegionTableName.allCases.map(\.rawValue)
    let places = issues.map { order.firstIndex(of: $0.table.rawValue) ?? -1 }
    #expect(places == places.sorted())
    #expect(Set(places) == Set(order.indices))
  }
}
