import LearningRegion

/// Writes GML: numbers as ids, the actors' ids as labels, their labels as `name`.
///
/// ASCII, everything else as `&#…;`. Keys have letters, digits and low lines only.
enum GMLWriter: FormatWriter {
  static let capacity = FormatCapacity.all.subtracting(.mixedDirections)

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    let changed = names(network.nodeColumns, isOfNodes: true)
      .filter { $0.key != $0.value && $0.key != "label" }
      .merging(names(network.tieColumns, isOfNodes: false).filter { $0.key != $0.value }) { a, _ in
        a
      }
    guard !changed.isEmpty else { return [] }
    let list = changed.keys.sorted().map { "\(SafeText.quoted($0)) is \(changed[$0] ?? "")" }
    return ["columns under other names: \(list.joined(separator: ", "))"]
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    var out = TextOutput()
    out.line("graph [")
    out.line("  directed \(network.directions == .undirected ? 0 : 1)")
    if JSONParts.hasRepeats(network) { out.line("  multigraph 1") }
    if let title = network.region.header.title { out.line("  label \(quoted(title))") }
    let nodeNames = names(network.nodeColumns, isOfNodes: true)
    for row in 0..<network.nodeCount {
      out.line("  node [")
      out.line("    id \(row)")
      out.line("    label \(quoted(network.id(row)))")
      values(network.nodeColumns, nodeNames, row, &out)
      out.line("  ]")
    }
    let tieNames = names(network.tieColumns, isOfNodes: false)
    for (tie, from, to) in network.arcs {
      out.line("  edge [")
      out.line("    source \(from)")
      out.line("    target \(to)")
      values(network.tieColumns, tieNames, tie, &out)
      out.line("  ]")
    }
    out.line("]")
    return out.bytes
  }

  private static func values(
    _ columns: [FlatColumn],
    _ names: [String: String],
    _ row: Int,
    _ out: inout TextOutput
  ) {
    for column in columns {
      guard let text = column[row], let name = names[column.name] else { continue }
      out.line("    \(name) \(value(text, column))")
    }
  }

  /// A number where GML has one that reads back as the same text, else a text.
  private static func value(_ text: String, _ column: FlatColumn) -> String {
    switch column.kind {
    case .integer where text.utf8.count < 10: return text
    case .integer, .real:
      if text.contains("."), !text.contains("e") || column.name == "weight" { return text }
      guard column.name == "weight" else { return quoted(text) }
      let parts = text.split(separator: "e", maxSplits: 1)
      return parts.count == 2 ? "\(parts[0]).0E\(parts[1])" : text + ".0"
    case .text, .flag: return quoted(text)
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + CharacterReferences.encoded(text, and: ["\""]) + "\""
  }

  /// Names of columns as keys, no two alike.
  private static func names(_ columns: [FlatColumn], isOfNodes: Bool) -> [String: String] {
    var taken: Set<String> = isOfNodes ? ["id", "label"] : ["source", "target", "key"]
    let schema = isOfNodes ? TableSchema.actors : TableSchema.ties
    var names: [String: String] = [:]
    for column in columns {
      var key = column.name == "label" && isOfNodes ? "name" : ""
      if key.isEmpty {
        for scalar in column.name.unicodeScalars {
          let isPlain = scalar.isASCII && scalar.properties.isAlphabetic
          let isDigit = ("0"..."9").contains(scalar)
          if key.isEmpty, !isPlain { key = "a" }
          key.unicodeScalars.append(isPlain || isDigit ? scalar : "_")
        }
      }
      // A key that is not the column's name must not be that of another that the model knows.
      let base = key
      let known = HeadingKey.key(key)
      let isAnother =
        key != column.name && column.name != "label"
        && schema.columns.contains { $0.name == known || $0.synonyms.contains(known) }
      if isAnother { taken.insert(key) }
      var number = 2
      while !taken.insert(key).inserted {
        key = "\(base)_\(number)"
        number += 1
      }
      names[column.name] = key
    }
    return names
  }
}
