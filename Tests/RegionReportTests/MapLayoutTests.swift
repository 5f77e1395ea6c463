import RegionDiagrams
import Testing

@testable import RegionReport

@Suite("positions of large maps")
struct MapLayoutTests {
  /// `count` actors in groups of a hundred, each tied to the next, and one in ten without ties.
  private func input(_ count: Int) -> MapInput {
    let tied = (0..<count).filter { $0 % 10 != 9 }
    var map = MapInput(
      title: "Large",
      labels: (0..<count).map(String.init),
      relations: [.init(name: "tie", isDirected: false)],
      ties: .init(
        sources: tied.dropLast().map { Int32($0) },
        targets: tied.dropFirst().map { Int32($0) },
        weights: tied.dropLast().map { _ in 1 },
        relations: tied.dropLast().map { _ in 0 }
      )
    )
    map.groups = .init(
      title: "cluster",
      names: (0..<count / 100).map(String.init),
      categories: (0..<count).map { Int32($0 / 100) }
    )
    map.size = .init(title: "value", values: (0..<count).map { Double($0 % 7) })
    return map
  }

  @Test("small ones go to Graphviz as they are")
  func small() throws {
    var asked = 0
    let layout = try MapLayout(input(200), seed: 3) { input, options throws(DrawingError) in
      asked = input.labels.count
      #expect(options.seed == 3)
      let nodes = input.labels.map { _ in
        MapPositions.Node(x: 1, y: 2, radius: 3, isAside: false)
      }
      return MapPositions(nodes: nodes, engine: .neato)
    }
    #expect(asked == 200 && !layout.isByCluster && layout.positions.engine == .neato)
  }

  @Test("above five thousand the clusters are placed, and members lie around them, none on another")
  func large() throws {
    let count = 6_000
    let layout = try MapLayout(input(count), seed: 1) { input, _ throws(DrawingError) in
      #expect(input.labels.count == count / 100)
      let nodes = input.labels.indices.map { place in
        MapPositions.Node(x: Double(place * 10), y: 0, radius: 3, isAside: false)
      }
      return MapPositions(nodes: nodes, engine: .sfdp)
    }
    #expect(layout.isByCluster && layout.positions.nodes.count == count)
    let nodes = layout.positions.nodes
    #expect(nodes.indices.allSatisfy { nodes[$0].isAside == ($0 % 10 == 9) })
    let places = Set(nodes.map { "\($0.x) \($0.y)" })
    #expect(places.count == count)
    #expect(nodes.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.radius > 0 })
    // Members are nearer to the middle of their own cluster than to that of the next.
    func middle(_ cluster: Int) -> (x: Double, y: Double) {
      let members = nodes[cluster * 100..<cluster * 100 + 100].filter { !$0.isAside }
      let n = Double(members.count)
      return (members.reduce(0) { $0 + $1.x } / n, members.reduce(0) { $0 + $1.y } / n)
    }
    let (own, next) = (middle(10), middle(11))
    for node in nodes[1000..<1100] where !node.isAside {
      #expect(abs(node.x - own.x) < abs(node.x - next.x))
    }
  }

  @Test("what the drawing says is passed on")
  func failure() {
    #expect(throws: DrawingError.noActors) {
      try MapLayout(input(20), seed: 1) { _, _ throws(DrawingError) in throw .noActors }
    }
  }
}
