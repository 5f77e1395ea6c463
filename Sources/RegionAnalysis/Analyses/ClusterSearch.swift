import GraphCore
import LearningRegion
import NetworkMetrics

/// What one way of finding clusters found.
struct FoundClusters {
  var partition: Partition
  var memberships: [[LinkMembership]]?
  var count: Int
  var quality: Double?
  var stability: Double?
  var names: [String?]?
  var facts: [(name: String, value: Cell)] = []
  var notes = AnalysisNotes()

  init(_ partition: Partition) {
    self.partition = partition
    count = partition.count
  }
}

/// Runs the ways of finding clusters.
struct ClusterSearch {
  let graph: RegionGraph
  let region: Region
  let runs: Int
  let seed: UInt64
  let start: ClusterStart?
  let naming: Naming
  let control: RunControl

  private var network: Graph { graph.graph }

  func clusters(_ method: ClusterMethod) throws -> FoundClusters {
    switch method {
    case .leiden(let objective, let resolution):
      try leiden(objective, resolution)
    case .labelPropagation:
      try labelPropagation()
    case .components:
      FoundClusters(try network.weakComponents(control: control).partition)
    case .core(let k):
      try cores(k)
    case .truss(let k):
      try trusses(k)
    case .links:
      try links()
    case .corePeriphery:
      try corePeriphery()
    case .attribute(let column):
      try attribute(column)
    }
  }

  // MARK: Searches that depend on the seed

  private func leiden(
    _ objective: ClusterObjective,
    _ resolution: Double?
  ) throws -> FoundClusters {
    let quality = objective.quality(resolution, of: network)
    var options = LeidenOptions(quality: quality, seed: seed)
    if let start {
      let begun = try start.resolved(of: graph, in: region)
      options.start = begun.partition
      options.fixed = begun.fixed
    }
    let found = try network.leidenRuns(runs, options, control: control)
    var result = FoundClusters(found.best.partition)
    result.quality = found.best.quality
    result.stability = found.meanVariation
    result.facts = [
      ("objective", .text(objective.rawValue)), ("resolution", .number(quality.resolution)),
    ]
    result.notes.assumptions.append("seed \(seed)")
    if let start {
      let held = options.fixed.map { $0.count { $0 } }
      let keeping = held.map { "; \($0) \($0 == 1 ? "actor keeps" : "actors keep") to it" } ?? ""
      result.notes.assumptions.append("the search began with \(start.column)\(keeping)")
      if held == 0 { result.notes.warnings.append("no actor has the value that is to be kept") }
    }
    if resolution == nil && objective == .cpm {
      result.notes.assumptions.append(
        "resolution \(NumberText.forReading(quality.resolution)), the mean strength of a pair of actors (--resolution chooses another)"
      )
    }
    if objective == .directedModularity && !network.isDirected {
      result.notes.assumptions.append("ties have no direction: directed modularity is modularity")
    }
    return result
  }

  private func labelPropagation() throws(MetricError) -> FoundClusters {
    guard runs >= 1 else {
      throw .invalidOption(name: "runs", reason: "there must be at least one")
    }
    var results: [ClusterResult] = []
    for run in 0..<runs {
      var random = RandomStream(seed: seed, stream: UInt64(run))
      let options = LabelPropagationOptions(seed: run == 0 ? seed : random.next())
      results.append(try network.labelPropagation(options, control: control))
    }
    var best = results[0]
    for result in results where (result.quality ?? -1) > (best.quality ?? -1) { best = result }
    var result = FoundClusters(best.partition)
    result.stability = try meanVariation(results.map(\.partition))
    result.facts = [
      ("sweeps", .integer(best.iterations)), ("converged", .integer(best.converged ? 1 : 0)),
    ]
    result.notes.assumptions.append("seed \(seed)")
    if !best.converged {
      result.notes.warnings.append(
        "label propagation still changed after \(best.iterations) sweeps"
      )
    }
    return result
  }

  /// Mean variation of information over all pairs, in bits; `nil` for a single partition.
  private func meanVariation(_ partitions: [Partition]) throws(MetricError) -> Double? {
    var sum = 0.0
    var pairs = 0
    for (place, first) in partitions.enumerated() {
      for second in partitions[..<place] {
        if control.isCancelled { throw .cancelled }
        sum += first.compare(with: second)?.variationOfInformation ?? 0
        pairs += 1
      }
    }
    return pairs > 0 ? sum / Double(pairs) : nil
  }

  // MARK: Levels

  private func cores(_ k: Int?) throws(MetricError) -> FoundClusters {
    let cores = try network.coreNumbers(control: control)
    guard let k else { return levels(cores, called: "core") }
    guard k >= 1 else { throw .invalidOption(name: "k", reason: "cores start at 1") }
    let members = cores.indices.filter { cores[$0] >= k }
    let inside = try network.induced(on: members).weakComponents(control: control).partition
    // Those outside the core get labels that no part of it has.
    var labels = (0..<network.nodeCount).map { Int32(inside.count + $0) }
    for (place, node) in members.enumerated() { labels[node] = inside.clusterOf[place] }
    return parts(Partition(labels: labels), inside: members.count, of: "\(k)-core")
  }

  private func trusses(_ k: Int?) throws(MetricError) -> FoundClusters {
    let trusses = try network.trussDecomposition(control: control).nodeTruss
    guard let k else { return levels(trusses, called: "truss") }
    let inside = trusses.count { $0 >= k }
    return parts(try network.trussClusters(k, control: control), inside: inside, of: "\(k)-truss")
  }

  /// One cluster per number, named by it.
  private func levels(_ values: [Int], called name: String) -> FoundClusters {
    var result = FoundClusters(Partition(labels: values))
    var names = [String?](repeating: nil, count: result.count)
    for (node, value) in values.enumerated() {
      names[Int(result.partition.clusterOf[node])] = "\(name) \(value)"
    }
    result.names = names
    result.facts = [("largest_\(name)", .integer(values.max() ?? 0))]
    return result
  }

  private func parts(_ partition: Partition, inside: Int, of name: String) -> FoundClusters {
    var result = FoundClusters(partition)
    if inside == 0 {
      result.notes.warnings.append("there is no \(name): everybody is alone")
    }
    return result
  }

  // MARK: Others

  private func links() throws(MetricError) -> FoundClusters {
    let found = try network.linkCommunities(control: control)
    var sizes = [Int](repeating: 0, count: found.count)
    var first = sizes
    for (node, shares) in found.memberships.enumerated() {
      for share in shares {
        if sizes[share.cluster] == 0 { first[share.cluster] = node }
        sizes[share.cluster] += 1
      }
    }
    let order = sizes.indices.sorted {
      (-sizes[$0], first[$0], $0) < (-sizes[$1], first[$1], $1)
    }
    var number = [Int](repeating: 0, count: found.count)
    for (place, cluster) in order.enumerated() { number[cluster] = place }
    let memberships = found.memberships.map { shares in
      shares.map { LinkMembership(cluster: number[$0.cluster], share: $0.share) }
        .sorted { $0.cluster < $1.cluster }
    }
    let main = memberships.enumerated().map { node, shares -> Int in
      guard var best = shares.first else { return found.count + node }
      for share in shares where share.share > best.share { best = share }
      return best.cluster
    }
    var result = FoundClusters(Partition(labels: main))
    result.memberships = memberships
    result.count = found.count
    result.quality = found.partitionDensity
    result.facts = [
      ("partition_density", Cell(found.partitionDensity)), ("similarity", Cell(found.similarity)),
    ]
    let alone = memberships.count { $0.isEmpty }
    if alone > 0 {
      result.notes.assumptions.append(
        "\(alone) \(alone == 1 ? "actor has" : "actors have") no tie, and so no cluster"
      )
    }
    return result
  }

  private func corePeriphery() throws(MetricError) -> FoundClusters {
    var options = CorePeripheryOptions(seed: seed)
    options.value = .binary
    let found = try network.corePeriphery(options, control: control)
    var result = FoundClusters(Partition(labels: found.isCore))
    var names = [String?](repeating: nil, count: result.count)
    for (node, cluster) in result.partition.clusterOf.enumerated() {
      names[Int(cluster)] = found.isCore[node] ? "core" : "periphery"
    }
    result.names = names
    result.quality = found.correlation
    result.facts = [
      ("correlation", .number(found.correlation)), ("exact", .integer(found.isExact ? 1 : 0)),
    ]
    if !found.isExact {
      result.notes.assumptions.append(
        "the cut into core and periphery was searched for (seed \(seed)): a better one may exist"
      )
    }
    return result
  }

  private func attribute(_ column: String) throws(ProjectionError) -> FoundClusters {
    guard let found = region.actorColumn(column) else {
      throw ProjectionError.unknownColumn(column, known: region.actorColumnNames)
    }
    let values = graph.actorOf.map { found.value(Int($0)) }
    // Whoever has no value shares no cluster: a label of their own keeps them apart.
    let labels = values.enumerated().map { node, value in value.map { "=" + $0 } ?? "#\(node)" }
    var result = FoundClusters(Partition(labels: labels))
    let sizes = result.partition.sizes
    var named = [String?](repeating: nil, count: result.count)
    for (node, value) in values.enumerated() {
      let cluster = Int(result.partition.clusterOf[node])
      if let value { named[cluster] = naming.groupName(value, size: sizes[cluster]) }
    }
    result.names = named
    let missing = values.count { $0 == nil }
    if missing > 0 {
      result.notes.warnings.append(
        "\(missing) \(missing == 1 ? "actor has" : "actors have") no \(found.name), and so a cluster of their own"
      )
    }
    return result
  }
}
