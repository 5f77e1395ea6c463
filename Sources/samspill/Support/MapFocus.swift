import GraphCore
import RegionAnalysis
import RegionDiagrams

/// What part of a network a map shows.
enum MapFocus {
  /// All of it.
  case everybody
  /// One cluster, by its number or its name, with its neighbours in grey.
  case cluster(String)
  /// One actor, by its id, with those it is tied to and their ties.
  case ego(String)
}

extension MapInput {
  /// Actors up to which the neighbours of a cluster are drawn beside it.
  static let mostBesides = 700

  /// The part of the map around some actors, and which actors of the old map those of the new one are.
  ///
  /// - Parameters:
  ///   - isMember: per actor whether it is in the middle.
  ///   - greyed: whether neighbours are grey, small and without a name of their own before the members have theirs, and ties
  ///     among them left out.
  func focused(on isMember: [Bool], greyed: Bool) -> (map: MapInput, kept: [Int]) {
    var isNeighbour = [Bool](repeating: false, count: labels.count)
    for (source, target) in zip(ties.sources, ties.targets) {
      let (a, b) = (Int(source), Int(target))
      if isMember[a] && !isMember[b] { isNeighbour[b] = true }
      if isMember[b] && !isMember[a] { isNeighbour[a] = true }
    }
    var kept = labels.indices.filter { isMember[$0] || isNeighbour[$0] }
    if kept.count > Self.mostBesides && greyed { kept = kept.filter { isMember[$0] } }
    var number = [Int32](repeating: -1, count: labels.count)
    for (new, old) in kept.enumerated() { number[old] = Int32(new) }
    let shown = ties.sources.indices.filter { tie in
      let (a, b) = (Int(ties.sources[tie]), Int(ties.targets[tie]))
      return number[a] >= 0 && number[b] >= 0 && (!greyed || isMember[a] || isMember[b])
    }
    func part(_ division: Division?, grey: Bool) -> Division? {
      guard var division else { return nil }
      division.categories = kept.map { grey && !isMember[$0] ? -1 : division.categories[$0] }
      if grey && kept.contains(where: { !isMember[$0] }) { division.absence = .neighbour }
      return division
    }
    var map = MapInput(
      title: title,
      labels: kept.map { labels[$0] },
      relations: relations,
      ties: Ties(
        sources: shown.map { number[Int(ties.sources[$0])] },
        targets: shown.map { number[Int(ties.targets[$0])] },
        weights: shown.map { ties.weights[$0] },
        relations: shown.map { ties.relations[$0] }
      )
    )
    map.color = part(color, grey: greyed)
    map.groups = part(groups, grey: greyed)
    map.shape = part(shape, grey: false)
    map.size = size.map { size in
      Scores(
        title: size.title,
        values: kept.map { greyed && !isMember[$0] ? nil : size.values[$0] }
      )
    }
    map.halos = halos.map { halos in
      Marks(title: halos.title, isMarked: kept.map { halos.isMarked[$0] })
    }
    map.outline = outline
    if !places.isEmpty { map.places = kept.map { places[$0] } }
    map.facts = facts
    map.date = date
    return (map, kept)
  }
}

extension ClusterAnalysis {
  /// The cluster that somebody means by its name or number.
  func cluster(called text: String) throws -> (number: Int, name: String?) {
    let named = names ?? []
    if let place = named.firstIndex(of: text) { return (place, text) }
    if let number = Int(text), (1...max(1, count)).contains(number) {
      return (number - 1, named.isEmpty ? nil : named[number - 1])
    }
    let known = named.compactMap { $0 }
    throw ProgramError(
      .usage,
      "there is no cluster \"\(text)\"",
      hint: known.isEmpty
        ? "clusters have numbers from 1 to \(count)" : ProgramError.known(text, known)
    )
  }
}
