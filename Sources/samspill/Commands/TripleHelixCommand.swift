import ArgumentParser
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// `samspill triple-helix`
struct TripleHelixCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "triple-helix",
    abstract: "Mutual information of place, sector and size, beside what chance gives.",
    usage: """
      samspill triple-helix my-region
      samspill triple-helix my-region --columns municipality,nace,employees
      samspill triple-helix my-region --regions county --json
      """,
    discussion: """
      T in bits, over the organisations (actors of the types person and network do not count). T below zero is called \
      synergy only where it lies below the mean of permuted labels with p < .05. Refused below five cases per combination of \
      values that occurs. Employees are put into the classes 0–9, 10–49, 50–249, 250 and more.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(
    help: ArgumentHelp(
      "The three columns of the actors (default: municipality, nace or type, employees, as they are there).",
      valueName: "place,sector,size"
    )
  )
  var columns: String?
  @Option(help: ArgumentHelp("Take T apart by this column of the actors.", valueName: "column"))
  var regions: String?
  @Option(help: ArgumentHelp("How often labels are permuted.", valueName: "n"))
  var permutations = 999
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Take only actors with this value; may be repeated.",
      valueName: "column=value"
    )
  )
  var filters: [String] = []
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  private var names: [String] {
    columns.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      ?? []
  }

  func validate() throws {
    if columns != nil, names.count != 3 || names.contains("") || Set(names).count != 3 {
      throw ValidationError("--columns takes three columns with commas between them.")
    }
    guard (1...1_000_000).contains(permutations) else {
      throw ValidationError("--permutations takes a number from 1 to 1 000 000.")
    }
    for filter in filters where !filter.contains("=") {
      throw ValidationError("--where takes COLUMN=VALUE, not \"\(filter)\".")
    }
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    let naming = session.naming(result.namingOfTables, of: region, report)
    for column in names + (regions.map { [$0] } ?? []) {
      try naming.refuseRevealing(column, by: column == regions ? "--regions" : "--columns")
    }
    var request = TripleHelixAnalysis.Request()
    if names.count == 3 { request.columns = HelixColumns(names[0], names[1], names[2]) }
    request.regions = regions
    request.permutations = permutations
    request.seed = session.seed
    request.filters = filters.map { filter in
      let parts = filter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ActorFilter(column: String(parts[0]), value: String(parts[1]))
    }
    let analysis = try TripleHelixAnalysis(
      of: region,
      request,
      naming: naming,
      control: session.control
    )
    session.finishProgress()
    session.console.notes(analysis.notes)
    let writer = ResultWriter(options: result, console: session.console)
    // Taken apart, the parts are what was asked for; in JSON both stand side by side.
    let table = regions == nil || writer.format == .json ? analysis.table : analysis.regions
    try writer.write(table) { rows in
      session.envelope(
        "triple-helix",
        path: input.path,
        report: report,
        options: [
          ("columns", columns.map { _ in .array(names.map { .string($0) }) } ?? .null),
          ("regions", .optional(regions)), ("permutations", .integer(permutations)),
          ("where", .array(filters.map { .string($0) })),
        ],
        remarks: analysis.notes,
        result: .object([("rows", .rows(rows)), ("regions", .rows(analysis.regions))])
      )
    }
  }
}
