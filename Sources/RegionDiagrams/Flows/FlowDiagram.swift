/// How much goes from which group to which.
public struct FlowDiagram: Sendable {
  /// Heading.
  public var title: String
  /// The groups, in the order of their colours.
  public var names: [String]
  /// Row `i`, column `j`: how much goes from group `i` to group `j`; finite and ≥ 0.
  public var amounts: [[Double]]
  /// What the amounts count, as "hours".
  public var unit: String
  /// Lines below the picture.
  public var facts: [String]
  /// The date of the data.
  public var date: MapInput.Date

  /// Amounts between groups.
  public init(
    title: String,
    names: [String],
    amounts: [[Double]],
    unit: String,
    facts: [String] = [],
    date: MapInput.Date
  ) {
    (self.title, self.names, self.amounts) = (title, names, amounts)
    (self.unit, self.facts, self.date) = (unit, facts, date)
  }

  /// Groups that give or receive anything.
  var active: [Int] {
    names.indices.filter { group in
      amounts[group].contains { $0 > 0 } || amounts.contains { $0[group] > 0 }
    }
  }

  /// Throws where the table is not square, holds something that is no amount, or is empty.
  func check() throws(DrawingError) {
    guard amounts.count == names.count, amounts.allSatisfy({ $0.count == names.count }) else {
      throw .unusableInput("the amounts are not given for every pair of groups")
    }
    guard amounts.allSatisfy({ $0.allSatisfy { $0.isFinite && $0 >= 0 } }) else {
      throw .unusableInput("an amount is negative or not a finite number")
    }
    guard active.count <= 40 else {
      throw .missing(
        "\(active.count) groups are more than a diagram of flows can show (40)",
        advice: "choose a column with fewer values, or draw --kind heatmap"
      )
    }
    guard !active.isEmpty else {
      throw .missing(
        "nothing flows between the groups",
        advice: "fill flows.csv, or choose other relations or another column"
      )
    }
  }
}
