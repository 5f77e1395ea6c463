import Foundation
import Testing

/// What the README shows is what the program prints.
@Suite("README")
struct ReadmeTests {
  struct Example: CustomStringConvertible, Sendable {
    let arguments: [String]
    let output: String
    var description: String { arguments.joined(separator: " ") }
  }

  /// The blocks that begin with `$ samspill`, with what stands below the command.
  static let examples: [Example] = {
    let file = Program.repository.appending(path: "README.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "```console\n").dropFirst().compactMap { rest in
      guard let block = rest.components(separatedBy: "```").first,
        let end = block.firstIndex(of: "\n")
      else { return nil }
      let words = block[..<end].split(separator: " ").map(String.init)
      return Example(
        arguments: words.dropFirst(2).map { word in
          word.hasPrefix("Datasets/") ? Program.repository.appending(path: word).path : word
        },
        output: String(block[block.index(after: end)...])
      )
    }
  }()

  @Test("has three commands with their output on its first page")
  func threeCommands() { #expect(Self.examples.count >= 3) }

  @Test("shows what the program prints", arguments: examples)
  func prints(_ example: Example) throws {
    let run = try Program.run(example.arguments, in: Workspace())
    #expect(run.status == 0)
    #expect(run.text == example.output)
  }

  @Test("names every command of the program, and no other")
  func commands() throws {
    let file = Program.repository.appending(path: "README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let named = Set(
      text.split(separator: "\n").compactMap { line -> String? in
        guard line.hasPrefix("| `samspill ") else { return nil }
        return String(line.dropFirst("| `samspill ".count).prefix { $0 != " " && $0 != "`" })
      }
    )
    let help = try Program.run(["--help"], in: Workspace()).text
    let commands = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    let built = Set(
      commands.split(separator: "\n").compactMap { line -> String? in
        guard line.hasPrefix("  "), !line.hasPrefix("   "),
          let word = line.split(separator: " ").first
        else { return nil }
        return String(word)
      }
    ).subtracting(["See"])
    #expect(named == built)
  }
}
