import LearningRegion
import SafeFiles
import Testing

@testable import NetworkFormats

@Suite struct RegionFolderReaderTests {
  /// A folder that is right; each case replaces some of its files.
  static let right = [
    "actors.csv": "id,label,parent\na,Alpha,\nb,Beta,a\nc,Gamma,b\n",
    "ties.csv": "source,target,relation,weight\na,b,trust,2\nb,c,advice,1.5\n",
  ]

  struct Mistake: Sendable, CustomTestStringConvertible {
    let files: [String: String]
    let places: [String]
    var testDescription: String { places.joined(separator: ", ") }

    init(_ file: String, _ text: String, _ places: String...) {
      files = [file: text]
      self.places = places
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("ties.csv", "source,target\na,x\n", "ties.csv:2:3 unknown-actor"),
    Mistake(
      "ties.csv",
      "source,target\nx,a\nb,y",
      "ties.csv:2:1 unknown-actor",
      "ties.csv:3:3 unknown-actor"
    ),
    Mistake("ties.csv", "source,target\n,a\n", "ties.csv:2:1 missing-value"),
    Mistake("ties.csv", "source,target\na\n", "ties.csv:2:1 wrong-field-count"),
    Mistake("ties.csv", "source,target\na,b,c\n", "ties.csv:2:5 wrong-field-count"),
    Mistake("ties.csv", "source,target,weight\na,b,two\n", "ties.csv:2:5 bad-number"),
    Mistake("ties.csv", "source,target,weight\na,b,nan\n", "ties.csv:2:5 bad-number"),
    Mistake("ties.csv", "source,target,weight\na,b,1e999\n", "ties.csv:2:5 number-out-of-range"),
    Mistake("ties.csv", "source,target,weight\na,b,\"1,5\"\n", "ties.csv:2:6 bad-number"),
    Mistake(
      "ties.csv",
      "source;target;weight\na;b;1,5\nb;c;1.5\n",
      "ties.csv:3:5 mixed-decimal-marks"
    ),
    Mistake("ties.csv", "source,target,start\na,b,2024-13\n", "ties.csv:2:5 bad-date"),
    Mistake("ties.csv", "source,target,space\na,b,office\n", "ties.csv:2:5 bad-choice"),
    Mistake(
      "ties.csv",
      "source,target,start,end\na,b,2024,2023\n",
      "ties.csv:2:10 end-before-start"
    ),
    Mistake("ties.csv", "source,target\na,\"b\n", "ties.csv:2:3 unterminated-quote"),
    Mistake("ties.csv", "source,target\na,\"b\"c\n", "ties.csv:2:6 text-after-quote"),
    Mistake("ties.csv", "source,target\na,b\"c\n", "ties.csv:2:4 stray-quote"),
    Mistake("ties.csv", "source,weight\na,1\n", "ties.csv:1:1 missing-column"),
    Mistake("ties.csv", "source,tarket\na,b\n", "ties.csv:1:8 missing-column"),
    Mistake("ties.csv", "source,target,Source\na,b,c\n", "ties.csv:1:15 duplicate-column"),
    Mistake("ties.csv", "source,target,\na,b,\nb,c,3\n", "ties.csv:3:5 unnamed-column"),
    Mistake("ties.csv", "source,target,wieght\na,b,2\n", "ties.csv:1:15 misnamed-column"),
    Mistake("ties.csv", "", "ties.csv empty-file"),
    Mistake("ties.csv", "source,target\n", "ties.csv no-ties"),
    Mistake("ties.csv", "PK\u{3}\u{4}", "ties.csv binary-file"),
    Mistake("ties.csv", "source,target\na,\u{0}b\n", "ties.csv:2 binary-file"),
    Mistake("actors.csv", "id\na\nb\na\nc\n", "actors.csv:4:1 duplicate-id"),
    Mistake("actors.csv", "id,parent\na,b\nb,c\nc,a\n", "actors.csv:4:3 cycle"),
    Mistake("actors.csv", "id,parent\na,x\nb,\nc,\n", "actors.csv:2:3 unknown-actor"),
    Mistake("actors.csv", "id,inside\na,maybe\nb,no\nc,yes\n", "actors.csv:2:3 bad-choice"),
    Mistake("actors.csv", "id,sphere\na,market\nb,\nc,\n", "actors.csv:2:3 bad-choice"),
    Mistake("actors.csv", "id,lat\na,91\nb,\nc,\n", "actors.csv:2:3 out-of-scale"),
    Mistake("actors.csv", "id,label\n,x\na,\nb,\nc,\n", "actors.csv:2:1 missing-value"),
    Mistake("arenas.csv", "id,stage\nx,front\n", "arenas.csv:2:3 bad-choice"),
    Mistake("arenas.csv", "id\nx\nx\n", "arenas.csv:3:1 duplicate-id"),
    Mistake(
      "participation.csv",
      "actor,arena\na,nowhere\n",
      "participation.csv:2:3 unknown-reference"
    ),
    Mistake(
      "participation.csv",
      "actor,arena,turns\nz,nowhere,1.5\n",
      "participation.csv:2:1 unknown-actor",
      "participation.csv:2:3 unknown-reference",
      "participation.csv:2:11 bad-integer"
    ),
    Mistake(
      "joint_actions.csv",
      "id,participants,breached_by\nj,a|b,c\n",
      "joint_actions.csv:2:7 inconsistent"
    ),
    Mistake(
      "joint_actions.csv",
      "id,participants\nj,a|Q|b\n",
      "joint_actions.csv:2:5 unknown-actor"
    ),
    Mistake("flows.csv", "source,target,task\na,b,fishing\n", "flows.csv:2:5 bad-choice"),
    Mistake("innovations.csv", "id,sources\ni,j\nj,i\n", "innovations.csv:3:3 cycle"),
    Mistake("innovations.csv", "id,sources\ni,k\n", "innovations.csv:2:3 unknown-reference"),
    Mistake(
      "adoptions.csv",
      "actor,practice,source\na,lean,nobody\n",
      "adoptions.csv:2:8 unknown-actor"
    ),
    Mistake("programmes.csv", "id,type\np,magic\n", "programmes.csv:2:3 bad-choice"),
    Mistake("funnel.csv", "programme,stage,order\np,s,1\n", "funnel.csv:2:1 unknown-reference"),
    Mistake("assessments.csv", "actor,category,score\na,x,3\n", "assessments.csv:2:5 out-of-scale"),
    Mistake("probes.csv", "id,outcome\np,lost\n", "probes.csv:2:3 bad-choice"),
    Mistake(
      "ratings.csv",
      "rater,ratee,dimension\na,nobody,power\n",
      "ratings.csv:2:3 unknown-actor"
    ),
    Mistake("ratings.csv", "rater,ratee,dimension\na,b,\n", "ratings.csv:2:5 missing-value"),
    Mistake(
      "roster.csv",
      "respondent,relation,answered\na,trsut,yes\n",
      "roster.csv:2:3 unknown-reference"
    ),
    Mistake("roster.csv", "respondent,answered\na,yes\na,no\n", "roster.csv:3:1 inconsistent"),
    Mistake("region.yaml", "titel: x\n", "region.yaml:1:1 unknown-key"),
    Mistake("region.yaml", "title: [a\n", "region.yaml:2:1 bad-yaml"),
    Mistake("region.yaml", "date: 2024-02-30\n", "region.yaml:1:7 bad-date"),
    Mistake("region.yaml", "a: &x [1]\nb: *x\n", "region.yaml:2:4 bad-yaml"),
    Mistake("region.yaml", "title: a\ntitle: b\n", "region.yaml:2:1 duplicate-key"),
    Mistake("region.yaml", "relations: [trust]\n", "region.yaml:1:12 wrong-kind"),
    Mistake("region.yaml", "relations:\n  trust:\n    kind: love\n", "region.yaml:3:11 bad-choice"),
    Mistake(
      "region.yaml",
      "relations:\n  trust:\n    scale: [5, 1]\n",
      "region.yaml:3:12 wrong-kind"
    ),
    Mistake(
      "region.yaml",
      "relations:\n  trust:\n    scale: [3, 5]\n",
      "ties.csv:2:11 out-of-scale"
    ),
    Mistake("region.yaml", "waves: [a, a]\n", "region.yaml:1:12 duplicate-key"),
    Mistake("tie.csv", "x", "tie.csv misnamed-file"),
    Mistake("Actors.csv", "x", "Actors.csv misnamed-file"),
  ]

  @Test func theRightFolderIsRight() throws {
    let result = try readFolder(Self.right)
    #expect(result.places == [])
    #expect(result.ties == ["a>b trust 2", "b>c advice 1.5"])
    #expect(result.report.tiesRead == 2)
    #expect(result.report.rowCounts.map(\.file) == ["actors.csv", "ties.csv"])
  }

  @Test(arguments: mistakes)
  func everyMistakeIsFoundAtItsPlace(mistake: Mistake) throws {
    var files = Self.right.merging(mistake.files) { $1 }
    // A slip in the name of a file is one only where the right file is missing.
    let isSlip = mistake.places[0].hasSuffix("misnamed-file")
    if isSlip { files[mistake.files.keys.first! == "tie.csv" ? "ties.csv" : "actors.csv"] = nil }
    let result = try readFolder(files)
    if isSlip {
      #expect(result.places.contains(mistake.places[0]))
    } else {
      #expect(result.places == mistake.places)
      let isFatal = result.report.diagnostics.hasErrors
      #expect((result.region == nil) == isFatal)
    }
  }

  @Test func everyCodeOfAFolderHasATest() {
    let tested = Set(Self.mistakes.flatMap(\.places).map { $0.split(separator: " ")[1] })
    let elsewhere: Set<DiagnosticCode> = [
      .notARegionFolder, .formatNotRead,
      .fileTooLarge, .badEncoding, .assumedEncoding, .fieldTooLong, .tooManyColumns, .tooManyRows,
      // Of single files; the tests of GraphML, GEXF, JSON and Pajek have them.
      .badXML, .badJSON, .badSyntax, .badVersion,
      // The tests of workbooks and archives have them.
      .badArchive, .badWorkbook, .badCell, .cellError, .outerSpaces, .tableNotRead,
      // Only looked for where that is asked for; the tests of inspection have them.
      .similarNames, .sharedName, .badOrganisationNumber, .repeatedOrganisationNumber,
      .badMunicipalityNumber, .lostLeadingZero, .swappedCoordinates, .unknownLevel, .otherLevels,
      .answersOfSilent, .tiesToSilent, .isolates, .repeatedTies, .loops,
      // Of survey exports, which have tests of their own.
      .unknownColumn, .badPattern, .unknownWave, .unknownAnswer, .unknownAlter, .ambiguousName,
      .unmatchedName, .repeatedRespondent, .missingRespondent, .unfinishedAnswers,
      .missingAnswers, .emptySurvey, .skippedColumn,
    ]
    for code in DiagnosticCode.allCases where !elsewhere.contains(code) {
      #expect(tested.contains(Substring(code.rawValue)), "\(code)")
    }
  }

  @Test func tenPlantedMistakesAreAllListed() throws {
    let result = try readFolder([
      "actors.csv": "id,label,type,parent,employees\na,A,,,x\nb,B,,c,\nc,C,,b,\na,again,,,\n",
      "ties.csv": "source,target,weight,start\na,zz,1,\nb,c,heavy,\nb,c\nc,b,1,2024-31\n",
      "arenas.csv": "id,stage\nar,side\n",
      "participation.csv": "actor,arena\nb,ra\n",
      "roster.csv": "respondent,answered\nb,perhaps\n",
    ])
    #expect(
      result.places == [
        "actors.csv:2:7 bad-number", "actors.csv:4:6 cycle", "actors.csv:5:1 duplicate-id",
        "ties.csv:2:3 unknown-actor", "ties.csv:3:5 bad-number", "ties.csv:4:3 wrong-field-count",
        "ties.csv:5:7 bad-date", "arenas.csv:2:4 bad-choice",
        "participation.csv:2:3 unknown-reference", "roster.csv:2:3 bad-choice",
      ]
    )
    #expect(result.report.diagnostics.shown.allSatisfy { $0.excerpt != nil })
  }

  @Test func unknownActorGetsAHint() throws {
    let text = try readFolder([
      "actors.csv": "id,label\nh1,Sjøbris Havbruk AS\nboatyard,Båtbyggeriet\n",
      "ties.csv": "source,target\nSjøbris AS,boatyrad\nh1,Båtbyggeriet\n",
    ]).report.diagnostics.rendered()
    #expect(
      text == """
        ties.csv:2:1: error: unknown actor "Sjøbris AS"
         2 | Sjøbris AS,boatyrad
           | ^~~~~~~~~~
        hint: did you mean "h1", "Sjøbris Havbruk AS"? add it to actors.csv or pass --create-missing
        ties.csv:2:12: error: unknown actor "boatyrad"
         2 | Sjøbris AS,boatyrad
           |            ^~~~~~~~
        hint: did you mean "boatyard"? add it to actors.csv or pass --create-missing
        ties.csv:3:4: error: unknown actor "Båtbyggeriet"
         3 | h1,Båtbyggeriet
           |    ^~~~~~~~~~~~
        hint: this is the label of "boatyard": write the id

        """
    )
  }

  @Test func manyMistakesAreCounted() throws {
    let rows = (0..<3_000).map { "a,x\($0)\n" }.joined()
    let result = try readFolder(["actors.csv": "id\na\n", "ties.csv": "source,target\n" + rows])
    #expect(result.report.diagnostics.shown.count == 20)
    #expect(result.report.diagnostics.errorCount == 3_000)
    #expect(result.report.diagnostics.rendered().hasSuffix("… and 2980 more problems\n"))
  }

  @Test func actorsAreMadeOnlyWhereThatIsAllowed() throws {
    let ties = "source,target\na,b\nb,ø\n"
    let without = try readFolder(["ties.csv": ties])
    #expect(without.region?.actors.count == 3)
    #expect(without.report.actorsCreated == 3)
    let files = [
      "actors.csv": "id\na\n", "ties.csv": ties, "participation.csv": "actor,arena\nq,r\n",
      "arenas.csv": "id\nr\n",
    ]
    #expect(try readFolder(files).region == nil)
    let created = try readFolder(files, ReadingOptions(unknownActors: .create))
    #expect((0..<4).map { created.region?.actors.ids[$0] } == ["a", "b", "ø", "q"])
    #expect(created.report.actorsCreated == 3)
    #expect(created.report.assumptions.contains { $0.subject == .actors })
  }

  @Test func headingsHaveSynonymsAndNoCase() throws {
    let gephi = try readFolder([
      "actors.csv": "Id,Label\na,A\nb,B\n",
      "ties.csv": "Source,Target,Type,Kind,Id,Label,Weight\na,b,Undirected,trust,0,x,2\n",
    ])
    #expect(gephi.ties == ["a>b trust 2"])
    #expect(gephi.region?.relations[0].directed == false)
    #expect(gephi.region?.ties.attributes.map(\.name) == ["Id", "Label"])
    let kumu = try readFolder([
      "actors.csv": "Label,Type\nA,person\nB,person\n",
      "ties.csv": "From,To,Type,Label\nA,B,advice,hello\n",
    ])
    #expect(kumu.ties == ["A>B advice 1"])
    #expect(kumu.region?.actors[0].label == "A")
    let igraph = try readFolder([
      "actors.csv": "name,age\nA,3\nB,4\n", "ties.csv": "from,to,since\nA,B,2001\n",
    ])
    #expect(igraph.ties == ["A>B tie 1"])
    #expect(igraph.region?.actors.attributes.map(\.name) == ["age"])
    #expect(igraph.report.assumptions.contains { $0.text == "column \"from\" is the source" })
  }

  @Test func aTypeThatIsADirectionIsOneEverywhereOrNowhere() throws {
    let all = try readFolder([
      "ties.csv": "source,target,type\na,b,directed\nb,c,undirected\nc,d,directed\n"
    ])
    #expect(all.ties == ["a>b tie 1", "b>c tie 1", "c>d tie 1", "c>b tie 1"])
    #expect(all.region?.relations[0].directed == true)
    let some = try readFolder(["ties.csv": "source,target,type\na,b,directed\nb,c,friend\n"])
    #expect(some.ties == ["a>b directed 1", "b>c friend 1"])
    let both = try readFolder(["ties.csv": "source,target,relation,type\na,b,x,strong\n"])
    #expect(both.ties == ["a>b x 1"])
    #expect(both.region?.ties.attributes.map(\.name) == ["type"])
  }

  @Test func separatorsAndDecimalCommasArePerFile() throws {
    let result = try readFolder([
      "actors.csv": "id;employees;lat\na;1,5;62.5\nb;;\n",
      "ties.csv": "source\ttarget\tweight\na\tb\t0,25\n",
    ])
    #expect(result.ties == ["a>b tie 0.25"])
    #expect(result.region?.actors[0].employees == 1.5)
    #expect(result.region?.actors[0].latitude == 62.5)
    let assumed = result.report.assumptions.map { "\($0.file ?? "-") \($0.subject) \($0.text)" }
    #expect(
      assumed.prefix(4) == [
        "actors.csv separator cells are separated by semicolons",
        "actors.csv decimalMark decimal comma",
        "ties.csv separator cells are separated by tabs",
        "ties.csv decimalMark decimal comma",
      ]
    )
  }

  @Test func idsAreComposedOnce() throws {
    let result = try readFolder([
      "actors.csv": "id\nA\u{30a}lesund\nb\n",
      "ties.csv": "source,target\nÅlesund,b\nA\u{30a}lesund,b\n",
    ])
    #expect(result.places == [])
    let bytes = result.region?.actors.ids.utf8(at: 0)
    #expect(bytes.map(Array.init) == Array("Ålesund".utf8))
    #expect(result.region?.ties.sources == [0, 0])
  }

  @Test func rowsInQuotesAndOddEndsKeepTheirPlace() throws {
    let result = try readFolder([
      "ties.csv":
        "source,target,note,weight\r\na,b,\"one\r\ntwo\",1\r\n\r\na,b,\"x\n\ny\",bad\r\n,,,\r\na,b,,worse\r\n"
    ])
    #expect(result.places == ["ties.csv:7:4 bad-number", "ties.csv:9:6 bad-number"])
  }

  @Test func hashesAreOfTheBytesRead() throws {
    let result = try readFolder(Self.right.merging(["README.md": "x", "notes.csv": "y"]) { $1 })
    #expect(result.report.files.map(\.name) == ["actors.csv", "ties.csv"])
    let hashes = Self.right.map {
      (name: $0.key, hash: SHA256.hexadecimal(of: Array($0.value.utf8)))
    }
    #expect(result.report.sha256 == SHA256.folderHash(hashes))
  }

  @Test func thousandsOfRelationsAreAMistake() throws {
    let rows = (0..<3_000).map { "a,b,r\($0)\n" }.joined()
    let result = try readFolder(["ties.csv": "source,target,relation\n" + rows])
    #expect(result.places == ["ties.csv too-many-rows"])
    #expect(result.region == nil)
  }

  @Test func aFolderWithoutTiesIsNone() throws {
    let empty = try readFolder([:])
    #expect(empty.region == nil)
    #expect(empty.report.diagnostics.shown.map(\.code) == [.notARegionFolder])
    let slip = try readFolder(["ties.tsv": "source\ttarget\n"])
    #expect(slip.report.diagnostics.rendered().contains("rename \"ties.tsv\" to ties.csv"))
  }

  @Test func filesThatCannotBeReadAreThrown() {
    #expect(throws: FileError.self) { try RegionFolderReader.read("/nonexistent/x") }
    let folder = RegionFolder(["ties.csv": "source,target\na,b\n"])
    #expect(throws: FileError.self) { try folder.read(ReadingOptions(largestFile: 5)) }
  }

  @Test("a weight outside of a scale is told with that scale", arguments: ["9", "0.5"])
  func outsideTheScale(weight: String) throws {
    let result = try readFolder([
      "ties.csv": "source,target,relation,weight\na,b,t,0\na,c,t,\(weight)\n",
      "region.yaml": "relations: {t: {scale: [1, 5]}}\n",
    ])
    #expect(result.places == ["ties.csv:3:7 out-of-scale"])
    let message = result.report.diagnostics.shown.first?.message
    #expect(message == "weight is \(weight), outside 1 … 5 (or 0 for no tie)")
  }

  @Test("two stages of a funnel with one order")
  func ordersTwice() throws {
    let result = try readFolder([
      "ties.csv": "source,target\na,b\n", "programmes.csv": "id\np\n",
      "funnel.csv": "programme,stage,order\np,invited,1\np,came,1\np,invited,1\n",
    ])
    #expect(result.places == ["funnel.csv:3:8 inconsistent", "funnel.csv:4:11 inconsistent"])
    #expect(
      result.report.diagnostics.shown.map(\.message) == [
        "the order 1 is used twice: \"invited\" has it in line 2",
        "this was already said in line 2",
      ]
    )
  }

  @Test("a wave of the roster that no tie has is fine, unless region.yaml lists others")
  func wavesOfRosters() throws {
    let files = [
      "ties.csv": "source,target,wave\na,b,1\n", "roster.csv": "respondent,wave\na,2\n",
    ]
    #expect(try readFolder(files).places == [])
    let listed = try readFolder(files.merging(["region.yaml": "waves: [\"1\"]\n"]) { $1 })
    #expect(listed.places == ["roster.csv:2:3 unknown-reference"])
  }
}
