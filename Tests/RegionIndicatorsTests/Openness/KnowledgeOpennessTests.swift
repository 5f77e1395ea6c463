import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Knowledge from outside")
struct KnowledgeOpennessTests {
  /// Actors from `firstOutside` on are outside.
  private func openness(
    _ count: Int,
    firstOutside: Int,
    _ ties: String,
    directed: Bool = true
  ) throws -> KnowledgeOpenness? {
    let region = try SmallRegions.region(types: [], "", directed: directed) { draft in
      for number in 0..<count {
        var actor = Actor(id: String(number))
        actor.inside = number < firstOutside
        draft.actors.append(actor)
      }
      for tie in ties.split(separator: " ") {
        let ends = tie.split(separator: "-").map(String.init)
        draft.appendTie(from: ends[0], to: ends[1])
      }
      draft.flows.rows = [
        KnowledgeFlow(source: "0", target: "1"),
        KnowledgeFlow(source: String(count - 1), target: "1"),
      ]
    }
    return KnowledgeOpenness(of: try region.graph(), in: region)
  }

  @Test("two of four ties received come from outside, by hand")
  func received() throws {
    // Inside 0 1 2, outside 3 4. Received inside: 3→0, 4→1, 0→1, 1→2; 2→4 leaves.
    let found = try #require(try openness(5, firstOutside: 3, "3-0 4-1 0-1 1-2 2-4"))
    #expect(found.received == (4, 2) && found.inside == [0, 1, 2])
    // The flow 0 → 1 and the one from outside.
    #expect(found.flows == (2, 1))
    #expect(found.depth == [0, 0, 0])
  }

  @Test("gatekeepers have many ties both ways, external stars only to the outside")
  func roles() throws {
    // Out-ties inside: 0 has 2, 1 has 0, 2 has 1, 3 has 1 (median 1, 4 counts 1); to the outside: 0 one, 1 one, others none (median 0).
    let found = try #require(
      try openness(7, firstOutside: 6, "0-2 0-3 2-3 3-2 4-2 0-6 1-6")
    )
    #expect(found.roles == [.gatekeeper, .externalStar, .other, .other, .other, .isolate])
  }

  @Test("depth: steps inside from the nearest tie to the outside")
  func depth() throws {
    // Inside a chain 0 – 1 – 2 – 3, outsider 5 names 0; 4 is out of reach.
    let found = try #require(try openness(6, firstOutside: 5, "0-1 1-2 2-3 5-0"))
    #expect(found.depth == [0, 1, 2, 3, nil])
  }

  @Test("ways do not lead through outsiders")
  func around() throws {
    // 0 and 1 both know outsider 3, 2 knows nobody but 1.
    let found = try #require(try openness(4, firstOutside: 3, "0-3 1-3 2-1", directed: false))
    #expect(found.depth == [0, 0, 1])
  }

  @Test("one more tie from outside can only raise the share")
  func monotone() throws {
    let before = try #require(try openness(5, firstOutside: 4, "0-1 1-2 2-3 4-0"))
    let after = try #require(try openness(5, firstOutside: 4, "0-1 1-2 2-3 4-0 4-1"))
    #expect(before.received == (4, 1) && after.received == (5, 2))
  }

  @Test("nobody outside, nobody inside, nobody: not measured")
  func missing() throws {
    #expect(try openness(3, firstOutside: 3, "0-1") == nil)
    #expect(try openness(3, firstOutside: 0, "0-1") == nil)
  }

  @Test(
    "the middle of values",
    arguments: [([], 0), ([3], 3), ([1, 2], 1.5), ([9, 1, 4], 4)] as [([Int], Double)]
  )
  func median(values: [Int], middle: Double) {
    #expect(KnowledgeOpenness.median(values) == middle)
  }
}
