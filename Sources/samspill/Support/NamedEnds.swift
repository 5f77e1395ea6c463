import LearningRegion
import NetworkMetrics
import RegionAnalysis

extension Naming {
  /// Runs a computation on a graph; where it stumbles over a tie, says whose tie it is. Kernels know nodes by number only.
  func namingEnds<Result>(of graph: RegionGraph, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as MetricError {
      func tie(_ source: Int, _ target: Int) -> String {
        let ends = [source, target].map { "\"\(id(of: Int(graph.actorOf[$0])))\"" }
        return "the tie from \(ends[0]) to \(ends[1])"
      }
      switch error {
      case .negativeWeight(let source, let target, let weight):
        throw ProgramError(
          .badData,
          "\(tie(source, target)) has the negative weight \(NumberText.exact(weight)), which this measure cannot use",
          hint: "--unweighted counts every tie 1, --min-weight leaves ties out"
        )
      case .lengthUnusable(let source, let target, let weight):
        throw ProgramError(
          .badData,
          "the weight \(NumberText.exact(weight)) of \(tie(source, target)) cannot be read as a length",
          hint: "--lengths inverse needs weights above 0, --lengths weight none below 0"
        )
      default: throw error
      }
    }
  }
}
