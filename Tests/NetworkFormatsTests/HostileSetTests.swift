import LearningRegion
import Testing

@testable import NetworkFormats

/// Every file of Tests/Fixtures/hostile ends as it must: read with the right counts, in silence or
/// with something said about it, or refused at the right line. Always in time.
@Suite struct HostileSetTests {
  /// A row of expected.csv.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let format: NetworkFormat?
    let verdict: String
    let actors: Int?
    let ties: Int?
    let line: Int?
    var testDescription: String { name }
  }

  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/Fixtures/hostile/"
  }()

  static let cases: [Case] = {
    guard let file = try? InputBytes(path: folder + "expected.csv", limit: 1 << 20) else {
      return []
    }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Case(
        name: cells[0],
        format: NetworkFormat(rawValue: cells[1]),
        verdict: cells[2],
        actors: Int(cells[3]),
        ties: Int(cells[4]),
        line: Int(cells[5])
      )
    }
  }()

  @Test func theSetIsThere() {
    #expect(Self.cases.count >= 400)
    #expect(Set(Self.cases.map(\.verdict)) == ["accept", "warn", "reject"])
  }

  @Test(arguments: cases)
  func verdict(_ hostile: Case) throws {
    var result: ReadingResult?
    let time = try ContinuousClock().measure {
      result = try NetworkReader.read(Self.folder + "set/" + hostile.name, format: hostile.format)
    }
    #expect(time < .seconds(10))
    let report = try #require(result?.report)
    let diagnostics = report.diagnostics
    #expect(diagnostics.hasErrors == (result?.region == nil))
    guard hostile.verdict != "reject" else {
      #expect(result?.region == nil)
      let errors = diagnostics.shown.filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.location != nil })
      if let line = hostile.line {
        #expect(errors.contains { $0.location?.line == line }, "\(diagnostics.rendered())")
      }
      return
    }
    let region = try #require(result?.region, "\(diagnostics.rendered())")
    #expect(region.actors.count == hostile.actors)
    #expect(report.tiesRead == hostile.ties)
    let isSilent =
      diagnostics.shown.isEmpty && report.assumptions.allSatisfy { $0.subject == .format }
    #expect(isSilent == (hostile.verdict == "accept"), "\(report.assumptions)")
  }
}
