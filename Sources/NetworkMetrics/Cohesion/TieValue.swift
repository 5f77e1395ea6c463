/// Whether the strengths of ties count.
public enum TieValue: Sendable, Equatable, CaseIterable {
  /// A tie is there or not.
  case binary
  /// A tie counts with its strength.
  case weighted
}
