import GraphCore
import NetworkMetrics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Mutual information in three dimensions: how far three attributes of actors, such as place, sector and size, hang together.
///
/// T = H(u) + H(i) + H(g) − H(ui) − H(ug) − H(ig) + H(uig) in bits, H the entropy of the observed shares. Below zero the three reduce
/// uncertainty together beyond what pairs of them do, which Leydesdorff reads as synergy. Chance alone gives values below zero
/// too, so T never stands without its mean over permuted labels.
///
/// Source: H. Etzkowitz, L. Leydesdorff, *The dynamics of innovation*, Research Policy 29 (2000),
/// doi:10.1016/S0048-7333(99)00055-4; L. Leydesdorff, M. Fritsch, *Measuring the knowledge base of regional innovation systems in
/// Germany in terms of a triple helix dynamics*, Research Policy 35 (2006), 1538–1553.
public struct TripleHelix: Sendable, Equatable {
  /// Cases with all three attributes.
  public let cases: Int
  /// Combinations of values that occur.
  public let occupiedCells: Int
  /// The entropies, in bits.
  public let entropies: HelixEntropies
  /// Mean of T over permutations of the labels.
  public let chance: Double
  /// Share of permutations whose T is no higher, with the (k + 1)/(R + 1) rule: one-sided, for synergy.
  public let pValue: Double
  /// Number of permutations.
  public let permutations: Int

  /// T in bits.
  public var transmission: Double { entropies.transmission }
  /// T less what chance gives: the part that can mean something.
  public var excess: Double { transmission - chance }
  /// Whether T may be called synergy: below chance, and p below 0.05.
  public var isSynergy: Bool { excess < 0 && pValue < 0.05 }

  /// Why there is no T.
  public enum Fault: Error, Equatable, Sendable {
    /// Fewer cases than five per occupied cell: the entropies would tell the size of the sample.
    case tooFewCases(cases: Int, occupiedCells: Int)
    /// Nobody has all three attributes.
    case noCases
    /// The run was stopped.
    case cancelled
  }

  /// Cases wanted per occupied cell.
  public static let casesPerCell = 5

  /// Takes T of three attributes, given as small numbers per case, and of so many permutations of the second and third. Same seed, same
  /// bits, whatever the number of threads. O(permutations · cases).
  ///
  /// - Throws: ``Fault``.
  public init(
    _ table: HelixTable,
    permutations: Int = 999,
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws(Fault) {
    guard table.cases > 0 else { throw .noCases }
    let entropies = table.entropies()
    guard table.cases >= Self.casesPerCell * entropies.occupiedCells else {
      throw .tooFewCases(cases: table.cases, occupiedCells: entropies.occupiedCells)
    }
    control.begin("permutations of the labels", total: permutations)
    var drawn = [Double](repeating: 0, count: permutations)
    drawn.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      control.forEachShard(permutations) { round in
        // A stream of its own for each round: threads cannot change a result.
        var stream = RandomStream(seed: seed, stream: UInt64(round) + 1)
        results[round] = table.shuffled(&stream).entropies().transmission
        control.advance()
      }
    }
    if control.isCancelled { throw .cancelled }
    let observed = entropies.transmission
    // Sums of the same numbers in another order differ in the last digits.
    let noHigher = drawn.count { $0 <= observed + 1e-12 }
    cases = table.cases
    occupiedCells = entropies.occupiedCells
    self.entropies = entropies
    chance = permutations == 0 ? 0 : drawn.reduce(0, +) / Double(permutations)
    pValue = Double(noHigher + 1) / Double(permutations + 1)
    self.permutations = permutations
  }
}

/// Entropies of three attributes, alone and together, in bits.
public struct HelixEntropies: Sendable, Equatable {
  /// H(u), H(i), H(g).
  public let single: [Double]
  /// H(ui), H(ug), H(ig).
  public let pairs: [Double]
  /// H(uig).
  public let all: Double
  /// Combinations of three values that occur.
  public let occupiedCells: Int

  /// T = Σ single − Σ pairs + all.
  public var transmission: Double {
    (single[0] + single[1] + single[2]) - (pairs[0] + pairs[1] + pairs[2]) + all
  }
}

/// Three attributes of each case, as numbers from 0.
public struct HelixTable: Sendable, Equatable {
  /// The first attribute (place), second and third of every case.
  public let values: [[Int32]]
  /// How many values each attribute has.
  public let sizes: [Int]

  /// Number of cases.
  public var cases: Int { values[0].count }

  /// Three columns of labels; cases that lack one of the three are left out.
  public init<Label: Hashable>(_ first: [Label?], _ second: [Label?], _ third: [Label?]) {
    precondition(first.count == second.count && second.count == third.count, "as many of each")
    let known = first.indices.filter { first[$0] != nil && second[$0] != nil && third[$0] != nil }
    let columns = [first, second, third].map {
      Partition(labels: known.map { [column = $0] in column[$0] })
    }
    values = columns.map(\.clusterOf)
    sizes = columns.map(\.count)
  }

  private init(values: [[Int32]], sizes: [Int]) {
    self.values = values
    self.sizes = sizes
  }

  /// The same with the labels of the second and third attribute dealt out anew, each on its own.
  func shuffled(_ stream: inout RandomStream) -> HelixTable {
    var second = values[1]
    var third = values[2]
    stream.shuffle(&second)
    stream.shuffle(&third)
    return HelixTable(values: [values[0], second, third], sizes: sizes)
  }

  /// The cases whose number is in `rows`.
  func keeping(_ rows: [Int]) -> HelixTable {
    HelixTable(values: values.map { column in rows.map { column[$0] } }, sizes: sizes)
  }

  /// The same with another first attribute.
  func replacingFirst(by partition: Partition) -> HelixTable {
    HelixTable(
      values: [partition.clusterOf, values[1], values[2]],
      sizes: [partition.count, sizes[1], sizes[2]]
    )
  }

  /// All seven entropies.
  func entropies() -> HelixEntropies {
    let (u, i, g) = (values[0], values[1], values[2])
    let pairs = [key(u, i, sizes[1]), key(u, g, sizes[2]), key(i, g, sizes[2])]
    let triple = counts(key(pairs[0], g, sizes[2]))
    return HelixEntropies(
      single: values.map { entropy(counts($0.map { Int64($0) })) },
      pairs: pairs.map { entropy(counts($0)) },
      all: entropy(triple),
      occupiedCells: triple.count
    )
  }

  private func key(_ a: [Int32], _ b: [Int32], _ size: Int) -> [Int64] {
    a.indices.map { Int64(a[$0]) * Int64(size) + Int64(b[$0]) }
  }

  private func key(_ a: [Int64], _ b: [Int32], _ size: Int) -> [Int64] {
    a.indices.map { a[$0] * Int64(size) + Int64(b[$0]) }
  }

  /// How often each key occurs, in ascending order of keys.
  private func counts(_ keys: [Int64]) -> [Int] {
    let largest = Int(keys.max() ?? 0)
    // Tables up to a few times as large as the data are counted in place; sparse ones are sorted.
    if largest <= 4 * keys.count + 1024 {
      var cells = [Int](repeating: 0, count: largest + 1)
      for key in keys { cells[Int(key)] += 1 }
      return cells.filter { $0 > 0 }
    }
    var counts: [Int] = []
    var last: Int64 = -1
    for key in keys.sorted() {
      if key == last { counts[counts.count - 1] += 1 } else { counts.append(1) }
      last = key
    }
    return counts
  }

  /// −Σ p log₂ p = log₂ N − Σ c log₂ c / N.
  private func entropy(_ counts: [Int]) -> Double {
    let n = Double(cases)
    guard n > 0 else { return 0 }
    return log2(n) - counts.reduce(0) { $0 + Double($1) * log2(Double($1)) } / n
  }
}

extension TripleHelix {
  /// One region's part of T.
  public struct RegionalPart: Sendable, Equatable {
    /// Number of the region, in the order of first appearance.
    public let region: Int
    /// Its cases.
    public let cases: Int
    /// T within it, in bits.
    public let transmission: Double
    /// cases / all cases · T within it.
    public let contribution: Double
  }

  /// T taken apart by regions: T = T₀ + Σ (n_G/N)·T_G.
  public struct Decomposition: Sendable, Equatable {
    /// T₀: T with the place replaced by the region it lies in.
    public let between: Double
    /// The regions' own parts.
    public let parts: [RegionalPart]
    /// T of the whole, which the parts add up to.
    public let transmission: Double
  }

  /// Takes T apart by the region of each case (one per case of the table).
  ///
  /// It adds up only where every place lies in one region: `nil` where one does not.
  public static func decompose(_ table: HelixTable, regions: Partition) -> Decomposition? {
    precondition(regions.nodeCount == table.cases, "one region per case")
    var regionOf = [Int32](repeating: -1, count: table.sizes[0])
    for (place, region) in zip(table.values[0], regions.clusterOf) {
      if regionOf[Int(place)] >= 0 && regionOf[Int(place)] != region { return nil }
      regionOf[Int(place)] = region
    }
    let parts = regions.members.enumerated().map { number, rows in
      let within = table.keeping(rows).entropies().transmission
      let share = Double(rows.count) / Double(table.cases)
      return RegionalPart(
        region: number,
        cases: rows.count,
        transmission: within,
        contribution: share * within
      )
    }
    return Decomposition(
      between: table.replacingFirst(by: regions).entropies().transmission,
      parts: parts,
      transmission: table.entropies().transmission
    )
  }
}
