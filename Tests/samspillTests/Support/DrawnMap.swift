import Foundation

/// What is drawn on a map, read from its SVG: actors and texts, as far as a reader sees them.
struct DrawnMap {
  struct Frame {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Whether two share more than a hair.
    func overlaps(_ other: Frame) -> Bool {
      let hair = 0.4
      return left < other.right - hair && other.left < right - hair
        && top < other.bottom - hair && other.top < bottom - hair
    }
  }

  /// An actor: a disc or a convex polygon.
  struct Actor {
    var name: String
    var corners: [(x: Double, y: Double)]
    var frame: Frame

    /// Whether a text reaches over the outline from outside.
    func isTouched(by text: Frame) -> Bool {
      let isInside =
        text.left >= frame.left && text.right <= frame.right && text.top >= frame.top
        && text.bottom <= frame.bottom
      return !isInside && meets(text)
    }

    /// Two convex shapes meet unless a line along a side of one has them on different sides.
    private func meets(_ text: Frame) -> Bool {
      let box: [(x: Double, y: Double)] = [
        (text.left, text.top), (text.right, text.top), (text.right, text.bottom),
        (text.left, text.bottom),
      ]
      for (one, other) in [(corners, box), (box, corners)] {
        for place in one.indices {
          let (from, to) = (one[place], one[(place + 1) % one.count])
          let (nx, ny) = (from.y - to.y, to.x - from.x)
          let a: [Double] = one.map { nx * $0.x + ny * $0.y }
          let b: [Double] = other.map { nx * $0.x + ny * $0.y }
          let hair = 0.3 * (nx * nx + ny * ny).squareRoot()
          let (endA, endB) = ((a.max() ?? 0) - hair, (b.max() ?? 0) - hair)
          if endA <= b.min() ?? 0 || endB <= a.min() ?? 0 { return false }
        }
      }
      return true
    }
  }

  private(set) var actors: [Actor] = []
  /// Texts with a frame per line.
  private(set) var texts: [(words: String, lines: [Frame])] = []

  /// Reads what the program wrote: one element per line, groups of class `node`.
  init(svg: String) {
    for group in svg.components(separatedBy: "<g class=\"node\">").dropFirst() {
      let body = group.components(separatedBy: "</g>")[0]
      let elements = body.components(separatedBy: "<").dropFirst().filter { !$0.hasPrefix("/") }
      if let title = elements.first(where: { $0.hasPrefix("title>") }) {
        addActor(String(title.dropFirst(6)), elements)
      } else {
        addText(elements.filter { $0.hasPrefix("text ") })
      }
    }
  }

  private mutating func addActor(_ name: String, _ elements: [String]) {
    for element in elements {
      var corners: [(x: Double, y: Double)] = []
      if element.hasPrefix("ellipse ") {
        let (x, y) = (Self.number("cx", element), Self.number("cy", element))
        let (rx, ry) = (Self.number("rx", element), Self.number("ry", element))
        corners = (0..<48).map { step in
          let angle = Double(step) / 24 * Double.pi
          return (x + rx * cos(angle), y + ry * sin(angle))
        }
      } else if element.hasPrefix("polygon ") {
        corners = Self.attribute("points", element).split(separator: " ").map { pair in
          let numbers = pair.split(separator: ",").map { Double($0) ?? .nan }
          return (numbers[0], numbers[1])
        }
        // The last corner repeats the first.
        if corners.count > 3 { corners.removeLast() }
      }
      guard !corners.isEmpty else { continue }
      let (x, y) = (corners.map(\.x), corners.map(\.y))
      let frame = Frame(
        left: x.min() ?? 0,
        top: y.min() ?? 0,
        right: x.max() ?? 0,
        bottom: y.max() ?? 0
      )
      actors.append(Actor(name: name, corners: corners, frame: frame))
      return
    }
  }

  private mutating func addText(_ elements: [String]) {
    guard !elements.isEmpty else { return }
    var lines: [Frame] = []
    var words: [String] = []
    for element in elements {
      let size = Self.number("font-size", element)
      let text = Self.plain(element.components(separatedBy: ">")[1])
      let isBold = element.contains("font-weight=\"bold\"")
      let width = LetterWidths.width(of: text) * size * (isBold ? 1.13 : 1)
      let (x, y) = (Self.number("x", element), Self.number("y", element))
      let left =
        switch Self.attribute("text-anchor", element) {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      // From the top of capitals to the foot of a g.
      lines.append(
        Frame(left: left, top: y - 0.73 * size, right: left + width, bottom: y + 0.2 * size)
      )
      words.append(text)
    }
    texts.append((words.joined(separator: " "), lines))
  }

  /// Pairs of texts that lie on each other.
  var textsOnTexts: [String] {
    var found: [String] = []
    for (place, text) in texts.enumerated() {
      for other in texts[..<place]
      where text.lines.contains(where: { a in other.lines.contains { a.overlaps($0) } }) {
        found.append("\(other.words) / \(text.words)")
      }
    }
    return found
  }

  /// Texts that lie on the outline of an actor.
  var textsOnActors: [String] {
    texts.filter { text in
      actors.contains { actor in text.lines.contains { actor.isTouched(by: $0) } }
    }.map(\.words)
  }

  private static func attribute(_ name: String, _ element: String) -> String {
    let parts = element.components(separatedBy: " \(name)=\"")
    return parts.count > 1 ? parts[1].components(separatedBy: "\"")[0] : ""
  }

  private static func number(_ name: String, _ element: String) -> Double {
    Double(attribute(name, element)) ?? .nan
  }

  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }
}

/// How wide the letters of DejaVu Sans are, in shares of the font size; measured in the font itself.
enum LetterWidths {
  private static let hundredths: [Int] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]

  static func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      let place = Int(scalar.value) - 32
      return sum + Double(hundredths.indices.contains(place) ? hundredths[place] : 65) / 100
    }
  }
}
