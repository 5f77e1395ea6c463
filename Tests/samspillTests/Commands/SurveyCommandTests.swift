import Foundation
import Testing

@Suite("samspill survey")
struct SurveyCommandTests {
  private static let samples: [(name: String, exports: [String])] = [
    ("forms-nb", ["svar.csv"]), ("qualtrics-en", ["responses.csv"]),
    ("limesurvey-nb", ["results-survey123456.csv"]), ("kobo-en", ["main.csv", "contacts.csv"]),
    ("surveyxact-nb", ["dataset.csv"]), ("long-en", ["2023.csv", "2025.csv"]),
  ]

  private func path(_ sample: String, _ file: String) -> String {
    Program.repository.appending(path: "Tests/Fixtures/surveys/\(sample)/\(file)").path
  }

  /// A workspace with the files of a sample but its plan and expectation.
  private func workspace(_ name: String, _ files: [String]) throws -> Workspace {
    let workspace = try Workspace()
    for file in files {
      let bytes = try #require(FileManager.default.contents(atPath: path(name, file)))
      try workspace.write(file, Array(bytes))
    }
    return workspace
  }

  @Test(
    "init proposes, ties makes a folder that check finds no fault with",
    arguments: samples.indices
  )
  func wholePath(number: Int) throws {
    let (name, exports) = Self.samples[number]
    let workspace = try workspace(name, exports)
    let proposed = try Program.run(["survey", "init"] + exports, in: workspace)
    #expect(proposed.status == 0 && proposed.isSilent, "\(proposed)")
    #expect(proposed.errors.contains("survey.yaml and survey-roster.csv ("))
    let made = try Program.run(
      ["survey", "ties"] + exports + ["-m", "survey.yaml", "-o", "region"],
      in: workspace
    )
    #expect(made.status == 0, "\(made)")
    #expect(made.lines.contains { $0.contains(" answered (") })
    #expect(
      try Set(workspace.names("region")) == ["actors.csv", "ties.csv", "roster.csv", "region.yaml"]
    )
    let checked = try Program.run(["check", "region"], in: workspace)
    #expect(checked.status == 0, "\(checked)")
  }

  @Test("the plans written by hand make the regions written by hand", arguments: samples.indices)
  func byHand(number: Int) throws {
    let (name, exports) = Self.samples[number]
    let workspace = try Workspace()
    let run = try Program.run(
      ["survey", "ties"] + exports.map { path(name, $0) }
        + ["-m", path(name, "survey.yaml"), "-o", "region"],
      in: workspace
    )
    #expect(run.status == 0, "\(run)")
    for file in ["actors.csv", "ties.csv", "roster.csv", "region.yaml"] {
      let expected = try String(contentsOfFile: path(name, "expected/\(file)"), encoding: .utf8)
      #expect(workspace.text("region/\(file)") == expected)
    }
  }

  @Test("what is printed: ties, response rates, names that the roster does not have")
  func printed() throws {
    let name = "limesurvey-nb"
    let files = ["results-survey123456.csv", "survey.yaml", "roster.csv"]
    let workspace = try workspace(name, files)
    let plan = try #require(workspace.text("survey.yaml"))
    try workspace.write(
      "survey.yaml",
      plan.replacingOccurrences(of: "names: \"names.csv\"\n", with: "")
    )
    let arguments = ["survey", "ties", files[0], "-m", "survey.yaml"]
    let run = try Program.run(
      arguments + ["-o", "region", "--write-names", "names.csv"],
      in: workspace
    )
    #expect(run.status == 0)
    #expect(
      run.text == """
        7 actors, 6 ties in 2 relations
          collaboration: 3 of 4 answered (75 %)
          advice: 3 of 4 answered (75 %)
        2 names not in the roster:
          Δήμητρα
          Øyvind Aasen – Øyvind Åsen?

        """
    )
    #expect(run.errors.contains("did you mean \"Øyvind Åsen\"?"))
    #expect(
      workspace.text("names.csv") == "name,actor\nΔήμητρα,Δήμητρα\nØyvind Aasen,Øyvind Åsen\n"
    )
    // The file of names, as it was written, merges what was suggested.
    let named = try Program.run(
      arguments + ["-o", "second", "--names", "names.csv"],
      in: workspace
    )
    #expect(named.status == 0 && named.text.hasPrefix("6 actors, 6 ties") && named.lines.count == 3)
    let accepted = try Program.run(arguments + ["-o", "third", "--accept"], in: workspace)
    #expect(accepted.text.contains("  Øyvind Aasen → Øyvind Åsen\n"))
    #expect(workspace.text("second/ties.csv") == workspace.text("third/ties.csv"))
  }

  @Test("with a mistake nothing is written, and the place is told")
  func mistakes() throws {
    let workspace = try Workspace()
    try workspace.write("a.csv", "who,friends\nann,bo\n")
    try workspace.write("survey.yaml", "respondent: hwo\nrelations: {t: {list: friends}}\n")
    let run = try Program.run(
      ["survey", "ties", "a.csv", "-m", "survey.yaml", "-o", "r"],
      in: workspace
    )
    #expect(run.status == 2 && run.isSilent)
    #expect(run.errors.hasPrefix("survey.yaml:1:13: error: a.csv has no column \"hwo\""))
    #expect(run.errors.contains("hint: did you mean \"who\"?"))
    #expect(try workspace.names() == ["a.csv", "survey.yaml"])
    try workspace.write("b.csv", "who,friends\n")
    let empty = try Program.run(["survey", "init", "b.csv", "-o", "new.yaml"], in: workspace)
    #expect(
      empty.status == 2
        && empty.errors.contains("b.csv: error: the export has headings and no answers")
    )
    #expect(try workspace.names() == ["a.csv", "b.csv", "survey.yaml"])
  }

  @Test("wrong usage, missing files, files in the way")
  func usage() throws {
    let workspace = try Workspace()
    try workspace.write("a.csv", "who,friends\nann,bo;cy\nbo,ann;cy\n")
    for arguments in [["survey", "init"], ["survey", "ties", "a.csv"], ["survey", "draw"]] {
      let run = try Program.run(arguments, in: workspace)
      #expect(run.status == 64 && run.isSilent, "\(run)")
    }
    #expect(try Program.run(["survey", "init", "none.csv"], in: workspace).status == 74)
    #expect(
      try Program.run(["survey", "ties", "a.csv", "-m", "none.yaml", "-o", "r"], in: workspace)
        .status == 74
    )
    #expect(try Program.run(["survey", "init", "a.csv"], in: workspace).status == 0)
    #expect(try Program.run(["survey", "init", "a.csv"], in: workspace).status == 74)
    #expect(try Program.run(["survey", "init", "a.csv", "--force"], in: workspace).status == 0)
    let onOutput = try Program.run(["survey", "init", "a.csv", "-o", "-"], in: workspace)
    #expect(onOutput.status == 0 && onOutput.text == workspace.text("survey.yaml"))
    try workspace.write("r/ties.csv", "source,target\n")
    let ties = ["survey", "ties", "a.csv", "-m", "survey.yaml", "-o", "r"]
    #expect(try Program.run(ties, in: workspace).status == 74)
    #expect(try Program.run(ties + ["--force"], in: workspace).status == 0)
  }

  @Test("help of both steps", arguments: ["init", "ties"])
  func help(step: String) throws {
    let run = try Program.run(["survey", step, "--help"], in: try Workspace())
    #expect(run.status == 0 && run.text.hasPrefix("OVERVIEW: "))
    #expect(run.text.contains("samspill survey \(step) answers.csv"))
  }
}
