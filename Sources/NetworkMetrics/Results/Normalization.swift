/// In which unit a measure is given.
public enum Normalization: Sendable, Equatable, CaseIterable {
  /// As it is counted.
  case raw
  /// Divided by the largest value that a simple graph with as many nodes allows; undefined where that is 0.
  case normalized
}

/// Which way a path measure follows the arcs of a directed graph; undirected graphs know no difference.
public enum PathDirection: Sendable, Equatable, CaseIterable {
  /// From the node along its arcs: whom it reaches.
  case outward
  /// Against the arcs: who reaches it.
  case inward
}
