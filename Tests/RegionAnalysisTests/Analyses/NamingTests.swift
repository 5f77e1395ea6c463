import LearningRegion
import Testing

@testable import RegionAnalysis

@Suite("Names and pseudonyms")
struct NamingTests {
  private static let people = (0..<40).map {
    TinyRegions.Person("p\($0)", label: "Person \($0)", type: "person")
  }
  private static let organisations = [
    TinyRegions.Person("works", label: "The works", type: "enterprise"),
    TinyRegions.Person("plain"),
  ]

  private func region() throws -> Region {
    try TinyRegions.region(Self.organisations + Self.people, "works-p0 p0-p1")
  }

  @Test("everybody is named")
  func everybody() throws {
    let naming = Naming(.everybody, of: try region(), seed: 1)
    #expect(!naming.hidesAnybody)
    #expect(naming.id(of: 2) == "p0" && naming.label(of: 2) == "Person 0")
    #expect(naming.label(of: 1) == "plain")
  }

  @Test("persons are hidden, organisations are not")
  func organisations() throws {
    let naming = Naming(.organisations, of: try region(), seed: 1)
    #expect(naming.hidesAnybody)
    #expect(!naming.hides(0) && !naming.hides(1))
    #expect(naming.id(of: 0) == "works" && naming.label(of: 0) == "The works")
    let names = (2..<42).map { naming.label(of: $0) }
    #expect(Set(names) == Set((1...40).map { "person-\($0)" }))
    #expect((2..<42).allSatisfy { naming.hides($0) && naming.id(of: $0) == naming.label(of: $0) })
  }

  @Test("nobody is named")
  func nobody() throws {
    let naming = Naming(.nobody, of: try region(), seed: 1)
    let names = (0..<42).map { naming.label(of: $0) }
    #expect(Set(names) == Set((1...42).map { "actor-\($0)" }))
  }

  @Test("a region without persons has nothing to hide from a list of brokers")
  func withoutPersons() throws {
    let region = try TinyRegions.region(Self.organisations, "works-plain")
    #expect(!Naming(.organisations, of: region, seed: 1).hidesAnybody)
  }

  @Test("numbers follow the seed and nothing else, and not the order of the data")
  func drawn() throws {
    let region = try region()
    let one = Naming(.nobody, of: region, seed: 7)
    #expect(one == Naming(.nobody, of: region, seed: 7))
    func names(_ seed: UInt64) -> [String] {
      let naming = Naming(.nobody, of: region, seed: seed)
      return (0..<42).map { naming.id(of: $0) }
    }
    #expect(names(7) != names(8))
    #expect(names(7) != (1...42).map { "actor-\($0)" })
  }

  @Test("rows stand in the order of their pseudonyms, not in that of the data")
  func order() throws {
    let region = try region()
    let naming = Naming(.nobody, of: region, seed: 7)
    var table = ResultTable(columns: ["id", "label", "row"])
    for actor in 0..<42 { table.append(naming.cells(of: actor) + [.integer(actor)]) }
    let actors = (0..<42).map { Int32($0) }
    let hidden = naming.hidingOrder(of: table, actors: actors)
    #expect(hidden.rows.map { $0[0] } == (1...42).map { .text("actor-\($0)") })
    for row in hidden.rows {
      guard case .integer(let actor) = row[2] else { continue }
      #expect(row[0] == .text(naming.id(of: actor)))
    }
    #expect(Naming(.everybody, of: region, seed: 7).hidingOrder(of: table, actors: actors) == table)
    #expect(Naming(.organisations, of: region, seed: 7).order(of: [5, 3, 9]) == [0, 1, 2])
  }

  @Test("columns that would say who somebody is", arguments: ["id", "label", "ID", "Label"])
  func revealing(column: String) throws {
    let region = try region()
    #expect(Naming(.nobody, of: region, seed: 1).wouldReveal(column: column))
    #expect(Naming(.organisations, of: region, seed: 1).wouldReveal(column: column))
    #expect(!Naming(.everybody, of: region, seed: 1).wouldReveal(column: column))
    #expect(!Naming(.nobody, of: region, seed: 1).wouldReveal(column: "type"))
  }

  @Test("the name of a small group says who is in it")
  func smallGroups() throws {
    let region = try region()
    let hidden = Naming(.nobody, of: region, seed: 1)
    #expect(hidden.groupName("Utsira", size: 4) == nil)
    #expect(hidden.groupName("Bergen", size: 5) == "Bergen")
    #expect(Naming(.organisations, of: region, seed: 1).groupName("Utsira", size: 1) == "Utsira")
  }
}
