import LearningRegion

/// What a reader of a result has to know about how it came about, as sentences.
public struct AnalysisNotes: Sendable, Equatable {
  /// Said once, calmly: what was assumed.
  public var assumptions: [String] = []
  /// Said loudly: what makes the result doubtful.
  public var warnings: [String] = []

  /// Nothing to say.
  public init() {}

  /// Adds what there is to say about one of several runs, told apart by the columns that name it.
  public mutating func add(_ notes: AnalysisNotes, of run: [(name: String, value: Cell)] = []) {
    let names = run.map { "\($0.name) \($0.value.forReading)" }.joined(separator: ", ")
    let start = names.isEmpty ? "" : names + ": "
    assumptions += notes.assumptions.map { start + $0 }
    warnings += notes.warnings.map { start + $0 }
  }

  /// Adds what has not been said yet.
  public mutating func merge(_ other: AnalysisNotes) {
    assumptions += other.assumptions.filter { !assumptions.contains($0) }
    warnings += other.warnings.filter { !warnings.contains($0) }
  }

  /// What the choice of ties assumed and how many answered.
  ///
  /// - Parameter minimumResponse: below this response rate, measures that rest on paths are doubtful.
  public init(of graph: RegionGraph, traits: MeasureTraits = [], minimumResponse: Double = 0.7) {
    if let wave = graph.wave, graph.waveWasAssumed {
      assumptions.append(
        "wave \(wave), the last one (--wave chooses another, --wave all unites them)"
      )
    }
    if !graph.directionAssumed.isEmpty {
      let names = graph.directionAssumed.joined(separator: ", ")
      assumptions.append(
        "\(names): taken as directed, nothing says otherwise (--undirected, or `directed: false` in region.yaml)"
      )
    }
    if graph.graph.nodeCount == 0 {
      warnings.append("no actor is left to look at: the filters, the wave or the data have none")
    }
    if graph.weightsAreLengths && traits.contains(.weightedByDefault) {
      warnings.append(
        "the weights of \(graph.relations.joined(separator: ", ")) are distances, and are read as strengths here: a bigger one counts as closer"
      )
    }
    let (loops, parallels) = (graph.graph.loopsDropped, graph.graph.parallelMerged)
    if loops > 0 {
      assumptions.append("\(loops) \(loops == 1 ? "tie" : "ties") from an actor to itself left out")
    }
    if parallels > 0 {
      assumptions.append("\(parallels) parallel \(parallels == 1 ? "tie" : "ties") added to others")
    }
    if let rate = graph.responseRate, let share = rate.share {
      assumptions.append(
        "\(rate.answered) of \(rate.asked) actors that were asked answered (\(NumberText.percent(share)))"
      )
      if share < minimumResponse && traits.contains(.paths) {
        warnings.append(
          "only \(NumberText.percent(share)) answered: values that rest on paths may be far off"
        )
      }
    }
    if let rate = graph.confirmationRate {
      assumptions.append("\(NumberText.percent(rate)) of the ties are reported by both ends")
    }
  }
}

extension AnalysisNotes {
  /// Which groups were compared.
  mutating func addGroups(_ groups: MeasureGroups, permutations: Int, seed: UInt64) {
    let count = groups.names.count
    var text = "groups: the \(count) \(count == 1 ? "value" : "values") of \(groups.column)"
    if permutations > 0 { text += "; p from \(permutations) permutations (seed \(seed))" }
    assumptions.append(text)
    let unnamed = groups.names.count { $0 == nil }
    if unnamed > 0 {
      assumptions.append(
        "\(unnamed) \(unnamed == 1 ? "group" : "groups") of fewer than \(Naming.smallestNamedGroup) actors not shown"
      )
    }
    let missing = groups.groupOf.count { $0 < 0 }
    if missing > 0 {
      warnings.append(
        "\(missing) \(missing == 1 ? "actor has" : "actors have") no \(groups.column): ties of theirs do not count between groups"
      )
    }
  }
}
