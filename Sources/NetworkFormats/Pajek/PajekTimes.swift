/// Times between brackets: `5-10,12`, and `5-*` for what has no end.
enum PajekTimes {
  enum Problem: Error { case noTimes, endBeforeStart }

  /// - Parameter text: what stands between the brackets.
  static func check(_ text: String) throws(Problem) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        .map { XMLNumber.trimmed(String($0)) }
      let first = try time(ends[0])
      guard ends.count == 2, ends[1] != "*" else { continue }
      if try time(ends[1]) < first { throw .endBeforeStart }
    }
  }

  private static func time(_ text: String) throws(Problem) -> Int {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let time = Int(text) else {
      throw .noTimes
    }
    return time
  }
}
