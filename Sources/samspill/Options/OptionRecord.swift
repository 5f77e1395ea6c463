import RegionAnalysis

/// The options of a run as they stand in JSON results: what was asked for, defaults included.
enum OptionRecord {
  static func of(_ options: ProjectionOptions, _ each: EachOptions? = nil) -> [(String, JSONValue)]
  {
    let names = ProjectionOptions.split(options.relations)
    return [
      ("relation", names.isEmpty ? .null : .array(names.map { .string($0) })),
      ("wave", .optional(options.wave)),
      ("symmetrize", .string(options.symmetrize.rawValue)),
      (
        "direction",
        .string(
          options.isDirected ? "directed" : options.isUndirected ? "undirected" : "as_recorded"
        )
      ),
      (
        "weights",
        .string(
          options.isWeighted ? "weighted" : options.isUnweighted ? "unweighted" : "as_defined"
        )
      ),
      ("lengths", .optional(options.lengths?.rawValue)),
      ("min_weight", .optional(options.minWeight)),
      ("where", .array(options.filters.map { .string($0) })),
      ("without", .array(options.without.map { .string($0) })),
      ("min_response", .number(options.minResponse)), ("each", .optional(each?.each)),
    ]
  }
}
