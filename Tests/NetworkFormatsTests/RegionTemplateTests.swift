import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct RegionTemplateTests {
  @Test func everyFileIsThereAndReadsWithoutAWord() throws {
    let files = RegionTemplate.files()
    #expect(files.map(\.name) == RegionFolderReader.fileNames + ["README.md"])
    let folder = RegionFolder()
    for file in files { folder.put(file.bytes, as: file.name) }
    let result = try folder.read()
    #expect(result.report.diagnostics.rendered() == "")
    let region = try #require(result.region)
    #expect(region.actors.count == 7)
    #expect(region.ties.count == 7)
    #expect(region.waves.map(\.name) == ["2024", "2025"])
    #expect(region.relations.map(\.kind) == [.trust, .knowledge, .collaboration])
    #expect(region.jointActions.rows.map(\.outcome) == [.kept, .breached])
    #expect(region.roster.rows.count == 4)
  }

  @Test func everyColumnOfTheModelIsInTheTemplate() throws {
    let files = Dictionary(uniqueKeysWithValues: RegionTemplate.files().map { ($0.name, $0.bytes) })
    for schema in TableSchema.all {
      let bytes = try #require(files[schema.fileName])
      let heading = String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
      #expect(heading == schema.columns.map(\.name).joined(separator: ","))
      #expect(bytes.count { $0 == 0x0a } > 1, "\(schema.fileName) has a worked row")
    }
  }
}
