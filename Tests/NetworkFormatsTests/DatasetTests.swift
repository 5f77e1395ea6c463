import LearningRegion
import SafeFiles
import Testing

@testable import NetworkFormats

/// The networks that come with the program.
@Suite struct DatasetTests {
  private static let folder = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Datasets"
  }()

  private static let names = ((try? Folder.names(in: folder)) ?? []).filter {
    FileKind(path: folder + "/" + $0) == .directory
  }

  @Test func theyAreFound() {
    #expect(Self.names.contains("nfdi-consortia"))
  }

  /// Tables of published figures are region folders without ties, and are told so.
  private static let tables = ["reference-funnels", "reference-sizes"]

  @Test(arguments: names)
  func eachReadsWithoutAProblemAndComesBackEqual(name: String) throws {
    let result = try NetworkReader.read(Self.folder + "/" + name)
    let said = result.report.diagnostics.rendered()
    if Self.tables.contains(name) {
      #expect(said.contains("there are no ties in the file") && !said.contains("error"))
    } else {
      #expect(said == "")
    }
    let region = try #require(result.region)
    let copy = RegionFolder()
    for (name, bytes) in RegionFolderWriter.files(region) { copy.put(bytes, as: name) }
    let changes = differences(try copy.read().region, region)
    #expect(changes == [])
  }
}
