import GraphCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Computes one number per node, in parallel over stretches of nodes of a fixed length.
///
/// `body` gets the node, a row of `nodeCount` zeros to mark neighbours in (it must leave zeros behind) and where to put the
/// result. A node's result depends on nothing but the node, so the number of threads cannot matter.
///
/// - Throws: ``MetricError/cancelled``.
func perNode(
  _ nodeCount: Int,
  phase: String,
  control: RunControl,
  _ body: @Sendable (Int, UnsafeMutablePointer<Double>, inout Double) -> Void
) throws(MetricError) -> [Double] {
  try perNode(nodeCount, width: 1, phase: phase, control: control) { v, marks, row in
    body(v, marks, &row[0])
  }
}

/// As the other, with `width` numbers per node: `row[i]` is number `i` of the node, returned at `node * width + i`.
func perNode(
  _ nodeCount: Int,
  width: Int,
  phase: String,
  control: RunControl,
  _ body: @Sendable (Int, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
) throws(MetricError) -> [Double] {
  // Few enough shards that clearing a shard's marks costs less than its nodes; the number depends on the graph alone.
  let shards = max(1, min(64, nodeCount / 256))
  try MemoryBudget.require(nodeCount, of: 8 * (width + min(control.threads, shards)))
  control.begin(phase, total: nodeCount)
  guard nodeCount * width > 0 else { return [] }
  let values = [Double](filling: nodeCount * width) { buffer, count in
    buffer.initialize(repeating: 0)
    count = nodeCount * width
    guard let base = buffer.baseAddress else { return }
    nonisolated(unsafe) let results = base
    control.forEachShard(shards) { shard in
      let marks = UnsafeMutablePointer<Double>.allocate(capacity: max(1, nodeCount))
      defer { marks.deallocate() }
      marks.initialize(repeating: 0, count: nodeCount)
      let range = (shard * nodeCount / shards)..<((shard + 1) * nodeCount / shards)
      for v in range {
        if v & 255 == 0 && control.isCancelled { return }
        body(v, marks, results + v * width)
      }
      control.advance(by: range.count)
    }
  }
  try control.check()
  return values
}

/// The real cube root.
func cubeRoot(_ x: Double) -> Double { cbrt(x) }

/// The natural logarithm.
func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// e to the power of `x`.
func exponential(_ x: Double) -> Double { exp(x) }
