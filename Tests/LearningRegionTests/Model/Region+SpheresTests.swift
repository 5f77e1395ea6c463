import GraphCore
import LearningRegion
import Testing

struct RegionSpheresTests {
  private func spheres(_ actors: [Actor], declared: [ActorTypeInfo] = []) throws -> [Sphere?] {
    var draft = RegionDraft()
    for actor in actors { draft.actors.append(actor) }
    draft.actorTypes = declared
    return try Region(draft).spheres()
  }

  private func actor(_ id: String, _ type: String?, in parent: String? = nil, sphere: String? = nil)
    -> Actor
  {
    Drafts.actor(id) {
      $0.type = type
      $0.parent = parent
      $0.sphere = sphere
    }
  }

  @Test func whatIsGivenStands() throws {
    let found = try spheres([
      actor("a", "university", sphere: "research"), actor("b", nil, sphere: "civil"),
      actor("c", "network", sphere: "government"), actor("d", "person", in: "a", sphere: "civil"),
    ])
    #expect(found == [.research, .civil, .government, .civil])
  }

  @Test func whatIsDeclaredForTheTypeComesBeforeWhatFollowsFromIt() throws {
    let found = try spheres(
      [
        actor("a", "museum"), actor("b", "school"), actor("c", "museum", sphere: "research"),
        actor("d", "person", in: "a"),
      ],
      declared: [
        ActorTypeInfo(name: "museum", sphere: "civil"),
        ActorTypeInfo(name: "school", sphere: "government"),
      ]
    )
    #expect(found == [.civil, .government, .research, .civil])
  }

  @Test func personsAndDepartmentsTakeTheSphereOfWhatTheyArePartOf() throws {
    let found = try spheres([
      actor("dean", "person", in: "physics"), actor("physics", "department", in: "uni"),
      actor("uni", "university"), actor("lone", "person"), actor("shop", "department"),
      actor("clerk", "person", in: "town"), actor("town", "municipality"),
    ])
    #expect(
      found == [
        .education, .education, .education, .workLife, .workLife, .government, .government,
      ]
    )
  }

  @Test func networksHaveNoneAndAreLookedThrough() throws {
    let found = try spheres([
      actor("cluster", "network", in: "uni"), actor("uni", "university"),
      actor("member", "person", in: "cluster"), actor("club", "network"),
      actor("guest", "person", in: "club"), actor("unknown", "choir", in: "uni"),
      actor("alone", "choir"), actor("firm", "enterprise", in: "uni"),
    ])
    #expect(
      found == [nil, .education, .education, nil, .workLife, .education, nil, .workLife]
    )
  }

  /// The rules read one actor at a time, climbing from each.
  private func naive(_ region: Region) -> [Sphere?] {
    func final(_ row: Int) -> Sphere? {
      let actor = region.actors[row]
      if let given = actor.sphere { return Sphere(rawValue: given) }
      guard let type = actor.type, type != "person", type != "department" else { return nil }
      return Sphere(actorType: type)
    }
    return (0..<region.actors.count).map { row in
      var climbed: Int? = row
      if region.actors[row].type == "network", final(row) == nil { return nil }
      while let place = climbed {
        if let sphere = final(place) { return sphere }
        climbed = region.actors[place].parent.flatMap { region.actors.index(of: $0) }
      }
      return region.actors[row].type.flatMap(Sphere.init(actorType:))
    }
  }

  @Test(arguments: [UInt64](1...30))
  func randomForestsFollowTheRules(_ seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    let types = ["person", "department", "network", "university", "choir", "civil", nil]
    // Parents may come before or after their parts: ids are shuffled.
    var order = Array(0..<40)
    random.shuffle(&order)
    var actors: [Actor] = []
    for place in 0..<40 {
      let parent = place > 0 && random.next(below: 5) > 0 ? random.next(below: place) : nil
      actors.append(
        actor(
          "n\(place)",
          types[random.next(below: types.count)],
          in: parent.map { "n\($0)" },
          sphere: random.next(below: 12) == 0 ? "government" : nil
        )
      )
    }
    var draft = RegionDraft()
    for place in order { draft.actors.append(actors[place]) }
    let region = try Region(draft)
    #expect(region.spheres() == naive(region))
  }

  @Test func longChainsAreClimbedOnce() throws {
    // Climbing from every actor would be 5·10⁹ steps; recursion would end the program.
    var draft = RegionDraft()
    let length = 100_000
    for place in 0..<length {
      draft.actors.append(
        actor("n\(place)", "person", in: place + 1 < length ? "n\(place + 1)" : "top")
      )
    }
    draft.actors.append(actor("top", "school"))
    #expect(try Region(draft).spheres().allSatisfy { $0 == .education })
  }
}
