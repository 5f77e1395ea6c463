import LearningRegion

/// Makes the ties of a region from those of a file.
///
/// A relation whose ties are all undirected is undirected. In one with both, an undirected tie
/// becomes two, one each way, the second after the ties of the file.
struct TieFiller {
  private let assembly: RegionAssembly
  private let reading: RegionReading

  init(_ assembly: RegionAssembly) {
    self.assembly = assembly
    reading = assembly.reading
  }

  func fill() {
    let sorter = ColumnSorter(
      assembly: assembly,
      schema: .ties,
      meaning: ColumnMeaning.ofTies,
      rowCount: assembly.tieCount
    )
    let (known, found) = sorter.sort(assembly.tieColumns.columns)
    var others = found
    func text(_ name: String) -> LazyColumn<String> { known[name] ?? LazyColumn() }
    let (relations, weights, waves) = (text("relation"), text("weight"), text("wave"))
    let (starts, ends, spaces) = (text("start"), text("end"), text("space"))
    reading.draft.ties.reserveCapacity(assembly.tieCount)
    for row in 0..<assembly.tieCount {
      var tie = Tie(source: assembly.sources[row], target: assembly.targets[row])
      tie.relation = relation(relations[row] ?? "tie")
      if let weight = weights[row].flatMap(CellValue.number) { tie.weight = weight }
      tie.wave = waves[row].flatMap(wave)
      tie.start = starts[row].flatMap(CellValue.day)
      tie.end = ends[row].flatMap(CellValue.day)
      tie.space = spaces[row].flatMap(CellValue.space)
      reading.draft.ties.append(tie)
    }
    settleDirections(&others)
    reading.draft.ties.attributes = others
  }

  private func relation(_ name: String) -> Int32 {
    if reading.draft.relations.count > RegionReading.mostNames {
      reading.reportTooManyNames("relations", file: assembly.source.name)
      return 0
    }
    return reading.draft.relationIndex(name)
  }

  private func wave(_ name: String) -> Int32? {
    if reading.draft.waves.count > RegionReading.mostNames {
      reading.reportTooManyNames("waves", file: assembly.source.name)
      return nil
    }
    return reading.draft.waveIndex(name)
  }

  private func settleDirections(_ attributes: inout [AttributeColumn]) {
    var counts = [(directed: Int, undirected: Int, unsaid: Int)](
      repeating: (0, 0, 0),
      count: reading.draft.relations.count
    )
    for row in 0..<assembly.tieCount {
      let relation = Int(reading.draft.ties.relation(at: row))
      switch assembly.directions[row] {
      case .directed: counts[relation].directed += 1
      case .undirected: counts[relation].undirected += 1
      case .unsaid: counts[relation].unsaid += 1
      }
    }
    for (relation, count) in counts.enumerated() where count.directed + count.undirected > 0 {
      let isUndirected = count.directed + count.unsaid == 0
      reading.draft.relations[relation].directed = !isUndirected
      guard !isUndirected, count.undirected > 0 else { continue }
      let name = SafeText.quoted(reading.draft.relations[relation].name)
      assembly.assume(
        .direction,
        "relation \(name) is mixed: its undirected ties are two, one each way"
      )
    }
    for row in 0..<assembly.tieCount where assembly.directions[row] == .undirected {
      let tie = reading.draft.ties[row]
      guard reading.draft.relations[Int(tie.relation)].directed == true,
        tie.source != tie.target
      else { continue }
      var back = tie
      (back.source, back.target) = (tie.target, tie.source)
      let new = reading.draft.ties.count
      reading.draft.ties.append(back)
      for index in attributes.indices {
        attributes[index].values[new] = attributes[index].values[row]
      }
    }
  }
}
