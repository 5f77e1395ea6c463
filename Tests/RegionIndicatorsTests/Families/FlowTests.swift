import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

/// Regions with flows in a line each.
enum Flows {
  /// `0>1 3 research` is a flow of 3 hours from 0 to 1 for research; amount `-` is none.
  static func input(
    types: [String?],
    _ lines: String...,
    ties: String = "",
    change: (Int, inout KnowledgeFlow) -> Void = { _, _ in }
  ) throws -> IndicatorInput {
    let region = try SmallRegions.region(types: types, ties, directed: true) { draft in
      for (number, line) in lines.enumerated() {
        let words = line.split(separator: " ").map(String.init)
        let ends = words[0].split(separator: ">").map(String.init)
        var flow = KnowledgeFlow(source: ends[0], target: ends[1])
        flow.amount = Double(words[1])
        flow.amountUnit = flow.amount == nil ? nil : "hours"
        flow.task = words.count > 2 ? KnowledgeTask(rawValue: words[2]) : nil
        flow.topic = words.count > 3 ? words[3] : nil
        change(number, &flow)
        draft.flows.rows.append(flow)
      }
    }
    return try IndicatorInput(region)
  }
}

@Suite("Symbiosis or transmission")
struct SymbiosisIndicatorsTests {
  /// 0, 1 work life, 2 education, 3 research.
  private let types: [String?] = ["enterprise", "enterprise", "school", "research_institute"]

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try SymbiosisIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("balance by hand")
  func byHand() throws {
    let input = try Flows.input(
      types: types,
      "0>2 4 research",
      "2>0 2 education",
      "2>1 4 practice",
      "1>2 2 practice",
      "2>1 1 practice",
      "0>1 9",
      "3>0 5 research"
    )
    let mutuality = try value("mutuality", input)
    // Work life ↔ education: 6 and 7 hours: 2·6/13. Work life ↔ research: 5 and 0, on one flow.
    let pair = try #require(mutuality.parts.first)
    #expect(pair.key == "work_life ↔ education" && abs((pair.value ?? 0) - 12.0 / 13) < 1e-12)
    #expect(mutuality.parts[1].outcome == .tooFew(n: 1, minimum: 5))
    // Both pairs: 12/(13 + 5).
    #expect(abs((mutuality.value ?? 0) - 12.0 / 18) < 1e-12)
    #expect(mutuality.statements[0].text(.english) { _ in "" }.contains("symbiotic"))
    let matrix = try value("symbiosis_matrix", input)
    // Six of seven flows cross; work life → work life has 9 hours.
    #expect(matrix.measurement?.n == 7 && matrix.value == 6.0 / 7)
    #expect(matrix.parts.first?.key == "work_life → work_life (hours)")
    #expect(matrix.parts.first?.value == 9)
  }

  @Test("without all three tasks balance is exchange; one way is transmission")
  func classes() {
    typealias Ledger = FlowLedger
    #expect(Ledger.classify(1, coversAllTasks: true) == .symbiotic)
    #expect(Ledger.classify(2.0 / 3, coversAllTasks: true) == .symbiotic)
    #expect(Ledger.classify(1, coversAllTasks: false) == .exchange)
    #expect(Ledger.classify(0.5, coversAllTasks: true) == .exchange)
    #expect(Ledger.classify(0.2, coversAllTasks: true) == .transmission)
    #expect(Ledger.mutuality(0, 0) == nil && Ledger.mutuality(3, 0) == 0)
    #expect(Ledger.mutuality(2, 2) == 1 && Ledger.mutuality(1, 3) == Ledger.mutuality(3, 1))
  }

  @Test("amounts of several units, or missing ones, are never added: topics are counted")
  func topics() throws {
    let input = try Flows.input(
      types: types,
      "0>2 4 research a",
      "0>2 - research a",
      "0>2 900 research b",
      "2>0 1 research c",
      "2>0 1 research c"
    )
    #expect(FlowLedger(input.region).yardstick == .topics)
    // Two topics there, one back: 2·1/3.
    let mutuality = try value("mutuality", input)
    #expect(abs((mutuality.value ?? 0) - 2.0 / 3) < 1e-12)
    let units = try Flows.input(types: types, "0>2 4", "2>0 4") { number, flow in
      flow.amountUnit = number == 0 ? "hours" : "days"
    }
    #expect(FlowLedger(units.region).yardstick == .topics)
    #expect(FlowLedger(units.region, unit: "days").flows.count == 1)
  }

  @Test("pairs across spheres with all three tasks")
  func threeTasks() throws {
    let wide: [String?] = ["enterprise", "school", "school", "school", "school", "school"]
    let input = try Flows.input(
      types: wide,
      "0>1 1 research",
      "1>0 1 education",
      "0>1 1 practice",
      "0>2 1 research",
      "0>3 1",
      "4>0 1 practice",
      "5>0 1 education",
      "1>2 1 practice"
    )
    // 0–1 has all three of five pairs; 1–2 is inside education.
    let share = try value("three_task_share", input)
    #expect(share.value == 0.2 && share.measurement?.n == 5)
  }

  @Test("no flows, flows without tasks")
  func missing() throws {
    let none = try Flows.input(types: types)
    for indicator in try SymbiosisIndicators.indicators(none, RunControl()) {
      guard case .notMeasured(let gaps) = indicator.outcome else {
        Issue.record("\(indicator.name)")
        continue
      }
      #expect(gaps[0].file == "flows.csv")
    }
    let untold = try Flows.input(types: types, "0>2 1")
    #expect(
      try value("three_task_share", untold).outcome
        == .notMeasured([DataGap("flows.csv", "task")])
    )
  }
}

@Suite("Horizontality")
struct HorizontalityIndicatorsTests {
  private let firms = [String?](repeating: "enterprise", count: 5)

  private func value(_ name: String, _ input: IndicatorInput) throws -> Indicator {
    let all = try HorizontalityIndicators.indicators(input, RunControl())
    return try #require(all.first { $0.name == name })
  }

  @Test("the share of the largest source, and how many equal ones would do")
  func star() throws {
    let input = try Flows.input(types: firms, "0>1 2", "0>2 2", "1>0 1", "2>0 2", "3>4 1")
    let star = try value("star_dependence", input)
    // 4 of 8 hours from 0; shares ½, ⅛, ¼, ⅛: e^H = 2^(½·1 + ⅛·3 + ¼·2 + ⅛·3) = 2^1.75.
    #expect(star.value == 0.5)
    #expect(abs((star.parts[0].value ?? 0) - 3.363585661014858) < 1e-9)
    #expect(star.statements[0].actors == [0])
  }

  @Test("a person who is the star has no name")
  func person() throws {
    let types: [String?] = ["person", "enterprise", "enterprise", nil, nil]
    let input = try Flows.input(types: types, "0>1 2", "0>2 2", "0>1 1", "2>0 2", "0>2 1")
    let star = try value("star_dependence", input)
    #expect(star.statements.allSatisfy { $0.actors.isEmpty })
    let give = try value("give_take", input)
    #expect(give.statements.allSatisfy { $0.actors != [0] })
  }

  @Test("who gives and who takes")
  func giveTake() throws {
    let input = try Flows.input(
      types: firms,
      "0>1 1",
      "0>2 1",
      "0>3 2",
      "1>4 1",
      "2>4 3",
      "3>4 1"
    )
    let give = try value("give_take", input)
    // 0 only gives, 4 only takes; 1: (1−1)/2 = 0; 2: (3−1)/4 = ½; 3: (1−2)/3 = −⅓.
    #expect(give.parts.map(\.value) == [1, 0, 0.5, -1.0 / 3, -1])
    #expect(abs((give.value ?? 0) - (1 + 0.5 + 1.0 / 3 + 1) / 5) < 1e-12)
    #expect(give.statements.map(\.actors) == [[0], [4]])
  }

  @Test("a directed circle and a star")
  func shapes() throws {
    func region(_ ties: String) throws -> IndicatorInput {
      try IndicatorInput(try SmallRegions.region(types: firms, ties, directed: true))
    }
    let circle = try region("0-1 1-2 2-3 3-4 4-0")
    #expect(try value("reciprocity", circle).value == 0)
    #expect(try value("krackhardt_hierarchy", circle).value == 0)
    #expect(try value("flow_hierarchy", circle).value == 0)
    #expect(try value("centralization_degree", circle).value == 0)
    let star = try region("0-1 0-2 0-3 0-4")
    #expect(try value("krackhardt_hierarchy", star).value == 1)
    #expect(try value("flow_hierarchy", star).value == 1)
    #expect(try value("krackhardt_lub", star).value == 1)
  }

  @Test("nothing there")
  func missing() throws {
    let input = try IndicatorInput(try Region(RegionDraft()))
    for indicator in try HorizontalityIndicators.indicators(input, RunControl()) {
      #expect(indicator.value == nil && !indicator.statements.isEmpty)
    }
  }
}
