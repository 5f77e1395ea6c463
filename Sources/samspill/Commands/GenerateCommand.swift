import ArgumentParser
import GraphCore
import NetworkFormats
import RegionGenerators
import SafeFiles

/// `samspill generate`
struct GenerateCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Synthetic regions and benchmark graphs, the same for the same seed.",
    usage: """
      samspill generate region-20k -o region-20k.csv
      samspill generate region --nodes 5000 --ties 28000 --seed 7 -o region.csv --truth circles.csv
      samspill generate region --preset nordvest-forum -o my-synthetic-region
      samspill generate region --actors 300 --workplaces 180 --seed 7 -o another
      samspill generate rmat --scale 16 --edge-factor 16 -o rmat.csv
      samspill generate barabasi --nodes 100000 --attach 5 -o growth.csv
      samspill generate planted --nodes 10000 --ties 60000 --groups 50 --mixing 0.2 -o planted.csv
      samspill generate grid --rows 300 --columns 400 | samspill info - --from edges --undirected
      """,
    discussion: """
      KIND is region (circles in clusters in districts, hubs), rmat (Chakrabarti et al. 2004), grid, \
      barabasi (Barabási and Albert 1999), planted (Condon and Karp 2001), or a benchmark graph: \
      \(Preset.allCases.map { "\($0.rawValue) (\($0.summary))" }.joined(separator: ", ")).

      The ties are undirected, each on one line; nodes are numbers from 0. The seed decides everything, the number of \
      threads nothing.

      region with --actors or a preset at a published size \
      (\(RegionPreset.allCases.map { "\($0.rawValue): \($0.summary)" }.joined(separator: "; "))) \
      makes a whole learning region instead: a folder (-o) with every file, three waves, and truth.json on what was \
      planted in it. All of it is invented, and says so.
      """
  )

  @Argument(help: ArgumentHelp("What to make: a kind or a benchmark graph.", valueName: "kind"))
  var kind: String
  @OptionGroup(title: "Shape") var shape: ShapeOptions
  @OptionGroup(title: "Learning region") var learning: LearningRegionOptions
  @Option(
    help: ArgumentHelp(
      "A benchmark graph or learning region of this kind; the same as giving its name as the kind.",
      valueName: "name"
    )
  )
  var preset: String?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Write to this file; - is standard output. For a learning region: the folder.",
      valueName: "file"
    )
  )
  var output: String?
  @Option(
    help: ArgumentHelp(
      "Write the groups each node is in to this file (region, planted).",
      valueName: "file"
    )
  )
  var truth: String?
  @Option(help: "csv (source,target under a heading) or plain (source target, no heading).")
  var layout: EdgeListLines.Layout = .csv
  @Flag(help: "Replace existing files.")
  var force = false
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    if let named = try learning.named(kind, preset, shape) { return try make(named, session) }
    let generator = try generator(seed: session.seed)
    guard generator.memory.fits(in: Int(SystemFacts.memory / 2)) else {
      throw ProgramError(
        .badData,
        "this graph needs \(generator.memory.bytes >> 20) MB of memory to make",
        hint: "take fewer nodes"
      )
    }
    let target = try GeneratedFile(output, force: force)
    let groups = try truth.map { path in
      guard let grouped = generator as? any GroupedGenerator else {
        throw ProgramError(.usage, "\(kind) has no groups for --truth to tell")
      }
      guard path != "-" else { throw ProgramError(.usage, "--truth takes a file") }
      return (grouped, try GeneratedFile(path, force: force))
    }
    var lines = EdgeListLines(layout)
    var count = 0
    do {
      try generator.forEachChunk(control: session.control) { chunk in
        lines.append(chunk.sources, chunk.targets)
        count += chunk.count
        try target.write(lines.take())
      }
    } catch StreamError<any Error>.refused(let error) {
      throw error
    } catch StreamError<any Error>.cancelled {
      throw Cancelled()
    }
    try target.write(lines.take())
    if let (grouped, file) = groups {
      try write(grouped, to: file, session.control)
      try file.commit()
    }
    try target.commit()
    session.finishProgress()
    session.console.note(
      "\(generator.nodeCount) nodes, \(count) ties, seed \(session.seed)"
        + (output.map { $0 == "-" ? "" : " in \($0)" } ?? "")
    )
  }

  /// Makes a learning region and writes its folder.
  private func make(_ named: LearningRegionOptions.Named, _ session: Session) throws {
    guard let output, output != "-" else {
      throw ProgramError(
        .usage,
        "a learning region is a folder",
        hint: "say which one to make: -o my-synthetic-region"
      )
    }
    guard truth == nil else {
      throw ProgramError(
        .usage,
        "what was planted in a learning region is in truth.json of its folder"
      )
    }
    guard named.recipe.memory.fits(in: Int(SystemFacts.memory / 2)) else {
      throw ProgramError(
        .badData,
        "this region needs \(named.recipe.memory.bytes >> 20) MB of memory to make",
        hint: "take fewer actors"
      )
    }
    let made: SyntheticRegion
    do throws(StreamError<GeneratorError>) {
      made = try SyntheticRegion(
        named.recipe,
        seed: session.seed,
        command: named.command,
        control: session.control
      )
    } catch {
      switch error {
      case .cancelled: throw Cancelled()
      case .refused(let reason): throw ProgramError(.usage, reason.description)
      }
    }
    let command = "\(named.command) --seed \(session.seed)"
    try SyntheticFolder.write(made, to: output, command: command, seed: session.seed, force: force)
    session.finishProgress()
    session.console.note(
      "\(made.region.actors.count) actors, \(made.region.ties.count) ties in three waves, seed \(session.seed), all invented, in \(output)"
    )
  }

  private func generator(seed: UInt64) throws -> any GraphGenerator {
    do {
      if let name = Preset(rawValue: kind) {
        guard preset == nil || preset == kind else {
          throw ProgramError(.usage, "\(kind) and --preset say different things")
        }
        try shape.refuse(besides: [], for: kind)
        return try name.generator(seed: seed)
      }
      guard let kind = GraphKind(rawValue: kind) else {
        let known =
          GraphKind.allCases.map(\.rawValue) + Preset.allCases.map(\.rawValue)
          + RegionPreset.allCases.map(\.rawValue)
        throw ProgramError(
          .usage,
          "unknown kind of graph \"\(kind)\"",
          hint: ProgramError.known(kind, known)
        )
      }
      if let preset {
        var known = Preset.allCases.map(\.rawValue).filter { $0.hasPrefix("\(kind.rawValue)-") }
        if kind == .region { known += RegionPreset.allCases.map(\.rawValue) }
        guard known.contains(preset), let preset = Preset(rawValue: preset) else {
          throw ProgramError(
            .usage,
            "\(kind.rawValue) has no preset \"\(preset)\"",
            hint: ProgramError.known(preset, known)
          )
        }
        try shape.refuse(besides: [], for: preset.rawValue)
        return try preset.generator(seed: seed)
      }
      return try shape.generator(kind, seed: seed)
    } catch let error as GeneratorError {
      throw ProgramError(.usage, error.description)
    }
  }

  private func write(
    _ generator: any GroupedGenerator,
    to file: GeneratedFile,
    _ control: RunControl
  ) throws {
    try file.write(Array("id,\(generator.groupNames.joined(separator: ","))\n".utf8))
    for node in 0..<generator.nodeCount {
      if node & 0xFFFF == 0 { try control.checkCancelled() }
      let groups = generator.groups(of: node).map { String($0) }.joined(separator: ",")
      try file.write(Array("\(node),\(groups)\n".utf8))
    }
  }
}

extension EdgeListLines.Layout: ExpressibleByArgument {}

/// Where generated bytes go: a file that appears when it is complete, or standard output.
private struct GeneratedFile {
  private let file: AtomicWriter?
  private let stream: CheckedOutput?

  init(_ path: String?, force: Bool) throws {
    if let path, path != "-" {
      file = try AtomicWriter(path: path, overwrite: force ? .replace : .refuse)
      stream = nil
    } else {
      file = nil
      stream = .standardOutput()
    }
  }

  func write(_ bytes: [UInt8]) throws {
    try file?.write(bytes)
    try stream?.write(bytes)
  }

  func commit() throws {
    try file?.commit()
    try stream?.flush()
  }
}
