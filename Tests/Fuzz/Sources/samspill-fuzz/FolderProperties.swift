import LearningRegion

@testable import NetworkFormats

/// What holds for every region folder.
enum FolderProperties {
  /// The bytes are files one after the other: a line `=== NAME` begins each.
  static func check(_ bytes: UnsafeRawBufferPointer) {
    check(BundledFiles.files(bytes, named: RegionFolderReader.fileNames))
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
    if let region = result.region { checkRoundTrip(region) }
  }

  /// A region that is written is read as it was.
  static func checkRoundTrip(_ region: Region) {
    let written = RegionFolderWriter.files(region)
    let again = RegionFolderReader.read(files: written)
    FileProperties.checkReport(again)
    guard let back = again.region else {
      if FileProperties.isBinary(written.map(\.bytes), again) { return }
      failed("what was written is not read")
    }
    if back != region {
      failed("changed: \(RegionRows.difference(back, region) ?? "not in actors or ties")")
    }
  }
}
