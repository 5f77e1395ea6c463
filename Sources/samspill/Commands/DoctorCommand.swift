import ArgumentParser
import Foundation
import GraphvizRenderer
import NetworkFormats
import RegionAnalysis
import RegionDiagrams

/// `samspill doctor`
struct DoctorCommand: ResultCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "What works here: versions, libraries, drawing, threads, memory.",
    usage: "samspill doctor"
  )

  @OptionGroup(title: "Result") var result: ResultOptions
  @OptionGroup(title: "Run") var running: RunOptions

  func run(in session: Session) throws {
    var table = ResultTable(columns: ["what", "state", "detail"])
    func add(_ what: String, _ isGood: Bool, _ detail: String) {
      table.append([.text(what), .text(isGood ? "ok" : "problem"), .text(detail)])
    }
    add("samspill", true, Version.text)
    add("system", true, ProcessInfo.processInfo.operatingSystemVersionString)
    add("threads", true, "\(SystemFacts.cores)")
    add("memory", true, "\(SystemFacts.memory / 1_000_000) MB")
    let graphviz = GraphvizRenderer.libraryVersion()
    add("graphviz", graphviz != nil, graphviz ?? "libgraphviz does not start")
    for library in LibraryVersions.all { add(library.name, true, library.version) }
    let family = GraphvizRenderer.fontFamily
    switch SystemFacts.font(for: family) {
    case family: add("font", true, family)
    case let other?:
      let advice = "install fonts-dejavu-core for maps as intended"
      add("font", true, "\(other) instead of \(family): \(advice)")
    case nil: add("font", true, "\(family), or what the machine takes for it")
    }
    for format in DrawingFormat.allCases {
      do throws(DrawingError) {
        let bytes = try Self.sample(format) { Interrupts.isAsked }
        add("drawing \(format.rawValue)", true, "\(bytes) bytes")
      } catch {
        add("drawing \(format.rawValue)", false, "\(error.reason). \(error.advice ?? "")")
      }
    }
    let hasProblem = table.rows.contains { $0[1] == .text("problem") }
    try ResultWriter(options: result, console: session.console).write(table) { rows in
      Session.envelope("doctor", result: .object([("rows", .rows(rows))]))
    }
    if hasProblem { throw ProgramError.said(.drawingFailed) }
  }

  /// Draws two actors and a tie, through the same child process as every map.
  private static func sample(
    _ format: DrawingFormat,
    isCancelled: () -> Bool
  ) throws(DrawingError) -> Int {
    let input = MapInput(
      title: "Sample",
      labels: ["Ærlig", "Øst"],
      relations: [MapInput.Relation(name: "tie", isDirected: true)],
      ties: MapInput.Ties(sources: [0], targets: [1], weights: [1], relations: [0])
    )
    let renderer = DiagramRenderer(programPath: SystemFacts.programPath)
    return try renderer.draw(input, format: format, isCancelled: isCancelled).bytes.count
  }
}
