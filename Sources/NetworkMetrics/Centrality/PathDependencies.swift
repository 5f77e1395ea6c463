import GraphCore

/// What dependencies are summed over.
enum DependencySums {
  case nodes, arcs
}

/// A graph made ready for the summing of path dependencies: cut into blocks where it is undirected, and renumbered for locality.
///
/// Node `i` here is node `original[i]` of the graph and stands for `mass[i]` of its nodes.
struct DependencyGraph {
  let succs: Adjacency
  let preds: Adjacency
  let original: [Int32]
  let mass: [Double]
  /// Per node of the graph: ordered pairs whose paths all pass through it and meet inside no block.
  let through: [Double]
  /// Batches with more paths in all are counted one source after the other.
  var largestCount = BatchBrandes.largestCount
  /// In graphs deeper than this sources hardly ever share a level, and batches gain nothing.
  static let deepest = 64

  /// O(nodes + arcs).
  init(_ graph: Graph, _ kind: DependencySums) {
    let symmetric = graph.isDirected ? graph.skeleton().out : graph.out
    let number = LocalityOrder.numbering(of: symmetric)
    let ordered = graph.relabelled(number)
    var inverse = [Int32](repeating: 0, count: graph.nodeCount)
    for (old, new) in number.enumerated() { inverse[Int(new)] = Int32(old) }
    if graph.isDirected {
      // Which nodes a side reaches differs by direction: only undirected graphs are cut.
      succs = ordered.out
      preds = ordered.incoming
      original = inverse
      mass = [Double](repeating: 1, count: graph.nodeCount)
      through = [Double](repeating: 0, count: graph.nodeCount)
    } else {
      // A tie that is a block of its own carries paths but lies between no two others.
      let split = BlockSplit(ordered.out, smallest: kind == .nodes ? 3 : 2)
      succs = split.rows
      preds = split.rows
      original = split.original.map { inverse[Int($0)] }
      mass = split.mass
      through = number.map { split.through[Int($0)] }
    }
  }
}

extension Graph {
  /// Σ over ordered pairs of the share of their shortest paths, per node (ends left out) or per tie in the order of ``EdgeScores``.
  ///
  /// Shards of whole batches with private rows, added in shard order: the same bits on any number of threads.
  func pathSums(
    _ rule: LengthRule?,
    _ kind: DependencySums,
    control: RunControl
  ) throws(MetricError) -> [Double] {
    try MemoryBudget.require(nodeCount, of: 200, fixed: 48 * out.arcCount)
    // Without strengths every length is 1, and lengths are steps.
    let rule = isWeighted ? rule : nil
    // Refused before anything is computed; the lengths themselves are made anew in the order of the blocks.
    if let rule { try requirePathLengths(rule) }
    let work = DependencyGraph(rule == nil ? unweighted() : self, kind)
    try control.check()
    let width = kind == .nodes ? work.original.count : work.succs.arcCount
    let name = kind == .nodes ? "betweenness" : "edge_betweenness"
    let sums =
      if let rule {
        try work.sumOneByOne(try work.succs.lengths(rule), kind, width, name, control)
      } else if work.succs.depthOfHub > DependencyGraph.deepest {
        try work.sumOneByOne(nil, kind, width, name, control)
      } else { try work.sumBySteps(kind, width, name, control) }
    return kind == .nodes ? work.perNode(sums) : work.perTie(sums, of: self)
  }

  /// - Throws: ``MetricError/lengthUnusable(source:target:weight:)`` where a length is not above 0.
  private func requirePathLengths(_ rule: LengthRule) throws(MetricError) {
    let lengths = try out.lengths(rule)
    for source in 0..<nodeCount {
      for arc in out.arcs(of: source) where lengths[arc] == 0 {
        throw .lengthUnusable(
          source: source,
          target: Int(out.targets[arc]),
          weight: out.weight(at: arc)
        )
      }
    }
  }
}

extension DependencyGraph {
  /// By steps: batches of searches, 64 that share their levels, 16 that share their sums.
  func sumBySteps(
    _ kind: DependencySums,
    _ width: Int,
    _ name: String,
    _ control: RunControl
  ) throws(MetricError) -> [Double] {
    let n = original.count
    let plan = ShardPlan(items: (n + LevelSets.width - 1) / LevelSets.width, width: width)
    let perThread = BatchBrandes.bytesPerNode + LevelSets.bytesPerNode
    try MemoryBudget.require(
      n,
      of: perThread * min(control.threads, plan.shards),
      fixed: plan.shards * width * 8
    )
    let sums = try ShardedSums(shards: plan.shards, width: width)
    control.begin(name, total: n)
    control.forEachShard(plan.shards) { shard in
      var levels = LevelSets(nodeCount: n)
      var brandes = BatchBrandes(preds: preds, succs: succs, limit: largestCount)
      let row = sums.row(shard)
      for batch in plan.range(shard) where !control.isCancelled {
        let sources = batch * LevelSets.width..<min(n, (batch + 1) * LevelSets.width)
        levels.run(sources: sources, push: succs, pull: preds)
        for first in stride(from: 0, to: sources.count, by: BatchBrandes.width)
        where !control.isCancelled {
          let some = (sources.lowerBound + first..<sources.upperBound).prefix(BatchBrandes.width)
          add(some, first, levels, &brandes, kind, row)
        }
        control.advance(by: sources.count)
      }
    }
    try control.check()
    return sums.total()
  }

  private func add(
    _ sources: Range<Int>,
    _ first: Int,
    _ levels: borrowing LevelSets,
    _ brandes: inout BatchBrandes,
    _ kind: DependencySums,
    _ row: UnsafeMutablePointer<Double>
  ) {
    let nodes = kind == .nodes ? row : nil
    let arcs = kind == .arcs ? row : nil
    mass.withUnsafeBufferPointer {
      guard let mass = $0.baseAddress else { return }
      var masses = BatchBrandes.Lanes.zero
      for (lane, source) in sources.enumerated() { masses[lane] = mass[source] }
      let plain = brandes.accumulate(
        levels,
        first: first,
        masses: masses,
        mass: mass,
        nodeSums: nodes,
        arcSums: arcs
      )
      if plain { return }
      // More paths than a number can count: one source after the other, with counts of any size.
      var single = LengthBrandes(rows: succs, lengths: nil)
      for source in sources {
        single.accumulate(from: source, mass: mass, nodes: nodes, arcs: arcs)
      }
    }
  }

  /// By length, or by steps in deep graphs: one search per source.
  func sumOneByOne(
    _ lengths: [Double]?,
    _ kind: DependencySums,
    _ width: Int,
    _ name: String,
    _ control: RunControl
  ) throws(MetricError) -> [Double] {
    let n = original.count
    let plan = ShardPlan(items: n, width: width)
    let workers = min(control.threads, plan.shards)
    try MemoryBudget.require(
      n,
      of: LengthBrandes.bytesPerNode * workers,
      fixed: plan.shards * width * 8 + workers * succs.arcCount * LengthBrandes.bytesPerArc
    )
    let sums = try ShardedSums(shards: plan.shards, width: width)
    control.begin(name, total: n)
    control.forEachShard(plan.shards) { shard in
      var brandes = LengthBrandes(rows: succs, lengths: lengths)
      let row = sums.row(shard)
      mass.withUnsafeBufferPointer {
        guard let mass = $0.baseAddress else { return }
        for source in plan.range(shard) where !control.isCancelled {
          brandes.accumulate(
            from: source,
            mass: mass,
            nodes: kind == .nodes ? row : nil,
            arcs: kind == .arcs ? row : nil
          )
          control.advance()
        }
      }
    }
    try control.check()
    return sums.total()
  }

  /// Brings sums of the blocks back to the nodes of the graph.
  fileprivate func perNode(_ sums: [Double]) -> [Double] {
    var total = through
    for (place, v) in original.enumerated() { total[Int(v)] += sums[place] }
    return total
  }

  /// Brings sums of arcs back to the ties of the graph; both arcs of an undirected one count.
  fileprivate func perTie(_ sums: [Double], of graph: Graph) -> [Double] {
    let ties = graph.ties()
    var position = [Int](repeating: 0, count: graph.out.arcCount)
    for (place, tie) in ties.enumerated() { position[tie.arc] = place }
    var total = [Double](repeating: 0, count: ties.count)
    for source in 0..<original.count {
      for arc in succs.arcs(of: source) {
        var a = Int(original[source])
        var b = Int(original[Int(succs.targets[arc])])
        if !graph.isDirected && a > b { swap(&a, &b) }
        guard let own = graph.out.arc(from: a, to: b) else {
          preconditionFailure("every arc of a block is an arc of the graph")
        }
        total[position[own]] += sums[arc]
      }
    }
    return total
  }
}
