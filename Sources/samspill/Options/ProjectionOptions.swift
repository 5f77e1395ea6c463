import ArgumentParser
import GraphCore
import LearningRegion

/// Which ties become the network, and how: the options that every analysing command has.
struct ProjectionOptions: ParsableArguments {
  @Option(
    name: .customLong("relation"),
    help: ArgumentHelp(
      "Relations to take, separated by commas (default: all but distances).",
      valueName: "names"
    )
  )
  var relations: [String] = []

  @Option(
    help: ArgumentHelp(
      "Wave to take, or `all` to unite them (default: the last).",
      valueName: "wave"
    )
  )
  var wave: String?

  @Option(
    help: "Make ties undirected: where either end names the other (weak) or both do (strong)."
  )
  var symmetrize: SymmetrizeChoice = .none

  @Flag(name: .customLong("directed"), help: "Take every tie as directed.")
  var isDirected = false

  @Flag(name: .customLong("undirected"), help: "Take every tie as undirected.")
  var isUndirected = false

  @Flag(name: .customLong("weighted"), help: "Use weights in every measure that can.")
  var isWeighted = false

  @Flag(name: .customLong("unweighted"), help: "Count every tie 1.")
  var isUnweighted = false

  @Option(
    help: "Paths by length: one over the weight (inverse), or the weight itself (default: steps)."
  )
  var lengths: LengthsChoice?

  // A weight can be below zero, and then looks like an option.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Leave out ties weaker than this.", valueName: "x")
  )
  var minWeight: Double?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Take only actors with this value; may be repeated.",
      valueName: "column=value"
    )
  )
  var filters: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave this actor out: what if they leave? May be repeated.",
      valueName: "id"
    )
  )
  var without: [String] = []

  @Option(
    help: ArgumentHelp(
      "Warn about path measures when a smaller share than this answered.",
      valueName: "share"
    )
  )
  var minResponse = 0.7

  func validate() throws {
    if isDirected && isUndirected {
      throw ValidationError("--directed and --undirected exclude each other.")
    }
    if isWeighted && isUnweighted {
      throw ValidationError("--weighted and --unweighted exclude each other.")
    }
    try Self.checkNames(relations, of: "--relation")
    for filter in filters where !filter.contains("=") {
      throw ValidationError("--where takes COLUMN=VALUE, not \"\(filter)\".")
    }
    if let minWeight, !minWeight.isFinite {
      throw ValidationError("--min-weight takes a finite number.")
    }
    guard (0...1).contains(minResponse) else {
      throw ValidationError("--min-response takes a share from 0 to 1.")
    }
  }

  /// Names given with commas, repeated options, or both.
  static func split(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: ",").map { String($0) } }
  }

  /// A name that was left out between two commas is a mistake, not a wish for everything.
  static func checkNames(_ values: [String], of option: String) throws {
    let names = values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
    if names.contains(where: \.isEmpty) {
      throw ValidationError("\(option) takes names with one comma between two of them.")
    }
  }

  /// The options as the library's value.
  var projection: GraphProjection {
    var projection = GraphProjection()
    let names = Self.split(relations)
    if !names.isEmpty { projection.relations = .named(names) }
    switch wave {
    case nil: projection.wave = .last
    case "all": projection.wave = .all
    case let name?: projection.wave = .named(name)
    }
    projection.symmetrization = symmetrize.rule
    if isDirected { projection.direction = .directed }
    if isUndirected { projection.direction = .undirected }
    if isUnweighted { projection.weights = .unweighted }
    projection.minimumWeight = minWeight
    projection.filters = filters.map { filter in
      let parts = filter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ActorFilter(column: String(parts[0]), value: String(parts[1]))
    }
    projection.without = without
    return projection
  }
}

/// What `--symmetrize` says.
enum SymmetrizeChoice: String, CaseIterable, ExpressibleByArgument {
  case none, weak, strong

  var rule: Symmetrization? {
    switch self {
    case .none: nil
    case .weak: .weak
    case .strong: .strong
    }
  }
}

/// What `--lengths` says.
enum LengthsChoice: String, CaseIterable, ExpressibleByArgument {
  case inverse, weight

  var rule: LengthRule { self == .inverse ? .inverse : .weight }
}
