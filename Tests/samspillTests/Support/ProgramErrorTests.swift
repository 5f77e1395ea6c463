import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams
import SafeFiles
import Testing

@testable import samspill

/// Testing has a type of the same name.
private typealias Status = samspill.ExitStatus

@Suite("What an error says and how the program exits")
struct ProgramErrorTests {
  private struct Strange: Error, CustomStringConvertible { let description = "strange" }

  @Test("every kind of error has its exit status")
  func statuses() {
    func status(_ error: any Error) -> Status { ProgramError(error).status }
    for category in FileError.Category.allCases {
      let error = FileError(path: "x", operation: .open, category: category)
      #expect(status(error) == .inputOutput)
    }
    #expect(status(MetricError.cancelled) == .interrupted)
    #expect(status(Cancelled()) == .interrupted)
    #expect(status(MetricError.invalidOption(name: "x", reason: "y")) == .usage)
    #expect(status(MetricError.notFinite(measure: "x")) == .badData)
    let estimate = MemoryEstimate(bytes: 1 << 40)
    #expect(status(MetricError.tooMuchMemory(needed: estimate, limit: 1)) == .badData)
    #expect(status(DrawingError.noActors) == .drawingFailed)
    #expect(status(UnknownName(name: "x", what: "measure", near: [])) == .usage)
    #expect(status(Strange()) == .badData)
    for error in [
      ProjectionError.unknownRelation("x", known: []), .unknownWave("x", known: []),
      .unknownColumn("x", known: []), .unknownActor("x"), .mixesLengthsAndStrengths(["x"]),
    ] {
      #expect(status(error) == .usage)
    }
    let all: [Status] = [
      .done, .problemsFound, .badData, .usage, .drawingFailed, .inputOutput, .interrupted,
    ]
    #expect(all.map(\.rawValue) == [0, 1, 2, 64, 70, 74, 130])
  }

  @Test("an error that is already one stays what it is")
  func same() {
    let error = ProgramError(.drawingFailed, "m", hint: "h")
    let again = ProgramError(error as any Error)
    #expect(again.status == .drawingFailed && again.message == "m" && again.hint == "h")
    #expect(ProgramError.said(.problemsFound).isSaid)
  }

  @Test("hints: near names, else the first of those there are, else that there are none")
  func hints() {
    #expect(ProgramError.known("advise", ["trust", "advice"]) == "did you mean \"advice\"?")
    #expect(ProgramError.known("zzz", ["trust", "advice"]) == "known here: trust, advice")
    #expect(ProgramError.known("zzz", []) == "there are none")
    let many = (0..<20).map { "relation\($0)" }
    #expect(ProgramError.known("zzz", many)?.hasSuffix("relation11, …") == true)
    #expect(
      ProgramError.known("ab", ["abc", "abd"]) == "did you mean \"abc\" or \"abd\"?"
    )
  }
}
