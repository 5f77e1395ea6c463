import BigInt
import GraphCore
import NetworkMetrics

/// Search-path counts of a network without circles: how many ways from a beginning to an end use each arc.
///
/// With N⁻(u) the ways from any node without predecessors to u, and N⁺(v) those from v to any node without successors (1 for
/// such nodes themselves), SPC(u → v) = N⁻(u)·N⁺(v). Exact integers of any size: 63 diamonds in a row already leave 64 bits.
///
/// Source: V. Batagelj, *Efficient algorithms for citation network analysis* (2003), arXiv:cs/0309023; N. Hummon, P. Doreian,
/// *Connectivity in a citation network*, Social Networks 11 (1989), doi:10.1016/0378-8733(89)90017-8.
public struct SearchPaths: Sendable {
  /// Successors of each node, ascending, none twice.
  public let successors: [[Int]]
  /// Nodes so that every arc goes forward; of those that could come next the lowest does.
  public let order: [Int]
  /// N⁻: ways from beginnings to each node.
  public let into: [BigUInt]
  /// N⁺: ways from each node to ends.
  public let onward: [BigUInt]
  /// SPC of the arcs, parallel to ``successors``.
  public let counts: [[BigUInt]]
  /// All ways from beginnings to ends; a node without arcs is one.
  public let total: BigUInt

  /// Why there are no counts.
  public enum Fault: Error, Equatable, Sendable {
    /// The arcs go round in a circle through these nodes, the first one again at the end.
    case circle([Int])
    /// The numbers would take more memory than this many bytes.
    case tooLarge(bytes: Int)
  }

  /// Bytes that the numbers may take where nobody says otherwise.
  public static let usualMemoryLimit = 1 << 30

  /// Counts the ways along arcs given as successors; repeated arcs count once. O(nodes + arcs) additions and products.
  ///
  /// - Parameter memoryLimit: bytes that the numbers may take; counted from above before any is made.
  /// - Throws: ``Fault``.
  public init(
    successors given: [[Int]],
    memoryLimit: Int = SearchPaths.usualMemoryLimit
  ) throws(Fault) {
    let successors = given.map { Array(Set($0)).sorted() }
    let n = successors.count
    var predecessors = [[Int]](repeating: [], count: n)
    for u in 0..<n { for v in successors[u] { predecessors[v].append(u) } }
    let order = try Self.order(successors, predecessors)
    try Self.checkMemory(order, successors, predecessors, memoryLimit)
    var into = [BigUInt](repeating: 1, count: n)
    for v in order where !predecessors[v].isEmpty {
      into[v] = predecessors[v].reduce(into: BigUInt(0)) { $0 += into[$1] }
    }
    var onward = [BigUInt](repeating: 1, count: n)
    for u in order.reversed() where !successors[u].isEmpty {
      onward[u] = successors[u].reduce(into: BigUInt(0)) { $0 += onward[$1] }
    }
    var total = BigUInt(0)
    for u in 0..<n where predecessors[u].isEmpty { total += onward[u] }
    self.successors = successors
    self.order = order
    self.into = into
    self.onward = onward
    self.total = total
    counts = (0..<n).map { u in successors[u].map { into[u] * onward[$0] } }
  }

  /// Kahn's order with the lowest free node first, so that it does not depend on the order of arcs.
  private static func order(
    _ successors: [[Int]],
    _ predecessors: [[Int]]
  ) throws(Fault) -> [Int] {
    var waiting = predecessors.map(\.count)
    var free = LowestFirst()
    for v in waiting.indices where waiting[v] == 0 { free.insert(v) }
    var order: [Int] = []
    while let u = free.removeLowest() {
      order.append(u)
      for v in successors[u] {
        waiting[v] -= 1
        if waiting[v] == 0 { free.insert(v) }
      }
    }
    guard order.count == successors.count else { throw .circle(circle(predecessors, waiting)) }
    return order
  }

  /// A circle among the nodes that still wait: each has a predecessor that waits as well, so walking back must return.
  private static func circle(_ predecessors: [[Int]], _ waiting: [Int]) -> [Int] {
    guard var v = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
    var place: [Int: Int] = [:]
    var walk: [Int] = []
    while place[v] == nil {
      place[v] = walk.count
      walk.append(v)
      v = predecessors[v].first { waiting[$0] > 0 } ?? v
    }
    let round = Array(walk[(place[v] ?? 0)...].reversed())
    let lowest = round.indices.min { round[$0] < round[$1] } ?? 0
    return round[lowest...] + round[..<lowest] + [round[lowest]]
  }

  /// Bounds the digits before any number is made: a sum of k numbers of b bits has at most b + log₂ k + 1 of them.
  private static func checkMemory(
    _ order: [Int],
    _ successors: [[Int]],
    _ predecessors: [[Int]],
    _ memoryLimit: Int
  ) throws(Fault) {
    func widest(_ nodes: some Sequence<Int>, _ before: [[Int]]) -> Int {
      var bits = [Int](repeating: 1, count: before.count)
      var widest = 1
      for v in nodes where !before[v].isEmpty {
        let most = before[v].reduce(0) { max($0, bits[$1]) }
        // One way in adds no digit: long chains stay at one bit.
        let more = Int.bitWidth - (before[v].count - 1).leadingZeroBitCount
        bits[v] = most + more
        widest = max(widest, bits[v])
      }
      return widest
    }
    let bits = max(widest(order, predecessors), widest(order.reversed(), successors))
    let arcs = successors.reduce(0) { $0 + $1.count }
    let (bytes, overflow) = (bits / 4 + 64).multipliedReportingOverflow(
      by: arcs + 2 * order.count
    )
    guard !overflow, bytes <= memoryLimit else { throw .tooLarge(bytes: overflow ? .max : bytes) }
  }

  /// Ways from beginnings to ends that pass a node, N⁻·N⁺.
  public func waysThrough(_ node: Int) -> BigUInt { into[node] * onward[node] }

  /// Share of all ways that pass each node, N⁻·N⁺ / total, 0 … 1.
  public var nodeShares: [Double] {
    into.indices.map { Self.ratio(waysThrough($0), total) }
  }

  /// a / b as a `Double`, whatever the size; 0 where b is 0.
  static func ratio(_ a: BigUInt, _ b: BigUInt) -> Double {
    guard b != 0 else { return 0 }
    let shift = max(0, b.bitWidth - 900)
    return Double(a >> shift) / Double(b >> shift)
  }
}

/// A heap of numbers.
private struct LowestFirst {
  private var items: [Int] = []

  mutating func insert(_ item: Int) {
    items.append(item)
    var place = items.count - 1
    while place > 0, items[(place - 1) / 2] > items[place] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeLowest() -> Int? {
    guard let lowest = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return lowest }
    items[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < items.count else { break }
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[place] else { break }
      items.swapAt(child, place)
      place = child
    }
    return lowest
  }
}
