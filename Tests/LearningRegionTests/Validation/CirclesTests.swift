import GraphCore
import Testing

@testable import LearningRegion

struct CirclesTests {
  private func circles(_ next: [[Int]]) -> [Circle] {
    Circle.all(among: next.count) { node, step in step < next[node].count ? next[node][step] : nil }
  }

  @Test func chainsAndDiamondsHaveNone() {
    #expect(circles([]).isEmpty)
    #expect(circles([[1], [2], []]).isEmpty)
    #expect(circles([[1, 2], [3], [3], []]).isEmpty)
    #expect(circles([[1, 1], []]).isEmpty)
  }

  @Test func membersStandInOrder() {
    let found = circles([[1], [2], [0], [0]])
    #expect(found.map(\.members) == [[0, 1, 2, 0]])
    #expect(found.map(\.closing) == [2])
    #expect(circles([[0]]).map(\.members) == [[0, 0]])
  }

  @Test func everyCircleIsReportedOnce() {
    // Two rings and a tail into each; node 6 is its own source as well.
    let found = circles([[1], [0], [0], [4], [5], [3], [6, 3]])
    #expect(found.map(\.members) == [[0, 1, 0], [3, 4, 5, 3], [6, 6]])
    // Two ways back from the same chain.
    #expect(circles([[1], [2, 0], [0]]).map(\.members) == [[0, 1, 2, 0], [0, 1, 0]])
  }

  @Test(arguments: [UInt64](1...40))
  func thereIsOneWhereNoOrderExists(_ seed: UInt64) {
    var random = RandomStream(seed: seed)
    let count = 2 + random.next(below: 8)
    let next = (0..<count).map { _ in
      (0..<random.next(below: 3)).map { _ in random.next(below: count) }
    }
    let found = circles(next)
    // Taking away nodes without references left over, again and again, ends with nothing where there is no circle.
    var left = Set(0..<count)
    while let free = left.first(where: { node in next[node].allSatisfy { !left.contains($0) } }) {
      left.remove(free)
    }
    #expect(found.isEmpty == left.isEmpty)
    for circle in found {
      for (from, to) in zip(circle.members, circle.members.dropFirst()) {
        #expect(next[from!].contains(to!))
      }
      #expect(circle.members.first == circle.members.last)
      #expect(circle.members.dropLast().last == circle.closing)
    }
  }

  @Test func longCirclesAreShownByTheirEnds() {
    let length = 100_000
    let found = Circle.all(among: length) { node, step in step == 0 ? (node + 1) % length : nil }
    #expect(found.count == 1)
    #expect(
      found[0].members
        == Array(0..<10).map(Optional.init) + [nil] + (length - 10..<length).map(Optional.init) + [
          0
        ]
    )
    let twenty = Circle.all(among: 20) { node, step in step == 0 ? (node + 1) % 20 : nil }
    #expect(twenty[0].members == Array(0..<20).map(Optional.init) + [0])
  }

  @Test func manyLongCirclesTakeLittleMemory() {
    // Everybody leads on and back to the first: 30 000 circles of 15 000 members on average.
    let length = 30_000
    let found = Circle.all(among: length) { node, step in
      switch step {
      case 0: node + 1 < length ? node + 1 : 0
      case 1: node + 1 < length ? 0 : nil
      default: nil
      }
    }
    #expect(found.count == length)
    #expect(found.allSatisfy { $0.members.count <= 22 })
  }
}
