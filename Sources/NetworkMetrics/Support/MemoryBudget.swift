import GraphCore

/// Asks before memory is taken, because a failed allocation would end the program.
enum MemoryBudget {
  /// What all scratch of one computation may take: three quarters of the machine's memory.
  static let limit = MachineMemory.allowance

  /// Passes when `elements` things of `bytes` bytes, each plus `fixed` bytes once, fit in `limit`.
  ///
  /// - Throws: ``MetricError/tooMuchMemory(needed:limit:)``.
  static func require(
    _ elements: Int,
    of bytes: Int,
    fixed: Int = 0,
    limit: Int = MemoryBudget.limit
  ) throws(MetricError) {
    let (product, overflow) = elements.multipliedReportingOverflow(by: bytes)
    let (sum, tooMuch) = product.addingReportingOverflow(fixed)
    let need = MemoryEstimate(bytes: overflow || tooMuch ? Int.max : sum)
    guard need.fits(in: limit) else { throw .tooMuchMemory(needed: need, limit: limit) }
  }
}
