import ArgumentParser
import GraphCore
import LearningRegion
import NetworkFormats
import RegionAnalysis
import RegionDiagrams
import RegionIndicators
import RegionReport
import SafeFiles

/// `samspill demo`
struct DemoCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "The main job on a real region: report, map, brokers, clusters and what they say.",
    usage: """
      samspill demo
      samspill demo my-folder
      """,
    discussion: """
      The network: 46 planned and funded consortia of the German national research data infrastructure and whom their public \
      letters of intent of 2019 to 2021 name as partners (collected by dorothearrr, MIT licence). It is written beside the results, \
      so that every other command can be tried on it.
      """
  )

  @Argument(help: ArgumentHelp("The folder for the results.", valueName: "dir"))
  var path = "samspill-demo"
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    let data = "\(path)/\(DemoRegion.folder)"
    try Folders.make(data)
    for file in DemoRegion.files {
      try AtomicWriter.write(file.bytes, to: "\(data)/\(file.name)", overwrite: .replace)
    }
    try AtomicWriter.write(DemoRegion.notices, to: "\(path)/NOTICES.md", overwrite: .replace)
    var input = InputOptions()
    input.path = data
    input.format = nil
    input.createMissing = false
    let (region, reading) = try session.read(input)
    var projection = GraphProjection()
    projection.wave = .all
    let graph = try region.graph(projection)
    let naming = Naming(.organisations, of: region, seed: session.seed)
    let clusters = try ClusterAnalysis(
      of: graph,
      in: region,
      .leiden(resolution: 1),
      seed: session.seed,
      naming: naming,
      control: session.control
    )
    var options = BrokerOptions()
    options.seed = session.seed
    let brokers = try LearningBrokers(
      of: graph,
      grouping: Grouping(clusters: clusters.partition, seed: session.seed),
      options,
      control: session.control
    )
    let table = BrokerAnalysis(brokers, of: graph, naming: naming).table
    try write(table, "brokers.csv")
    try write(clusters.table, "clusters.csv")

    let map = RegionMap(region: region, graph: graph, projection: projection, naming: naming)
    var look = RegionMap.Look()
    look.halos = 3
    look.drawing.groups = .outlined
    for format in [DrawingFormat.svg, .png] {
      let drawing = try map.draw(look, format: format, session)
      try AtomicWriter.write(
        drawing.bytes,
        to: "\(path)/map.\(format.rawValue)",
        overwrite: .replace
      )
    }
    let findings = try Findings(
      of: graph,
      brokers,
      clusters,
      naming: naming,
      control: session.control
    )
    try writeReport(region, reading, projection, naming, data, session)
    session.finishProgress()
    var text = "\(region.header.title ?? DemoRegion.folder)\n\n"
    for sentence in findings.sentences { text += "  • \(sentence)\n" }
    text += """

      In \(path): report.html (open it in a browser), map.svg, map.png, brokers.csv, clusters.csv and the data themselves.
      Next: samspill brokers \(data) --wave 2021 --sort betweenness --top 5

      """
    let output = CheckedOutput.standardOutput()
    try output.write(text)
    try output.flush()
  }

  private func writeReport(
    _ region: Region,
    _ reading: ReadingReport,
    _ projection: GraphProjection,
    _ naming: Naming,
    _ data: String,
    _ session: Session
  ) throws {
    var options = RegionPage.options(of: session, reading, data, .english)
    options.choices = [("--wave", "all")]
    let report = try RegionReport(
      of: region,
      projection,
      naming: naming,
      options: options,
      renderer: DiagramRenderer(programPath: SystemFacts.programPath),
      control: session.control
    ) { Interrupts.isAsked }
    try AtomicWriter.write(report.html, to: "\(path)/report.html", overwrite: .replace)
  }

  private func write(_ table: ResultTable, _ name: String) throws {
    try AtomicWriter.write(Array(table.csv().utf8), to: "\(path)/\(name)", overwrite: .replace)
  }
}
