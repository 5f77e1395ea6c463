import LearningRegion

/// How many were left at each stage of a programme.
public struct ProgrammeFunnel: Sendable, Equatable {
  /// A stage with its count.
  public struct Stage: Sendable, Equatable {
    /// What it is called.
    public let name: String
    /// How many; `nil` where nobody knows.
    public let count: Int?
    /// Whether the count is a figure like "about 450".
    public let isAbout: Bool

    /// A stage.
    public init(_ name: String, _ count: Int?, isAbout: Bool = false) {
      self.name = name
      self.count = count
      self.isAbout = isAbout
    }
  }

  /// A share of one stage that came to a later one.
  public struct Conversion: Sendable, Equatable {
    /// Place of the stage it starts from.
    public let from: Int
    /// Place of the stage it ends at.
    public let to: Int
    /// Later count / earlier count; above 1 where more came in later.
    public let share: Double
    /// Wilson's 95 % interval; `nil` for figures that are not counts, and where the later count is larger.
    public let interval: ClosedRange<Double>?
    /// The earlier count.
    public let n: Int
  }

  /// Id of the programme.
  public let id: String
  /// What people call it.
  public let label: String
  /// The stages by their order.
  public let stages: [Stage]

  /// A funnel.
  public init(id: String, label: String, stages: [Stage]) {
    self.id = id
    self.label = label
    self.stages = stages
  }

  /// What of one stage came to another; `nil` where a count is missing or there was nobody.
  public func conversion(from: Int, to: Int) -> Conversion? {
    guard let before = stages[from].count, let after = stages[to].count, before > 0 else {
      return nil
    }
    let isCounted = !stages[from].isAbout && !stages[to].isAbout && after <= before
    return Conversion(
      from: from,
      to: to,
      share: Double(after) / Double(before),
      interval: isCounted ? WilsonInterval.of(after, in: before) : nil,
      n: before
    )
  }

  /// From each stage to the next whose count is known.
  public var steps: [Conversion] {
    let known = stages.indices.filter { stages[$0].count != nil }
    return zip(known, known.dropFirst()).compactMap { conversion(from: $0, to: $1) }
  }

  /// From the first known stage to the last.
  public var overall: Conversion? {
    let known = stages.indices.filter { stages[$0].count != nil }
    guard let first = known.first, let last = known.last, first != last else { return nil }
    return conversion(from: first, to: last)
  }

  /// The funnels of a region, in the order of its programmes; a column `about` (yes / no) in `funnel.csv` marks figures that are no counts.
  public static func all(of region: Region) -> [ProgrammeFunnel] {
    let about = region.funnel.attributes.first { $0.name.lowercased() == "about" }
    var stagesOf: [String: [(order: Int, row: Int, stage: Stage)]] = [:]
    for (row, step) in region.funnel.rows.enumerated() {
      let isAbout = about?.values[row].map { $0.lowercased() == "yes" } ?? false
      stagesOf[step.programme, default: []].append(
        (step.order, row, Stage(step.stage, step.count, isAbout: isAbout))
      )
    }
    return region.programmes.rows.compactMap { programme in
      guard let stages = stagesOf[programme.id] else { return nil }
      return ProgrammeFunnel(
        id: programme.id,
        label: programme.label ?? programme.id,
        stages: stages.sorted { ($0.order, $0.row) < ($1.order, $1.row) }.map(\.stage)
      )
    }
  }
}
