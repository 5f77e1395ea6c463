import GraphCore

/// The dominant eigenpair of a matrix with entries ≥ 0, by restarted Arnoldi iteration.
///
/// A Krylov space of up to 24 dimensions is built from the present guess; the dominant eigenvector of the small
/// projected matrix H, found by squaring H + s·I until one direction is left, gives the next guess. The shift s > 0 makes the Perron root the
/// only one of largest modulus even where the graph is periodic. All sums run in a fixed order: the same bits on any number of threads.
///
/// Source: Y. Saad, *Numerical Methods for Large Eigenvalue Problems*, 2nd ed. 2011, doi:10.1137/1.9781611970739, chapter 6.
struct Arnoldi {
  /// Dimensions of the Krylov space.
  static let dimensions = 24
  /// Bytes per node while it runs.
  static let bytesPerNode = 8 * (dimensions + 7)

  /// The eigenvalue.
  private(set) var value = 0.0
  /// The eigenvector of Euclidean norm 1, entries ≥ 0.
  private(set) var vector: [Double]
  /// How the iteration ended; the residual is ‖Ax − λx‖₂ / λ.
  private(set) var convergence: Convergence

  /// Iterates from `start` until the residual is at most `tolerance`.
  ///
  /// `apply` computes A·x; it must be linear with entries ≥ 0, and A·start must not be zero.
  ///
  /// - Throws: ``MetricError/notConverged(_:)``, ``MetricError/cancelled``, ``MetricError/notFinite(measure:)``.
  init(
    start: [Double],
    tolerance: Double,
    maximumRestarts: Int,
    measure: String,
    control: RunControl,
    apply: (_ x: [Double]) -> [Double]
  ) throws(MetricError) {
    vector = start
    Self.scaleToUnit(&vector)
    convergence = Convergence(
      iterations: 0,
      residual: .infinity,
      converged: false,
      tolerance: tolerance
    )
    for restart in 1...max(1, maximumRestarts) {
      try control.check()
      vector = Self.improve(vector, tolerance, control.threads, apply)
      let image = apply(vector)
      try control.check()
      value = LaneSums.dot(vector, image)
      guard value.isFinite else { throw .notFinite(measure: measure) }
      var squares = 0.0
      for v in vector.indices {
        let gap = image[v] - value * vector[v]
        squares += gap * gap
      }
      let residual = value > 0 ? squares.squareRoot() / value : 0
      convergence = Convergence(
        iterations: restart,
        residual: residual,
        converged: residual <= tolerance,
        tolerance: tolerance
      )
      control.advance()
      if convergence.converged {
        // The Perron vector has one sign; what is left of the other is rounding. Before the end it is not: a guess that lost its
        // negative entries would not be a polynomial of A times the start any more, which keeps its part in a multiple eigenvalue.
        for v in vector.indices { vector[v] = max(0, vector[v]) }
        return
      }
    }
    throw .notConverged(convergence)
  }

  /// One Krylov space: the dominant Ritz vector, of positive sum.
  ///
  /// The space stops growing where the rest of the last image says that the vector is good enough: ‖Ax − λx‖ is that rest times the vector's
  /// part in the last direction.
  private static func improve(
    _ start: [Double],
    _ tolerance: Double,
    _ threads: Int,
    _ apply: ([Double]) -> [Double]
  ) -> [Double] {
    let size = min(dimensions, start.count)
    let columns = OrthonormalColumns(start, capacity: size, threads: threads)
    var h = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var ritz = [1.0]
    for column in 0..<size {
      let (parts, rest) = columns.append(apply(columns[column]))
      for (row, part) in parts.enumerated() { h[row][column] = part }
      let isLast = column + 1 == size || rest == 0
      if !isLast { h[column + 1][column] = rest }
      if isLast || (column >= 7 && column % 4 == 3) {
        ritz = dominantVector(h, size: column + 1)
        if isLast || rest * abs(ritz[column]) <= tolerance / 2 * rayleigh(h, ritz) { break }
      }
    }
    var x = columns.combined(ritz)
    let sign = x.reduce(0, +) < 0 ? -1.0 : 1.0
    for v in x.indices { x[v] *= sign }
    scaleToUnit(&x)
    return x
  }

  /// yᵀHy of a vector of norm 1.
  private static func rayleigh(_ h: [[Double]], _ y: [Double]) -> Double {
    y.indices.reduce(0) { sum, row in
      sum + y[row] * y.indices.reduce(0) { $0 + h[row][$1] * y[$1] }
    }
  }

  /// What H + s·I, squared again and again, makes of the start: its part in the eigenvectors of largest modulus, norm 1.
  ///
  /// Squaring ends as soon as nothing changes. Going on would tell a multiple eigenvalue apart by the rounding of its copies.
  private static func dominantVector(_ h: [[Double]], size: Int) -> [Double] {
    var shift = 0.0
    for row in 0..<size {
      shift = max(shift, h[row][0..<size].reduce(0) { $0 + abs($1) })
    }
    // Row after row in one column: so small a matrix is all about reaching its numbers.
    var power = (0..<size).flatMap { h[$0].prefix(size) }
    for row in 0..<size { power[row * size + row] += shift / 2 }
    var square = power
    for _ in 0..<60 {
      var largest = 0.0
      for row in 0..<size {
        for column in 0..<size {
          var sum = 0.0
          for k in 0..<size { sum += power[row * size + k] * power[k * size + column] }
          square[row * size + column] = sum
          largest = max(largest, abs(sum))
        }
      }
      guard largest > 0 else { break }
      var change = 0.0
      for place in square.indices {
        square[place] /= largest
        change = max(change, abs(square[place] - power[place]))
      }
      swap(&power, &square)
      // What is left of other eigenvectors is of the order of the square of this change.
      if change < 1e-9 { break }
    }
    // The first column is what becomes of the start: where rounding has let a second vector of the same eigenvalue into the space,
    // the other columns lead anywhere between the two.
    var vector = (0..<size).map { power[$0 * size] }
    scaleToUnit(&vector)
    return vector
  }

  private static func scaleToUnit(_ x: inout [Double]) {
    let length = LaneSums.dot(x, x).squareRoot()
    if length > 0 { for v in x.indices { x[v] /= length } }
  }
}
