@testable import NetworkFormats

/// What holds for every survey export, plan and roster.
enum SurveyProperties {
  private static let names = ["answers.csv", "survey.yaml", "roster.csv", "names.csv"]

  /// The bytes are files one after the other: a line `=== NAME` begins each. Without a plan the one that is
  /// proposed is used, which must be one.
  static func check(_ bytes: UnsafeRawBufferPointer) {
    let files = BundledFiles.files(bytes, named: names)
    let reading = RegionReading(ReadingOptions())
    func source(_ name: String) -> SourceText? {
      files.first { $0.name == name }.flatMap { text($0.bytes, name, reading.builder) }
    }
    guard let answers = source("answers.csv"),
      let sheet = CSVSheetReader.read(answers, reading.builder),
      let export = SurveyRecognition.export(sheet), !export.answers.isEmpty
    else { return }
    let unheard = ReportBuilder(ReadingOptions())
    let proposal = SurveyProposer([export], rosterName: "roster.csv", unheard).proposal()
    if let proposal { checkProposal(proposal) }
    guard
      let plan = source("survey.yaml")
        ?? proposal.flatMap({ text(Array($0.plan.utf8), "survey.yaml", reading.builder) }),
      let wanted = SurveyPlanReader.read(plan, reading.builder)
    else { return }
    var roster = SurveyRoster()
    if let table = source("roster.csv") { roster = SurveyRoster.read(table, into: reading) }
    let mapping = source("names.csv").map { NameMapping.read($0, reading.builder) } ?? [:]
    guard !reading.builder.hasErrors else { return }
    let (region, _) = SurveyImport.region(
      [export],
      wanted,
      YAMLDocument(source: plan),
      SurveyNames(reading, roster, mapping: mapping, acceptsSuggestions: bytes.count % 2 == 0),
      roster,
      reading
    )
    FileProperties.checkReport(ReadingResult(region: region, report: reading.builder.report))
    if let region { FolderProperties.checkRoundTrip(region) }
  }

  /// What is proposed is a plan and a roster that are read without a problem; where no question was found
  /// the plan says so, and lacks its relations and nothing else.
  private static func checkProposal(_ proposal: SurveyProposal) {
    let planned = ReportBuilder(ReadingOptions())
    let plan = text(Array(proposal.plan.utf8), "survey.yaml", planned).flatMap {
      SurveyPlanReader.read($0, planned)
    }
    let problems = planned.report.diagnostics
    if proposal.relations.isEmpty {
      let isSaid = proposal.remarks.contains { $0.contains("write the relations yourself") }
      let isAll = problems.errorCount == 1 && problems.shown[0].message == "there are no relations"
      if !isSaid || !isAll { failed("no relations are proposed: \(problems.rendered())") }
    } else if plan == nil {
      failed("no plan is proposed: \(problems.rendered())")
    }
    let reading = RegionReading(ReadingOptions())
    // Names that are little but control characters make a table that nobody takes for text.
    guard let roster = text(proposal.roster, "roster.csv", reading.builder) else { return }
    _ = SurveyRoster.read(roster, into: reading)
    if reading.builder.hasErrors {
      failed("no roster is proposed: \(reading.builder.report.diagnostics.rendered())")
    }
  }

  /// The text in memory of its own, which lives as long as the text.
  private static func text(
    _ bytes: [UInt8],
    _ name: String,
    _ builder: ReportBuilder
  ) -> SourceText? {
    let memory = UnpackedBytes(expecting: bytes.count)
    memory.room(bytes.count).copyBytes(from: bytes)
    memory.add(bytes.count)
    return try? SourceText(name: name, raw: memory.bytes, owner: memory)
  }
}
