import ArgumentParser
import LearningRegion
import RegionAnalysis
import RegionDiagrams
import RegionReport

/// `samspill report`
struct ReportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "One self-contained HTML page: findings, map, tables, method.",
    usage: """
      samspill report my-region -o report.html
      samspill report my-region -o rapport.html --lang nb
      samspill report my-region -o report.html --wave all --name-persons
      """,
    discussion: """
      The page opens from disk and from an attachment, in any browser of today, and asks nobody for anything. It has headlines with a link \
      to what each figure means, who answered, an interactive map (search, filters, waves, export), sortable tables that download as CSV, \
      brokers, clusters, and what was computed how. Printed it is a document.

      Persons appear under pseudonyms unless --name-persons is given; --anonymise hides everybody.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(name: .customLong("lang"), help: "Language of the report: en or nb.")
  var language: ReportLanguage = .english
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file; - is standard output.", valueName: "file")
  )
  var output: String
  @OptionGroup var page: PageOptions
  @OptionGroup(title: "Run") var running: RunOptions

  var target: OutputTarget? { page.target(output) }

  func run(in session: Session) throws {
    let (region, reading) = try session.read(input)
    let graph = try region.network(ties.projection)
    session.console.notes(AnalysisNotes(of: graph, minimumResponse: ties.minResponse))
    let naming = session.naming(page.naming, of: region, reading)
    for filter in ties.projection.filters {
      try naming.refuseRevealing(filter.column, by: "--where")
    }
    var options = RegionPage.options(of: session, reading, input.path, language)
    options.title = page.title
    options.minimumResponse = ties.minResponse
    options.lengths = ties.lengths?.rule
    if page.anonymise { options.inputName = nil }
    // Ids that were left out by name would tell that somebody of that name exists.
    options.choices = OptionRecord.of(ties)
      .filter { !(naming.hidesAnybody && ["without", "where"].contains($0.0)) }
      .compactMap { name, value in
        let text: String
        switch value {
        case .null, .array([]): return nil
        case .string(let words): text = words
        default: text = value.text(indented: false)
        }
        return ("--" + name.replacing("_", with: "-"), text)
      }
    let report = try naming.namingEnds(of: graph) {
      try RegionReport(
        of: region,
        ties.projection,
        naming: naming,
        options: options,
        renderer: DiagramRenderer(programPath: SystemFacts.programPath),
        control: session.control
      ) { Interrupts.isAsked }
    }
    session.finishProgress()
    for note in report.notes { session.console.note(note) }
    var result = ResultOptions()
    result.output = output
    result.force = page.force
    try ResultWriter(options: result, console: session.console).write(report.html)
  }
}

extension ReportLanguage: ExpressibleByArgument {}
