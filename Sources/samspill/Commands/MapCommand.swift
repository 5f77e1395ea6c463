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
      samspill map my-region -o coast.pdf --engine geo --outline coast.geojson
      samspill map my-region -o waves.pdf --kind waves
      samspill map my-region -o flows.svg --kind flows
      """,
    discussion: """
      --color-by takes clusters (Leiden; --quality, --resolution and --runs as in `samspill clusters`), any other method of \
      `samspill clusters` (label_propagation, components, core, truss, links, core_periphery) or a column of the actors \
      (attribute:COLUMN where a column has the name of a method). --level clusters draws one node per cluster or value: its area is \
      the number of members, the width of a line the number of ties. --cluster draws one of them and its neighbours in grey.

      --kind levels puts region, networks, organisations, departments and persons on ranks (column parent); heatmap is the table of \
      ties in the order of clusters (SVG only); flows shows what goes between spheres (flows.csv, else ties) or between the groups of \
      --color-by; lineage which innovation grew out of which, with the main path; waves one map per wave, everybody at the same place, \
      new ties marked. --outline is a GeoJSON file with coasts or borders behind a map of places.

      Persons appear under pseudonyms unless --name-persons is given.
      """
  )

  @OptionGroup var input: InputOptions
  @Option(help: ArgumentHelp("What to draw: \(MapKind.names).", valueName: "kind"))
  var kind: MapKind = .network
  @Option(help: "Layout: \(MapOptions.Engine.names).")
  var engine: MapOptions.Engine = .automatic
  @Option(
    help: ArgumentHelp(
      "Colour by clusters, by another method of clustering, or by a column of the actors.",
      valueName: "what"
    )
  )
  var colorBy: String?
  @OptionGroup var search: ClusterOptions
  @Option(help: ArgumentHelp("Area by this measure, or `none`.", valueName: "measure"))
  var sizeBy = "betweenness"
  @Option(help: ArgumentHelp("Shape by this column, or `none`.", valueName: "column"))
  var shapeBy = "type"
  @Flag(help: "Draw an outline around each group.")
  var groups = false
  @Option(
    help: ArgumentHelp(
      "Draw a ring around the first so many brokers (betweenness).",
      valueName: "n"
    )
  )
  var halos = 0
  @Option(
    help: ArgumentHelp(
      "Ties between actors far apart on the map: faint where there are many, or full.",
      valueName: "look"
    )
  )
  var farTies: MapOptions.FarTies = .faint
  @Option(
    help: ArgumentHelp(
      "With --engine geo: GeoJSON with coasts, borders or lakes for the background.",
      valueName: "file"
    )
  )
  var outline: String?
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
  @OptionGroup var page: PageOptions
  @OptionGroup(title: "Run") var running: RunOptions

  var target: OutputTarget? { page.target(output) }

  func validate() throws {
    guard (0...1_000).contains(halos) else {
      throw ValidationError("--halos takes a number from 0 to 1 000.")
    }
    if outline != nil && engine != .geo {
      throw ValidationError("--outline is the background of --engine geo.")
    }
    if !kind.takesFocus && (cluster != nil || ego != nil) {
      throw ValidationError("--cluster and --ego are parts of --kind network or heatmap.")
    }
    if kind != .network && level != .automatic {
      throw ValidationError("--level is for --kind network.")
    }
    if kind == .waves, let wave = ties.wave, wave != "all" {
      throw ValidationError("--kind waves draws all waves: leave --wave out.")
    }
    if let labelTop, labelTop < 0 { throw ValidationError("--label-top takes a number from 0.") }
    if cluster != nil && ego != nil {
      throw ValidationError("--cluster and --ego exclude each other.")
    }
    if level == .clusters && (cluster != nil || ego != nil) {
      throw ValidationError("--level clusters draws all clusters: leave --cluster and --ego out.")
    }
  }

  /// What `--color-by` means: the name of a method comes before a column of the same name.
  private func colouring() throws -> RegionMap.Colouring? {
    // Spheres, unless something else is asked for.
    if kind == .flows, colorBy == nil { return nil }
    let colorBy = colorBy ?? "clusters"
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
    let format = try askedFormat()
    let known = kind.formats
    guard !known.contains(format) else { return format }
    let names = known.map { ".\($0.rawValue)" }.joined(separator: ", ")
    throw ProgramError(
      .usage,
      "--kind \(kind.rawValue) is not written as .\(format.rawValue)",
      hint: "it can be written as \(names)"
    )
  }

  private func askedFormat() throws -> DrawingFormat {
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
    let background = try outline.map { try MapOutline.read($0, session) } ?? []
    let (region, report) = try session.read(input)
    var projection = ties.projection
    if kind == .waves { projection.wave = .all }
    let graph = try region.network(projection)
    session.console.notes(AnalysisNotes(of: graph, minimumResponse: ties.minResponse))
    let map = RegionMap(
      region: region,
      graph: graph,
      projection: projection,
      naming: session.naming(page.naming, of: region, report)
    )
    var look = RegionMap.Look()
    look.kind = kind
    look.chosenColouring = try colouring()
    look.halos = halos
    look.outline = background
    look.focus = cluster.map { .cluster($0) } ?? ego.map { .ego($0) } ?? .everybody
    look.sizeBy = sizeBy
    look.shapeBy = shapeBy
    look.title = page.title
    look.lengths = ties.lengths?.rule
    look.drawing.engine = engine
    look.drawing.level = level
    look.drawing.farTies = farTies
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
    options.force = page.force
    try ResultWriter(options: options, console: session.console).write(drawing.bytes)
  }
}

extension MapOptions.Engine: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
extension MapOptions.Level: ExpressibleByArgument {}
extension MapOptions.FarTies: ExpressibleByArgument {}
extension MapOptions.Theme: ExpressibleByArgument {}
extension MapOptions.Language: ExpressibleByArgument {}
extension DrawingFormat: ExpressibleByArgument {}
