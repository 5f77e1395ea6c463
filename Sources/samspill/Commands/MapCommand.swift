import ArgumentParser
import Foundation
import LearningRegion
import RegionAnalysis
import RegionDiagrams

/// `samspill map`
struct MapCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "A diagram of the network as SVG, PDF, PNG or DOT.",
    usage: """
      samspill map my-region -o map.svg
      samspill map my-region -o map.pdf --color-by sphere --size-by degree --groups
      samspill map my-region -o places.png --engine geo
      samspill map my-region -o clusters.svg --level clusters
      samspill map my-region -o third.svg --cluster 3
      samspill map my-region -o core.svg --color-by core_periphery
      """,
    discussion: """
      --color-by takes clusters (Leiden; --quality, --resolution and --runs as in `samspill clusters`), any other method of \
      `samspill clusters` (label_propagation, components, core, truss, links, core_periphery) or a column of the actors \
      (attribute:COLUMN where a column has the name of a method). --level clusters draws one node per cluster or value: its area is \
      the number of members, the width of a line the number of ties. --cluster draws one of them and its neighbours in grey.

      Persons appear under pseudonyms unless --name-persons is given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: "Layout: \(MapOptions.Engine.names).")
  var engine: MapOptions.Engine = .automatic
  @Option(
    help: ArgumentHelp(
      "Colour by clusters, by another method of clustering, or by a column of the actors.",
      valueName: "what"
    )
  )
  var colorBy = "clusters"
  @OptionGroup var search: ClusterOptions
  @Option(help: ArgumentHelp("Area by this measure, or `none`.", valueName: "measure"))
  var sizeBy = "betweenness"
  @Option(help: ArgumentHelp("Shape by this column, or `none`.", valueName: "column"))
  var shapeBy = "type"
  @Flag(help: "Draw an outline around each group.")
  var groups = false
  @Option(
    help: ArgumentHelp(
      "Name only the first so many on the map, the others in a key.",
      valueName: "n"
    )
  )
  var labelTop: Int?
  @Option(help: "Draw actors or clusters (automatic: clusters above 700 actors).")
  var level: MapOptions.Level = .automatic
  @Option(
    help: ArgumentHelp(
      "Draw only this cluster (number or name) and, in grey, its neighbours.",
      valueName: "cluster"
    )
  )
  var cluster: String?
  @Option(
    help: ArgumentHelp("Draw only this actor and those it is tied to.", valueName: "id")
  )
  var ego: String?
  @Option(help: "Colours of the page.")
  var theme: MapOptions.Theme = .light
  @Option(help: ArgumentHelp("Heading (default: the region's title).", valueName: "text"))
  var title: String?
  @Option(name: .customLong("lang"), help: "Language of the legend: en or nb.")
  var language: MapOptions.Language = .english
  @OptionGroup(title: "Which ties") var ties: ProjectionOptions
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "The file, ending in .svg, .pdf, .png or .dot; - is standard output.",
      valueName: "file"
    )
  )
  var output: String
  @Option(
    name: .customLong("to"),
    help: "Format, where the ending does not tell: svg, pdf, png or dot."
  )
  var to: DrawingFormat?
  @Flag(help: "Replace an existing file.")
  var force = false
  @Flag(help: "Hide who is who: pseudonyms for every actor.")
  var anonymise = false
  @Flag(help: "Name persons, who else appear under pseudonyms.")
  var namePersons = false
  @OptionGroup(title: "Run") var running: RunOptions

  var target: OutputTarget? {
    OutputTarget(path: output, overwrite: force ? .replace : .refuse)
  }

  func validate() throws {
    if let labelTop, labelTop < 0 { throw ValidationError("--label-top takes a number from 0.") }
    if cluster != nil && ego != nil {
      throw ValidationError("--cluster and --ego exclude each other.")
    }
    if level == .clusters && (cluster != nil || ego != nil) {
      throw ValidationError("--level clusters draws all clusters: leave --cluster and --ego out.")
    }
  }

  /// What `--color-by` means: the name of a method comes before a column of the same name.
  private func colouring() throws -> RegionMap.Colouring {
    let name = colorBy == "clusters" ? "leiden" : colorBy
    var column: String?
    if let method = ClusterMethod(named: name) {
      if case .attribute(let found) = method { column = found }
    } else {
      column = colorBy
    }
    if let column {
      // Refuses options that only a search for clusters has a use for.
      _ = try search.method(named: "attribute:\(column)")
      return .column(column)
    }
    return .clusters(try search.method(named: name), runs: search.runs ?? 1)
  }

  private func drawingFormat() throws -> DrawingFormat {
    if let to { return to }
    let ending = ResultWriter.ending(of: output)
    if let format = DrawingFormat(rawValue: ending) { return format }
    // A device or a pipe has no ending worth reading.
    if output == "-" || output.hasPrefix("/dev/") { return .svg }
    throw ProgramError(
      .usage,
      ending.isEmpty
        ? "\"\(output)\" has no ending that says how to draw it"
        : "no drawing format has the ending \".\(ending)\"",
      hint: "end the name in .svg, .pdf, .png or .dot, or say --to svg"
    )
  }

  func run(in session: Session) throws {
    let format = try drawingFormat()
    let (region, report) = try session.read(input)
    let graph = try region.network(ties.projection)
    session.console.notes(AnalysisNotes(of: graph, minimumResponse: ties.minResponse))
    let rule: Naming.Rule = anonymise ? .nobody : namePersons ? .everybody : .organisations
    let map = RegionMap(
      region: region,
      graph: graph,
      projection: ties.projection,
      naming: session.naming(rule, of: region, report)
    )
    var look = RegionMap.Look()
    look.colouring = try colouring()
    look.focus = cluster.map { .cluster($0) } ?? ego.map { .ego($0) } ?? .everybody
    look.sizeBy = sizeBy
    look.shapeBy = shapeBy
    look.title = title
    look.lengths = ties.lengths?.rule
    look.drawing.engine = engine
    look.drawing.level = level
    look.drawing.groups = groups ? .outlined : .none
    look.drawing.names = labelTop.map { .top($0) } ?? .automatic
    look.drawing.theme = theme
    look.drawing.language = language
    let drawing = try map.naming.namingEnds(of: graph) {
      try map.draw(look, format: format, session)
    }
    session.finishProgress()
    for note in drawing.notes { session.console.note(note) }
    var options = ResultOptions()
    options.output = output
    options.force = force
    try ResultWriter(options: options, console: session.console).write(drawing.bytes)
  }
}

extension MapOptions.Engine: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
extension MapOptions.Level: ExpressibleByArgument {}
extension MapOptions.Theme: ExpressibleByArgument {}
extension MapOptions.Language: ExpressibleByArgument {}
extension DrawingFormat: ExpressibleByArgument {}
