import BigInt

/// Main paths of search-path counts.
///
/// Source: J. Liu, L. Lu, *An integrated approach for main path analysis*, J. Am. Soc. Inf. Sci. Technol. 63 (2012),
/// doi:10.1002/asi.21692.
extension SearchPaths {
  /// An arc by its ends.
  public struct Arc: Sendable, Hashable {
    /// Where it begins.
    public let source: Int
    /// Where it ends.
    public let target: Int

    /// An arc.
    public init(_ source: Int, _ target: Int) {
      self.source = source
      self.target = target
    }
  }

  /// The SPC of an arc; 0 where there is none.
  public func count(of arc: Arc) -> BigUInt {
    successors[arc.source].firstIndex(of: arc.target).map { counts[arc.source][$0] } ?? 0
  }

  /// The way from a beginning to an end whose arcs have the largest sum of SPC; of equal ones the one with the lower nodes from its
  /// beginning on. Empty where there is no arc.
  public var globalMainPath: [Int] {
    let onward = heaviestOnward
    let starts = successors.indices.filter { onward.next[$0] != nil }
    guard let best = starts.max(by: { onward.sum[$0] < onward.sum[$1] }) else { return [] }
    // `max` keeps the last of equals; the lowest start is wanted.
    let start = starts.first { onward.sum[$0] == onward.sum[best] } ?? best
    return follow(onward.next, from: start)
  }

  /// The `count` arcs of largest SPC, heaviest first, equal ones by source and target.
  public func keyArcs(_ count: Int) -> [Arc] {
    var arcs: [(arc: Arc, weight: BigUInt)] = []
    for u in successors.indices {
      for (place, v) in successors[u].enumerated() { arcs.append((Arc(u, v), counts[u][place])) }
    }
    // Arcs were listed by source and target: a stable order for equal counts.
    let sorted = arcs.enumerated().sorted {
      $0.element.weight != $1.element.weight
        ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
    }
    return sorted.prefix(max(0, count)).map(\.element.arc)
  }

  /// For each key arc the heaviest way from a beginning to an end through it; ways that repeat are left out.
  public func keyRoutePaths(_ count: Int) -> [[Int]] {
    let onward = heaviestOnward
    let back = heaviestBack
    var paths: [[Int]] = []
    for arc in keyArcs(count) {
      let path =
        follow(back, from: arc.source).reversed() + follow(onward.next, from: arc.target)
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  private func follow(_ next: [Int?], from start: Int) -> [Int] {
    var path = [start]
    while let step = next[path[path.count - 1]] { path.append(step) }
    return path
  }

  /// From each node the step that begins the heaviest way to an end, and the sum of that way.
  private var heaviestOnward: (next: [Int?], sum: [BigUInt]) {
    var next = [Int?](repeating: nil, count: successors.count)
    var sum = [BigUInt](repeating: 0, count: successors.count)
    for u in order.reversed() {
      for (place, v) in successors[u].enumerated() {
        let weight = counts[u][place] + sum[v]
        if next[u] == nil || weight > sum[u] { (next[u], sum[u]) = (v, weight) }
      }
    }
    return (next, sum)
  }

  /// To each node the last step of the heaviest way from a beginning.
  private var heaviestBack: [Int?] {
    var last = [Int?](repeating: nil, count: successors.count)
    var sum = [BigUInt](repeating: 0, count: successors.count)
    for u in order {
      for (place, v) in successors[u].enumerated() {
        let weight = counts[u][place] + sum[u]
        let isBetter =
          last[v].map { weight > sum[v] || (weight == sum[v] && u < $0) } ?? true
        if isBetter { (last[v], sum[v]) = (u, weight) }
      }
    }
    return last
  }
}
