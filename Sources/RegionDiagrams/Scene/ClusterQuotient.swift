extension MapInput {
  /// The map of the groups: one node per group, sized by its members, one undirected tie per pair of groups whose weight is the
  /// number of ties between them, of whatever relation and direction.
  ///
  /// At most `limit` groups are kept, the largest first. Actors without a group make up one node.
  func quotient(
    limit: Int,
    words: MapWords
  ) throws(DrawingError) -> (map: MapInput, leftOut: Int) {
    guard let groups else {
      throw .missing(
        "the map of clusters needs a division of the actors",
        advice: "name one with --group-by, or draw the actors"
      )
    }
    var members = [Int](repeating: 0, count: groups.names.count + 1)
    for category in groups.categories { members[Self.bin(category, groups)] += 1 }
    let kept = members.indices
      .filter { members[$0] > 0 }
      .sorted { (-members[$0], $0) < (-members[$1], $1) }
      .prefix(limit)
      .sorted()
    var node = [Int](repeating: -1, count: members.count)
    for (index, group) in kept.enumerated() { node[group] = index }

    let names = kept.map {
      $0 < groups.names.count ? groups.names[$0] : words.name(of: groups.absence)
    }
    var map = MapInput(
      title: title,
      labels: zip(kept, names).map { "\($1) (\(members[$0]))" },
      relations: [
        Relation(name: relations.count == 1 ? relations[0].name : words.allTies, isDirected: false)
      ],
      ties: ties(between: node, groups)
    )
    let own = Division(
      title: groups.title,
      names: names,
      // Those without a group are grey wherever they stand.
      categories: kept.enumerated().map { $1 < groups.names.count ? Int32($0) : -1 },
      absence: groups.absence
    )
    map.color = own
    map.size = Scores(title: words.actors, values: kept.map { Double(members[$0]) })
    map.facts = facts
    map.date = date
    map.outline = outline
    map.isQuotient = true
    if !places.isEmpty { map.places = kept.map { group in meanPlace(of: group, groups) } }
    return (map, members.filter { $0 > 0 }.count - kept.count)
  }

  private static func bin(_ category: Int32, _ groups: Division) -> Int {
    category < 0 ? groups.names.count : Int(category)
  }

  private func ties(between node: [Int], _ groups: Division) -> Ties {
    let pairs = ties.sources.indices.map { tie in
      let source = node[Self.bin(groups.categories[Int(ties.sources[tie])], groups)]
      let target = node[Self.bin(groups.categories[Int(ties.targets[tie])], groups)]
      return (low: min(source, target), high: max(source, target))
    }
    var result = Ties(sources: [], targets: [], weights: [], relations: [])
    var last = (low: -1, high: -1)
    for pair in pairs.filter({ $0.low >= 0 && $0.low < $0.high }).sorted(by: <) {
      if pair == last {
        result.weights[result.weights.count - 1] += 1
      } else {
        result.sources.append(Int32(pair.low))
        result.targets.append(Int32(pair.high))
        result.weights.append(1)
        result.relations.append(0)
      }
      last = pair
    }
    return result
  }

  private func meanPlace(of group: Int, _ groups: Division) -> Place? {
    var sum = (latitude: 0.0, longitude: 0.0, count: 0.0)
    for (actor, place) in places.enumerated() {
      guard let place, Self.bin(groups.categories[actor], groups) == group else { continue }
      sum = (sum.latitude + place.latitude, sum.longitude + place.longitude, sum.count + 1)
    }
    guard sum.count > 0 else { return nil }
    return Place(latitude: sum.latitude / sum.count, longitude: sum.longitude / sum.count)
  }
}
