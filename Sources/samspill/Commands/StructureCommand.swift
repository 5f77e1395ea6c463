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

  func validate() throws {
    try ProjectionOptions.checkNames(measures, of: "--measures")
  }

  func run(in session: Session) throws {
    let names = ProjectionOptions.split(measures)
    let chosen = try Catalogue.networkMeasures(named: names.isEmpty ? ["all"] : names)
    let (region, report) = try session.read(input)
    var options = MeasureOptions()
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.seed = session.seed
    let naming = session.naming(result.namingOfTables, of: region, report)
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var documents: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      let analysis = try naming.namingEnds(of: graph) {
        try StructureAnalysis(
          of: graph,
          chosen,
          options,
          minimumResponse: ties.minResponse,
          control: session.control
        )
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        analysis.table.inserting(run, at: 0)
      )
      documents.append(analysis.json.with(run))
    }
    let table = ResultTable(joining: parts)
    session.console.notes(remarks)
    let isLong = each.each != nil
    let record =
      OptionRecord.of(ties, each) + [("measures", .array(chosen.map { .string($0.name) }))]
    try ResultWriter(options: result, console: session.console).write(table) { _ in
      session.envelope(
        "structure",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: isLong ? .object([("runs", .array(documents))]) : documents[0]
      )
    }
  }
}
