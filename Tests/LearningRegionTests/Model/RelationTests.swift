import LearningRegion
import Testing

struct RelationTests {
  @Test(arguments: ["distance", "Distance", "DISTANCE"])
  func aRelationCalledDistanceIsOne(_ name: String) {
    #expect(Relation(name: name).kind == .distance)
  }

  @Test(arguments: ["trust", "tie", "distances", "distance km"])
  func everyOtherNameSaysNothing(_ name: String) {
    let relation = Relation(name: name)
    #expect(relation.kind == .other)
    #expect(relation.directed == nil)
    #expect(relation.scale == nil)
  }
}
