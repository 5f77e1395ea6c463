import GraphCore

/// Directions of a Krylov space: columns of one length, each of Euclidean norm 1 and orthogonal to those before it.
///
/// A new column loses its parts along all the others at once, twice over: the second round takes away what rounding left of the first. Each
/// round goes through the columns by blocks that stay in the cache. Stretches of a fixed length are summed by themselves and then in their
/// order: the same bits on any number of threads.
///
/// Source: L. Giraud, J. Langou, M. Rozložník, J. van den Eshof, *Rounding error analysis of the classical Gram–Schmidt orthogonalization process*,
/// Numer. Math. 101 (2005), doi:10.1007/s00211-005-0615-4.
///
/// Shards write to stretches of their own only, which makes sharing this object right.
final class OrthonormalColumns: @unchecked Sendable {
  private static let stretchLength = 4_096
  private static let blockLength = 256

  private let length: Int
  private let stretchCount: Int
  /// One column more than may be kept: the one that is being made orthogonal.
  private let numbers: UnsafeMutablePointer<Double>
  /// Per stretch, its share of the parts along every column, and of the squared norm.
  private let shares: UnsafeMutablePointer<Double>
  private let shareCount: Int
  /// A part left out would leave places that nothing was written to: nobody can cancel this.
  private let control: RunControl
  /// Columns so far.
  private(set) var count = 1

  /// Begins with one column of norm 1; room for `capacity` of them.
  init(_ first: [Double], capacity: Int, threads: Int) {
    length = first.count
    stretchCount = max(1, length / Self.stretchLength)
    shareCount = capacity + 1
    numbers = .allocate(capacity: max(1, (capacity + 1) * length))
    shares = .allocate(capacity: stretchCount * shareCount)
    control = RunControl(threads: threads)
    first.withUnsafeBufferPointer { column in
      if let base = column.baseAddress { numbers.initialize(from: base, count: length) }
    }
  }

  deinit {
    numbers.deallocate()
    shares.deallocate()
  }

  /// The numbers of one column.
  subscript(_ column: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: numbers + column * length, count: length))
  }

  /// Takes from `column` its parts along all columns; what is left becomes the next one, unless it is nothing but rounding.
  ///
  /// - Returns: the parts, and the norm of what was left (0 where it was not kept).
  func append(_ column: [Double]) -> (parts: [Double], rest: Double) {
    nonisolated(unsafe) let next = numbers + count * length
    let known = count
    let norm = shared(known + 1) { range, sums in
      column.withUnsafeBufferPointer { column in
        for v in range { next[v] = column[v] }
      }
      self.addParts(range, of: next, known, to: sums)
      sums[known] += LaneSums.dot(next + range.lowerBound, next + range.lowerBound, range.count)
    }
    let again = shared(known) { range, sums in
      self.subtract(norm, from: next, range, known)
      self.addParts(range, of: next, known, to: sums)
    }
    let left = shared(1) { range, sums in
      self.subtract(again, from: next, range, known)
      sums[0] += LaneSums.dot(next + range.lowerBound, next + range.lowerBound, range.count)
    }
    let rest = left[0].squareRoot()
    let parts = zip(norm, again).map { $0 + $1 }
    guard rest > 1e-14 * norm[known].squareRoot() else { return (parts, 0) }
    _ = shared(0) { range, _ in for v in range { next[v] /= rest } }
    count += 1
    return (parts, rest)
  }

  /// Σ factors[k] · column k, over as many columns as there are factors.
  func combined(_ factors: [Double]) -> [Double] {
    [Double](filling: length) { sum, filled in
      if let base = sum.baseAddress {
        base.initialize(repeating: 0, count: length)
        nonisolated(unsafe) let sum = base
        _ = shared(0) { range, _ in
          self.subtract(factors.map { -$0 }, from: sum, range, factors.count)
        }
      }
      filled = length
    }
  }

  /// Runs `body` on every block, with the sums of its stretch; adds those up in the order of the stretches.
  private func shared(
    _ sumCount: Int,
    _ body: @Sendable (_ block: Range<Int>, _ sums: UnsafeMutablePointer<Double>) -> Void
  ) -> [Double] {
    control.forEachShard(stretchCount) { stretch in
      let sums = self.shares + stretch * self.shareCount
      sums.initialize(repeating: 0, count: sumCount)
      let end = (stretch + 1) * self.length / self.stretchCount
      var begin = stretch * self.length / self.stretchCount
      while begin < end {
        let next = min(end, begin + Self.blockLength)
        body(begin..<next, sums)
        begin = next
      }
    }
    return (0..<sumCount).map { place in
      (0..<stretchCount).reduce(0) { $0 + shares[$1 * shareCount + place] }
    }
  }

  private func addParts(
    _ block: Range<Int>,
    of column: UnsafeMutablePointer<Double>,
    _ known: Int,
    to sums: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<known {
      let direction = numbers + (row * length + block.lowerBound)
      sums[row] += LaneSums.dot(direction, column + block.lowerBound, block.count)
    }
  }

  private func subtract(
    _ parts: [Double],
    from column: UnsafeMutablePointer<Double>,
    _ block: Range<Int>,
    _ known: Int
  ) {
    let target = column + block.lowerBound
    for row in 0..<known {
      let direction = numbers + (row * length + block.lowerBound)
      let part = parts[row]
      for place in 0..<block.count { target[place] -= part * direction[place] }
    }
  }
}
