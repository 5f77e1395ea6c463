import ArgumentParser
import NetworkFormats
import SafeFiles

/// `samspill init`
struct InitCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "A new region folder with templates and worked example rows in each file.",
    usage: "samspill init my-region"
  )

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
  var path: String
  @Flag(help: "Replace files of the same names.")
  var force = false
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let files = RegionTemplate.files()
    try Folders.make(path)
    let overwrite: AtomicWriter.Overwrite = force ? .replace : .refuse
    // All or none: nothing is written where one file stands in the way.
    for file in files {
      try OutputTarget(path: "\(path)/\(file.name)", overwrite: overwrite).refuseEarly()
    }
    for file in files {
      try AtomicWriter.write(file.bytes, to: "\(path)/\(file.name)", overwrite: overwrite)
    }
    session.console.note(
      "\(files.count) files in \(path); `samspill check \(path)` says what is wrong with them"
    )
  }
}
