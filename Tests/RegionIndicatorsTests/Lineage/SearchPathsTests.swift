import BigInt
import GraphCore
import Testing

@testable import RegionIndicators

@Suite("Search-path counts")
struct SearchPathsTests {
  /// Every way from a beginning to an end, one by one.
  private func ways(_ successors: [[Int]]) -> [[Int]] {
    let targets = Set(successors.flatMap { $0 })
    var found: [[Int]] = []
    var open = successors.indices.filter { !targets.contains($0) }.map { [$0] }
    while let way = open.popLast() {
      let next = Set(successors[way[way.count - 1]])
      if next.isEmpty { found.append(way) }
      for v in next { open.append(way + [v]) }
    }
    return found
  }

  private func random(_ n: Int, _ p: Double, seed: UInt64) -> [[Int]] {
    var stream = RandomStream(seed: seed)
    var names = Array(0..<n)
    stream.shuffle(&names)
    var successors = [[Int]](repeating: [], count: n)
    for a in 0..<n {
      for b in (a + 1)..<max(n, a + 1) where stream.nextUnit() < p {
        successors[names[a]].append(names[b])
      }
    }
    return successors
  }

  @Test("two ways over a diamond and a tail, by hand")
  func diamond() throws {
    // 0 → 1 → 3 → 4 and 0 → 2 → 3: N⁻ = 1 1 1 2 2, N⁺ = 2 1 1 1 1.
    let paths = try SearchPaths(successors: [[1, 2], [3], [3], [4], []])
    #expect(paths.into == [1, 1, 1, 2, 2])
    #expect(paths.onward == [2, 1, 1, 1, 1])
    // SPC: 1·1, 1·1 / 1·1 / 1·1 / 2·1.
    #expect(paths.counts == [[1, 1], [1], [1], [2], []])
    #expect(paths.total == 2)
    // Through the nodes go 2, 1, 1, 2 and 2 of the 2 ways.
    #expect(paths.nodeShares == [1, 0.5, 0.5, 1, 1])
  }

  @Test("as many ways use an arc as are found one by one", arguments: 1...12)
  func oracle(seed: Int) throws {
    let successors = random(9, 0.35, seed: UInt64(seed))
    let paths = try SearchPaths(successors: successors)
    let all = ways(successors)
    #expect(paths.total == BigUInt(all.count))
    for u in successors.indices {
      #expect(paths.successors[u] == successors[u].sorted())
      for (place, v) in paths.successors[u].enumerated() {
        let used = all.count { way in zip(way, way.dropFirst()).contains { $0 == (u, v) } }
        #expect(paths.counts[u][place] == BigUInt(used))
      }
      let passing = Double(all.count { $0.contains(u) }) / Double(all.count)
      #expect(abs(paths.nodeShares[u] - passing) < 1e-12)
    }
  }

  @Test("a hundred diamonds in a row: 2¹⁰⁰ ways, exactly")
  func beyondMachineNumbers() throws {
    var successors: [[Int]] = []
    for diamond in 0..<100 {
      let start = 3 * diamond
      successors += [[start + 1, start + 2], [start + 3], [start + 3]]
    }
    successors.append([])
    let paths = try SearchPaths(successors: successors)
    #expect(paths.total == BigUInt(1) << 100)
    // Half of the ways take each side of any diamond.
    #expect(paths.counts[150] == [BigUInt(1) << 99, BigUInt(1) << 99])
    #expect(paths.nodeShares[150] == 1 && paths.nodeShares[151] == 0.5)
  }

  @Test("a circle is refused and shown; an arc told twice counts once")
  func circles() throws {
    #expect(throws: SearchPaths.Fault.circle([1, 2, 3, 1])) {
      try SearchPaths(successors: [[1], [2], [3], [1]])
    }
    #expect(throws: SearchPaths.Fault.circle([0, 0])) { try SearchPaths(successors: [[0]]) }
    #expect(try SearchPaths(successors: [[1, 1], []]).counts == [[1], []])
  }

  @Test("numbers that would fill the memory are refused before they are made")
  func memory() throws {
    // Every node follows all that come before it: 2⁴⁸ ways over 1 225 arcs take more than ten thousand bytes.
    let n = 50
    let successors = (0..<n).map { Array(($0 + 1)..<max(n, $0 + 1)) }
    #expect(throws: SearchPaths.Fault.self) {
      try SearchPaths(successors: successors, memoryLimit: 10_000)
    }
    #expect(throws: Never.self) { try SearchPaths(successors: successors) }
  }

  @Test("no nodes, one node")
  func small() throws {
    #expect(try SearchPaths(successors: []).total == 0)
    #expect(try SearchPaths(successors: []).globalMainPath.isEmpty)
    #expect(try SearchPaths(successors: [[]]).total == 1)
    #expect(try SearchPaths(successors: [[]]).keyRoutePaths(3).isEmpty)
  }

  @Test("the main path has the largest sum of all ways", arguments: 20...31)
  func mainPath(seed: Int) throws {
    let successors = random(10, 0.3, seed: UInt64(seed))
    let paths = try SearchPaths(successors: successors)
    func weight(_ way: [Int]) -> BigUInt {
      zip(way, way.dropFirst()).reduce(into: 0) { $0 += paths.count(of: .init($1.0, $1.1)) }
    }
    let found = ways(successors).filter { $0.count > 1 }
    let heaviest = found.map(weight).max() ?? 0
    #expect(weight(paths.globalMainPath) == heaviest)
    #expect(found.isEmpty || found.contains(paths.globalMainPath))
    for arc in paths.keyArcs(3) {
      let through = found.filter { way in
        zip(way, way.dropFirst()).contains { $0 == (arc.source, arc.target) }
      }
      let best = through.map(weight).max()
      #expect(paths.keyRoutePaths(3).contains { weight($0) == best && through.contains($0) })
    }
  }

  @Test("the heaviest arcs come first, equal ones in order")
  func keyArcs() throws {
    let paths = try SearchPaths(successors: [[1, 2], [3], [3], [4], []])
    #expect(paths.keyArcs(3) == [.init(3, 4), .init(0, 1), .init(0, 2)])
    #expect(paths.globalMainPath == [0, 1, 3, 4])
    #expect(paths.keyRoutePaths(3) == [[0, 1, 3, 4], [0, 2, 3, 4]])
    #expect(paths.keyArcs(-1).isEmpty && paths.keyArcs(99).count == 5)
  }
}
