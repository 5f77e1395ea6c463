import LearningRegion
import Testing

@testable import NetworkFormats

@Suite struct WorkbookWriterTests {
  @Test(arguments: 0..<40)
  func regionsComeBackEqual(seed: UInt64) throws {
    let region = try Region(RandomRegion.draft(seed: seed))
    #expect(NetworkWriter.losses(of: region, in: .xlsx) == [])
    let bytes = NetworkWriter.bytes(region, as: .xlsx)
    #expect(bytes == NetworkWriter.bytes(region, as: .xlsx))
    for format in [NetworkFormat.xlsx, nil] {
      let result = NetworkReader.read(bytes: bytes, name: "x.xlsx", format: format)
      #expect(!result.report.diagnostics.hasErrors, "\(result.report.diagnostics.rendered())")
      #expect(differences(result.region, region) == [])
    }
  }

  /// What a spreadsheet could take for something else comes back as the text that it is.
  @Test func textStaysText() throws {
    let names = [
      "=1+1", "+47 22", "-x", "@a", "0301", "1e5", "true", "2024-05-17", "_x0041_", "a\rb\nc\td",
      "\u{7}",
      "]]>", "<b>&", "'a", "😀", "á̱", "Č́",
    ]
    var draft = RegionDraft()
    for name in names { draft.actors.append(Actor(id: NormalForm.text(name))) }
    _ = draft.relationIndex("tie")
    draft.ties.append(Tie(source: 0, target: 1))
    let region = try Region(draft)
    let result = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .xlsx), name: "x")
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == names.map { NormalForm.text($0) })
  }

  @Test func numbersAreNumbers() throws {
    let region = try #require(
      read("source,target,weight,size,code\na,b,0.1,3,007\nb,a,2,-1.5,12\n", as: "x.csv").region
    )
    let archive = try NetworkWriter.bytes(region, as: .xlsx).withUnsafeBytes { bytes in
      let archive = try ZipArchive(bytes)
      return String(decoding: try archive.read("xl/worksheets/sheet2.xml").bytes, as: UTF8.self)
    }
    #expect(archive.contains("<c r=\"C2\"><v>0.1</v></c><c r=\"D2\"><v>3</v></c>"))
    #expect(archive.contains("<c r=\"D3\"><v>-1.5</v></c>"))
    #expect(archive.contains("<is><t>007</t></is>"))
  }

  @Test func namesOfSheetsAreThoseThatExcelTakes() throws {
    let wanted = ["a/b", "A/B", "", String(repeating: "x", count: 50), "a:b*c?[d]'"]
    let sheets = wanted.map { name in
      WorkbookSheet(name: name, rowCount: 2, columnCount: 2) { row, column in
        row == 0 ? .text(["source", "target"][column]) : .text(["a", "b"][column])
      }
    }
    let bytes = WorkbookWriter.bytes(sheets)
    let names = bytes.withUnsafeBytes {
      Workbook.open($0, name: "x", ReportBuilder(ReadingOptions()))?.sheets.map(\.name)
    }
    #expect(names == ["a_b", "A_B 2", "Sheet", String(repeating: "x", count: 28), "a_b_c__d__"])
  }

  @Test func longTextsAreCutAndToldOf() throws {
    var draft = RegionDraft()
    draft.actors.append(Actor(id: "a"))
    draft.actors.append(Actor(id: String(repeating: "🙂", count: 20_000)))
    _ = draft.relationIndex("tie")
    draft.ties.append(Tie(source: 0, target: 0))
    let region = try Region(draft)
    #expect(
      NetworkWriter.losses(of: region, in: .xlsx) == ["1 texts cut after 32767 characters"]
    )
    let result = NetworkReader.read(bytes: NetworkWriter.bytes(region, as: .xlsx), name: "x")
    #expect(result.ids.last?.unicodeScalars.count == 16_383)
  }
}
