import ArgumentParser
import GraphCore
import LearningRegion
import NetworkFormats
import NetworkMetrics
import RegionAnalysis
import RegionIndicators

/// `samspill brokers`
struct BrokersCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "brokers",
    abstract: "Who stands between whom: betweenness, structural holes, brokerage roles.",
    usage: """
      samspill brokers my-region
      samspill brokers my-region --group-by sphere --sort betweenness --top 10
      samspill brokers my-region --group-by municipality --permutations 999 --csv
      samspill brokers my-region --key-players 3
      samspill brokers my-region --suggest-ties 5
      samspill brokers my-region --pathways 10
      samspill brokers my-region --between work_life,research
      """,
    discussion: """
      Roles are counted between groups: the values of --group-by, else the spheres where actors are of two or more, \
      else Leiden clusters. Persons appear under pseudonyms unless --name-persons is given.

      --key-players shows, instead of the actors one by one, the actors that matter most together: without whom the \
      network falls apart (fragmentation), and who is near to everybody (reach). --suggest-ties shows the missing ties that \
      would bring actors nearest. --pathways shows the ties that carry most when somebody walks the network at random. In JSON \
      all stand beside the rows.

      --briefing puts one page together: the first brokers in plain sentences, what breaks when each leaves, and the new \
      ties that would help most. --between does it for those who connect two groups that are not tied themselves. --top says \
      how many brokers (3), --suggest-ties how many ties (3), by strength with --lengths inverse.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("Column of the actors that makes the groups.", valueName: "column"))
  var groupBy: String?
  @Option(
    help: ArgumentHelp(
      "Relabellings for the p-value of each role (default: 199 up to 100 000 arcs, else none).",
      valueName: "n"
    )
  )
  var permutations: Int?
  @Option(help: ArgumentHelp("The best sets of so many key players.", valueName: "k"))
  var keyPlayers: Int?
  @Option(help: ArgumentHelp("So many missing ties worth making.", valueName: "k"))
  var suggestTies: Int?
  @Option(help: ArgumentHelp("The ties that carry most.", valueName: "k"))
  var pathways: Int?
  @Flag(help: "One page in plain sentences: the first brokers, what breaks, which ties would help.")
  var briefing = false
  @Option(
    help: ArgumentHelp(
      "A briefing on those who connect two groups.",
      valueName: "group,group"
    )
  )
  var between: String?
  @Option(help: "Language of the briefing: en or nb.")
  var lang: IndicatorLanguage = .english
  @Flag(help: "Divide betweenness by its largest possible value.")
  var normalized = false
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @OptionGroup var each: EachOptions
  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func validate() throws {
    if let permutations, !(0...1_000_000).contains(permutations) {
      throw ValidationError("--permutations takes a number from 0 to 1 000 000.")
    }
    if let keyPlayers, keyPlayers < 1 {
      throw ValidationError("--key-players takes a number from 1.")
    }
    if let suggestTies, !(1...1_000).contains(suggestTies) {
      throw ValidationError("--suggest-ties takes a number from 1 to 1 000.")
    }
    if let pathways, pathways < 1 {
      throw ValidationError("--pathways takes a number from 1.")
    }
    if between != nil, groupsBetween == nil {
      throw ValidationError("--between takes two groups with a comma between them.")
    }
    let isMore = keyPlayers != nil || pathways != nil || each.each != nil || result.sort != nil
    if isBriefing, isMore {
      throw ValidationError(
        "A briefing is one page: no --key-players, no --pathways, no --each, no --sort."
      )
    }
  }

  private var isBriefing: Bool { briefing || between != nil }

  private var groupsBetween: (String, String)? {
    let names = between?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard let names, names.count == 2, !names.contains("") else { return nil }
    return (names[0], names[1])
  }

  func run(in session: Session) throws {
    let (region, report) = try session.read(input)
    if isBriefing { return try brief(region, report, session) }
    let naming = session.naming(result.namingOfPeople, of: region, report)
    if let groupBy { try naming.refuseRevealing(groupBy, by: "--group-by") }
    let writer = ResultWriter(options: result, console: session.console)
    let isJSON = writer.format == .json
    var sets = BrokerSets(keyPlayers: keyPlayers, suggestTies: suggestTies, pathways: pathways)
    if sets.asked > 1 && !isJSON {
      throw ProgramError(
        .usage,
        "--key-players, --suggest-ties and --pathways make a table each",
        hint: "--json has all of them; else ask for one at a time"
      )
    }
    let isTableOfSets = sets.asked > 0 && !isJSON
    var parts: [ResultTable] = []
    var remarks = AnalysisNotes()
    var origins: [JSONValue] = []
    var totals: [JSONValue] = []
    for (run, projection) in try each.runs(of: region, ties.projection) {
      let graph = try region.network(projection)
      try naming.namingEnds(of: graph) {
        try sets.add(graph, run, naming, minimumResponse: ties.minResponse, session)
      }
      if isTableOfSets { continue }
      let analysis = try naming.namingEnds(of: graph) {
        try analyse(region, graph, naming, session)
      }
      session.finishProgress()
      remarks.add(analysis.notes, of: run)
      parts.append(
        naming.hidingOrder(of: analysis.table, actors: graph.actorOf)
          .inserting(run, at: 2)
      )
      origins.append(analysis.groupingJSON.with(run))
      totals.append(.rows(analysis.totals.inserting(run, at: 0)))
    }
    remarks.merge(sets.remarks)
    session.console.notes(remarks)
    session.console.pseudonyms(naming)
    let record =
      OptionRecord.of(ties, each) + [
        ("group_by", .optional(groupBy)), ("normalized", .bool(normalized)),
        ("permutations", permutations.map { .integer($0) } ?? .null),
        ("key_players", keyPlayers.map { .integer($0) } ?? .null),
        ("suggest_ties", suggestTies.map { .integer($0) } ?? .null),
        ("pathways", pathways.map { .integer($0) } ?? .null),
      ]
    if isTableOfSets {
      try writer.write(sets.table) { _ in .null }
      return
    }
    let isLong = each.each != nil
    if writer.format == .table {
      session.console.note("expectations, z and p of the roles: --csv, --json or --format md")
    }
    let isDetail = { (name: String) in
      name.hasSuffix("_expected") || name.hasSuffix("_z") || name.hasSuffix("_p")
    }
    try writer.write(ResultTable(joining: parts), forReading: { !isDetail($0) }) { rows in
      session.envelope(
        "brokers",
        path: input.path,
        report: report,
        options: record,
        remarks: remarks,
        result: .object(
          [
            ("grouping", isLong ? .array(origins) : origins[0]),
            ("totals", isLong ? .array(totals) : totals[0]), ("rows", .rows(rows)),
          ] + sets.json(isLong: isLong)
        )
      )
    }
  }

  private func analyse(
    _ region: Region,
    _ graph: RegionGraph,
    _ naming: Naming,
    _ session: Session
  ) throws -> BrokerAnalysis {
    let usual = graph.graph.out.arcCount <= 100_000 ? 199 : 0
    return BrokerAnalysis(
      try brokers(region, graph, permutations: permutations ?? usual, session),
      of: graph,
      naming: naming,
      minimumResponse: ties.minResponse
    )
  }

  private func brokers(
    _ region: Region,
    _ graph: RegionGraph,
    permutations: Int,
    _ session: Session
  ) throws -> LearningBrokers {
    let grouping =
      if let groupBy {
        try Grouping(by: groupBy, of: region, graph)
      } else {
        try Grouping.usual(
          of: region,
          graph,
          clusters: { () throws(MetricError) in
            try ClusterAnalysis.usualPartition(
              of: graph,
              seed: session.seed,
              control: session.control
            )
          },
          seed: session.seed
        )
      }
    var options = BrokerOptions()
    options.ties = ties.isWeighted ? .weighted : .binary
    options.lengths = ties.lengths?.rule
    options.normalization = normalized ? .normalized : .raw
    options.permutations = permutations
    options.seed = session.seed
    return try LearningBrokers(
      of: graph,
      grouping: grouping,
      options,
      control: session.control
    )
  }
}

extension BrokersCommand {
  /// One page on the first brokers instead of the table of all.
  fileprivate func brief(_ region: Region, _ report: ReadingReport, _ session: Session) throws {
    let naming = session.naming(result.namingOfPeople, of: region, report)
    if let groupBy { try naming.refuseRevealing(groupBy, by: "--group-by") }
    let graph = try region.network(ties.projection)
    var request = BrokerBriefing.Request()
    request.between = groupsBetween
    request.brokers = result.top ?? request.brokers
    request.ties = suggestTies ?? request.ties
    request.byStrength = ties.lengths == .inverse
    request.seed = session.seed
    let page = try naming.namingEnds(of: graph) {
      try BrokerBriefing(
        try brokers(region, graph, permutations: 0, session),
        of: graph,
        in: region,
        request,
        naming: naming,
        minimumResponse: ties.minResponse,
        control: session.control
      )
    }
    session.finishProgress()
    session.console.notes(page.notes)
    session.console.pseudonyms(naming)
    let writer = ResultWriter(options: result, console: session.console)
    if writer.format == .table { return try writer.write(Array(page.terminal(lang).utf8)) }
    try writer.write(page.table) { _ in
      session.envelope(
        "brokers-briefing",
        path: input.path,
        report: report,
        options: OptionRecord.of(ties) + [
          ("group_by", .optional(groupBy)), ("between", .optional(between)),
          ("lang", .string(lang.rawValue)), ("suggest_ties", .integer(request.ties)),
        ],
        remarks: page.notes,
        result: page.json(lang)
      )
    }
  }
}
