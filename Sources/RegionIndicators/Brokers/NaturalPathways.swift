import GraphCore
import NetworkMetrics

/// A tie with what flows along it when somebody walks the network at random.
public struct Pathway: Sendable, Equatable {
  /// Where the tie begins; of an undirected one the lower node.
  public let source: Int
  /// Where it ends.
  public let target: Int
  /// Share of all steps along ties that go along this one; an undirected tie counts both ways.
  public let flow: Double
}

extension Graph {
  /// Ties by the flow of a random walker, the largest first, equal flows by their ends.
  ///
  /// The walker follows ties by their strength and jumps anywhere with probability 0.15; the flow along u → v is π(u)·w(u, v)/W(u), π her PageRank
  /// and W(u) the summed strength leaving u, divided by the sum over all ties. In an undirected network that is nearly the strength of the tie.
  /// O(iterations · (nodes + arcs)).
  ///
  /// Source: S. Brin, L. Page, Comput. Netw. ISDN Syst. 30 (1998), doi:10.1016/S0169-7552(98)00110-X; M. Rosvall, C. Bergstrom, *Maps of random walks
  /// on complex networks reveal community structure*, PNAS 105 (2008), doi:10.1073/pnas.0706851105 (flow).
  ///
  /// - Throws: as ``GraphCore/Graph/pageRank(_:control:)``.
  public func naturalPathways(control: RunControl = RunControl()) throws(MetricError) -> [Pathway] {
    guard edgeCount > 0 else { return [] }
    let visits = try pageRank(control: control).scores
    var flow = [Double](repeating: 0, count: out.arcCount)
    var total = 0.0
    for u in 0..<nodeCount {
      let strength = out.arcs(of: u).reduce(0) { $0 + out.weight(at: $1) }
      guard strength > 0, let share = visits[u] else { continue }
      for arc in out.arcs(of: u) {
        flow[arc] = share * out.weight(at: arc) / strength
        total += flow[arc]
      }
    }
    guard total > 0 else { return [] }
    let pathways = ties().map { tie -> Pathway in
      let back = isDirected ? nil : out.arc(from: tie.target, to: tie.source)
      let sum = flow[tie.arc] + (back.map { flow[$0] } ?? 0)
      return Pathway(source: tie.source, target: tie.target, flow: sum / total)
    }
    return pathways.sorted {
      ($1.flow, $0.source, $0.target) < ($0.flow, $1.source, $1.target)
    }
  }
}
