import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// A map of a region: what `map` and `demo` draw.
struct RegionMap {
  /// What is to be seen.
  struct Look {
    /// `clusters` or a column.
    var colorBy = "clusters"
    /// A measure or `none`.
    var sizeBy = "betweenness"
    /// A column or `none`.
    var shapeBy = "type"
    var title: String?
    var lengths: LengthRule?
    var drawing = MapOptions()
  }

  let region: Region
  let graph: RegionGraph
  let projection: GraphProjection
  let naming: Naming

  /// Computes what the look asks for and draws it.
  func draw(
    _ look: Look,
    format: DrawingFormat,
    _ session: Session
  ) throws -> DiagramRenderer.Drawing {
    for (column, option) in [(look.colorBy, "--color-by"), (look.shapeBy, "--shape-by")] {
      try naming.refuseRevealing(column, by: option)
    }
    let filling = MapFilling(region: region, graph: graph, projection: projection, naming: naming)
    let partition = try ClusterAnalysis.usualPartition(
      of: graph,
      seed: session.seed,
      control: session.control
    )
    var input = try filling.input(title: look.title, facts: ["Seed: \(session.seed)"])
    input.groups = filling.division(by: partition)
    if look.colorBy == "clusters" {
      input.color = input.groups
    } else {
      input.color = try filling.division(by: look.colorBy)
      input.groups = input.color
    }
    if look.shapeBy != "none" {
      let shapes = try filling.division(by: look.shapeBy)
      if shapes.names.count > 1 { input.shape = shapes }
    }
    if look.sizeBy != "none" {
      let measures = try Catalogue.nodeMeasures(named: [look.sizeBy])
      guard measures.count == 1 else {
        throw ProgramError(.usage, "--size-by takes one measure")
      }
      var options = MeasureOptions()
      options.lengths = look.lengths
      let table = try CentralityAnalysis(
        of: graph,
        measures,
        options,
        naming: naming,
        control: session.control
      ).table
      input.size = filling.scores(measures[0], table)
    }
    input = input.reordered(naming.order(of: graph.actorOf))
    var options = look.drawing
    options.seed = session.seed
    var renderer = DiagramRenderer(programPath: SystemFacts.programPath)
    // What can be drawn within twenty seconds in all is; where the computing took long already, drawing has its full time.
    let elapsed = session.elapsed
    if elapsed < renderer.deadline / 2 { renderer.deadline -= elapsed }
    do throws(DrawingError) {
      return try renderer.draw(input, options: options, format: format) { Interrupts.isAsked }
    } catch {
      if error == .cancelled { throw Cancelled() }
      var problem = ProgramError(.drawingFailed, error.description)
      problem.hint = error.advice
      throw problem
    }
  }
}
