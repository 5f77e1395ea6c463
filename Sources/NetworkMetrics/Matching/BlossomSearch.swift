import GraphCore

/// Edmonds' search for a matching of the largest weight, on a dense table of whole weights.
///
/// Symbols of the papers: `dual` are the dual variables (u of nodes, z of blossoms), all even or all odd together, the slack of a tie is u_i + u_j −
/// 2·w_ij; an *outer* node is at an even distance from a free one along the alternating forest, an *inner* one at an odd distance.
/// Numbers below `n` are nodes, from `n` on blossoms; both are called *spots*. A blossom's children stand in the order of its odd
/// cycle, the base first.
struct BlossomSearch {
  enum Side: UInt8 {
    case none, outer, inner
  }

  let n: Int
  let capacity: Int
  private var weight: [Int]
  /// For every two spots the tie between them with the least slack: its node in the first spot, −1 for none.
  private var end: [Int32]
  /// For every spot the node outside it to which it is matched, −1 for none.
  private var match: [Int]
  /// The outermost spot that holds each spot; −1 for a blossom number that is free.
  private var top: [Int]
  /// The node outside from which the forest reached the spot.
  private var parent: [Int]
  private var children: [[Int]]
  /// Which child of a blossom holds a node, −1 for none.
  private var holder: [Int32]
  private var side: [Side]
  /// The outer node with the least slack to the spot, −1 for none.
  private var nearest: [Int]
  private var dual: [Int]
  private var mark: [Int]
  private var round = 0
  private var used: Int
  private var queue: [Int] = []

  init(nodeCount: Int) {
    n = nodeCount
    capacity = n + n / 2 + 1
    weight = [Int](repeating: 0, count: n * n)
    end = [Int32](repeating: -1, count: capacity * capacity)
    match = [Int](repeating: -1, count: capacity)
    top = (0..<capacity).map { $0 < nodeCount ? $0 : -1 }
    parent = match
    children = [[Int]](repeating: [], count: capacity)
    holder = [Int32](repeating: -1, count: capacity * n)
    side = [Side](repeating: .none, count: capacity)
    nearest = match
    dual = [Int](repeating: 0, count: capacity)
    mark = dual
    used = n
    for node in 0..<n { holder[node * n + node] = Int32(node) }
  }

  /// Puts in a tie of a weight above 0, in both directions.
  mutating func connect(_ a: Int, _ b: Int, _ value: Int) {
    guard value > 0 else { return }
    weight[a * n + b] = value
    weight[b * n + a] = value
    end[a * capacity + b] = Int32(a)
    end[b * capacity + a] = Int32(b)
  }

  /// The partner of each node in a best matching.
  mutating func run(_ control: RunControl) throws(MetricError) -> [Int?] {
    let most = weight.max() ?? 0
    for node in 0..<n { dual[node] = most }
    while try grow(control) {}
    return (0..<n).map { match[$0] < 0 ? nil : match[$0] }
  }

  // MARK: Ties between spots

  private func isTied(_ a: Int, _ b: Int) -> Bool { end[a * capacity + b] >= 0 }

  private func node(in a: Int, towards b: Int) -> Int { Int(end[a * capacity + b]) }

  private func slack(_ a: Int, _ b: Int) -> Int {
    let (u, v) = (node(in: a, towards: b), node(in: b, towards: a))
    return dual[u] + dual[v] - 2 * weight[u * n + v]
  }

  private mutating func consider(_ node: Int, for spot: Int) {
    if nearest[spot] < 0 || slack(node, spot) < slack(nearest[spot], spot) { nearest[spot] = node }
  }

  private mutating func findNearest(of spot: Int) {
    nearest[spot] = -1
    for node in 0..<n where top[node] != spot && side[top[node]] == .outer && isTied(node, spot) {
      consider(node, for: spot)
    }
  }

  // MARK: Through the nests of blossoms, without recursion

  private mutating func enqueue(_ spot: Int) {
    var open = [spot]
    while let next = open.popLast() {
      if next < n { queue.append(next) } else { open += children[next].reversed() }
    }
  }

  private mutating func setTop(of spot: Int, _ outermost: Int) {
    var open = [spot]
    while let next = open.popLast() {
      top[next] = outermost
      if next >= n { open += children[next] }
    }
  }

  /// The even number of steps round the cycle of a blossom from its base to a child; turns the cycle over where it must.
  private mutating func evenSteps(in blossom: Int, to child: Int) -> Int {
    let place = children[blossom].firstIndex(of: child) ?? 0
    guard place % 2 == 1 else { return place }
    children[blossom][1...].reverse()
    return children[blossom].count - place
  }

  /// Matches two neighbouring spots, from the side of the first: inside a blossom the base moves to the node that is matched.
  private mutating func setMatch(_ first: Int, _ second: Int) {
    var open = [(first, second)]
    while let (a, b) = open.popLast() {
      match[a] = node(in: b, towards: a)
      guard a >= n else { continue }
      let child = Int(holder[a * n + node(in: a, towards: b)])
      let steps = evenSteps(in: a, to: child)
      let ring = children[a]
      for place in 0..<steps { open.append((ring[place], ring[place ^ 1])) }
      // The tie of the blossom to b is that of this child, in whatever blossoms it is nested.
      end[child * capacity + b] = end[a * capacity + b]
      end[b * capacity + child] = end[b * capacity + a]
      open.append((child, b))
      children[a] = Array(ring[steps...] + ring[..<steps])
    }
  }

  /// Turns matched into unmatched ties and back from `a` to the root of its tree; `b` becomes its partner.
  private mutating func augment(_ a: Int, _ b: Int) {
    var (spot, partner) = (a, b)
    while true {
      let before = match[spot] < 0 ? -1 : top[match[spot]]
      setMatch(spot, partner)
      guard before >= 0 else { return }
      let next = top[parent[before]]
      setMatch(before, next)
      (spot, partner) = (next, before)
    }
  }

  /// The first common outer spot on the ways of two spots to their roots; −1 where the roots differ.
  private mutating func meeting(of a: Int, _ b: Int) -> Int {
    round += 1
    var (left, right) = (a, b)
    while left >= 0 || right >= 0 {
      if left >= 0 {
        if mark[left] == round { return left }
        mark[left] = round
        let inner = match[left] < 0 ? -1 : top[match[left]]
        left = inner < 0 ? -1 : top[parent[inner]]
      }
      (left, right) = (right, left)
    }
    return -1
  }

  // MARK: Blossoms

  private mutating func shrink(_ a: Int, _ base: Int, _ b: Int) {
    var blossom = n
    while blossom < used, top[blossom] >= 0 { blossom += 1 }
    if blossom == used { used += 1 }
    dual[blossom] = 0
    side[blossom] = .outer
    match[blossom] = match[base]
    parent[blossom] = parent[base]
    children[blossom] = [base]
    for (number, start) in [a, b].enumerated() {
      var spot = start
      while spot != base {
        let inner = top[match[spot]]
        children[blossom] += [spot, inner]
        enqueue(inner)
        spot = top[parent[inner]]
      }
      if number == 0 { children[blossom][1...].reverse() }
    }
    setTop(of: blossom, blossom)
    for other in 0..<used {
      end[blossom * capacity + other] = -1
      end[other * capacity + blossom] = -1
    }
    for node in 0..<n { holder[blossom * n + node] = -1 }
    for child in children[blossom] {
      for other in 0..<used where other != blossom && isTied(child, other) {
        if !isTied(blossom, other) || slack(child, other) < slack(blossom, other) {
          end[blossom * capacity + other] = end[child * capacity + other]
          end[other * capacity + blossom] = end[other * capacity + child]
        }
      }
      for node in 0..<n where holder[child * n + node] >= 0 {
        holder[blossom * n + node] = Int32(child)
      }
    }
    findNearest(of: blossom)
  }

  private mutating func expand(_ blossom: Int) {
    for child in children[blossom] { setTop(of: child, child) }
    let entry = Int(holder[blossom * n + entryNode(of: blossom)])
    let steps = evenSteps(in: blossom, to: entry)
    let ring = children[blossom]
    for place in stride(from: 0, to: steps, by: 2) {
      let (inner, outer) = (ring[place], ring[place + 1])
      parent[inner] = node(in: outer, towards: inner)
      side[inner] = .inner
      side[outer] = .outer
      nearest[inner] = -1
      findNearest(of: outer)
      enqueue(outer)
    }
    side[entry] = .inner
    parent[entry] = parent[blossom]
    for place in (steps + 1)..<max(ring.count, steps + 1) {
      side[ring[place]] = .none
      findNearest(of: ring[place])
    }
    top[blossom] = -1
  }

  /// The node of a blossom at which the forest entered it.
  private func entryNode(of blossom: Int) -> Int { node(in: blossom, towards: parent[blossom]) }

  // MARK: One more pair

  /// Follows a tie without slack from an outer spot; whether the matching has grown.
  private mutating func follow(_ a: Int, _ b: Int) -> Bool {
    let (u, v) = (node(in: a, towards: b), node(in: b, towards: a))
    let (from, to) = (top[u], top[v])
    switch side[to] {
    case .none:
      parent[to] = u
      side[to] = .inner
      let partner = top[match[to]]
      nearest[to] = -1
      nearest[partner] = -1
      side[partner] = .outer
      enqueue(partner)
    case .outer:
      let base = meeting(of: from, to)
      if base < 0 {
        augment(from, to)
        augment(to, from)
        return true
      }
      shrink(from, base, to)
    case .inner: break
    }
    return false
  }

  /// One stage: grows alternating trees from all free spots until they find a way to match one pair more; false when none would gain.
  private mutating func grow(_ control: RunControl) throws(MetricError) -> Bool {
    for spot in 0..<used {
      side[spot] = .none
      nearest[spot] = -1
    }
    queue.removeAll(keepingCapacity: true)
    for spot in 0..<used where top[spot] == spot && match[spot] < 0 {
      parent[spot] = -1
      side[spot] = .outer
      enqueue(spot)
    }
    if queue.isEmpty { return false }
    while true {
      if control.isCancelled { throw .cancelled }
      var head = 0
      while head < queue.count {
        let u = queue[head]
        head += 1
        if side[top[u]] == .inner { continue }
        for v in 0..<n where top[u] != top[v] && isTied(u, v) {
          if slack(u, v) == 0 {
            if follow(u, v) { return true }
          } else {
            consider(u, for: top[v])
          }
        }
      }
      queue.removeAll(keepingCapacity: true)
      guard adjust() else { return false }
      for spot in 0..<used where top[spot] == spot && nearest[spot] >= 0 {
        let near = nearest[spot]
        if top[near] != spot, slack(near, spot) == 0, follow(near, spot) { return true }
      }
      for blossom in n..<max(used, n)
      where top[blossom] == blossom && side[blossom] == .inner && dual[blossom] == 0 {
        expand(blossom)
      }
    }
  }

  /// Changes the dual variables as far as possible; false when an outer node would fall below 0, and no further pair is worth it.
  private mutating func adjust() -> Bool {
    var step = Int.max
    for blossom in n..<max(used, n) where top[blossom] == blossom && side[blossom] == .inner {
      step = min(step, dual[blossom] / 2)
    }
    for spot in 0..<used where top[spot] == spot && nearest[spot] >= 0 {
      switch side[spot] {
      case .none: step = min(step, slack(nearest[spot], spot))
      case .outer: step = min(step, slack(nearest[spot], spot) / 2)
      case .inner: break
      }
    }
    // The dual of a free node is the least of all outer ones: at 0 another pair would cost more than it gains.
    let least = (0..<n).filter { side[top[$0]] == .outer }.map { dual[$0] }.min() ?? 0
    guard step < least else { return false }
    for node in 0..<n {
      switch side[top[node]] {
      case .outer: dual[node] -= step
      case .inner: dual[node] += step
      case .none: break
      }
    }
    for blossom in n..<max(used, n) where top[blossom] == blossom {
      switch side[blossom] {
      case .outer: dual[blossom] += 2 * step
      case .inner: dual[blossom] -= 2 * step
      case .none: break
      }
    }
    return true
  }
}
