import LearningRegion
import NetworkMetrics
import RegionAnalysis
import RegionDiagrams
import RegionIndicators

extension RegionMap {
  /// What grew out of what: innovations below their sources, the main path in a colour of its own.
  func lineage(_ look: Look, _ session: Session) throws -> MapInput {
    let rows = region.innovations.rows
    let lineage: InnovationLineage
    do throws(SearchPaths.Fault) {
      lineage = try InnovationLineage(of: region)
    } catch {
      throw ProgramError(.badData, "the lineage cannot be counted: \(error)")
    }
    guard lineage.descended > 0 else {
      throw ProgramError(
        .drawingFailed,
        "the drawing could not be made, because no innovation names another as its source",
        hint: "fill innovations.csv: id, label, sources"
      )
    }
    let isNorwegian = look.drawing.language == .norwegian
    func say(_ english: String, _ norwegian: String) -> String {
      isNorwegian ? norwegian : english
    }
    let main = Set(zip(lineage.mainPath, lineage.mainPath.dropFirst()).map { [$0, $1] })
    var ties = MapInput.Ties(sources: [], targets: [], weights: [], relations: [])
    var isMain: [Bool] = []
    for (source, targets) in lineage.paths.successors.enumerated() {
      for target in targets {
        ties.sources.append(Int32(source))
        ties.targets.append(Int32(target))
        ties.weights.append(1)
        ties.relations.append(0)
        isMain.append(main.contains([source, target]))
      }
    }
    let name = look.title ?? region.header.title ?? say("Innovations", "Innovasjoner")
    var input = MapInput(
      title: name,
      // Where nobody is named, a label may say who made it.
      labels: rows.enumerated().map { row, innovation in
        naming.rule == .nobody ? "innovation-\(row + 1)" : innovation.label ?? innovation.id
      },
      relations: [.init(name: say("Grew into", "Ble til"), isDirected: true)],
      ties: ties
    )
    input.nodesTitle = say("Innovations", "Innovasjoner")
    input.tieMarks = .init(title: say("Main path", "Hovedvei"), isMarked: isMain)
    let kinds = [say("incremental", "skrittvis"), say("radical", "radikal")]
    if rows.contains(where: { $0.kind != nil }) {
      input.color = .init(
        title: say("Step", "Steg"),
        names: kinds,
        categories: rows.map { $0.kind.map { $0 == .incremental ? 0 : 1 } ?? -1 }
      )
    }
    let statuses: [InnovationStatus] = [.tried, .adopted, .failed]
    if rows.contains(where: { $0.status != nil }) {
      input.shape = .init(
        title: say("Status", "Status"),
        names: [say("tried", "prøvd"), say("adopted", "tatt i bruk"), say("failed", "mislyktes")],
        categories: rows.map { row in
          row.status.flatMap { statuses.firstIndex(of: $0) }.map { Int32($0) } ?? -1
        }
      )
    }
    input.size = .init(
      title: say("Share of all ways", "Andel av alle veier"),
      values: lineage.paths.nodeShares.map { $0 }
    )
    let filling = filling(look)
    input.date = try filling.input(title: nil, facts: []).date
    return input
  }
}
