import GraphCore
import Testing

@testable import NetworkMetrics

@Suite("Memory asked for beforehand")
struct MemoryBudgetTests {
  @Test("more than the limit is refused with both figures")
  func refused() {
    #expect(
      throws: MetricError.tooMuchMemory(needed: MemoryEstimate(bytes: 108), limit: 100)
    ) {
      try MemoryBudget.require(10, of: 10, fixed: 8, limit: 100)
    }
    #expect(throws: Never.self) { try MemoryBudget.require(10, of: 10, limit: 100) }
  }

  @Test("an absurd need is refused and overflows nothing")
  func absurd() {
    #expect(throws: MetricError.self) { try MemoryBudget.require(.max / 2, of: 16) }
    #expect(throws: MetricError.self) { try MemoryBudget.require(.max, of: 1, fixed: .max) }
  }
}
