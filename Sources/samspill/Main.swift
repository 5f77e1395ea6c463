import ArgumentParser
import Foundation
import GraphvizRenderer
import SafeFiles

/// Where the program begins and ends: parses, runs one command, and turns whatever happens into an exit status.
@main
enum Main {
  static func main() {
    CheckedOutput.ignoreBrokenPipeSignal()
    // Hidden: the program starts itself as the process that draws.
    if CommandLine.arguments.count == 2 && CommandLine.arguments[1] == "__render" {
      exit(GraphvizRenderer.run(input: STDIN_FILENO, output: STDOUT_FILENO))
    }
    var console = Console()
    do {
      var command = try Samspill.parseAsRoot()
      if let command = command as? any SessionCommand { console = command.running.console }
      try command.run()
      exit(ExitStatus.done.rawValue)
    } catch let error as FileError where error.category == .brokenPipe {
      exit(ExitStatus.done.rawValue)
    } catch {
      exit(finish(error, console))
    }
  }

  private static func finish(_ error: any Error, _ console: Console) -> Int32 {
    // Help, versions, completions and parsing errors belong to the argument parser.
    let isOurs =
      error is ProgramError || error is FileError
      || Samspill.exitCode(for: error) == .failure
    guard isOurs else {
      var text = Samspill.fullMessage(for: error)
      // Written like our own.
      if text.hasPrefix("Error: ") { text = "error: " + text.dropFirst("Error: ".count) }
      let status = Samspill.exitCode(for: error).rawValue
      let output = status == 0 ? CheckedOutput.standardOutput() : CheckedOutput.standardError()
      do {
        if !text.isEmpty { try output.write(text + "\n") }
        try output.flush()
        return status
      } catch {
        return error.category == .brokenPipe ? 0 : ExitStatus.inputOutput.rawValue
      }
    }
    let problem = ProgramError(error)
    console.error(problem)
    return problem.status.rawValue
  }
}
