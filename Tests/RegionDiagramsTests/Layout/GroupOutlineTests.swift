import Testing

@testable import RegionDiagrams

@Suite("Outlines of groups")
struct GroupOutlineTests {
  @Test("Every disc lies inside, every corner turns left")
  func hull() {
    let discs = [(0.0, 0.0, 4.0), (50, 10, 9), (20, 60, 2), (25, 20, 5)].map {
      (center: Point(x: $0.0, y: $0.1), radius: $0.2)
    }
    let hull = GroupOutline.hull(around: discs, margin: 6)
    #expect(hull.count >= 8)
    for index in hull.indices {
      let (a, b) = (hull[index], hull[(index + 1) % hull.count])
      for disc in discs {
        let area = (b.x - a.x) * (disc.center.y - a.y) - (b.y - a.y) * (disc.center.x - a.x)
        #expect(area / (b - a).length > disc.radius)
      }
    }
  }

  @Test("Nothing has no outline")
  func empty() {
    #expect(GroupOutline.hull(around: [], margin: 5).isEmpty)
  }
}
