import LearningRegion

@testable import NetworkFormats

/// What holds for every region folder.
enum FolderProperties {
  /// The bytes are files one after the other: a line `=== NAME` begins each.
  static func check(_ bytes: UnsafeRawBufferPointer) {
    check(files(Array(bytes)))
  }

  /// The bytes are `region.yaml` of a region of one tie.
  static func checkDescription(_ bytes: UnsafeRawBufferPointer) {
    check([
      (name: "region.yaml", bytes: Array(bytes)),
      (name: "ties.csv", bytes: Array("source,target,relation\na,b,trust\n".utf8)),
    ])
  }

  private static func check(_ files: [(name: String, bytes: [UInt8])]) {
    let result = RegionFolderReader.read(files: files)
    FileProperties.checkReport(result)
    guard let region = result.region else { return }
    let again = RegionFolderReader.read(files: RegionFolderWriter.files(region))
    FileProperties.checkReport(again)
    guard let back = again.region else { failed("what was written is not read") }
    if back != region {
      failed("changed: \(RegionRows.difference(back, region) ?? "not in actors or ties")")
    }
  }

  /// Files with known names; of two with one name the first.
  private static func files(_ bytes: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var name: String?
    var content: [UInt8] = []
    func end() {
      if let name, !files.contains(where: { $0.name == name }) { files.append((name, content)) }
      content = []
    }
    for line in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let found = RegionFolderReader.fileNames.first { line.elementsEqual("=== \($0)".utf8) }
      if let found {
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
