import LearningRegion
import SafeFiles
import Testing

@testable import NetworkFormats

@Suite("Survey exports as workbooks")
struct SurveyWorkbookTests {
  /// The rows of a CSV file.
  private func rows(_ path: String) throws -> [[String]] {
    let builder = ReportBuilder(ReadingOptions())
    let source = try #require(try InputBytes(path: path, limit: 1 << 20).text(path, builder))
    return try #require(CSVSheetReader.read(source, builder)).rows
  }

  private func book(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
    HandmadeWorkbook(
      sheets: sheets.map { ($0.name, HandmadeWorkbook.rows($0.rows)) }
    ).zip.bytes
  }

  /// The folder of a sample with its exports as workbooks instead.
  private func folder(_ sample: SurveyFixtures.Sample) throws -> RegionFolder {
    let folder = RegionFolder()
    for name in try Folder.names(in: SurveyFixtures.folder.appending(path: sample.name).path)
    where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
      var text = try sample.exports.contains(name) ? "" : sample.text(name)
      if name == "survey.yaml" {
        for export in sample.exports {
          text = text.replacing(export, with: export.replacing(".csv", with: ".xlsx"))
        }
      }
      folder.put(Array(text.utf8), as: name)
    }
    for export in sample.exports {
      let bytes = book([("Ark1", try rows(sample.path(export)))])
      folder.put(bytes, as: export.replacing(".csv", with: ".xlsx"))
    }
    return folder
  }

  @Test("a workbook makes the region of the table in it", arguments: SurveyFixtures.all)
  func samples(sample: SurveyFixtures.Sample) throws {
    let folder = try folder(sample)
    let exports = sample.exports.map {
      folder.path + "/" + $0.replacing(".csv", with: ".xlsx")
    }
    let outcome = try SurveyImport.ties(exports, plan: folder.path + "/survey.yaml")
    let region = try #require(outcome.reading.region, "\(outcome.places)")
    for (name, bytes) in RegionFolderWriter.files(region) where name.hasSuffix(".csv") {
      let expected = try sample.text("expected/\(name)")
      #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(name)")
    }
    let proposal = try SurveyImport.propose(exports, rosterName: "r.csv").proposal
    #expect(proposal?.tool == sample.tool)
  }

  @Test("problems are told at their cells")
  func cells() throws {
    let sample = SurveyFixtures.all[0]
    let folder = try folder(sample)
    let outcome = try SurveyImport.ties(
      [folder.path + "/svar.xlsx"],
      plan: folder.path + "/survey.yaml"
    )
    let problem = try #require(outcome.reading.report.diagnostics.shown.first)
    #expect(problem.location?.cell?.text == "Ark1!F5")
    #expect(problem.message.hasSuffix("answered already in row 2"))
  }

  @Test("a repeated group is a sheet beside its own; other sheets are told")
  func groups() throws {
    let sample = try #require(SurveyFixtures.all.first { $0.name == "kobo-en" })
    let folder = try folder(sample)
    let whole = book([
      ("survey", try rows(sample.path("main.csv"))),
      ("contacts", try rows(sample.path("contacts.csv"))),
      ("notes", [["what", "why"], ["a", "b"]]),
    ])
    folder.put(whole, as: "kobo.xlsx")
    let outcome = try SurveyImport.ties(
      [folder.path + "/kobo.xlsx"],
      plan: folder.path + "/survey.yaml"
    )
    let region = try #require(outcome.reading.region, "\(outcome.places)")
    for (name, bytes) in RegionFolderWriter.files(region) where name.hasSuffix(".csv") {
      let expected = try sample.text("expected/\(name)")
      #expect(String(decoding: bytes, as: UTF8.self) == expected, "\(name)")
    }
    let told = outcome.reading.report.assumptions.filter { $0.text.contains("not read") }
    #expect(told.map { $0.file.map(FileName.last) } == ["kobo.xlsx (notes)"])
  }

  @Test("sheets with the same headings are waves")
  func waves() throws {
    let head = ["respondent", "member", "question", "value"]
    let folder = RegionFolder()
    folder.put(
      book([
        ("2023", [head, ["a", "b", "trust", "1"]]),
        ("2025", [head, ["a", "b", "trust", "1"], ["b", "a", "trust", "1"]]),
      ]),
      as: "panel.xlsx"
    )
    let path = folder.path + "/panel.xlsx"
    let proposal = try #require(
      try SurveyImport.propose([path], rosterName: "roster.csv").proposal
    )
    #expect(proposal.plan.contains("panel.xlsx (2023)"))
    folder.put(Array(proposal.plan.utf8), as: "survey.yaml")
    folder.put(proposal.roster, as: "roster.csv")
    let outcome = try SurveyImport.ties([path], plan: folder.path + "/survey.yaml")
    #expect(outcome.reading.region?.waves.map(\.name) == ["2023", "2025"])
    #expect(outcome.reading.region?.ties.count == 3)
  }

  @Test("sheets of one tool are waves though one asks more; what only it asks is proposed too")
  func newQuestions() throws {
    let head = ["ID", "Start time", "Completion time", "Email", "Name"]
    let (who, with) = ("Hvem er du?", "Hvem samarbeider du med?")
    let trust = "Hvem stoler du på?"
    func row(_ year: String, _ cells: String...) -> [String] {
      ["1", "\(year)-01-02 10:00", "\(year)-01-02 10:05", "anonymous", ""] + cells
    }
    let folder = RegionFolder()
    folder.put(
      book([
        (
          "2023",
          [
            head + [who, with], row("2023", "Sjøbris", "Verftet;"),
            row("2023", "Verftet", "Sjøbris;Havna;"),
          ]
        ),
        (
          "2025",
          [
            head + [who, with, trust], row("2025", "Sjøbris", "Verftet;", "Havna;"),
            row("2025", "Havna", "Sjøbris;Verftet;", "Sjøbris;"),
          ]
        ),
        ("Koder", [["Kode", "Tekst"], ["1", "Sjøbris"]]),
      ]),
      as: "panel.xlsx"
    )
    let path = folder.path + "/panel.xlsx"
    let (found, reading) = try SurveyImport.propose([path], rosterName: "roster.csv")
    let proposal = try #require(found)
    #expect(proposal.relations == ["collaboration", "trust"])
    #expect(proposal.remarks.contains("\"\(trust)\" is asked in panel.xlsx (2025) and not before"))
    let told = reading.report.assumptions.filter { $0.text.hasPrefix("not read") }
    #expect(told.map { $0.file.map(FileName.last) } == ["panel.xlsx (Koder)"])
    #expect(told.first?.text.hasSuffix("save it as a file of its own and give both files") == true)
    folder.put(Array(proposal.plan.utf8), as: "survey.yaml")
    folder.put(proposal.roster, as: "roster.csv")
    let outcome = try SurveyImport.ties([path], plan: folder.path + "/survey.yaml")
    #expect(
      outcome.reading.ties == [
        "Sjøbris>Verftet collaboration 1", "Verftet>Sjøbris collaboration 1",
        "Verftet>Havna collaboration 1", "Sjøbris>Verftet collaboration 1",
        "Havna>Sjøbris collaboration 1", "Havna>Verftet collaboration 1",
        "Sjøbris>Havna trust 1", "Havna>Sjøbris trust 1",
      ]
    )
    #expect(outcome.reading.region?.waves.map(\.name) == ["2023", "2025"])
  }

  @Test("what is no workbook, or an empty one, is refused")
  func refused() throws {
    let folder = RegionFolder()
    folder.put(Array(book([("Ark1", [["ID", "Navn"]])])), as: "empty.xlsx")
    folder.put(Array(book([("Ark1", [["a", "b"], ["c", "d"]])]).dropLast(30)), as: "cut.xlsx")
    folder.put([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], as: "old.xlsx")
    for (name, code) in [
      ("empty.xlsx", DiagnosticCode.emptySurvey), ("cut.xlsx", .badArchive),
      ("old.xlsx", .formatNotRead),
    ] {
      let (proposal, reading) = try SurveyImport.propose(
        [folder.path + "/" + name],
        rosterName: "r.csv"
      )
      #expect(proposal == nil)
      #expect(reading.report.diagnostics.shown.map(\.code) == [code], "\(name)")
      #expect(reading.report.diagnostics.shown.allSatisfy { $0.location != nil })
    }
  }
}
