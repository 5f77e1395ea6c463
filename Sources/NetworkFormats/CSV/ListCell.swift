/// Cells that hold several texts, separated by `|`.
///
/// `\|` is a bar inside a text. A backslash means itself, except in a run directly before a bar:
/// there two of them are one, so that a text may end with a backslash. Spaces around the texts do
/// not count and empty texts are left out.
enum ListCell {
  static func split(_ cell: String) -> [String] {
    let bytes = Array(cell.utf8)
    var items: [String] = []
    var current: [UInt8] = []
    func close() {
      if let item = trimmed(current) { items.append(item) }
      current.removeAll(keepingCapacity: true)
    }
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x7c {
        close()
        i += 1
        continue
      }
      var run = 0
      while i + run < bytes.count, bytes[i + run] == 0x5c { run += 1 }
      guard run > 0 else {
        current.append(bytes[i])
        i += 1
        continue
      }
      i += run
      guard i < bytes.count, bytes[i] == 0x7c else {
        current.append(contentsOf: repeatElement(0x5c, count: run))
        continue
      }
      current.append(contentsOf: repeatElement(0x5c, count: run / 2))
      if run % 2 == 1 {
        current.append(0x7c)
        i += 1
      }
    }
    close()
    return items
  }

  static func join(_ items: [String]) -> String {
    var out: [UInt8] = []
    for (index, item) in items.enumerated() {
      var run = 0
      for byte in item.utf8 {
        if byte == 0x7c { out.append(contentsOf: repeatElement(0x5c, count: run + 1)) }
        run = byte == 0x5c ? run + 1 : 0
        out.append(byte)
      }
      if index + 1 < items.count {
        out.append(contentsOf: repeatElement(0x5c, count: run))
        out.append(0x7c)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8]) -> String? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
