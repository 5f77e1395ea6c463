/// A way along references that comes back to where it began.
struct Circle: Equatable {
  /// The member whose reference closes the circle.
  let closing: Int
  /// The members in order, the first one again at the end; `nil` stands for the middle of a long circle.
  let members: [Int?]

  /// How many members of a long circle are kept at each end.
  static let keptAtEachEnd = 10

  fileprivate init(_ walk: ArraySlice<(node: Int, step: Int)>) {
    closing = walk[walk.endIndex - 1].node
    let start = walk[walk.startIndex].node
    let kept = Self.keptAtEachEnd
    // A circle may be as long as the data, and there may be as many of them: whole, they would fill the memory.
    if walk.count <= 2 * kept {
      members = walk.map(\.node) + [start]
    } else {
      members = walk.prefix(kept).map(\.node) + [nil] + walk.suffix(kept).map(\.node) + [start]
    }
  }

  /// The circles that a depth-first walk closes, each once. O(nodes + references), without recursion: chains are as long as
  /// the data.
  ///
  /// - Parameter next: Where the reference number `step` of a node leads, `nil` after its last one.
  static func all(among nodeCount: Int, next: (_ node: Int, _ step: Int) -> Int?) -> [Circle] {
    var circles: [Circle] = []
    var isDone = [Bool](repeating: false, count: nodeCount)
    // Where each node is on the walk, −1 for those that are not on it.
    var place = [Int](repeating: -1, count: nodeCount)
    var walk: [(node: Int, step: Int)] = []
    for root in 0..<nodeCount where !isDone[root] {
      place[root] = 0
      walk.append((root, 0))
      while let (node, step) = walk.last {
        guard let child = next(node, step) else {
          isDone[node] = true
          place[node] = -1
          walk.removeLast()
          continue
        }
        walk[walk.count - 1].step += 1
        if place[child] >= 0 {
          circles.append(Circle(walk[place[child]...]))
        } else if !isDone[child] {
          place[child] = walk.count
          walk.append((child, 0))
        }
      }
    }
    return circles
  }
}
