/// Finds the number of a name in a list of named things in the time of one look-up, however long the list is.
///
/// The list belongs to somebody else and may be changed behind the index: the index is then told that it is stale, checks
/// what it finds, and is made anew before it says that a name is missing.
struct NameIndex: Sendable {
  private var numberOf: [String: Int32] = [:]
  private var isStale = false

  /// Says that the list was changed.
  mutating func listChanged() { isStale = true }

  /// The number of the first thing of this name; `name(at:)` reads the list.
  mutating func number(of wanted: String, count: Int, name: (Int) -> String) -> Int32? {
    if let number = numberOf[wanted], number < count, name(Int(number)) == wanted { return number }
    guard isStale else { return nil }
    numberOf = [:]
    for number in (0..<count).reversed() { numberOf[name(number)] = Int32(number) }
    isStale = false
    return numberOf[wanted]
  }

  /// Takes in a name that was just found missing and added at the end of the list.
  mutating func added(_ name: String, as number: Int32) {
    numberOf[name] = number
    isStale = false
  }
}

extension NameIndex: Equatable {
  /// Always equal: what an index knows follows from its list.
  static func == (left: NameIndex, right: NameIndex) -> Bool { true }
}
