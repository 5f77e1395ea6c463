/// A page that is a picture, and no single network that could be written in Graphviz's language.
protocol PicturePage {
  /// What its nodes are.
  var level: MapOptions.Level { get }
  /// Who found the positions.
  var engine: MapOptions.Engine { get }
  /// The date of the data.
  var date: MapInput.Date { get }

  /// The page in `format`, and what the picture must hold.
  func description(as format: DrawingFormat) -> (bytes: [UInt8], expected: SVGCheck.Expectation)
}

extension DiagramRenderer {
  /// How a page asks the drawing process for sizes of texts and for positions.
  typealias Asking = ([UInt8]) throws(DrawingError) -> [UInt8]

  /// Draws the page that `compose` makes, within the deadline.
  func draw<Page: PicturePage>(
    _ format: DrawingFormat,
    _ isCancelled: () -> Bool,
    compose: (DrawingWatch, Asking) throws(DrawingError) -> Page
  ) throws(DrawingError) -> Drawing {
    guard format != .dot else {
      throw .missing(
        "it is a picture and no single network",
        advice: "write it as .svg, .pdf or .png"
      )
    }
    return try withoutActuallyEscaping(isCancelled) { isCancelled throws(DrawingError) in
      let watch = DrawingWatch(seconds: deadline, isCancelled: isCancelled)
      let page = try compose(watch) { request throws(DrawingError) in try ask(request, watch) }
      let (description, expected) = page.description(as: format)
      let bytes = try picture(description, format, expected, page.date, watch)
      return Drawing(bytes: bytes, level: page.level, engine: page.engine)
    }
  }
}
