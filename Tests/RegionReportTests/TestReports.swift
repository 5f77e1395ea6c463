import Foundation
import LearningRegion
import RegionAnalysis
import RegionDiagrams

@testable import RegionReport

/// Regions and reports for the tests of this target.
enum TestReports {
  /// The program that the build put beside the test runner (above its bundle on macOS).
  static var program: String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("samspill").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
      folder.deleteLastPathComponent()
    }
    return "/nonexistent/samspill"
  }

  static var renderer: DiagramRenderer { DiagramRenderer(programPath: program, deadline: 120) }

  /// Names that would do harm where they are not escaped.
  static let hostileNames = [
    "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "=cmd|' /C calc'!A0",
    "\"\u{338} onmouseover=alert(1) x=\"", "<!--", "שלום עולם", "\u{202E}txt.exe",
    "line\u{2028}separator", "{{title}}", String(repeating: "Å", count: 300),
  ]

  /// Ten actors with these names in two circles, two of them persons, two waves, two relations.
  static func region(names: [String] = hostileNames) throws -> Region {
    var draft = RegionDraft()
    draft.header.title = "Sjø & <land>"
    for (place, name) in names.enumerated() {
      var actor = Actor(id: "a\(place)")
      actor.label = name
      actor.type = place % 5 == 1 ? "person" : place % 2 == 0 ? "enterprise" : "university"
      draft.actors.append(actor)
    }
    var advice = Relation(name: "advice")
    advice.directed = true
    var joint = Relation(name: "joint")
    joint.directed = false
    draft.relations = [advice, joint]
    draft.waves = [Wave(name: "2023"), Wave(name: "2024")]
    draft.declaredWaves = 2
    let half = names.count / 2
    func tie(_ source: Int, _ target: Int, _ relation: Int32, _ wave: Int32?, _ weight: Double = 1)
    {
      var tie = Tie(
        source: Int32(source),
        target: Int32(target),
        relation: relation,
        weight: weight
      )
      tie.wave = wave
      draft.ties.append(tie)
    }
    for place in 0..<half - 1 {
      tie(place, place + 1, 0, 1, Double(place + 1))
      tie(place + 1, place, 0, place % 2 == 0 ? 1 : 0)
      tie(half + place, half + (place + 1) % (half - 1), 0, nil)
    }
    tie(0, half, 1, nil, 2)
    return try Region(draft)
  }

  /// A report as text.
  static func html(
    _ region: Region,
    _ rule: Naming.Rule = .everybody,
    language: ReportLanguage = .english,
    wave: GraphProjection.WaveChoice = .all,
    renderer: DiagramRenderer = renderer
  ) throws -> (text: String, notes: [String]) {
    var options = ReportOptions()
    options.language = language
    options.inputHash = String(repeating: "ab", count: 32)
    options.inputName = "region"
    var projection = GraphProjection()
    projection.wave = wave
    let report = try RegionReport(
      of: region,
      projection,
      naming: Naming(rule, of: region, seed: 7),
      options: options,
      renderer: renderer
    )
    return (String(decoding: report.html, as: UTF8.self), report.notes)
  }

  /// What stands between two texts, the first time.
  static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let from = text.range(of: start),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }
}
