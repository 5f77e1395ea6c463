import GraphCore
import NetworkMetrics
import Testing

@Suite("Errors of measures")
struct MetricErrorTests {
  @Test("say in words what is wrong, with the figures")
  func words() {
    #expect("\(MetricError.negativeWeight(source: 3, target: 5, weight: -2))".contains("-2"))
    let need = MemoryEstimate(bytes: 7_000_000)
    let memory = MetricError.tooMuchMemory(needed: need, limit: 5_000_000).description
    #expect(memory.contains("7 MB") && memory.contains("5 MB"))
    let end = Convergence(iterations: 9, residual: 0.5, converged: false, tolerance: 0.1)
    #expect("\(MetricError.notConverged(end))".contains("9 iterations"))
    #expect("\(MetricError.invalidOption(name: "damping", reason: "too big"))".contains("damping"))
  }
}
