/// Finds names that are probably one name written twice.
///
/// Two names are similar where their ``NameKey`` is the same, or where one slip of the pen is between
/// them: one letter more, less or other, or two neighbours swapped (optimal string alignment distance
/// 1, found through the words with one letter left out, so that 20 000 names take no 200 million
/// comparisons). A slip counts in names of six letters and more, in a word of five and more, never in a
/// digit and never in the first letter: `Hansen` and `Jansen`, `Skole 1` and `Skole 2` are two.
///
/// O(total letters · log) time and memory.
enum SimilarNames {
  /// Two names that may be one; places in the list, the earlier one first.
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// More different names than this are not searched for slips.
  static let mostForSlips = 200_000
  /// Names that share one word with a letter left out are compared with at most so many others.
  private static let comparedWith = 8
  private static let lengths = 6...80

  /// All pairs, in the order of the later name: each name stands once as the second one at most.
  static func pairs(of names: [String]) -> [Pair] {
    let keys = names.map { NameKey($0) }
    var pairs: [Pair] = []
    var firstOf: [String: Int] = [:]
    var different: [Int] = []
    for (index, key) in keys.enumerated() {
      let joined = key.joined
      guard !joined.isEmpty else { continue }
      if let first = firstOf[joined] {
        pairs.append(Pair(first: first, second: index))
      } else {
        firstOf[joined] = index
        different.append(index)
      }
    }
    if different.count <= mostForSlips { pairs += slips(among: different, keys) }
    return pairs.sorted { ($0.second, $0.first) < ($1.second, $1.first) }
  }

  // MARK: Slips

  private struct Variant {
    let hash: UInt64
    let index: Int32
  }

  private static func slips(among different: [Int], _ keys: [NameKey]) -> [Pair] {
    var variants: [Variant] = []
    for index in different {
      let letters = Array(keys[index].joined.unicodeScalars)
      guard lengths.contains(letters.count) else { continue }
      for left in -1..<letters.count {
        variants.append(Variant(hash: hash(letters, without: left), index: Int32(index)))
      }
    }
    variants.sort { ($0.hash, $0.index) < ($1.hash, $1.index) }
    var earliest: [Int: Int] = [:]
    var start = 0
    while start < variants.count {
      var end = start + 1
      while end < variants.count, variants[end].hash == variants[start].hash { end += 1 }
      for later in start + 1..<max(start + 1, end) {
        let second = Int(variants[later].index)
        for earlier in start..<min(later, start + comparedWith) {
          let first = Int(variants[earlier].index)
          guard first != second, earliest[second].map({ first < $0 }) ?? true,
            isSlip(keys[first], keys[second])
          else { continue }
          earliest[second] = first
        }
      }
      start = end
    }
    return earliest.map { Pair(first: $0.value, second: $0.key) }
  }

  /// FNV-1a over the scalars, one left out.
  private static func hash(_ letters: [Unicode.Scalar], without left: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (place, letter) in letters.enumerated() where place != left {
      hash = (hash ^ UInt64(letter.value)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  /// Whether two different keys are one slip apart, where a slip is likely.
  static func isSlip(_ one: NameKey, _ other: NameKey) -> Bool {
    let a = Array(one.joined.unicodeScalars)
    let b = Array(other.joined.unicodeScalars)
    guard a.first == b.first, digits(a) == digits(b), lengths.contains(a.count),
      lengths.contains(b.count), Suggestion.distance(a, b, below: 2) == 1
    else { return false }
    guard one.words.count == other.words.count else { return true }
    for (left, right) in zip(one.words, other.words) where left != right {
      guard min(left.unicodeScalars.count, right.unicodeScalars.count) >= 5,
        left.unicodeScalars.first == right.unicodeScalars.first
      else { return false }
    }
    return true
  }

  private static func digits(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
    letters.filter {
      $0.value < 0x80 ? ("0"..."9").contains($0) : $0.properties.numericType != nil
    }
  }
}
