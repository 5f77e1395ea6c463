import GraphCore
import Synchronization

/// The undirected skeleton with each edge kept once, in the row of the end that comes first by (degree, number).
///
/// Every triangle then has exactly one node, its *first*, whose row holds the two others, and no row is longer than
/// √(2·edges): that bounds the search for triangles by O(edges^1.5) however large the hubs are.
///
/// Source: N. Chiba, T. Nishizeki, *Arboricity and subgraph listing algorithms*, SIAM J. Comput. 14 (1985),
/// doi:10.1137/0214017; M. Latapy, *Main-memory triangle computations for very large (sparse (power-law)) graphs*, Theor. Comput.
/// Sci. 407 (2008), doi:10.1016/j.tcs.2008.07.017.
struct OrientedSkeleton: Sendable {
  /// Row `v` is `targets[offsets[v] ..< offsets[v + 1]]`, ascending.
  let offsets: [Int]
  let targets: [Int32]
  /// How the pair is tied, parallel to `targets`; see ``Dyad``. Empty for an undirected graph, where all are mutual.
  let codes: [UInt8]
  /// Number of distinct neighbours of each node in the whole skeleton.
  let degree: [Int32]

  /// The arcs of a pair as bits, seen from the node in whose row it stands.
  enum Dyad {
    static let forth: UInt8 = 1
    static let back: UInt8 = 2
    static let mutual: UInt8 = 3
  }

  /// Three nodes tied to each other; `first` comes before `second`, that before `third` in the order (degree, number).
  struct Triangle {
    let first: Int
    let second: Int
    let third: Int
    /// The pair first–second, from first.
    let firstSecond: UInt8
    /// The pair first–third, from first.
    let firstThird: UInt8
    /// The pair second–third, from second.
    let secondThird: UInt8
  }

  /// Two passes over the rows, one to count and one to fill, shared between threads.
  init(_ graph: Graph, control: RunControl = RunControl()) {
    let n = graph.nodeCount
    let shards = max(1, min(64, n / 1024))
    let bounds = (0...shards).map { $0 * n / shards }
    var degree = [Int32](repeating: 0, count: n)
    degree.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let degree = buffer
      RunControl(threads: control.threads).forEachShard(shards) { shard in
        for v in bounds[shard]..<bounds[shard + 1] {
          if graph.isDirected {
            var count: Int32 = 0
            graph.forEachDyad(of: v) { _, _, _ in count += 1 }
            degree[v] = count
          } else {
            degree[v] = Int32(graph.out.degree(of: v))
          }
        }
      }
    }
    let known = degree
    var offsets = [Int](repeating: 0, count: n + 1)
    offsets.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let counts = buffer
      RunControl(threads: control.threads).forEachShard(shards) { shard in
        known.withUnsafeBufferPointer { degree in
          for v in bounds[shard]..<bounds[shard + 1] {
            var count = 0
            Self.forEachLater(graph, v, degree) { _, _ in count += 1 }
            counts[v + 1] = count
          }
        }
      }
    }
    for v in 0..<n { offsets[v + 1] += offsets[v] }
    self.offsets = offsets
    self.degree = degree
    // Filled through pointers; the storage that all empty arrays share must not be handed out.
    var targets = [Int32](repeating: 0, count: offsets[n])
    var codes = [UInt8](repeating: 0, count: graph.isDirected ? offsets[n] : 0)
    let starts = offsets
    if !targets.isEmpty {
      targets.withUnsafeMutableBufferPointer { ends in
        codes.withUnsafeMutableBufferPointer { marks in
          nonisolated(unsafe) let (ends, marks) = (ends, marks)
          RunControl(threads: control.threads).forEachShard(shards) { shard in
            known.withUnsafeBufferPointer { degree in
              for v in bounds[shard]..<bounds[shard + 1] {
                var place = starts[v]
                Self.forEachLater(graph, v, degree) { other, code in
                  ends[place] = other
                  if graph.isDirected { marks[place] = code }
                  place += 1
                }
              }
            }
          }
        }
      }
    }
    self.targets = targets
    self.codes = codes
  }

  /// The neighbours of `v` that come after it by (degree, number), ascending, and how they are tied.
  @inline(__always)
  private static func forEachLater(
    _ graph: Graph,
    _ v: Int,
    _ degree: UnsafeBufferPointer<Int32>,
    _ body: (_ other: Int32, _ code: UInt8) -> Void
  ) {
    let own = degree[v]
    if graph.isDirected {
      graph.forEachDyad(of: v) { other, forth, back in
        if own < degree[other] || (own == degree[other] && v < other) {
          body(Int32(other), (forth ? Dyad.forth : 0) | (back ? Dyad.back : 0))
        }
      }
      return
    }
    graph.out.withUnsafeRows { offsets, targets in
      for arc in offsets[v]..<offsets[v + 1] {
        let other = targets[arc]
        let theirs = degree[Int(other)]
        if own < theirs || (own == theirs && Int32(v) < other) { body(other, Dyad.mutual) }
      }
    }
  }

  /// Adds up integers over all triangles: `visit` is called once per triangle with a row of `width` counters.
  ///
  /// Every worker has counters of its own and takes stretches of nodes as they come; since only whole numbers are added, the sums
  /// do not depend on who took which. Memory: 8·width bytes and one byte per node for each worker.
  ///
  /// - Throws: ``MetricError/cancelled``, ``MetricError/tooMuchMemory(needed:limit:)``.
  @inline(__always)
  func tally(
    width: Int,
    phase: String,
    control: RunControl,
    _ visit: @Sendable (Triangle, UnsafeMutablePointer<Int>) -> Void
  ) throws(MetricError) -> [Int] {
    let n = offsets.count - 1
    let stretch = 512
    let stretches = (n + stretch - 1) / stretch
    let workers = max(1, min(control.threads, stretches))
    try MemoryBudget.require(workers, of: 8 * width + n)
    control.begin(phase, total: n)
    let next = Atomic<Int>(0)
    let sums = UnsafeMutablePointer<Int>.allocate(capacity: max(1, workers * width))
    defer { sums.deallocate() }
    sums.initialize(repeating: 0, count: workers * width)
    nonisolated(unsafe) let shared = sums
    control.forEachShard(workers) { worker in
      let marks = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, n))
      defer { marks.deallocate() }
      marks.initialize(repeating: 0, count: n)
      let counters = shared + worker * width
      while !control.isCancelled {
        let begin = next.add(stretch, ordering: .relaxed).oldValue
        if begin >= n { return }
        let end = min(begin + stretch, n)
        visitTriangles(first: begin..<end, marks: marks) { visit($0, counters) }
        control.advance(by: end - begin)
      }
    }
    try control.check()
    var totals = [Int](repeating: 0, count: width)
    for worker in 0..<workers {
      for place in 0..<width { totals[place] += sums[worker * width + place] }
    }
    return totals
  }

  /// Calls `visit` for each triangle whose first node lies in `first`. `marks` holds a zero per node, before and after.
  @inline(__always)
  private func visitTriangles(
    first: Range<Int>,
    marks: UnsafeMutablePointer<UInt8>,
    _ visit: (Triangle) -> Void
  ) {
    let directed = !codes.isEmpty
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        codes.withUnsafeBufferPointer { codes in
          for v in first {
            let row = offsets[v]..<offsets[v + 1]
            if row.count < 2 { continue }
            for arc in row { marks[Int(targets[arc])] = directed ? codes[arc] : Dyad.mutual }
            for arc in row {
              let u = Int(targets[arc])
              for leg in offsets[u]..<offsets[u + 1] {
                let w = Int(targets[leg])
                if marks[w] == 0 { continue }
                visit(
                  Triangle(
                    first: v,
                    second: u,
                    third: w,
                    firstSecond: directed ? codes[arc] : Dyad.mutual,
                    firstThird: marks[w],
                    secondThird: directed ? codes[leg] : Dyad.mutual
                  )
                )
              }
            }
            for arc in row { marks[Int(targets[arc])] = 0 }
          }
        }
      }
    }
  }
}
