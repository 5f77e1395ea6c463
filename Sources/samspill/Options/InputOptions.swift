import ArgumentParser

/// Where the network comes from.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A region folder, a network file, or - for standard input.",
      valueName: "net"
    )
  )
  var path: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Format of the input (default: recognised): \(FormatNames.list).",
      valueName: "format"
    )
  )
  var format: String?

  @Flag(help: "Make actors that ties name and actors.csv does not.")
  var createMissing = false
}
