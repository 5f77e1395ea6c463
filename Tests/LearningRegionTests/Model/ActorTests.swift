import LearningRegion
import Testing

struct ActorTests {
  /// An actor with a value in every field.
  private let full = Drafts.actor("n1") {
    $0.label = "Sjøbris"
    $0.type = "enterprise"
    $0.sphere = "civil"
    $0.parent = "group"
    $0.level = "manager"
    $0.inside = false
    $0.employees = 120
    $0.rdStaff = 3.5
    $0.higherEducationShare = 0.4
    $0.latitude = 62.4
    $0.longitude = 6.1
    $0.language = "nb"
    $0.needs = ["drying"]
    $0.offers = ["welding", "salting"]
    $0.practices = ["lean"]
    $0.waves = ["2019", "2021"]
  }

  @Test func whatGoesInComesOut() {
    var table = ActorTable()
    let actors = [Actor(id: "n0"), full, Actor(id: "n2"), full]
    for actor in actors { table.append(actor) }
    #expect((0..<4).map { table[$0] } == actors)
    #expect(table.count == 4)
    #expect(table.index(of: "n1") == 1)
    #expect(table.label(of: 0) == "n0")
    #expect(table.label(of: 1) == "Sjøbris")
    #expect(table.type(of: 1) == "enterprise")
    #expect(table.parent(of: 0) == nil)
    #expect(table.parent(of: 1) == "group")
    #expect(table.waves(of: 1) == ["2019", "2021"])
    #expect(table.waves(of: 2).isEmpty)
  }

  @Test func whatNoActorHasIsNotThere() {
    var table = ActorTable()
    table.append(Actor(id: "a"))
    #expect(!table.anyWaves && !table.anyParents)
    table.append(full)
    #expect(table.anyWaves && table.anyParents)
  }

  @Test(
    arguments: [
      ("enterprise", Sphere.workLife), ("department", .workLife), ("person", .workLife),
      ("union", .workLife), ("employer_association", .workLife), ("consultant", .workLife),
      ("university", .education), ("school", .education), ("research_institute", .research),
      ("municipality", .government), ("regional_authority", .government),
      ("public_agency", .government), ("civil", .civil), ("network", nil), ("choir", nil),
    ]
  )
  func spheresFollowFromTypes(_ type: String, _ sphere: Sphere?) {
    #expect(Sphere(actorType: type) == sphere)
  }
}
