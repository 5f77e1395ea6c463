import LearningRegion
import RegionAnalysis

extension Region {
  /// The network of a choice of ties and actors, with hints about actors that are not there.
  func network(_ projection: GraphProjection) throws -> RegionGraph {
    do throws(ProjectionError) {
      return try graph(projection)
    } catch {
      guard case .unknownActor(let id) = error else { throw error }
      // Looking through more ids than this would take longer than a look at the file.
      let ids = (0..<min(self.actors.count, 100_000)).map { self.actors.ids[$0] }
      let near = NearNames.nearest(to: id, among: ids)
      throw ProgramError(
        .usage,
        "there is no actor \"\(id)\"",
        hint: ProgramError.suggestion(near) ?? "an actor is named by its id, not by its label"
      )
    }
  }
}
