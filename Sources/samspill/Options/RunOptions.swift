import ArgumentParser
import GraphCore

/// How the program runs.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Seed of every random draw.", valueName: "n"))
  var seed: UInt64 = 20_261_123

  @Option(
    help: ArgumentHelp("Threads (default: one per core); never changes a result.", valueName: "n")
  )
  var threads: Int?

  @Option(help: "Colours in messages.")
  var color: ColourChoice = .auto

  @Flag(name: .shortAndLong, help: "Say only what went wrong.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more.")
  var verbose = false

  func validate() throws {
    guard seed <= UInt64(Int.max) else {
      throw ValidationError("--seed takes a number from 0 to \(Int.max).")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024.")
    }
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  /// Where messages go.
  var console: Console {
    Console(loudness: quiet ? .quiet : verbose ? .verbose : .usual, colour: color)
  }
}

extension ColourChoice: ExpressibleByArgument {}
