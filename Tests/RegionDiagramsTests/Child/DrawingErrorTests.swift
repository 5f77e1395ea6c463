import Testing

@testable import RegionDiagrams

@Suite("What a failed drawing says")
struct DrawingErrorTests {
  @Test(
    "Every error is one sentence with a reason",
    arguments: [
      DrawingError.noActors, .tooManyActors(6_000, limit: 5_000), .timedOut(seconds: 18),
      .killed(signal: 11), .killed(signal: 24), .failed(status: 15, message: "x"),
      .failed(status: 99, message: ""), .cancelled, .badAnswer("the SVG is empty"), .system("full"),
      .unusableInput("y"), .notStarted(program: "p", reason: "r"), .missing("m", advice: "a"),
    ]
  )
  func sentences(error: DrawingError) {
    #expect(error.description.hasPrefix("the drawing could not be made, because "))
    #expect(!error.reason.isEmpty)
    #expect(!error.description.contains("\n"))
  }

  @Test("Too many actors points to the clusters")
  func advice() {
    #expect(DrawingError.tooManyActors(6_000, limit: 5_000).advice?.contains("clusters") == true)
    #expect(DrawingError.tooManyActors(6_000, limit: 5_000).description.contains("6000"))
  }
}
