/// The partition or the vector that is being read: a number for each vertex of the network before it.
struct PajekValues {
  private let name: String
  private let isPartition: Bool
  private let place: Range<Int>
  private var count = 0
  private var isAnnounced = false

  /// - Parameters:
  ///   - command: `*Partition`, `*Vector`, or the short forms `*Clu` and `*Vec`.
  ///   - title: what stands behind it, the name where there is one.
  init(_ command: String, title: String, at place: Range<Int>) {
    let kind = command.dropFirst().lowercased()
    name = title.isEmpty ? kind : title
    isPartition = kind == "partition" || kind == "clu"
    self.place = place
  }

  /// How many values `*Vertices` announces; false where the values cannot be those of the network.
  mutating func announce(
    _ number: Int,
    at word: Range<Int>,
    of vertices: PajekVertices,
    _ assembly: RegionAssembly
  ) -> Bool {
    guard !isAnnounced, count == 0 else {
      assembly.report(
        .badSyntax,
        "*Vertices is here a second time for \(SafeText.quoted(name))",
        hint: "*Network begins another network",
        at: word
      )
      return false
    }
    isAnnounced = true
    if number == vertices.announced { return true }
    let said = "\(number) values for \(vertices.announced) vertices"
    assembly.report(.inconsistent, said, at: word)
    return false
  }

  /// Takes the value on a line.
  mutating func take(
    _ words: [LineToken],
    of vertices: PajekVertices,
    _ assembly: RegionAssembly
  ) {
    let word = words[0]
    guard vertices.has(count + 1) else {
      return assembly.report(.wrongFieldCount, "more values than vertices", at: word.range)
    }
    count += 1
    guard words.count == 1 else {
      return assembly.report(
        .wrongFieldCount,
        "more than one value on a line",
        hint: "every vertex has a line of its own",
        at: words[1].range
      )
    }
    let text = assembly.source.string(word.inside)
    let bytes = UnsafeRawBufferPointer(rebasing: assembly.source.bytes[word.inside])
    if isPartition ? (try? NumberReader.integer(bytes)) == nil : CellValue.number(bytes) == nil {
      return assembly.report(
        isPartition ? .badInteger : .badNumber,
        "\(SafeText.quoted(text)) is no \(isPartition ? "whole number" : "number")",
        hint: isPartition ? "a partition has the number of a class for each vertex" : nil,
        at: word.range
      )
    }
    let row = vertices.row(of: count, at: word.range.lowerBound, assembly)
    assembly.setNode(row, name, text, at: word.range.lowerBound)
  }

  /// Reports vertices that have no value.
  func end(of vertices: PajekVertices, _ assembly: RegionAssembly) {
    guard count < vertices.announced else { return }
    assembly.report(
      .wrongFieldCount,
      "\(SafeText.quoted(name)) has \(count) values for \(vertices.announced) vertices",
      hint: "every vertex has a line of its own",
      at: place
    )
  }
}
