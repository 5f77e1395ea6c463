/// Draws maps, in a process of their own.
///
/// libgraphviz may crash, hang or eat memory; whatever it does, ``draw(_:options:format:isCancelled:)``
/// returns a picture or throws a ``DrawingError``, within the deadline. A map takes three short runs of
/// the process: sizes of the texts, positions, picture. Names, legend, bends and outlines in between
/// are placed here, and the same input, options and program give the same bytes.
public struct DiagramRenderer: Sendable {
  /// The program that draws: `samspill` itself.
  public var programPath: String
  /// Arguments that make it draw.
  public var arguments: [String]
  /// Seconds of wall-clock time that a drawing may take.
  public var deadline: Double

  /// A renderer that starts `programPath` with `arguments`.
  public init(programPath: String, arguments: [String] = ["__render"], deadline: Double = 18) {
    self.programPath = programPath
    self.arguments = arguments
    self.deadline = deadline
  }

  /// A finished map.
  public struct Drawing: Sendable {
    /// The file.
    public var bytes: [UInt8]
    /// What is shown: actors or clusters.
    public var level: MapOptions.Level
    /// Who found the positions.
    public var engine: MapOptions.Engine
    /// What the user should know: nodes without a name, clusters instead of actors.
    public var notes: [String]

    /// A file and what was decided on the way to it.
    public init(
      bytes: [UInt8],
      level: MapOptions.Level,
      engine: MapOptions.Engine,
      notes: [String] = []
    ) {
      (self.bytes, self.level, self.engine, self.notes) = (bytes, level, engine, notes)
    }
  }

  /// Draws `input`.
  ///
  /// - Parameter isCancelled: polled about fifty times a second and between the steps; true ends the
  ///   drawing process at once.
  /// - Returns: the file, and what was decided on the way.
  public func draw(
    _ input: MapInput,
    options: MapOptions = MapOptions(),
    format: DrawingFormat,
    isCancelled: () -> Bool = { false }
  ) throws(DrawingError) -> Drawing {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(DrawingError) in
      try draw(
        input,
        options: options,
        format: format,
        watch: DrawingWatch(seconds: deadline, isCancelled: isCancelled)
      )
    }
  }

  private func draw(
    _ input: MapInput,
    options: MapOptions,
    format: DrawingFormat,
    watch: DrawingWatch
  ) throws(DrawingError) -> Drawing {
    let map = try compose(input, options: options, watch: watch)
    let description =
      format == .dot ? NetworkDescription.bytes(map) : map.page.description(as: format)
    let bytes = try picture(description, format, map.expectation, input.date, watch)
    return Drawing(bytes: bytes, level: map.level, engine: map.engine, notes: map.notes)
  }

  /// What the process makes of a description, checked and with the date of the data.
  func picture(
    _ description: [UInt8],
    _ format: DrawingFormat,
    _ expectation: SVGCheck.Expectation,
    _ date: MapInput.Date,
    _ watch: DrawingWatch
  ) throws(DrawingError) -> [UInt8] {
    var bytes = try ask(description, watch)
    switch format {
    case .svg:
      bytes = try SVGCheck.rewrite(bytes, expectation)
    case .pdf:
      try PDFDates.overwrite(&bytes, with: date)
    case .png:
      try PNGCheck.check(bytes)
    case .dot:
      break
    }
    return bytes
  }

  /// Everything up to the last run of the process.
  func compose(
    _ input: MapInput,
    options: MapOptions,
    watch: DrawingWatch
  ) throws(DrawingError) -> ComposedMap {
    try ComposedMap(input, options: options, watch: watch) { request throws(DrawingError) in
      try ask(request, watch)
    }
  }

  func ask(_ request: [UInt8], _ watch: DrawingWatch) throws(DrawingError) -> [UInt8] {
    try ChildProcess(program: programPath, arguments: arguments, watch: watch).run(request)
  }
}
