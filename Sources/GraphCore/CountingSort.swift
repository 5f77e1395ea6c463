/// Rows as three parallel columns, sorted or not.
///
/// Row `v` is `ends[offsets[v] ..< offsets[v + 1]]`; `weights` run parallel to `ends`.
struct RowColumns {
  var offsets: [Int]
  var ends: [Int32]
  var weights: [Double]?

  /// The same entries read from their far ends, by one counting sort: O(rows + entries).
  ///
  /// Rows are read in order, so every new row comes out ascending, and equal entries keep the order they had.
  /// `known` saves the counting where the lengths of the new rows are known already.
  ///
  /// Every end must be a row: ``Adjacency`` and ``ArcList`` see to that before they get here.
  func transposed(offsets known: [Int]? = nil) -> RowColumns {
    let rowCount = offsets.count - 1
    let starts = known ?? Self.starts(counting: ends, rowCount: rowCount)
    var cursor = starts
    var strengths: [Double]?
    // The scattered writes are the whole cost: raw pointers, on ends that were validated before.
    let sorted = [Int32](filling: ends.count) { place, filled in
      let sources = place.baseAddress
      cursor.withUnsafeMutableBufferPointer { cursor in
        ends.withUnsafeBufferPointer { ends in
          offsets.withUnsafeBufferPointer { offsets in
            guard let sources, let cursor = cursor.baseAddress else { return }
            if let weights {
              strengths = Self.scatter(weights, ends, offsets, cursor, sources)
            } else {
              for row in 0..<rowCount {
                for slot in offsets[row]..<offsets[row + 1] {
                  let end = Int(ends[slot])
                  sources[cursor[end]] = Int32(truncatingIfNeeded: row)
                  cursor[end] &+= 1
                }
              }
            }
          }
        }
      }
      filled = ends.count
    }
    if weights != nil && strengths == nil { strengths = [] }
    return RowColumns(offsets: starts, ends: sorted, weights: strengths)
  }

  /// The weighted form of the scattering loop: strengths move with their entries.
  private static func scatter(
    _ weights: [Double],
    _ ends: UnsafeBufferPointer<Int32>,
    _ offsets: UnsafeBufferPointer<Int>,
    _ cursor: UnsafeMutablePointer<Int>,
    _ sources: UnsafeMutablePointer<Int32>
  ) -> [Double] {
    [Double](filling: weights.count) { moved, filled in
      weights.withUnsafeBufferPointer { weights in
        for row in 0..<(offsets.count - 1) {
          for slot in offsets[row]..<offsets[row + 1] {
            let end = Int(ends[slot])
            let place = cursor[end]
            cursor[end] = place &+ 1
            sources[place] = Int32(truncatingIfNeeded: row)
            moved[place] = weights[slot]
          }
        }
      }
      filled = weights.count
    }
  }

  /// Where each row starts when every end is counted once.
  private static func starts(counting ends: [Int32], rowCount: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: rowCount + 1)
    starts.withUnsafeMutableBufferPointer { starts in
      for end in ends { starts[Int(end) &+ 1] &+= 1 }
      for row in 0..<rowCount { starts[row &+ 1] &+= starts[row] }
    }
    return starts
  }
}
