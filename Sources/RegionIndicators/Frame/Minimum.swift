/// Below how many cases an indicator says nothing.
enum Minimum {
  /// Of pairs, flows, actions and the like.
  static let cases = 5
  /// Entries of one actor that a value of its own rests on.
  static let perActor = 3
}
