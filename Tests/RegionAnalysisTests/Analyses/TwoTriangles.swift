import LearningRegion

@testable import RegionAnalysis

/// Two triangles a, b, c and x, y, z joined by the tie c–x, and one actor alone; a and b are of Bergen, c, x and y of Voss.
enum TwoTriangles {
  static func region() throws -> Region {
    try TinyRegions.region("a b c x y z alone", "a-b:2 b-c:1 c-a:1 x-y:1 y-z:1 z-x:1 c-x:2") {
      $0.actors.attributes = [
        TinyRegions.column("town", ["Bergen", "Bergen", "Voss", "Voss", "Voss", nil, nil])
      ]
    }
  }

  static func study(
    _ method: ClusterMethod = .leiden(),
    runs: Int = 1,
    profile: ClosedRange<Double>? = nil,
    compare: String? = nil,
    start: ClusterStart? = nil,
    _ rule: Naming.Rule = .everybody
  ) throws -> ClusterStudy {
    let region = try region()
    return try ClusterStudy(
      region,
      try region.graph(),
      question: .init(
        method: method,
        runs: runs,
        profile: profile,
        compare: compare,
        start: start
      ),
      seed: 1,
      naming: Naming(rule, of: region, seed: 1)
    )
  }
}
