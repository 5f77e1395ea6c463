import CExpat

/// Parses the SVG that came back and writes it anew with known elements and attributes only.
///
/// On the way every actor's `<title>n17</title>` becomes the actor's name (what a pointer shows), the
/// titles of other parts go, and the picture gets a title, a description and the role of an image.
struct SVGCheck {
  /// What the picture must hold and say.
  struct Expectation {
    var title: String
    var description: String
    /// Names of the nodes `n0`, `n1` …; all must be there, once.
    var nodeNames: [String]
    var edges: Int
  }

  private static let inputLimit = 256 << 20

  /// The clean picture.
  static func rewrite(
    _ bytes: [UInt8],
    _ expectation: Expectation
  ) throws(DrawingError) -> [UInt8] {
    guard bytes.count <= inputLimit, let parser = XML_ParserCreate("UTF-8") else {
      throw .badAnswer("the SVG that came back is too large")
    }
    defer { XML_ParserFree(parser) }
    let writer = SVGWriter(expectation)
    XML_SetUserData(parser, Unmanaged.passUnretained(writer).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        var pairs: [(String, String)] = []
        var next = attributes
        while let key = next[0], let value = next[1] {
          pairs.append((String(cString: key), String(cString: value)))
          next += 2
        }
        SVGCheck.writer(data).start(String(cString: name), pairs)
      },
      { data, name in
        guard let name else { return }
        SVGCheck.writer(data).end(String(cString: name))
      }
    )
    XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      SVGCheck.writer(data).text(String(decoding: bytes, as: UTF8.self))
    }
    // The document type libgvc writes has no internal subset; one that has is not from libgvc.
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasInternalSubset in
      if hasInternalSubset != 0 { SVGCheck.writer(data).refuse("declares entities") }
    }
    var start = 0
    while start < bytes.count {
      let count = min(1 << 20, bytes.count - start)
      let isLast: Int32 = start + count == bytes.count ? 1 : 0
      let status = bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser,
          buffer.baseAddress!.advanced(by: start).assumingMemoryBound(to: CChar.self),
          Int32(count),
          isLast
        )
      }
      guard status == XML_STATUS_OK else {
        throw .badAnswer("the SVG that came back does not parse")
      }
      if let problem = writer.problem { throw .badAnswer("the SVG that came back \(problem)") }
      start += count
    }
    return try withExtendedLifetime(writer) { () throws(DrawingError) in try writer.finished() }
  }

  private static func writer(_ data: UnsafeMutableRawPointer?) -> SVGWriter {
    // Set by `rewrite`, which outlives the parser.
    Unmanaged<SVGWriter>.fromOpaque(data!).takeUnretainedValue()
  }
}
