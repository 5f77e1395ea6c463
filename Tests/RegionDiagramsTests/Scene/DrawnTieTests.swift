import Testing

@testable import RegionDiagrams

@Suite("Ties as lines")
struct DrawnTieTests {
  @Test("A pair has one line per relation, with arrowheads both ways where both say so")
  func mutual() {
    let ties = DrawnTie.merged(TestMaps.small())
    let first = ties.first { $0.tail == 0 && $0.head == 1 }
    #expect(first?.heads == .both)
    #expect(first?.weight == 1.5)
    #expect(ties.count == 6)
    #expect(ties.filter { $0.relation == 1 }.allSatisfy { $0.heads == .none })
  }

  @Test("Against the definition, on random ties", arguments: [1, 2, 3, 4] as [UInt64])
  func definition(seed: UInt64) {
    var map = TestMaps.random(actors: 7, ties: 60, groups: 2, seed: seed)
    map.relations.append(.init(name: "undirected", isDirected: false))
    for tie in map.ties.relations.indices { map.ties.relations[tie] = Int32(tie % 2) }
    let ties = DrawnTie.merged(map)
    for a in 0..<7 {
      for b in 0..<a {
        for relation in 0..<2 {
          func count(_ source: Int, _ target: Int) -> Int {
            map.ties.sources.indices.count {
              map.ties.sources[$0] == Int32(source) && map.ties.targets[$0] == Int32(target)
                && map.ties.relations[$0] == Int32(relation)
            }
          }
          let (there, back) = (count(a, b), count(b, a))
          let lines = ties.filter {
            [$0.tail, $0.head].sorted() == [b, a] && $0.relation == relation
          }
          #expect(lines.count == (there + back > 0 ? 1 : 0))
          guard let line = lines.first else { continue }
          if relation == 1 {
            #expect(line.heads == .none)
            #expect(line.weight == Double(there + back))
          } else if there > 0, back > 0 {
            #expect(line.heads == .both)
            #expect(line.weight == Double(there + back) / 2)
          } else {
            #expect(line.heads == .forward)
            #expect(line.tail == (there > 0 ? a : b))
            #expect(line.weight == Double(there + back))
          }
        }
      }
    }
  }

  @Test("Lines between the same two nodes have lanes of their own")
  func lanes() {
    let ties = DrawnTie.merged(TestMaps.small()).filter { [$0.tail, $0.head].sorted() == [0, 3] }
    #expect(ties.allSatisfy { $0.lanes == ties.count })
    #expect(Set(ties.map(\.lane)).count == ties.count)
  }
}
