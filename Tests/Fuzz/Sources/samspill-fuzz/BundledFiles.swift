/// Several files in one: a line `=== NAME` begins each.
enum BundledFiles {
  /// Files with known names; of two with one name the first. What stands before the first is in none.
  static func files(
    _ bytes: UnsafeRawBufferPointer,
    named names: [String]
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var name: String?
    var content: [UInt8] = []
    func end() {
      if let name, !files.contains(where: { $0.name == name }) { files.append((name, content)) }
      content = []
    }
    for line in Array(bytes).split(separator: 0x0a, omittingEmptySubsequences: false) {
      if let found = names.first(where: { line.elementsEqual("=== \($0)".utf8) }) {
        end()
        name = found
      } else {
        content += line + [0x0a]
      }
    }
    end()
    return files
  }
}
