import ArgumentParser
import RegionAnalysis
import SafeFiles

/// How a result is shown and where it goes.
struct ResultOptions: ParsableArguments {
  @Option(
    help:
      "Format of the result (default: table on a terminal, csv in a pipe, else by the ending of -o)."
  )
  var format: ResultFormat?

  @Flag(name: .customLong("csv"), help: "Short for --format csv.")
  var asCSV = false

  @Flag(name: .customLong("json"), help: "Short for --format json.")
  var asJSON = false

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file; - is standard output.", valueName: "file")
  )
  var output: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  @Option(
    help: ArgumentHelp("Show the rows with the largest values first.", valueName: "measure")
  )
  var sort: String?

  @Option(help: ArgumentHelp("Show only the first rows.", valueName: "n"))
  var top: Int?

  @Flag(help: "Write texts as they are, even where a spreadsheet would take them for a formula.")
  var rawText = false

  @Flag(help: "Hide who is who: pseudonyms for every actor.")
  var anonymise = false

  @Flag(help: "Name persons, who else appear under pseudonyms in maps and lists of brokers.")
  var namePersons = false

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top takes a number from 1.") }
    if asCSV && asJSON { throw ValidationError("--csv and --json exclude each other.") }
    if let format, asCSV && format != .csv || asJSON && format != .json {
      throw ValidationError("--format \(format.rawValue) and the short form say different things.")
    }
  }

  /// What to do where the file exists.
  var overwrite: AtomicWriter.Overwrite { force ? .replace : .refuse }

  /// Whose names are shown in a list that singles people out.
  var namingOfPeople: Naming.Rule {
    anonymise ? .nobody : namePersons ? .everybody : .organisations
  }

  /// Whose names are shown in a plain table.
  var namingOfTables: Naming.Rule { anonymise ? .nobody : .everybody }
}

/// What `--format` says.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json, md, xlsx
}
