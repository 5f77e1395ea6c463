import LearningRegion
import SafeFiles
import Testing

@testable import NetworkFormats

@Suite struct RoundTripTests {
  private func roundTrip(_ region: Region) throws -> Region? {
    let folder = RegionFolder()
    try RegionFolderWriter.write(region, to: folder.path)
    let result = try folder.read()
    #expect(result.report.diagnostics.rendered() == "")
    for (name, bytes) in RegionFolderWriter.files(region) {
      let hash = SHA256.hexadecimal(of: bytes)
      #expect(result.report.files.contains { $0.name == name && $0.sha256 == hash })
    }
    return result.region
  }

  @Test(arguments: 0..<60)
  func randomRegionsComeBackEqual(seed: UInt64) throws {
    let region = try Region(RandomRegion.draft(seed: seed))
    let changes = differences(try roundTrip(region), region)
    #expect(changes == [])
  }

  @Test func theSameRegionIsTheSameBytes() throws {
    let one = try Region(RandomRegion.draft(seed: 99))
    let two = try Region(RandomRegion.draft(seed: 99))
    let files = RegionFolderWriter.files(one)
    #expect(files.map(\.name) == RegionFolderWriter.files(two).map(\.name))
    #expect(files.map(\.bytes) == RegionFolderWriter.files(two).map(\.bytes))
  }

  @Test func onlyWhatHasContentIsWritten() throws {
    var draft = RegionDraft()
    draft.appendTie(
      from: "a",
      to: "b",
      Tie(source: 0, target: 0, relation: draft.relationIndex("tie")),
      unknown: .create
    )
    let files = RegionFolderWriter.files(try Region(draft))
    #expect(files.map(\.name) == ["actors.csv", "ties.csv"])
    #expect(
      files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "id\na\nb\n", "source,target\na,b\n",
      ]
    )
  }

  @Test func aRelationWithoutTiesIsWritten() throws {
    let region = try #require(
      readFolder(["region.yaml": "relations: {tie: }\n", "ties.csv": "source,target\n"]).region
    )
    #expect(region.relations.map(\.name) == ["tie"])
    let files = RegionFolderWriter.files(region)
    #expect(files.map(\.name) == ["region.yaml", "ties.csv"])
    #expect(RegionFolderReader.read(files: files).region == region)
  }

  @Test func emptyColumnsStandWhereAnotherWouldBeTakenForThem() throws {
    let region = try #require(
      readFolder([
        "actors.csv": "id,label,name,lat,latitude\na,,Ann,,north\n",
        "ties.csv": "source,target,relation,type\na,a,,x\n",
      ]).region
    )
    #expect(region.actors.label(of: 0) == "a" && region.ties.attributes.map(\.name) == ["type"])
    let files = RegionFolderWriter.files(region).map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(files[0].hasPrefix("id,label,lat,name,latitude\n"))
    #expect(files[1] == "source,target,relation,type\na,a,tie,x\n")
    #expect(try roundTrip(region) == region)
    let without = try #require(
      readFolder(["ties.csv": "source,target,relation,type\n"]).region
    )
    let again = RegionFolderWriter.files(without)
    #expect(String(decoding: again[0].bytes, as: UTF8.self) == "source,target,relation,type\n")
  }

  @Test func filesAreOnlyReplacedOnRequest() throws {
    let folder = RegionFolder(["README.md": "mine", "arenas.csv": "id\nold\n"])
    let region = try #require(readFolder(RegionFolderReaderTests.right).region)
    #expect(throws: FileError.self) { try RegionFolderWriter.write(region, to: folder.path) }
    try RegionFolderWriter.write(region, to: folder.path, target: .replace)
    #expect(folder.names == ["README.md", "actors.csv", "region.yaml", "ties.csv"])
    #expect(try folder.read().region == region)
  }

  @Test func aFullDiskLeavesNoHalfFile() throws {
    let folder = RegionFolder()
    let region = try #require(readFolder(RegionFolderReaderTests.right).region)
    var calls = SystemCalls.live
    calls.sync = { _ in -1 }
    #expect(throws: FileError.self) {
      try RegionFolderWriter.write(region, to: folder.path, calls: calls)
    }
    #expect(folder.names == [])
  }

  @Test func theTemplateComesBackEqual() throws {
    let folder = RegionFolder()
    for file in RegionTemplate.files() { folder.put(file.bytes, as: file.name) }
    let region = try #require(folder.read().region)
    let changes = differences(try roundTrip(region), region)
    #expect(changes == [])
  }
}

/// Regions with everything in them, and with texts that are hard to write down.
struct RandomRegion {
  private var random: Seeded

  private init(seed: UInt64) { random = Seeded(seed: seed) }

  static func draft(seed: UInt64) -> RegionDraft {
    var region = RandomRegion(seed: seed)
    return region.draft()
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func maybe<Value>(_ make: (inout RandomRegion) -> Value) -> Value? {
    chance(60) ? make(&self) : nil
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "Ø", "b c", ",", "\"", "\n", "\r\n", ";", "|", "\\", "#", "'", "=1+1", "\u{301}", "漢",
      "\t",
      "\u{2028}", "-", "yes", "null",
    ]
    let count = Int.random(in: 1...5, using: &random)
    return NormalForm.text((0..<count).map { _ in pieces.randomElement(using: &random)! }.joined())
  }

  /// Items of list cells: the spaces around them do not count.
  private mutating func item() -> String { NormalForm.text("i" + text() + ".") }

  private mutating func items() -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in item() }
  }

  private mutating func number() -> Double {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: Double(Int.random(in: 0...100, using: &random))
    case 1: Double.random(in: 0...1, using: &random)
    case 2: Double.random(in: 0...1e-300, using: &random)
    default: Double.random(in: 0...1e280, using: &random)
    }
  }

  private mutating func day() -> Day {
    let year = Int.random(in: 1...9999, using: &random)
    guard chance(70) else { return Day(year: year)! }
    let month = Int.random(in: 1...12, using: &random)
    guard chance(70) else { return Day(year: year, month: month)! }
    return Day(year: year, month: month, day: Int.random(in: 1...28, using: &random))!
  }

  private mutating func choice<Value: CaseIterable>(_: Value.Type = Value.self) -> Value {
    Value.allCases.randomElement(using: &random)!
  }

  private mutating func attributes(_ names: [String], rows: Int) -> [AttributeColumn] {
    names.compactMap { name in
      var column = AttributeColumn(name: name)
      for row in 0..<rows where chance(50) { column.values[row] = text() }
      return column.values.isEmpty ? nil : column
    }
  }

  private mutating func draft() -> RegionDraft {
    var draft = RegionDraft()
    header(&draft)
    let ids = (0..<Int.random(in: 2...8, using: &random)).map { "\($0)" + item() }
    actors(&draft, ids)
    ties(&draft, ids)
    events(&draft, ids)
    judgements(&draft, ids)
    return draft
  }

  private mutating func header(_ draft: inout RegionDraft) {
    draft.header.title = maybe { $0.text() }
    draft.header.date = maybe { $0.day() }
    draft.header.language = maybe { $0.text() }
    draft.header.purpose = maybe { $0.text() }
    draft.header.consent = maybe { $0.text() }
    draft.header.sources = items()
    draft.header.boundary.rule = maybe { $0.text() }
    draft.header.boundary.method = maybe { $0.text() }
    draft.header.boundary.date = maybe { $0.day() }
    for number in 0..<Int.random(in: 1...3, using: &random) {
      var relation = Relation(name: "r\(number)" + text())
      relation.kind = choice()
      relation.directed = maybe { $0.chance(50) }
      relation.label = maybe { $0.text() }
      draft.relations.append(relation)
    }
    for number in 0..<Int.random(in: 0...2, using: &random) {
      draft.actorTypes.append(
        ActorTypeInfo(
          name: "t\(number)" + text(),
          label: maybe { $0.text() },
          sphere: maybe { $0.choice(Sphere.self).rawValue }
        )
      )
    }
    for number in 0..<Int.random(in: 0...3, using: &random) {
      draft.waves.append(Wave(name: "w\(number)" + text() + ".", date: maybe { $0.day() }))
    }
    draft.declaredWaves = draft.waves.count
  }

  private mutating func actors(_ draft: inout RegionDraft, _ ids: [String]) {
    for (row, id) in ids.enumerated() {
      var actor = Actor(id: id)
      actor.label = maybe { $0.text() }
      actor.type = maybe { $0.text() }
      actor.sphere = maybe { $0.choice(Sphere.self).rawValue }
      if row > 0, chance(40) { actor.parent = ids[Int.random(in: 0..<row, using: &random)] }
      actor.level = maybe { $0.text() }
      actor.inside = maybe { $0.chance(50) }
      actor.employees = maybe { $0.number() }
      actor.rdStaff = maybe { $0.number() }
      actor.higherEducationShare = maybe { Double.random(in: 0...1, using: &$0.random) }
      actor.latitude = maybe { Double.random(in: -90...90, using: &$0.random) }
      actor.longitude = maybe { Double.random(in: -180...180, using: &$0.random) }
      actor.language = maybe { $0.text() }
      actor.needs = items()
      actor.offers = items()
      actor.practices = items()
      if let wave = draft.waves.randomElement(using: &random), chance(50) {
        actor.waves = [wave.name]
      }
      draft.actors.append(actor)
    }
    draft.actors.attributes = attributes(["colour", "Size of it", "x,\"y\""], rows: ids.count)
  }

  private mutating func ties(_ draft: inout RegionDraft, _ ids: [String]) {
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let relation = Int.random(in: 0..<draft.relations.count, using: &random)
      var tie = Tie(source: 0, target: 0, relation: Int32(relation))
      if chance(50) { tie.weight = number() }
      if !draft.waves.isEmpty, chance(50) {
        tie.wave = Int32(Int.random(in: 0..<draft.waves.count, using: &random))
      }
      tie.start = maybe { $0.day() }
      if tie.start == nil { tie.end = maybe { $0.day() } }
      tie.space = maybe { $0.choice() }
      draft.appendTie(
        from: ids.randomElement(using: &random)!,
        to: ids.randomElement(using: &random)!,
        tie
      )
    }
    draft.ties.attributes = attributes(["type", "note"], rows: draft.ties.count)
  }

  private mutating func events(_ draft: inout RegionDraft, _ ids: [String]) {
    for number in 0..<Int.random(in: 0...3, using: &random) {
      var arena = Arena(id: "a\(number)" + text() + ".")
      arena.label = maybe { $0.text() }
      arena.organisation = maybe { $0.choice() }
      arena.stage = maybe { $0.choice() }
      arena.space = maybe { $0.choice() }
      arena.start = maybe { $0.day() }
      draft.arenas.rows.append(arena)
      var entry = Participation(actor: ids.randomElement(using: &random)!, arena: arena.id)
      entry.date = maybe { $0.day() }
      entry.role = maybe { $0.text() }
      entry.turns = maybe { Int.random(in: 0...Int.max, using: &$0.random) }
      draft.participation.rows.append(entry)
      var action = JointAction(id: "j\(number)" + text() + ".")
      action.participants = [ids[0], ids[1]]
      action.breachedBy = chance(50) ? [ids[1]] : []
      action.outcome = maybe { $0.choice() }
      action.label = maybe { $0.text() }
      action.arena = maybe { _ in arena.id }
      draft.jointActions.rows.append(action)
      var flow = KnowledgeFlow(source: ids[0], target: ids[1])
      flow.topic = maybe { $0.text() }
      flow.task = maybe { $0.choice() }
      flow.setting = maybe { $0.choice() }
      flow.unit = maybe { $0.choice() }
      flow.mode = maybe { $0.choice() }
      flow.amount = maybe { $0.number() }
      flow.amountUnit = maybe { $0.text() }
      draft.flows.rows.append(flow)
      var innovation = Innovation(id: "n\(number)" + text() + ".")
      innovation.sources = draft.innovations.rows.map(\.id)
      innovation.kind = maybe { $0.choice() }
      innovation.status = maybe { $0.choice() }
      innovation.actor = maybe { _ in ids[0] }
      draft.innovations.rows.append(innovation)
      var adoption = Adoption(actor: ids[1], practice: text())
      adoption.source = maybe { $0.chance(50) ? .external : .actor(ids[0]) }
      draft.adoptions.rows.append(adoption)
    }
    draft.arenas.attributes = attributes(["room"], rows: draft.arenas.rows.count)
    draft.flows.attributes = attributes(["room"], rows: draft.flows.rows.count)
  }

  private mutating func judgements(_ draft: inout RegionDraft, _ ids: [String]) {
    for number in 0..<Int.random(in: 0...3, using: &random) {
      var programme = Programme(id: "p\(number)" + text() + ".")
      programme.type = maybe { $0.choice() }
      programme.participants = chance(50) ? ids : []
      programme.end = maybe { $0.day() }
      draft.programmes.rows.append(programme)
      draft.funnel.rows.append(
        FunnelStep(
          programme: programme.id,
          stage: text(),
          order: 1,
          count: maybe { Int.random(in: 0...9, using: &$0.random) }
        )
      )
      var assessment = Assessment(
        actor: ids[0],
        category: text(),
        score: maybe { Double.random(in: -2...2, using: &$0.random) }
      )
      assessment.date = maybe { $0.day() }
      draft.assessments.rows.append(assessment)
      var probe = Probe(id: "q\(number)" + text() + ".")
      probe.outcome = maybe { $0.choice() }
      probe.actor = maybe { _ in ids[0] }
      draft.probes.rows.append(probe)
      var rating = Rating(
        rater: ids[0],
        ratee: ids[1],
        dimension: text(),
        score: maybe { -$0.number() }
      )
      rating.wave = draft.waves.first?.name
      draft.ratings.rows.append(rating)
    }
    for id in ids where chance(50) {
      var entry = RosterEntry(respondent: id, answered: chance(50))
      entry.relation = maybe { _ in draft.relations[0].name }
      entry.wave = draft.waves.last?.name
      draft.roster.rows.append(entry)
    }
  }
}
