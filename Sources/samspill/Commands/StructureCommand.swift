import ArgumentParser
import RegionAnalysis

/// `samspill structure`
struct StructureCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "structure",
    abstract: "Measures of the whole network: density, components, reciprocity, triads, …",
    usage: """
      samspill structure my-region
      samspill structure my-region --relation advice --json
      samspill structure my-region --measures density,reciprocity --each wave
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Measures, separated by commas (default: all).", valueName: "names"))
  var measures: [String] = []
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(measures)
    let chosen = try Catalogue.networkMeasures(named: names.isEmpty ? ["all"] : names)
    let (region, report) = try session.read(input)
    var options = MeasureOptions()
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.seed = session.seed
    var table: ResultTable?
    var documents: [JSONValue] = []
    for (prefix, projection) in try each.projections(of: region, ties.projection) {
      let analysis = try StructureAnalysis(
        of: try region.graph(projection),
        chosen,
        options,
        minimumResponse: ties.minResponse,
        control: session.control
      )
      session.finishProgress()
      session.console.notes(analysis.notes)
      let part = analysis.table.prefixed(prefix)
      if table == nil { table = part } else { table?.append(contentsOf: part) }
      documents.append(analysis.json.with(prefix))
    }
    guard let table else { throw ProgramError(.badData, "there is nothing to run over") }
    let isLong = each.each != nil
    let record = OptionRecord.of(ties) + [("measures", .array(chosen.map { .string($0.name) }))]
    try ResultWriter(options: result, console: session.console).write(table) { _ in
      session.envelope(
        "structure",
        path: input.path,
        report: report,
        options: record,
        result: isLong ? .object([("runs", .array(documents))]) : documents[0]
      )
    }
  }
}
