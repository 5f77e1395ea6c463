import Testing

@testable import RegionDiagrams

@Suite("Inputs that do not fit together")
struct MapInputChecksTests {
  @Test("Every fault is refused")
  func faults() {
    let faults: [(inout MapInput) -> Void] = [
      { $0.labels = [] }, { $0.ties.sources[0] = 6 }, { $0.ties.targets[0] = -1 },
      { $0.ties.weights.removeLast() }, { $0.ties.weights[0] = .nan }, { $0.ties.weights[0] = -1 },
      { $0.ties.relations[0] = 2 }, { $0.color?.categories.removeLast() },
      { $0.shape?.categories[0] = 2 }, { $0.groups?.categories[0] = -2 },
      { $0.size?.values[0] = .infinity }, { $0.size?.values.removeLast() },
      { $0.places = [nil] }, { $0.date.month = 13 },
      { $0.places = [.init(latitude: 91, longitude: 0), nil, nil, nil, nil, nil] },
    ]
    #expect(throws: Never.self) { try TestMaps.small().check() }
    for fault in faults {
      var map = TestMaps.small()
      fault(&map)
      #expect(throws: DrawingError.self) { try map.check() }
    }
  }
}
