/// The explanations of the indicators in Norwegian; what they are called and what they say of a region is theirs.
enum NorwegianIndicators {
  /// One explanation in Norwegian.
  struct Entry {
    let definition: String
    let reading: String
    let caution: String
  }

  /// The explanation of an indicator; `nil` where there is none in Norwegian.
  static func entry(_ name: String) -> Entry? {
    trustToGaps[name] ?? brokersToOpenness[name] ?? growthToTripleHelix[name]
  }

  /// Every indicator that has one.
  static var names: [String] {
    [trustToGaps, brokersToOpenness, growthToTripleHelix].flatMap(\.keys).sorted()
  }
}
