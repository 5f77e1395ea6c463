import GraphCore
import LearningRegion
import NetworkMetrics

/// How clusters change with the resolution: levels from coarse to fine.
public struct ClusterLevels: Sendable {
  /// The levels, each with its range of resolutions.
  public let levels: [ResolutionLevel]
  /// What was made as large as possible.
  public let objective: ClusterObjective
  /// The resolutions scanned.
  public let range: ClosedRange<Double>
  /// Per level how alike its clusters and a column are, where one was named.
  public let agreement: [PartitionComparison?]?

  /// Scans a range of resolutions.
  ///
  /// - Parameters:
  ///   - column: the column to hold every level against; actors without a value are left out.
  ///   - runs: searches per resolution.
  /// - Throws: ``NetworkMetrics/MetricError``, `emptyGraph` without actors; ``LearningRegion/ProjectionError`` for a column that is
  ///   not there.
  public init(
    of graph: RegionGraph,
    in region: Region,
    _ objective: ClusterObjective,
    comparedWith column: String? = nil,
    range: ClosedRange<Double>,
    runs: Int = 1,
    seed: UInt64,
    control: RunControl = RunControl()
  ) throws {
    guard graph.graph.nodeCount > 0 else { throw MetricError.emptyGraph }
    self.objective = objective
    self.range = range
    let levels = try graph.graph.resolutionProfile(
      ResolutionProfileOptions(
        quality: objective.profile,
        range: range,
        runs: runs,
        seed: seed
      ),
      control: control
    )
    self.levels = levels
    agreement = try column.map { name in
      guard let found = region.actorColumn(name) else {
        throw ProjectionError.unknownColumn(name, known: region.actorColumnNames)
      }
      let all = graph.actorOf.map { found.value(Int($0)) }
      let known = all.indices.filter { all[$0] != nil }
      let values = Partition(labels: known.map { all[$0] })
      return levels.map { level in
        Partition(labels: known.map { level.partition.clusterOf[$0] }).compare(with: values)
      }
    }
  }

  /// A resolution in the (logarithmic) middle of the widest level with two clusters of two actors or more, else of the widest.
  public var widestMiddle: Double {
    var widest: ResolutionLevel?
    let real = levels.filter { level in level.partition.sizes.count { $0 > 1 } > 1 }
    for level in real.isEmpty ? levels : real where level.share > (widest?.share ?? -1) {
      widest = level
    }
    let chosen = widest?.range ?? range
    return (chosen.lowerBound * chosen.upperBound).squareRoot()
  }

  /// One row per level, from coarse to fine: `level,from,to,share,plateau,clusters,singletons,sizes`: between which resolutions, on which
  /// share of the scanned range (logarithmic), whether that is a plateau (a tenth or more), how many clusters of two or more and how
  /// many actors alone, and the sizes of the clusters, twenty at most; with `nmi,ami` before the sizes where a column was named.
  public var table: ResultTable {
    let extra = agreement == nil ? [] : ["nmi", "ami"]
    var table = ResultTable(
      columns: ["level", "from", "to", "share", "plateau", "clusters", "singletons"] + extra
        + ["sizes"]
    )
    for place in levels.indices {
      let real = realSizes(place)
      let shown = real.prefix(20).map { String($0) } + (real.count > 20 ? ["…"] : [])
      table.append(figures(place).map(\.value) + [.text(shown.joined(separator: " "))])
    }
    return table
  }

  /// Sizes of the clusters of two or more.
  private func realSizes(_ place: Int) -> [Int] {
    Array(levels[place].partition.sizes.prefix { $0 > 1 })
  }

  private func figures(_ place: Int) -> [(name: String, value: Cell)] {
    let level = levels[place]
    let real = realSizes(place).count
    var figures: [(name: String, value: Cell)] = [
      ("level", .integer(place + 1)), ("from", .number(level.range.lowerBound)),
      ("to", .number(level.range.upperBound)), ("share", .number(level.share)),
      ("plateau", .integer(level.isPlateau ? 1 : 0)), ("clusters", .integer(real)),
      ("singletons", .integer(level.partition.count - real)),
    ]
    if let agreement {
      figures += [
        ("nmi", Cell(agreement[place]?.normalizedMutualInformation)),
        ("ami", Cell(agreement[place]?.adjustedMutualInformation)),
      ]
    }
    return figures
  }

  /// One row per plateau (or, without any, per level), and cluster of two actors or more in it: `level,cluster,size,parent,share_in_parent`, the last two the
  /// cluster of the coarser level that holds most of it, and how much.
  public var nested: ResultTable {
    var table = ResultTable(columns: ["level", "cluster", "size", "parent", "share_in_parent"])
    var coarser: Partition?
    for place in shownLevels {
      let partition = levels[place].partition
      let sizes = partition.sizes
      for (cluster, members) in partition.members.enumerated() where sizes[cluster] > 1 {
        var parent: (cluster: Int, count: Int)?
        if let coarser {
          var counts: [Int: Int] = [:]
          for node in members { counts[Int(coarser.clusterOf[node]), default: 0] += 1 }
          parent = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first.map {
            ($0.key, $0.value)
          }
        }
        table.append([
          .integer(place + 1), .integer(cluster + 1), .integer(sizes[cluster]),
          Cell(count: parent.map { $0.cluster + 1 }),
          Cell(parent.map { Double($0.count) / Double(sizes[cluster]) }),
        ])
      }
      coarser = partition
    }
    return table
  }

  /// One row per actor and level that ``nested`` shows: `id,label,level,cluster`.
  public func actors(of graph: RegionGraph, naming: Naming) -> ResultTable {
    var table = ResultTable(columns: ["id", "label", "level", "cluster"])
    for node in naming.order(of: graph.actorOf) {
      for place in shownLevels {
        table.append(
          naming.cells(of: Int(graph.actorOf[node])) + [
            .integer(place + 1), .integer(Int(levels[place].partition.clusterOf[node]) + 1),
          ]
        )
      }
    }
    return table
  }

  /// The plateaus, or all levels where there is none.
  private var shownLevels: [Int] {
    let plateaus = levels.indices.filter { levels[$0].isPlateau }
    return plateaus.isEmpty ? Array(levels.indices) : plateaus
  }

  /// The tables as an object.
  public func json(of graph: RegionGraph, naming: Naming) -> JSONValue {
    .object([
      ("objective", .string(objective.rawValue)), ("from", .number(range.lowerBound)),
      ("to", .number(range.upperBound)),
      (
        "levels",
        .array(
          levels.indices.map { place in
            .object(
              figures(place).map { ($0.name, JSONValue($0.value)) } + [
                ("sizes", .array(realSizes(place).map { .integer($0) }))
              ]
            )
          }
        )
      ), ("nested", .rows(nested)),
      ("actors", .rows(actors(of: graph, naming: naming))),
    ])
  }

  /// What a reader has to know.
  public var notes: AnalysisNotes {
    var notes = AnalysisNotes()
    let plateaus = levels.filter(\.isPlateau)
    if plateaus.isEmpty {
      notes.assumptions.append("no clusters stay over a tenth of these resolutions: no plateau")
    }
    for plateau in plateaus {
      let real = plateau.partition.sizes.count { $0 > 1 }
      let (from, to) = (plateau.range.lowerBound, plateau.range.upperBound)
      notes.assumptions.append(
        "plateau: \(real) \(real == 1 ? "cluster" : "clusters") from resolution \(NumberText.forReading(from)) to \(NumberText.forReading(to)) (\(NumberText.percent(plateau.share)) of the range)"
      )
    }
    return notes
  }
}

extension ClusterObjective {
  /// The same for a profile.
  fileprivate var profile: ProfileQuality {
    switch self {
    case .modularity: .modularity
    case .cpm: .cpm
    case .directedModularity: .directedModularity
    }
  }
}
