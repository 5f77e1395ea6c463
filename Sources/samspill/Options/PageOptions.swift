import ArgumentParser
import RegionAnalysis

/// What a picture and a report ask alike: the heading, who is named, whether a file may be replaced.
struct PageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Heading (default: the region's title).", valueName: "text"))
  var title: String?

  @Flag(help: "Replace an existing file.")
  var force = false

  @Flag(help: "Hide who is who: pseudonyms for every actor.")
  var anonymise = false

  @Flag(help: "Name persons, who else appear under pseudonyms.")
  var namePersons = false

  /// Whose names are shown.
  var naming: Naming.Rule { anonymise ? .nobody : namePersons ? .everybody : .organisations }

  /// The file to write.
  func target(_ path: String) -> OutputTarget? {
    OutputTarget(path: path, overwrite: force ? .replace : .refuse)
  }
}
