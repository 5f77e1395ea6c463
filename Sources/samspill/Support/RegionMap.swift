import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// A map of a region: what `map` and `demo` draw.
struct RegionMap {
  /// What is to be seen.
  struct Look {
    /// What colours, outlines and the nodes of the level `clusters` are.
    var colouring = Colouring.clusters(.leiden(), runs: 1)
    /// What part is drawn.
    var focus = MapFocus.everybody
    /// A measure or `none`.
    var sizeBy = "betweenness"
    /// A column or `none`.
    var shapeBy = "type"
    var title: String?
    var lengths: LengthRule?
    var drawing = MapOptions()
  }

  /// What colours show.
  enum Colouring {
    /// Clusters found in this way, the best of so many runs.
    case clusters(ClusterMethod, runs: Int)
    /// The values of a column.
    case column(String)

    /// The same as a way of finding clusters.
    var method: ClusterMethod {
      switch self {
      case .clusters(let method, _): method
      case .column(let name): .attribute(name)
      }
    }
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
    if case .attribute(let column) = look.colouring.method {
      try naming.refuseRevealing(column, by: "--color-by")
    }
    try naming.refuseRevealing(look.shapeBy, by: "--shape-by")
    let filling = MapFilling(region: region, graph: graph, projection: projection, naming: naming)
    var input = try filling.input(title: look.title, facts: ["Seed: \(session.seed)"])
    var clusters: ClusterAnalysis?
    switch look.colouring {
    case .clusters(let method, let runs):
      let found = try self.clusters(method, runs: runs, session)
      input.color = filling.division(by: found, look.drawing.language)
      clusters = found
    case .column(let column):
      input.color = try filling.division(by: column)
    }
    input.groups = input.color
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
    var options = look.drawing
    var actors = graph.actorOf
    if case .everybody = look.focus {
    } else {
      let part = try focused(input, on: look, clusters, session)
      input = part.map
      actors = part.kept.map { graph.actorOf[$0] }
      options.level = .actors
    }
    input = input.reordered(naming.order(of: actors))
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

  private func clusters(
    _ method: ClusterMethod,
    runs: Int,
    _ session: Session
  ) throws -> ClusterAnalysis {
    try ClusterAnalysis(
      of: graph,
      in: region,
      method,
      runs: runs,
      seed: session.seed,
      naming: naming,
      control: session.control
    )
  }

  /// The part that the look asks for, its name added to the title.
  private func focused(
    _ input: MapInput,
    on look: Look,
    _ known: ClusterAnalysis?,
    _ session: Session
  ) throws -> (map: MapInput, kept: [Int]) {
    var isMember = [Bool](repeating: false, count: graph.actorOf.count)
    var name = ""
    var greyed = true
    switch look.focus {
    case .everybody: return (input, Array(isMember.indices))
    case .cluster(let text):
      let clusters = try known ?? self.clusters(look.colouring.method, runs: 1, session)
      let found = try clusters.cluster(called: text)
      for node in isMember.indices {
        isMember[node] = clusters.clusters(of: node).contains(found.number)
      }
      let word = look.drawing.language == .norwegian ? "klynge" : "cluster"
      name = found.name ?? "\(word) \(found.number + 1)"
    case .ego(let id):
      let actor = try self.actor(id)
      guard let node = graph.actorOf.firstIndex(of: Int32(actor)) else {
        throw ProgramError(.usage, "\"\(id)\" is not among the actors of this network")
      }
      isMember[node] = true
      name = naming.label(of: actor)
      greyed = false
    }
    var part = input.focused(on: isMember, greyed: greyed)
    part.map.title += ": \(name)"
    return part
  }

  private func actor(_ id: String) throws -> Int {
    guard let actor = (0..<region.actors.count).first(where: { region.actors.ids[$0] == id }) else {
      let ids = (0..<min(region.actors.count, 100_000)).map { region.actors.ids[$0] }
      throw ProgramError(
        .usage,
        "there is no actor \"\(id)\"",
        hint: ProgramError.suggestion(NearNames.nearest(to: id, among: ids))
          ?? "an actor is named by its id, not by its label"
      )
    }
    guard !naming.hides(actor) else {
      throw ProgramError(
        .usage,
        "--ego \(id) would name somebody who appears under a pseudonym",
        hint: naming.rule == .organisations ? "--name-persons names them" : "leave --anonymise out"
      )
    }
    return actor
  }
}
