import Foundation
import Testing

@Suite("The same bytes, whatever the machine")
struct DeterminismTests {
  static let commands: [[String]] = [
    ["info", "--json"], ["centrality", "--measures", "all"], ["structure", "--json"],
    ["clusters", "--json"], ["brokers", "--permutations", "19", "--json"],
    ["map", "-o", "-", "--to", "svg"], ["map", "-o", "-", "--to", "pdf"],
    ["map", "-o", "-", "--to", "png"], ["map", "-o", "-", "--to", "dot"],
    ["map", "-o", "-", "--to", "svg", "--anonymise", "--groups"],
  ]

  private func output(_ command: [String], _ more: [String], _ environment: [String: String] = [:])
    throws
    -> [UInt8]
  {
    let run = try Program.run(
      [command[0], Program.dataset("nfdi-consortia")] + command.dropFirst() + more,
      in: try Workspace(),
      environment: environment
    )
    #expect(run.status == 0 && !run.isSilent, "\(run)")
    return run.output
  }

  @Test("on one, two and eight threads", arguments: commands)
  func threads(command: [String]) throws {
    let one = try output(command, ["--threads", "1"])
    for threads in ["2", "8"] {
      #expect(try output(command, ["--threads", threads]) == one, "\(threads) threads")
    }
  }

  @Test("of the same seed; another seed may draw another map")
  func seeds() throws {
    for command in [["clusters", "--json"], ["brokers", "--permutations", "19", "--json"]] {
      let one = try output(command, ["--seed", "1"])
      #expect(try output(command, ["--seed", "1"]) == one)
      #expect(try output(command, ["--seed", "2"]) != one)
    }
  }

  /// The compiler of locales, where there is one.
  private static let localedef = "/usr/bin/localedef"

  @Test(
    "in a language that writes 1,5",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: localedef)
        && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales/nb_NO"),
      "localedef and the sources of locales are needed (apt-get install locales)"
    )
  )
  func locale() throws {
    let workspace = try Workspace()
    let made = try Program.other(
      [Self.localedef, "-i", "nb_NO", "-f", "UTF-8", workspace.file("nb_NO.UTF-8")],
      in: workspace
    )
    #expect(made.status == 0)
    let norwegian = ["LOCPATH": workspace.path, "LC_ALL": "nb_NO.UTF-8", "LANG": "nb_NO.UTF-8"]
    // The locale works: it writes numbers with a comma. Otherwise the comparison would prove nothing.
    let proof = try Program.other(
      ["/usr/bin/printf", "%.1f", "1,5"],
      in: workspace,
      environment: norwegian
    )
    #expect(proof.text == "1,5")
    for command in Self.commands {
      #expect(try output(command, [], norwegian) == output(command, []), "\(command)")
    }
  }
}
