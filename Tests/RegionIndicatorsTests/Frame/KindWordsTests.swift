import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("What kinds of actors are called")
struct KindWordsTests {
  @Test("spheres have words in both languages", arguments: Sphere.allCases)
  func spheres(sphere: Sphere) {
    let words = KindWords.sphere(sphere)
    #expect(words.norwegian != words.english && !words.norwegian.contains("_"))
    #expect(!words.english.contains("_"))
  }

  @Test("a label of the data comes first, a type that is not known keeps its name")
  func types() throws {
    let region = try SmallRegions.region(types: ["union", "guild", "x_y"], "", directed: false) {
      $0.actorTypes = [ActorTypeInfo(name: "guild", label: "Guild of smiths")]
    }
    #expect(KindWords.type("union", in: region) == Words("union", "fagforening"))
    #expect(KindWords.type("guild", in: region) == Words("Guild of smiths", "Guild of smiths"))
    #expect(KindWords.type("x_y", in: region) == Words("x_y", "x_y"))
  }
}
