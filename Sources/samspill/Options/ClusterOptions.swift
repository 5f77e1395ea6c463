import ArgumentParser
import RegionAnalysis

/// How clusters are searched for: what `clusters` and `map` share.
struct ClusterOptions: ParsableArguments {
  @Option(
    help: "What leiden makes as large as possible: modularity, cpm or directed_modularity."
  )
  var quality: ClusterObjective?

  // A number below zero looks like an option, and is to be told what is wrong with it.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Resolution of leiden: larger values give smaller clusters (default: 1; of cpm the mean weight of a pair of actors).",
      valueName: "gamma"
    )
  )
  var resolution: Double?

  @Option(
    help: ArgumentHelp(
      "Searches of which the best counts; tells how far they differ (stability).",
      valueName: "r"
    )
  )
  var runs: Int?

  @Option(
    name: .customLong("k"),
    help: ArgumentHelp("Of core and truss: the connected parts of the k-core or k-truss.")
  )
  var k: Int?

  func validate() throws {
    if let resolution, !(resolution.isFinite && resolution > 0) {
      throw ValidationError("--resolution takes a number above 0.")
    }
    if let runs, !(1...10_000).contains(runs) {
      throw ValidationError("--runs takes a number from 1 to 10 000.")
    }
    if let k, k < 1 { throw ValidationError("--k takes a number from 1.") }
  }

  /// The method of this name; options that it has no use for are refused.
  ///
  /// - Parameter isProfile: whether resolutions are scanned, and so none is chosen.
  func method(named name: String, isProfile: Bool = false) throws -> ClusterMethod {
    let method = ClusterMethod(
      named: name,
      objective: quality ?? (isProfile ? .cpm : .modularity),
      resolution: resolution,
      k: k
    )
    guard let method else {
      throw ProgramError(
        .usage,
        "unknown method \"\(name)\"",
        hint: ProgramError.known(name, ClusterMethod.names)
      )
    }
    var isLeiden = false
    if case .leiden = method { isLeiden = true }
    for (option, isGiven) in [("--quality", quality != nil), ("--resolution", resolution != nil)]
    where isGiven && !isLeiden {
      throw ProgramError(.usage, "\(option) is for leiden, not for \(method.name)")
    }
    if runs != nil && !method.dependsOnSeed {
      throw ProgramError(
        .usage,
        "--runs is for leiden and label_propagation: \(method.name) finds the same in every run"
      )
    }
    switch method {
    case .core: break
    case .truss:
      if let k, k < 2 { throw ProgramError(.usage, "--k takes a number from 2 for trusses") }
    default: if k != nil { throw ProgramError(.usage, "--k is for core and truss") }
    }
    return method
  }

  /// The options as JSON results record them.
  var record: [(String, JSONValue)] {
    [
      ("quality", .optional(quality?.rawValue)), ("resolution", .optional(resolution)),
      ("runs", runs.map { .integer($0) } ?? .null), ("k", k.map { .integer($0) } ?? .null),
    ]
  }
}

extension ClusterObjective: ExpressibleByArgument {}

/// `--profile a..b`: a range of resolutions.
struct ResolutionRange: ExpressibleByArgument {
  let range: ClosedRange<Double>

  init?(argument: String) {
    guard let dots = argument.firstRange(of: "..") else { return nil }
    guard let from = Double(argument[..<dots.lowerBound]),
      let to = Double(argument[dots.upperBound...]), from.isFinite, to.isFinite, from > 0, from < to
    else { return nil }
    range = from...to
  }
}

/// What `--show` says: which table a result is.
enum ClusterView: String, CaseIterable, ExpressibleByArgument {
  case actors, boundary, clusters, borders, values, straddlers, levels, nested
}
