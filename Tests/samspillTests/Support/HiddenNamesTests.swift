import RegionDiagrams
import Testing

@testable import samspill

@Suite("A map in another order")
struct HiddenNamesTests {
  @Test("everything that belongs to an actor moves with it")
  func reordered() {
    var map = MapInput(
      title: "t",
      labels: ["a", "b", "c"],
      relations: [MapInput.Relation(name: "r", isDirected: true)],
      ties: MapInput.Ties(sources: [0, 1], targets: [1, 2], weights: [5, 6], relations: [0, 0])
    )
    map.color = MapInput.Division(title: "d", names: ["x", "y"], categories: [0, 1, -1])
    map.groups = map.color
    map.size = MapInput.Scores(title: "s", values: [1, nil, 3])
    map.places = [nil, MapInput.Place(latitude: 60, longitude: 5), nil]
    let moved = map.reordered([2, 0, 1])
    #expect(moved.labels == ["c", "a", "b"])
    // a → b and b → c are now 1 → 2 and 2 → 0.
    #expect(moved.ties.sources == [1, 2] && moved.ties.targets == [2, 0])
    #expect(moved.ties.weights == [5, 6])
    #expect(moved.color?.categories == [-1, 0, 1] && moved.groups?.categories == [-1, 0, 1])
    #expect(moved.color?.names == ["x", "y"])
    #expect(moved.size?.values == [3, 1, nil])
    #expect(moved.places.map { $0?.latitude } == [nil, nil, 60])
    #expect(moved.shape == nil)
    let same = map.reordered([0, 1, 2])
    #expect(same.labels == map.labels && same.ties.sources == map.ties.sources)
  }
}
