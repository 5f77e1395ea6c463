import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("Forms of learning")
struct LearningFormIndicatorsTests {
  private let firms = [String?](repeating: "enterprise", count: 3)

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try LearningFormIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("two fields by hand")
  func byHand() throws {
    let input = try Flows.input(types: firms, "0>1 3", "0>1 1", "1>0 2", "0>2 1", "2>1 1") {
      flow,
      row in
      row.unit = flow < 3 ? .collective : .individual
      row.mode = flow == 0 || flow == 1 ? .experiential : .theoretical
      row.setting = flow == 0 ? .informal : .formal
    }
    let share = try value("organisational_learning_share", input)
    // 3 + 1 of 8 hours; 2 collective and theoretical, 2 individual and theoretical.
    #expect(share.value == 0.5)
    #expect(share.parts.prefix(4).map(\.value) == [0.25, 0, 0.25, 0.5])
    // Actor 1 received 3 + 1 together from experience, 1 otherwise: .8 on three flows; the others have too few.
    #expect(share.parts.suffix(3).map(\.value) == [nil, 0.8, nil])
    let settings = try value("learning_settings", input)
    // Formal 5/8, informal 3/8: e^H with H = −⅝ ln ⅝ − ⅜ ln ⅜ = .661563.
    #expect(abs((settings.value ?? 0) - 1.937822) < 1e-5)
    #expect(settings.parts.prefix(3).map(\.value) == [0.625, 0, 0.375])
    // Actor 1 received 3 informal and 2 formal: e^H with H = −⅗ ln ⅗ − ⅖ ln ⅖ = .673012.
    #expect(abs((settings.parts.suffix(2).first?.value ?? 0) - 1.960132) < 1e-5)
  }

  @Test("nothing is told of a single person, nor of a few; of five there is")
  func people() throws {
    func input(_ type: String) throws -> IndicatorInput {
      let types = (0..<6).map { $0 == 0 ? "school" : type }
      return try Flows.input(types: types, "0>1 1", "0>1 1", "0>1 1", "0>2 1", "0>3 1") { _, row in
        row.unit = .collective
        row.mode = .experiential
        row.setting = .formal
      }
    }
    for name in ["organisational_learning_share", "learning_settings"] {
      let firms = try value(name, try input("enterprise")).parts.filter { $0.actor != nil }
      #expect(firms.first?.value == 1)
      let people = try value(name, try input("person")).parts.filter { $0.actor != nil }
      #expect(people.map(\.outcome) == [.suppressed, .suppressed, .suppressed])
    }
  }

  @Test("flows that do not say, and no flows")
  func missing() throws {
    for input in [try Flows.input(types: firms, "0>1 1"), try Flows.input(types: [])] {
      for indicator in try LearningFormIndicators.indicators(input, RunControl()) {
        guard case .notMeasured(let gaps) = indicator.outcome else {
          Issue.record("\(indicator.name)")
          continue
        }
        #expect(gaps[0].file == "flows.csv")
      }
    }
  }
}
