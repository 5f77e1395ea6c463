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
    let relations = relations(known["relation"])
    let weights = weights(known["weight"])
    if known.keys.allSatisfy({ $0 == "relation" || $0 == "weight" }) {
      reading.draft.ties = TieTable(
        sources: assembly.sources,
        targets: assembly.targets,
        relations: relations,
        weights: weights
      )
    } else {
      fillOneByOne(known, relations, weights)
    }
    settleDirections(&others)
    reading.draft.ties.attributes = others
  }

  private func fillOneByOne(
    _ known: [String: CellColumn],
    _ relations: [Int32],
    _ weights: [Double]
  ) {
    func text(_ name: String) -> LazyColumn<String> {
      known[name]?.dense(rowCount: assembly.tieCount) ?? LazyColumn()
    }
    let (waves, starts, ends, spaces) = (text("wave"), text("start"), text("end"), text("space"))
    reading.draft.ties.reserveCapacity(assembly.tieCount)
    for row in 0..<assembly.tieCount {
      var tie = Tie(source: assembly.sources[row], target: assembly.targets[row])
      if !relations.isEmpty { tie.relation = relations[row] }
      if !weights.isEmpty { tie.weight = weights[row] }
      tie.wave = waves[row].flatMap(wave)
      tie.start = starts[row].flatMap(CellValue.day)
      tie.end = ends[row].flatMap(CellValue.day)
      tie.space = spaces[row].flatMap(CellValue.space)
      reading.draft.ties.append(tie)
    }
  }

  /// The weight of each tie; empty where all are 1.
  private func weights(_ column: CellColumn?) -> [Double] {
    guard let column else { return [] }
    let usual = column.usual.flatMap(CellValue.number) ?? 1
    var weights = [Double](repeating: usual, count: assembly.tieCount)
    column.visit { _, row, text in
      if let weight = CellValue.number(text) { weights[row] = weight }
    }
    return weights.allSatisfy { $0 == 1 } ? [] : weights
  }

  /// The number of the relation of each tie, numbered by the first that has it; empty where there is one.
  private func relations(_ column: CellColumn?) -> [Int32] {
    let count = assembly.tieCount
    guard count > 0 else { return [] }
    guard let column else {
      _ = relation("tie")
      return []
    }
    // Several texts of one tie: the last counts.
    var names = IDTable()
    var nameOf = [Int32](repeating: -1, count: count)
    column.visit { _, row, text in nameOf[row] = Int32(names.intern(text)) }
    var numbers = [Int32](repeating: -1, count: names.count)
    var rest: Int32?
    var relations: [Int32] = []
    relations.reserveCapacity(count)
    for name in nameOf {
      if name < 0 {
        let number = rest ?? relation(column.usual ?? "tie")
        rest = number
        relations.append(number)
      } else {
        if numbers[Int(name)] < 0 { numbers[Int(name)] = relation(names[Int(name)]) }
        relations.append(numbers[Int(name)])
      }
    }
    return relations.contains { $0 != 0 } ? relations : []
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
