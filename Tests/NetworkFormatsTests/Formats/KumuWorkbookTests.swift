import LearningRegion
import Testing

@testable import NetworkFormats

/// Workbooks as Kumu takes them: elements and connections.
@Suite struct KumuWorkbookTests {
  private let options = WritingOptions(kumuFile: .workbook)

  @Test(arguments: 0..<25)
  func randomRegionsComeBackEqual(seed: UInt64) throws {
    let region = try PlainRegion.make(seed: seed)
    #expect(NetworkWriter.losses(of: region, in: .kumu, options: options) == [])
    let bytes = NetworkWriter.bytes(region, as: .kumu, options: options)
    for asked in [NetworkFormat.kumu, nil] {
      let result = NetworkReader.read(bytes: bytes, name: "x.xlsx", format: asked)
      #expect(!result.report.diagnostics.hasErrors, "\(result.report.diagnostics.rendered())")
      let wanted = ReadingResult(region: region, report: result.report)
      #expect(result.ids == wanted.ids)
      #expect(result.ties == wanted.ties)
      #expect(result.relations.sorted() == wanted.relations.sorted())
      // Kumu has a type of its own, beside which a column of that name gets another; labels are compared below.
      func plain(_ columns: [String]) -> [String] {
        columns.filter { !$0.hasPrefix("type") && !$0.hasPrefix("label: ") }
      }
      #expect(plain(result.tieColumns) == plain(wanted.tieColumns))
      #expect(plain(result.actorColumns) == plain(wanted.actorColumns))
      for row in 0..<region.actors.count {
        #expect(result.region?.actors.label(of: row) == region.actors.label(of: row))
      }
    }
  }

  @Test(arguments: [
    ("From,To,X,x\na,b,1,2\n", "1:11 duplicate-column"),
    ("0From,To,From,to\na,b,c,d\n", "1:15 duplicate-column"),
    ("Label,Size,size\na,1,2\n", "1:12 duplicate-column"),
    ("From,To,\na,b,1\n", "2:5 unnamed-column"),
  ])
  func noColumnHidesAnother(text: String, place: String) {
    let result = read(text, as: "x.csv", .kumu)
    #expect(result.region == nil && result.places == ["x.csv:" + place])
  }

  @Test func headingsAreThoseOfKumu() throws {
    let text = """
      source,target,relation,weight,Direction,strength
      a,b|c,trust,2,north,x
      """
    var draft = try #require(read(text, as: "x.csv").region).draft
    draft.actors = ActorTable()
    var labelled = Actor(id: "a")
    labelled.label = "Ærlig & Sønn"
    draft.actors.append(labelled)
    draft.actors.append(Actor(id: "b|c"))
    draft.actors.append(Actor(id: "alone"))
    let region = try Region(draft)
    let bytes = NetworkWriter.bytes(region, as: .kumu, options: options)
    let builder = ReportBuilder(ReadingOptions())
    let rows = bytes.withUnsafeBytes { raw -> [[[String]]] in
      guard let workbook = Workbook.open(raw, name: "x.xlsx", builder),
        let tables = WorkbookTables.wholeSheets(workbook, builder)
      else { return [] }
      return tables.compactMap { CSVSheetReader.read($0.source, builder)?.rows }
    }
    #expect(
      rows == [
        [["ID", "Label"], ["a", "Ærlig & Sønn"], ["b|c", "b|c"], ["alone", "alone"]],
        [
          ["From", "To", "Direction", "Type", "Strength", "Direction_2", "strength_2"],
          ["a", "b\\|c", "directed", "trust", "2", "north", "x"],
        ],
      ]
    )
    #expect(NetworkWriter.losses(of: region, in: .kumu, options: options) == [])
    #expect(
      NetworkWriter.losses(of: region, in: .kumu) == [
        "actors without ties dropped: 1", "labels of actors dropped",
      ]
    )
  }
}
