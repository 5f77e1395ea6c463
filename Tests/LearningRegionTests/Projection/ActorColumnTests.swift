import LearningRegion
import Testing

struct ActorColumnTests {
  private func region() throws -> Region {
    var draft = Drafts.actors("a", "b")
    draft.actors.append(
      Drafts.actor("c") {
        $0.label = "Choir"
        $0.type = "civil"
        $0.parent = "a"
        $0.level = "employee"
        $0.inside = true
        $0.employees = 12
        $0.rdStaff = 0.5
        $0.higherEducationShare = 0.25
        $0.latitude = 59
        $0.longitude = -10.75
        $0.language = "nb"
        $0.needs = ["rooms"]
        $0.offers = ["song", "joy"]
        $0.practices = ["rehearsal"]
        $0.waves = ["1", "2"]
      }
    )
    var colour = AttributeColumn(name: "Colour")
    colour.values[1] = "red"
    draft.actors.attributes = [colour]
    return try Region(draft)
  }

  @Test(
    arguments: [
      ("id", ["c"]), ("label", ["Choir"]), ("type", ["civil"]), ("sphere", ["civil"]),
      ("parent", ["a"]), ("level", ["employee"]), ("inside", ["yes"]), ("employees", ["12"]),
      ("rd_staff", ["0.5"]), ("higher_education_share", ["0.25"]), ("lat", ["59"]),
      ("lon", ["-10.75"]), ("language", ["nb"]), ("needs", ["rooms"]), ("offers", ["song", "joy"]),
      ("practices", ["rehearsal"]), ("waves", ["1", "2"]), ("colour", []),
    ]
  )
  func everyColumnIsReadAsText(_ heading: String, _ values: [String]) throws {
    let region = try region()
    let column = try #require(region.actorColumn(heading))
    #expect(column.values(2) == values)
    #expect(column.value(2) == (values.count == 1 ? values[0] : nil))
    let empty = ["id": ["a"], "label": ["a"]][heading] ?? []
    #expect(column.values(0) == empty)
    #expect(region.actorColumn(heading.uppercased())?.values(2) == values)
  }

  @Test func columnsTheModelDoesNotKnowAreReadAsWell() throws {
    let column = try #require(try region().actorColumn("COLOUR"))
    #expect(column.name == "Colour")
    #expect((0..<3).map { column.value($0) } == [nil, "red", nil])
  }

  @Test func sphereIsTheDerivedOne() throws {
    var draft = RegionDraft()
    draft.actors.append(
      Drafts.actor("p") {
        $0.type = "person"; $0.parent = "u"
      }
    )
    draft.actors.append(Drafts.actor("u") { $0.type = "university" })
    let column = try #require(try Region(draft).actorColumn("sphere"))
    #expect(column.value(0) == "education")
  }

  @Test func namesAreThoseOfColumnsWithSomethingInThem() throws {
    #expect(try region().actorColumn("size") == nil)
    #expect(
      try region().actorColumnNames == [
        "id", "label", "type", "sphere", "parent", "level", "inside", "employees", "rd_staff",
        "higher_education_share", "lat", "lon", "language", "needs", "offers", "practices", "waves",
        "Colour",
      ]
    )
    #expect(try Region(Drafts.actors("a")).actorColumnNames == ["id", "label"])
  }

  @Test(arguments: [(1e20, "1e+20"), (-0.0, "0"), (1e14, "100000000000000"), (0.1, "0.1")])
  func numbersAreWrittenShort(_ number: Double, _ text: String) throws {
    var draft = RegionDraft()
    draft.actors.append(Drafts.actor("a") { $0.employees = number })
    #expect(try Region(draft).actorColumn("employees")?.value(0) == text)
  }
}
