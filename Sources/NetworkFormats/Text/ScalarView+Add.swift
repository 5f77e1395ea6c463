extension String.UnicodeScalarView {
  /// Adds a text in time in proportion to it. `append(contentsOf:)` of the standard library copies all that
  /// is there already, so that a megabyte of escapes would take hours.
  mutating func add(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar) }
  }
}
