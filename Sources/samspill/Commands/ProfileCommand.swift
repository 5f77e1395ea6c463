import ArgumentParser
import RegionAnalysis
import RegionIndicators

/// `samspill profile`
struct ProfileCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract:
      "Every indicator of a learning region that the data allow, and what the others would take.",
    usage: """
      samspill profile my-region
      samspill profile my-region --lang nb
      samspill profile my-region --only trust,brokers --parts --csv
      samspill profile my-region -o profile.md
      """,
    discussion: """
      There is no score in the end: a learning region is a profile. Each value comes with the number of cases it rests on, \
      with an interval or a p-value where there is one, and with what chance would give. What is not measured names the \
      file and the columns it would take. `samspill explain NAME` says what an indicator means and how it misleads.

      Above 3 000 actors betweenness is estimated from sampled paths.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "Families to look at, or indicators of theirs, separated by commas (default: all).",
      valueName: "names"
    )
  )
  var only: [String] = []
  @Flag(help: "Also the values of parts: pairs of spheres, workplaces, actors, waves.")
  var parts = false
  @Option(help: "Language of sentences: en or nb.")
  var lang: IndicatorLanguage = .english
  @Option(help: ArgumentHelp("How often chance is asked.", valueName: "n"))
  var permutations = 999
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    try ProjectionOptions.checkNames(only, of: "--only")
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations takes a number from 1 to 1 000 000.")
    }
    if ties.lengths != nil || ties.isWeighted {
      throw ValidationError(
        "Each indicator says itself how it uses weights: no --lengths, no --weighted."
      )
    }
  }

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(only)
    let families = try names.isEmpty ? IndicatorFamily.all : ProfileAnalysis.families(named: names)
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfPeople, of: region, report)
    // Said here so that an actor or relation that is not there gets a hint.
    _ = try region.network(ties.projection)
    let indicators = try IndicatorInput(
      region,
      ties.projection,
      seed: session.seed,
      permutations: permutations,
      threads: session.control.threads
    )
    let analysis = try ProfileAnalysis(
      of: indicators,
      families: families,
      naming: naming,
      minimumResponse: ties.minResponse,
      control: session.control
    )
    session.finishProgress()
    session.console.notes(analysis.notes)
    let writer = ResultWriter(options: result, console: session.console)
    let isPlain = result.sort == nil && result.top == nil && !parts
    switch writer.format {
    case .table where isPlain: try writer.write(Array(analysis.terminal(lang).utf8))
    case .md where isPlain:
      let title = naming.rule == .nobody ? nil : region.header.title
      try writer.write(Array(analysis.markdown(lang, title: title).utf8))
    default:
      try writer.write(analysis.table(parts: parts)) { _ in
        session.envelope(
          "profile",
          path: input.path,
          report: report,
          options: OptionRecord.of(ties) + [
            ("only", .array(names.map { .string($0) })), ("parts", .bool(parts)),
            ("lang", .string(lang.rawValue)), ("permutations", .integer(permutations)),
          ],
          remarks: analysis.notes,
          result: .object([("families", analysis.json(lang, parts: parts))])
        )
      }
    }
  }
}

extension IndicatorLanguage: ExpressibleByArgument {}
