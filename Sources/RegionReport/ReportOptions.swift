import GraphCore

/// How a report is made and what it says of its own making.
public struct ReportOptions: Sendable {
  /// The language of everything but names.
  public var language = ReportLanguage.english
  /// Heading; `nil` takes the region's title.
  public var title: String?
  /// Seed of every random draw.
  public var seed: UInt64 = 20_261_123
  /// Warn about measures that rest on paths where a smaller share than this answered.
  public var minimumResponse = 0.7
  /// How strengths become lengths in path measures; `nil` counts steps.
  public var lengths: LengthRule?
  /// What the input is called; `nil` where even that would say too much.
  public var inputName: String?
  /// SHA-256 of the input, hexadecimal.
  public var inputHash = ""
  /// The program and its version, as `samspill 0.1.0`.
  public var program = "samspill"
  /// The version of Graphviz that places actors on the map; empty where it is not known.
  public var graphvizVersion = ""
  /// What was asked for, in the order in which the method section lists it.
  public var choices: [(name: String, value: String)] = []
  /// What reading the data assumed or found doubtful, one sentence each, in English.
  public var remarks: [String] = []

  /// A report in English of an unnamed input.
  public init() {}
}
