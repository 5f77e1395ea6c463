/// Reads the wire format of ``DrawingDescription``.
///
/// Nothing is allocated by an announced number and nothing recurses: the cost is that of the bytes
/// that are really there, at most ``DrawingLimits/inputBytes`` of them.
struct DescriptionReader {
  private var description = DrawingDescription()
  private var nodeIndex: [String: Int] = [:]
  private var groupIndex: [String: Int] = [:]
  private var records = 0
  private var weightSum = 0.0
  private var isFinished = false

  /// The description in `bytes`, checked record by record.
  static func read(_ bytes: [UInt8]) throws(RenderFailure) -> DrawingDescription {
    guard bytes.count <= DrawingLimits.inputBytes else { throw .tooLarge }
    var reader = DescriptionReader()
    var start = 0
    var lineNumber = 0
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        throw .badDescription  // cut short: every line ends with a line feed
      }
      guard end - start <= DrawingLimits.lineBytes else { throw .tooLarge }
      let fields = try fields(of: bytes[start..<end])
      if lineNumber == 0 {
        guard fields.first == "samspill-drawing" else { throw .badDescription }
        guard fields.count == 2, fields[1] == "1" else { throw .unsupportedVersion }
      } else {
        try reader.take(fields)
      }
      lineNumber += 1
      start = end + 1
    }
    guard reader.isFinished else { throw .badDescription }
    return reader.description
  }

  /// The fields of one line, unescaped.
  private static func fields(of line: ArraySlice<UInt8>) throws(RenderFailure) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isEscaped = false
    for byte in line {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): field.append(0x09)
        case UInt8(ascii: "n"): field.append(0x0A)
        case UInt8(ascii: "\\"): field.append(UInt8(ascii: "\\"))
        default: throw .badDescription
        }
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == 0x09 {
        fields.append(try text(field))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
    }
    guard !isEscaped else { throw .badDescription }
    fields.append(try text(field))
    return fields
  }

  private static func text(_ bytes: [UInt8]) throws(RenderFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badDescription }
    return text
  }

  private mutating func take(_ fields: [String]) throws(RenderFailure) {
    guard !isFinished else { throw .badDescription }
    if fields[0] == "end" {
      guard fields.count == 2, fields[1] == String(records) else { throw .badDescription }
      isFinished = true
      return
    }
    records += 1
    switch fields[0] {
    case "output": description.output = try word(fields)
    case "engine": description.engine = try word(fields)
    case "edges": description.edgeKind = try word(fields)
    case "graph": description.graph += try attributes(fields.dropFirst(), of: .graph)
    case "group": try takeGroup(fields)
    case "node": try takeNode(fields)
    case "edge": try takeEdge(fields)
    case "area": try takeArea(fields)
    default: throw .badDescription
    }
  }

  private func word<Word: RawRepresentable<String>>(
    _ fields: [String]
  ) throws(RenderFailure) -> Word {
    guard fields.count == 2, let word = Word(rawValue: fields[1]) else { throw .badDescription }
    return word
  }

  private mutating func takeGroup(_ fields: [String]) throws(RenderFailure) {
    guard fields.count >= 2, NodeName.isGroup(fields[1]), groupIndex[fields[1]] == nil else {
      throw .badDescription
    }
    guard description.groups.count < DrawingLimits.groups else { throw .tooLarge }
    groupIndex[fields[1]] = description.groups.count
    description.groups.append(
      .init(name: fields[1], attributes: try attributes(fields.dropFirst(2), of: .group))
    )
  }

  private mutating func takeNode(_ fields: [String]) throws(RenderFailure) {
    guard fields.count >= 3, NodeName.isValid(fields[1]), nodeIndex[fields[1]] == nil else {
      throw .badDescription
    }
    guard description.nodes.count < DrawingLimits.nodes else { throw .tooLarge }
    var group: Int?
    if fields[2] != "-" {
      guard let index = groupIndex[fields[2]] else { throw .badDescription }
      group = index
    }
    nodeIndex[fields[1]] = description.nodes.count
    description.nodes.append(
      .init(
        name: fields[1],
        group: group,
        attributes: try attributes(fields.dropFirst(3), of: .node)
      )
    )
  }

  private mutating func takeEdge(_ fields: [String]) throws(RenderFailure) {
    guard fields.count >= 3, let tail = nodeIndex[fields[1]], let head = nodeIndex[fields[2]] else {
      throw .badDescription
    }
    guard description.edges.count < DrawingLimits.edges else { throw .tooLarge }
    let attributes = try attributes(fields.dropFirst(3), of: .edge)
    let weight = attributes.last { $0.key == "weight" }.flatMap { PlainNumber.read($0.value) }
    weightSum += weight ?? 1
    guard weightSum < DrawingLimits.weightSum else { throw .tooLarge }
    description.edges.append(.init(tail: tail, head: head, attributes: attributes))
  }

  private mutating func takeArea(_ fields: [String]) throws(RenderFailure) {
    guard fields.count == 5, AttributeRules.Rule.isColor(fields[1]),
      AttributeRules.Rule.isColor(fields[2]), let width = PlainNumber.read(fields[3]),
      (0...50).contains(width)
    else { throw .badDescription }
    guard description.areas.count < DrawingLimits.areas else { throw .tooLarge }
    var points: [(x: Double, y: Double)] = []
    for field in fields[4].split(separator: " ", omittingEmptySubsequences: false) {
      guard let pair = AttributeRules.Rule.numbers(field, count: 2) else { throw .badDescription }
      points.append((pair[0], pair[1]))
    }
    guard points.count >= 3 else { throw .badDescription }
    guard points.count <= DrawingLimits.pointsInOneList else { throw .tooLarge }
    description.areas.append(.init(fill: fields[1], line: fields[2], width: width, points: points))
  }

  private func attributes(
    _ fields: ArraySlice<String>,
    of owner: AttributeRules.Owner
  ) throws(RenderFailure) -> [DrawingDescription.Attribute] {
    guard fields.count % 2 == 0 else { throw .badDescription }
    var result: [DrawingDescription.Attribute] = []
    var position = fields.startIndex
    while position < fields.endIndex {
      let key = fields[position]
      let value = fields[position + 1]
      guard let rule = AttributeRules.rule(for: key, of: owner), rule.accepts(value) else {
        throw .forbiddenAttribute
      }
      result.append(.init(key: key, value: value))
      position += 2
    }
    return result
  }
}
