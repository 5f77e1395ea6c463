/// The receiving end of ``SVGCheck``: takes a parser's events, keeps what the vocabulary allows.
final class SVGWriter {
  private let expectation: SVGCheck.Expectation
  private var output = ""
  /// Depth inside an element that is left out, with everything in it.
  private var skipped = 0
  private var depth = 0
  /// Class of the open groups, innermost last.
  private var classes: [String] = []
  private var title: String?
  private var seen: [Bool]
  private var edges = 0
  private var isClosed = false
  /// What is wrong with the picture, for the end of a sentence.
  private(set) var problem: String?

  init(_ expectation: SVGCheck.Expectation) {
    self.expectation = expectation
    seen = [Bool](repeating: false, count: expectation.nodeNames.count)
  }

  func refuse(_ what: String) {
    if problem == nil { problem = what }
  }

  func start(_ name: String, _ attributes: [(String, String)]) {
    depth += 1
    if depth > 64 { refuse("is nested too deeply") }
    if depth == 1, name != "svg" { refuse("is no SVG") }
    guard skipped == 0, let allowed = SVGVocabulary.attributes(of: name),
      depth == 1 || name != "svg"
    else {
      skipped += 1
      return
    }
    if name == "title" {
      title = ""
      return
    }
    let group = attributes.first { $0.0 == "class" }?.1 ?? ""
    classes.append(name == "g" ? group : "")
    if name == "g", group == "edge" { edges += 1 }
    output += "<\(name)"
    if depth == 1 { output += Self.root }
    for (key, value) in attributes where allowed.contains(key) && SVGVocabulary.isPlain(value) {
      if SVGVocabulary.isPlace(key), !SVGVocabulary.isFinite(value) {
        refuse("has a place that is not a number")
      }
      output += " \(key)=\"\(SVGVocabulary.escaped(Self.translated(value)))\""
      if key == "font-family", value.contains(Self.boldFace) { output += " font-weight=\"bold\"" }
    }
    output += ">"
    if depth == 1 {
      output += "\n<title id=\"map-title\">\(SVGVocabulary.escaped(expectation.title))</title>"
      output += "\n<desc id=\"map-description\">"
      output += "\(SVGVocabulary.escaped(expectation.description))</desc>"
    }
  }

  func text(_ text: String) {
    guard skipped == 0 else { return }
    if title != nil { title? += text } else { output += SVGVocabulary.escaped(text) }
  }

  func end(_ name: String) {
    depth -= 1
    if skipped > 0 {
      skipped -= 1
      return
    }
    if name == "title" {
      finishTitle()
      return
    }
    classes.removeLast()
    output += "</\(name)>"
    if depth == 0 { isClosed = true }
  }

  /// The document, once everything expected has been seen.
  func finished() throws(DrawingError) -> [UInt8] {
    guard isClosed else { throw .badAnswer("the SVG that came back is empty") }
    let count = seen.count { $0 }
    guard count == seen.count else {
      throw .badAnswer("the SVG that came back shows \(count) actors instead of \(seen.count)")
    }
    guard edges == expectation.edges else {
      throw .badAnswer(
        "the SVG that came back shows \(edges) lines instead of \(expectation.edges)"
      )
    }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(output)\n".utf8)
  }

  private static let root =
    " xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
    + " aria-labelledby=\"map-title map-description\""

  /// How Graphviz names the bold face of a family; to SVG that would be another family.
  private static let boldFace = " Bold"

  /// Graphviz's own words for colours and faces in those of SVG.
  private static func translated(_ value: String) -> String {
    if value == "transparent" { return "none" }
    return value.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.hasSuffix(boldFace) ? $0.dropLast(boldFace.count) : $0 }
      .joined(separator: ",")
  }

  private func finishTitle() {
    defer { title = nil }
    guard let title, classes.last == "node", title.hasPrefix("n"),
      let index = Int(title.dropFirst())
    else { return }
    guard seen.indices.contains(index), !seen[index] else {
      refuse("shows an actor twice or one that is not there")
      return
    }
    seen[index] = true
    output += "<title>\(SVGVocabulary.escaped(expectation.nodeNames[index]))</title>"
  }
}
