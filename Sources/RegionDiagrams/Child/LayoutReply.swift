/// The positions that the drawing process found, checked field by field.
struct LayoutReply {
  /// Centre of node `i` of the description.
  var positions: [Point] = []
  /// Width and height of the label of node `i` as the fonts of this machine make it.
  var labelSizes: [(width: Double, height: Double)] = []

  /// Reads an answer with `nodes` nodes.
  init(_ bytes: [UInt8], nodes: Int) throws(DrawingError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.nonsense }
    var lines = text.split(separator: "\n")[...]
    guard lines.popFirst() == "samspill-layout\t1" else { throw Self.nonsense }
    guard let last = lines.popLast(), last == "end\t\(lines.count)" else { throw Self.nonsense }
    for line in lines { try take(line.split(separator: "\t", omittingEmptySubsequences: false)) }
    guard positions.count == nodes else {
      throw .badAnswer("the layout has \(positions.count) nodes instead of \(nodes)")
    }
  }

  private static let nonsense = DrawingError.badAnswer("the layout that came back does not read")

  private mutating func take(_ fields: [Substring]) throws(DrawingError) {
    switch fields[0] {
    case "box", "group":
      return
    case "node":
      let numbers = try Self.numbers(fields.dropFirst(2), count: 6)
      positions.append(Point(x: numbers[0], y: numbers[1]))
      labelSizes.append((numbers[4], numbers[5]))
    default:
      throw Self.nonsense
    }
  }

  private static func numbers(
    _ fields: ArraySlice<Substring>,
    count: Int
  ) throws(DrawingError) -> [Double] {
    let numbers = fields.compactMap { Double($0) }
    guard numbers.count == count, fields.count == count,
      numbers.allSatisfy({ $0.isFinite && abs($0) < 1e9 })
    else { throw nonsense }
    return numbers
  }
}
