import GraphCore

extension Adjacency {
  /// y(v) = Σ over the row of v of x(far end) · strength: the product of the matrix of these rows with a vector.
  ///
  /// Rows are summed in arc order by shards of nodes: the same bits on any number of threads.
  func times(_ x: [Double], _ shards: NodeShards, _ control: RunControl) -> [Double] {
    let y = Column(nodeCount)
    control.forEachShard(shards.count) { shard in
      withUnsafeRows { offsets, targets in
        x.withUnsafeBufferPointer { x in
          for v in shards.range(shard) {
            var sum = 0.0
            if let weights {
              for arc in offsets[v]..<offsets[v + 1] {
                sum += x[Int(targets[arc])] * weights[arc]
              }
            } else {
              for arc in offsets[v]..<offsets[v + 1] { sum += x[Int(targets[arc])] }
            }
            y.values[v] = sum
          }
        }
      }
    }
    return y.array
  }
}
