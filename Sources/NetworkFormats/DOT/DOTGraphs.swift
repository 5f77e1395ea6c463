/// The graphs of a DOT file. Of several each is a relation of its name, of one name the second is `name 2`.
struct DOTGraphs {
  private var begun: [(name: String?, firstTie: Int)] = []

  var isEmpty: Bool { begun.isEmpty }

  mutating func begin(_ name: String?, firstTie: Int) { begun.append((name, firstTie)) }

  /// Puts the name of its graph before the relation of every tie.
  func nameRelations(_ assembly: RegionAssembly) {
    guard begun.count > 1 else { return }
    assembly.title = nil
    let said = assembly.tieColumns.known("relation")
      .map { assembly.tieColumns.columns[$0].dense(rowCount: assembly.tieCount) }
    var taken: Set<String> = []
    var copies: [String: Int] = [:]
    for (number, graph) in begun.enumerated() {
      let base = graph.name.flatMap { $0.isEmpty ? nil : $0 } ?? "graph\(number + 1)"
      var name = base
      while !taken.insert(name).inserted {
        copies[base, default: 1] += 1
        name = "\(base) \(copies[base, default: 1])"
      }
      let next = number + 1
      let end = next < begun.count ? begun[next].firstTie : assembly.tieCount
      for row in graph.firstTie..<end {
        let relation = [name, said?[row]].compactMap { $0 }.joined(separator: " / ")
        assembly.setTie(row, "relation", relation, at: assembly.tiePlaces[row])
      }
    }
    assembly.assume(
      .relation,
      "\(begun.count) graphs: each is a relation, equal ids are one actor"
    )
  }
}
