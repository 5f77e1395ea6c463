/// Memory in bytes that a computation will need, said before it is taken: a failed allocation would end the program.
public struct MemoryEstimate: Sendable, Equatable {
  /// Bytes needed at the peak; saturates instead of overflowing.
  public let bytes: Int

  /// A need of `bytes`.
  public init(bytes: Int) { self.bytes = max(0, bytes) }

  /// The need of building a graph of this size from a list of arcs, the list included.
  ///
  /// Say `weighted` also where arcs may repeat: their strengths are then summed.
  public static func building(nodes: Int, arcs: Int, _ direction: Direction, weighted: Bool) -> Self
  {
    let entry = weighted ? 12 : 4
    let list = product(arcs, weighted ? 16 : 8)
    let rows = product(product(arcs, direction == .undirected ? 2 : 1), entry)
    // The list stands beside the first sort, the first sort beside the second; without strengths an undirected graph
    // takes one sort, and two bytes for each of its entries.
    let isBucketed = direction == .undirected && !weighted
    let peak = sum(max(list, rows), isBucketed ? sum(rows, product(arcs, 4)) : rows)
    return Self(bytes: sum(peak, product(nodes, direction == .directed ? 32 : 24)))
  }

  /// Whether `limit` bytes are enough.
  public func fits(in limit: Int) -> Bool { bytes <= limit }

  private static func product(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = max(0, a).multipliedReportingOverflow(by: b)
    return overflow ? Int.max : value
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = a.addingReportingOverflow(b)
    return overflow ? Int.max : value
  }
}
