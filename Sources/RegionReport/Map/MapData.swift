import NetworkMetrics
import RegionAnalysis
import RegionDiagrams

/// The interactive map as the page's script reads it: columns of numbers and names.
struct MapData {
  let study: ReportStudy
  let map: ReportMap
  let layout: MapLayout
  let traits: MapTraits

  /// Figures that the page shows for an actor.
  private static let figures = [
    "degree", "in_degree", "out_degree", "betweenness", "closeness", "constraint", "core_number",
  ]

  var json: JSONValue {
    let say = study.options.language
    let nodes = layout.positions.nodes
    let sizes = study.clusters.sizes
    let large = sizes.indices.filter { sizes[$0] > 1 }
    let figures = Self.figures.filter { study.measures.table.column($0) != nil }
    return .object([
      ("names", .array(map.actors.map { .string(study.naming.label(of: Int($0))) })),
      ("x", .array(nodes.map { .number($0.x) })),
      ("y", .array(nodes.map { .number($0.y) })),
      ("aside", .array(nodes.indices.filter { nodes[$0].isAside }.map { .integer($0) })),
      ("isolatesAside", .bool(!layout.isByCluster)),
      ("inNetwork", .array(map.nodeOf.map { .integer($0 < 0 ? 0 : 1) })),
      ("byCluster", .bool(layout.isByCluster)),
      (
        "divisions",
        .array([
          division(
            "cluster",
            say("Cluster", "Klynge"),
            large.map(study.clusterName),
            map.clusterOf(study).map { Int($0) }
          ),
          division("type", "Type", traits.types.names, traits.types.values),
          division(
            "sphere",
            say("Sphere", "Sfære"),
            traits.spheres.names,
            traits.spheres.values
          ),
        ])
      ),
      (
        "figures",
        .array(
          figures.map { name in
            let values = study.values(of: name)
            return .object([
              ("key", .string(name)), ("heading", .string(FigureWords.heading(name, say))),
              (
                "values",
                .array(map.nodeOf.map { $0 < 0 ? .null : .optional(values[Int($0)]) })
              ),
            ])
          }
        )
      ),
      (
        "relations",
        .array(
          map.relations.map {
            .object([("name", .string($0.name)), ("directed", .bool($0.isDirected))])
          }
        )
      ),
      ("waves", .array(map.waves.map { .string($0) })),
      ("wave", map.wave.map { .integer($0) } ?? .null),
      ("actorWaves", .array(map.presence.map { .integer(Int($0)) })),
      ("source", .array(map.ties.map { .integer(Int($0.source)) })),
      ("target", .array(map.ties.map { .integer(Int($0.target)) })),
      ("relation", column(map.ties.map { Double($0.relation) }, usual: 0)),
      ("weight", column(map.ties.map(\.weight), usual: 1)),
      (
        "tieWaves",
        map.waves.isEmpty ? .array([]) : .array(map.ties.map { .integer(Int($0.waves)) })
      ),
    ])
  }

  private func division(
    _ key: String,
    _ title: String,
    _ names: [String],
    _ values: [Int]
  ) -> JSONValue {
    .object([
      ("key", .string(key)), ("title", .string(title)),
      ("names", .array(names.map { .string($0) })),
      ("values", .array(values.map { .integer($0) })),
    ])
  }

  /// A column; empty where every value is the usual one.
  private func column(_ values: [Double], usual: Double) -> JSONValue {
    values.allSatisfy { $0 == usual } ? .array([]) : .array(values.map { .number($0) })
  }
}
