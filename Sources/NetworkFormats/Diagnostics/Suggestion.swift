/// Finding what somebody may have meant.
public enum Suggestion {
  /// The candidate nearest to `word`, or nil where none is near enough.
  ///
  /// Distance: the least number of inserted, removed, replaced or swapped neighbouring characters
  /// (optimal string alignment), letters compared without case. Near enough is a third of the
  /// word's length, at least 1, at most 5. Where none is, a candidate that has all words of the other
  /// in the same order will do (`Sjøbris AS` and `Sjøbris Havbruk AS`). Ties go to the first.
  ///
  /// Bounded: words over 80 characters get no answer, and looking ends after `budget` steps (pairs of
  /// letters compared, at least 400 a candidate).
  public static func nearest(
    to word: String,
    among candidates: some Sequence<String>,
    budget: Int = 8_000_000
  ) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
    let reach = min(5, max(1, wanted.count / 3))
    var best: String?
    var bestDistance = reach + 1
    var prefixed: String?
    var left = budget
    for candidate in candidates {
      // Bytes bound characters from above, so most candidates fall away without being folded.
      guard candidate.utf8.count <= 320, candidate != word else { continue }
      guard left > 0 else { break }
      left -= 400
      let other = folded(candidate)
      if prefixed == nil, sharesWords(wanted, other) { prefixed = candidate }
      guard abs(other.count - wanted.count) < bestDistance else { continue }
      left -= other.count * wanted.count
      let distance = distance(wanted, other, below: bestDistance)
      if distance < bestDistance {
        best = candidate
        bestDistance = distance
        if distance == 0 { break }
      }
    }
    return best ?? prefixed
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    Array(text.lowercased().unicodeScalars)
  }

  /// Whether the words of one occur in the other in the same order: `sjøbris as` in
  /// `sjøbris havbruk as`. Words of fewer than four letters alone prove nothing.
  private static func sharesWords(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    let words = short.split(separator: " ")
    guard words.contains(where: { $0.count >= 4 }) else { return false }
    var next = 0
    for word in long.split(separator: " ") where next < words.count {
      if word == words[next] { next += 1 }
    }
    return next == words.count
  }

  /// Three rows of the table are enough to see a swap of neighbours. Stops early where every way
  /// is already `limit` long.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], below limit: Int) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [Int](repeating: i + 1, count: b.count + 1)
      var least = i + 1
      for j in b.indices {
        let same = a[i] == b[j]
        var value = min(above[j] + (same ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          value = min(value, before[j - 1] + 1)
        }
        row[j + 1] = value
        least = min(least, value)
      }
      if least >= limit { return limit }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
