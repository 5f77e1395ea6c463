import LearningRegion

/// The ids of edges, so that none is there twice.
///
/// Two edges of one id are one edge told of twice, or two that somebody confused: the file does not say which.
struct GEXFEdgeIDs {
  private var ids = IDTable()
  private var places: [Int] = []

  /// Adds the id of an edge, and reports it where another edge has it.
  mutating func add(_ id: UnsafeRawBufferPointer, at place: Int, _ assembly: RegionAssembly) {
    places.append(place)
    let first = ids.append(id)
    guard first != ids.count - 1 else { return }
    let (source, firstPlace) = (assembly.source, places[first])
    let name = String(decoding: id, as: UTF8.self)
    assembly.builder.error {
      source.diagnostic(
        .duplicateID,
        "the edge id \(SafeText.quoted(name)) is already used in \(source.lineName(at: firstPlace))",
        hint: "give each edge an id of its own, or leave the ids of edges out",
        at: place..<place + 1
      )
    }
  }
}
