import NetworkFormats
import RegionAnalysis
import RegionGenerators
import SafeFiles

/// Writes a synthetic region: its folder, what was planted in it, and a README that says what it is.
enum SyntheticFolder {
  static func write(
    _ made: SyntheticRegion,
    to path: String,
    command: String,
    seed: UInt64,
    force: Bool
  ) throws {
    try RegionFolderWriter.write(made.region, to: path, target: force ? .replace : .newOrEmpty)
    let overwrite: AtomicWriter.Overwrite = force ? .replace : .refuse
    let planted = truth(made, command: command, seed: seed).text() + "\n"
    try AtomicWriter.write(Array(planted.utf8), to: "\(path)/truth.json", overwrite: overwrite)
    let page = readme(made, command: command)
    try AtomicWriter.write(Array(page.utf8), to: "\(path)/README.md", overwrite: overwrite)
  }

  private static func truth(_ made: SyntheticRegion, command: String, seed: UInt64) -> JSONValue {
    .object([
      ("synthetic", .bool(true)), ("made_with", .string(command)), ("seed", .integer(Int(seed))),
      (
        "truths",
        .array(
          made.truths.map { truth in
            .object([
              ("kind", .string(truth.kind.rawValue)), ("actor", .string(truth.actor)),
              ("indicator", .string(truth.indicator)), ("statement", .string(truth.statement)),
            ])
          }
        )
      ),
    ])
  }

  private static func readme(_ made: SyntheticRegion, command: String) -> String {
    let region = made.region
    let truths: [String] = made.truths.map { "- `\($0.actor)` \($0.statement) (`\($0.indicator)`)" }
    var rows: [(table: String, count: Int)] = []
    rows.append(("arenas", region.arenas.rows.count))
    rows.append(("participation", region.participation.rows.count))
    rows.append(("joint_actions", region.jointActions.rows.count))
    rows.append(("flows", region.flows.rows.count))
    rows.append(("innovations", region.innovations.rows.count))
    rows.append(("adoptions", region.adoptions.rows.count))
    rows.append(("assessments", region.assessments.rows.count))
    rows.append(("ratings", region.ratings.rows.count))
    rows.append(("roster", region.roster.rows.count))
    let others: String = rows.map { "`\($0.table).csv` \($0.count)" }.joined(separator: ", ")
    let title: String = region.header.title ?? "Synthetic region"
    let waves: String = region.waves.map(\.name).joined(separator: ", ")
    let planted: String = truths.joined(separator: "\n")
    return """
      # \(title)

      **Synthetic.** Every actor, tie, date and figure here was invented by a program; sizes alone may be published ones. Nothing in it says anything
      about a real region, enterprise or person.

      ```
      \(command)
      ```

      The command makes the same files again, byte for byte.

      ## Sizes

      - `actors.csv`: \(region.actors.count) rows
      - `ties.csv`: \(region.ties.count) rows in three waves (\(waves))
      - \(others)

      ## What was planted

      For indicators to find; `truth.json` has the same list.

      \(planted)

      """
  }
}
