import GraphCore
import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// A map of a region: what `map` and `demo` draw.
struct RegionMap {
  /// What is to be seen.
  struct Look {
    var kind = MapKind.network
    /// What colours, outlines and the nodes of the level `clusters` are; `nil` takes what is usual for the kind.
    var chosenColouring: Colouring?
    /// What part is drawn.
    var focus = MapFocus.everybody
    /// A measure or `none`.
    var sizeBy = "betweenness"
    /// A column or `none`.
    var shapeBy = "type"
    /// How many brokers get a ring.
    var halos = 0
    /// Background of a map with places.
    var outline: [MapInput.Outline] = []
    var title: String?
    var lengths: LengthRule?
    var drawing = MapOptions()

    var texts: MapTexts { MapTexts(drawing.language) }
    var colouring: Colouring { chosenColouring ?? .clusters(.leiden(), runs: 1) }
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
    var options = look.drawing
    options.seed = session.seed
    switch look.kind {
    case .network, .heatmap:
      var (input, clusters) = try dressed(look, session)
      var actors = graph.actorOf
      if case .everybody = look.focus {
      } else {
        let part = try focused(input, on: look, clusters, session)
        input = part.map
        actors = part.kept.map { graph.actorOf[$0] }
        options.level = .actors
      }
      input = input.reordered(naming.order(of: actors))
      guard look.kind == .network else { return try heatMap(input, options) }
      return try rendered(input, options, format, session)
    case .levels:
      options.level = .actors
      return try rendered(levels(look, session), options, format, session)
    case .lineage:
      options.level = .actors
      options.topEnd = .source
      if options.engine == .automatic { options.engine = .dot }
      return try rendered(lineage(look, session), options, format, session)
    case .waves:
      let series = try waves(look, session).reordered(naming.order(of: graph.actorOf))
      return try rendering(session) { renderer throws(DrawingError) in
        try renderer.draw(series, options: options, format: format) { Interrupts.isAsked }
      }
    case .flows:
      let diagram = try flows(look, groups: flowGroups(look, session), look.title)
      return try rendering(session) { renderer throws(DrawingError) in
        try renderer.draw(diagram, options: options, format: format) { Interrupts.isAsked }
      }
    }
  }

  private func rendered(
    _ input: MapInput,
    _ options: MapOptions,
    _ format: DrawingFormat,
    _ session: Session
  ) throws -> DiagramRenderer.Drawing {
    try rendering(session) { renderer throws(DrawingError) in
      try renderer.draw(input, options: options, format: format) { Interrupts.isAsked }
    }
  }

  private func heatMap(
    _ input: MapInput,
    _ options: MapOptions
  ) throws -> DiagramRenderer.Drawing {
    do throws(DrawingError) {
      let bytes = try HeatMap(input, options: options).svg
      return .init(bytes: bytes, level: .actors, engine: .automatic, notes: [])
    } catch {
      throw Self.problem(error)
    }
  }

  /// Runs the renderer in the time that is left.
  private func rendering(
    _ session: Session,
    _ draw: (DiagramRenderer) throws(DrawingError) -> DiagramRenderer.Drawing
  ) throws -> DiagramRenderer.Drawing {
    var renderer = DiagramRenderer(programPath: SystemFacts.programPath)
    // What can be drawn within twenty seconds in all is; where the computing took long already, drawing has its full time.
    let elapsed = session.elapsed
    if elapsed < renderer.deadline / 2 { renderer.deadline -= elapsed }
    do throws(DrawingError) {
      return try draw(renderer)
    } catch {
      if error == .cancelled { throw Cancelled() }
      throw Self.problem(error)
    }
  }

  private static func problem(_ error: DrawingError) -> ProgramError {
    var problem = ProgramError(.drawingFailed, error.description)
    problem.hint = error.advice
    return problem
  }

  /// What fills maps of the whole network.
  func filling(_ look: Look) -> MapFilling {
    filling(look, graph, projection)
  }

  /// What fills maps of one network.
  func filling(_ look: Look, _ graph: RegionGraph, _ projection: GraphProjection) -> MapFilling {
    MapFilling(
      region: region,
      graph: graph,
      projection: projection,
      naming: naming,
      texts: look.texts
    )
  }

  /// The network with its colours, shapes, sizes and rings, and the clusters where some were sought.
  func dressed(_ look: Look, _ session: Session) throws -> (map: MapInput, ClusterAnalysis?) {
    let filling = filling(look)
    var input = try filling.input(title: look.title, facts: ["\(look.texts.seed): \(session.seed)"])
    let (division, clusters) = try division(by: look.colouring, filling, look, session)
    input.color = division
    input.groups = division
    if look.shapeBy != "none" {
      let shapes = try filling.division(by: look.shapeBy)
      if shapes.names.count > 1 { input.shape = shapes }
    }
    if look.sizeBy != "none" { input.size = try measure(look, of: graph, filling, session) }
    if look.halos > 0 { input.halos = try halos(look, filling, session) }
    if look.drawing.engine == .geo { input.outline = look.outline }
    return (input, clusters)
  }

  /// What colours show, and the clusters where they do.
  func division(
    by colouring: Colouring,
    _ filling: MapFilling,
    _ look: Look,
    _ session: Session
  ) throws -> (division: MapInput.Division, ClusterAnalysis?) {
    switch colouring {
    case .clusters(let method, let runs):
      let found = try clusters(method, runs: runs, session)
      return (filling.division(by: found), found)
    case .column(let column):
      return (try filling.division(by: column), nil)
    }
  }

  /// The measure that areas show, of one network.
  func measure(
    _ look: Look,
    of graph: RegionGraph,
    _ filling: MapFilling,
    _ session: Session,
    named name: String? = nil
  ) throws -> MapInput.Scores {
    let measures = try Catalogue.nodeMeasures(named: [name ?? look.sizeBy])
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
    return filling.scores(measures[0], table)
  }

  /// Rings around the actors of largest betweenness, equal ones in their own order.
  private func halos(
    _ look: Look,
    _ filling: MapFilling,
    _ session: Session
  ) throws -> MapInput.Marks {
    let values = try measure(look, of: graph, filling, session, named: "betweenness").values
    let first = values.indices.filter { (values[$0] ?? 0) > 0 }
      .sorted { (-(values[$0] ?? 0), $0) < (-(values[$1] ?? 0), $1) }
      .prefix(look.halos)
    var isMarked = [Bool](repeating: false, count: values.count)
    for node in first { isMarked[node] = true }
    return .init(title: look.texts.firstBrokers, isMarked: isMarked)
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
      name = found.name ?? "\(look.texts.cluster.lowercased()) \(found.number + 1)"
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
    if case .ego = look.focus, input.halos == nil {
      part.map.halos = .init(
        title: look.texts.inTheMiddle,
        isMarked: part.kept.map { isMember[$0] }
      )
    }
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
