import ArgumentParser
import Foundation
import LearningRegion
import NetworkFormats
import SafeFiles

/// `samspill convert`
struct ConvertCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "A network in another format.",
    usage: """
      samspill convert my-region -o my-region.graphml
      samspill convert network.gexf -o my-region
      samspill convert my-region -o ties.csv --lossy
      samspill convert my-region -o map.xlsx --to kumu
      cat ties.csv | samspill convert - --from edges --to graphml -o -
      """,
    discussion: """
      The format follows from the ending of -o, or from --to; a name without an ending is a region folder. What the \
      target cannot hold is listed, and nothing is written unless --lossy says to go on. Written are \
      \(FormatNames.written).

      Exit status: 0 written; 2 bad data, or something would be lost and --lossy is not given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file or folder; - is standard output.", valueName: "path")
  )
  var output: String
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("Format of the output (default: by the ending of -o).", valueName: "format")
  )
  var formatName: String?
  @Option(
    name: .customLong("gexf-version"),
    help: ArgumentHelp(
      "GEXF is written as 1.3, or as 1.2 for older programs.",
      valueName: "version"
    )
  )
  var gexfVersion: WritingOptions.GEXFVersion = .v1_3
  @Flag(help: "Go on although the target cannot hold everything.")
  var lossy = false
  @Flag(help: "Replace an existing file, or the files of an existing folder.")
  var force = false
  @OptionGroup(title: "Run") var running: RunOptions

  var target: OutputTarget? {
    // A folder that is there may be filled; a format that there is not is told of later.
    guard let format = try? targetFormat(), format != .folder else { return nil }
    return OutputTarget(path: output, overwrite: force ? .replace : .refuse)
  }

  func run(in session: Session) throws {
    let format = try targetFormat()
    let (region, _) = try session.read(input)
    // Kumu takes workbooks too; the ending says which.
    let isWorkbook = NetworkFormat(ending: output) == .xlsx
    let options = WritingOptions(
      gexfVersion: gexfVersion,
      kumuFile: isWorkbook ? .workbook : .table
    )
    let losses = NetworkWriter.losses(of: region, in: format, options: options)
    for loss in losses { session.console.warning("\(format.title): \(loss)") }
    if !losses.isEmpty, !lossy {
      throw ProgramError(
        .badData,
        "\(format.title) cannot hold all of this network",
        hint:
          "--lossy writes what it can hold; graphml and gexf hold most, a region folder or a workbook all"
      )
    }
    session.finishProgress()
    if output == "-" {
      let stream = CheckedOutput.standardOutput()
      try stream.write(NetworkWriter.bytes(region, as: format, options: options))
      try stream.flush()
      return
    }
    try NetworkWriter.write(
      region,
      to: output,
      as: format,
      options: options,
      overwrite: force ? .replace : .refuse
    )
    session.console.note(
      "\(region.actors.count) actors and \(region.ties.count) ties in \(output) (\(format.title))"
    )
  }

  private func targetFormat() throws -> NetworkFormat {
    if let formatName {
      let format = try FormatNames.format(formatName)
      guard format.isWritten else {
        throw ProgramError(
          .usage,
          "\(format.title) is read, not written",
          hint: "--to takes one of: \(FormatNames.written)"
        )
      }
      if format == .folder, output == "-" {
        throw ProgramError(.usage, "a region folder cannot go to standard output")
      }
      if format == .xlsx, output == "-", isatty(STDOUT_FILENO) == 1 {
        throw ProgramError(.usage, "a terminal cannot show a workbook", hint: "-o FILE.xlsx")
      }
      return format
    }
    if output == "-" {
      throw ProgramError(
        .usage,
        "standard output has no ending: which format?",
        hint: "--to takes one of: \(FormatNames.written)"
      )
    }
    if let format = NetworkFormat(ending: output), format.isWritten { return format }
    let ending = ResultWriter.ending(of: output)
    guard ending.isEmpty || FileKind(path: output) == .directory else {
      throw ProgramError(
        .usage,
        "the ending .\(ending) stands for no format that is written",
        hint: "--to takes one of: \(FormatNames.written)"
      )
    }
    return .folder
  }
}

extension WritingOptions.GEXFVersion: ExpressibleByArgument {}
