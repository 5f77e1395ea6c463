/// Finds anchors that are used again, before a parser sees them.
enum AliasSearch {
  /// The place of the first `*name` for which there is a `&name` somewhere.
  ///
  /// Context is not looked at: a text that has both for the same name outside of YAML syntax is
  /// refused too, which is better than a parser that disagrees about what is text.
  static func repeatedAnchor(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
    let anchors = Set(names(after: 0x26, in: bytes).map { Array(bytes[$0]) })
    guard !anchors.isEmpty,
      let name = names(after: 0x2a, in: bytes).first(where: { anchors.contains(Array(bytes[$0])) })
    else { return nil }
    return name.lowerBound - 1..<name.upperBound
  }

  /// Where names stand behind a mark that could begin an anchor or an alias: not one behind a letter or a
  /// digit, as in "R&D", where no token begins.
  static func names<Bytes: RandomAccessCollection<UInt8>>(
    after mark: UInt8,
    in bytes: Bytes
  ) -> [Range<Int>] where Bytes.Index == Int {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      default: false
      }
    }
    var names: [Range<Int>] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      defer { i += 1 }
      guard bytes[i] == mark, i == bytes.startIndex || !isAlphanumeric(bytes[i - 1]) else {
        continue
      }
      var end = i + 1
      while end < bytes.endIndex,
        isAlphanumeric(bytes[end]) || bytes[end] == 0x5f || bytes[end] == 0x2d
      {
        end += 1
      }
      if end > i + 1 { names.append(i + 1..<end) }
    }
    return names
  }
}
