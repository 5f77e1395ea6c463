import LearningRegion
import Testing

@testable import NetworkFormats

/// UCINET datasets put together byte by byte after the description of the layout.
@Suite struct UCINETTests {
  private struct Dataset {
    var version = "V6404"
    var type: UInt8 = 7
    var title = "Net"
    /// Columns, rows, levels.
    var dimensions: [(count: Int, labels: [String]?)]
    var values: [Float]

    var header: [UInt8] {
      var bytes: [UInt8] = [5] + Array(version.utf8)
      // 2026-11-23, a Monday, labels of type 3.
      for number in [26, 11, 23, 1, 3] as [UInt16] { bytes += littleEndian(number) }
      bytes.append(type)
      bytes += littleEndian(UInt16(dimensions.count))
      for dimension in dimensions { bytes += littleEndian(UInt32(dimension.count)) }
      bytes += [UInt8(title.utf8.count)] + Array(title.utf8)
      for dimension in dimensions { bytes.append(dimension.labels == nil ? 0 : 1) }
      for label in dimensions.flatMap({ $0.labels ?? [] }) {
        bytes += littleEndian(UInt16(2 * label.utf16.count))
        for unit in label.utf16 { bytes += littleEndian(unit) }
      }
      return bytes
    }

    private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    func read(header changed: [UInt8]? = nil) -> ReadingResult {
      let header = changed ?? header
      let data = values.flatMap { littleEndian($0.bitPattern) }
      return header.withUnsafeBytes { header in
        data.withUnsafeBytes { data in
          UCINETReader.read(header: header, named: "n.##h", data: data, named: "n.##d")
        }
      }
    }
  }

  private let names = ["Åse", "Bo 🐟"]

  @Test func aSquareDatasetIsOfOneMode() {
    let result = Dataset(dimensions: [(2, names), (2, names)], values: [0, 1, 0.1, 3]).read()
    #expect(result.ids == names)
    #expect(result.ties == ["Åse>Bo 🐟 tie 1", "Bo 🐟>Åse tie 0.1", "Bo 🐟>Bo 🐟 tie 3"])
    #expect(result.relations == ["tie directed"])
    #expect(result.region?.header.title == "Net")
  }

  @Test func whatIsNotKnownIsNoTie() {
    let result = Dataset(dimensions: [(2, nil), (2, nil)], values: [1e38, 0, 2, 1e37]).read()
    #expect(result.ids == ["1", "2"])
    #expect(result.ties == ["2>1 tie 2"])
    #expect(result.assumed == ["relation: values that are not known, and no ties: 2"])
  }

  @Test(arguments: [Float.infinity, -.infinity, .nan])
  func whatIsNoNumberIsRefusedAtItsCell(value: Float) {
    let result = Dataset(dimensions: [(3, nil), (2, nil)], values: [1, 0, 0, 0, value, 2]).read()
    #expect(result.places == ["n.##d bad-number"])
    #expect(
      result.report.diagnostics.shown[0].message
        == "the value at byte 17, row 2 and column 2, is not a number"
    )
  }

  @Test func theSameLabelsInAnotherOrderAreRefused() {
    let dimensions: [(count: Int, labels: [String]?)] = [(2, names), (2, names.reversed())]
    let result = Dataset(dimensions: dimensions, values: [0, 1, 0, 0]).read()
    #expect(result.places == ["n.##h inconsistent"])
    #expect(
      result.report.diagnostics.shown[0].message
        == "the rows and the columns have the same labels in different orders"
    )
  }

  @Test func relationsOfOneNameAreRefused() {
    let result = Dataset(dimensions: [(1, nil), (1, nil), (2, ["x", "x"])], values: [1, 1]).read()
    #expect(result.places == ["n.##h duplicate-id"])
  }

  @Test func aNegativeSizeIsShownWithItsSign() {
    let result = Dataset(dimensions: [(Int(UInt32.max) - 2, nil), (2, nil)], values: [0]).read()
    #expect(result.places == ["n.##h bad-integer"])
    #expect(result.report.diagnostics.shown[0].message == "the dataset has a dimension of -3")
  }

  @Test func columnsComeFirstAndHaveAModeOfTheirOwn() {
    let result = Dataset(
      dimensions: [(3, ["x", "y", "z"]), (2, names)],
      values: [1, 0, 0, 0, 0, 2]
    ).read()
    #expect(result.ids == names + ["x", "y", "z"])
    #expect(result.ties == ["Åse>x tie 1", "Bo 🐟>z tie 2"])
    #expect(result.relations == ["tie undirected"])
    #expect(result.actorColumns == ["mode: 1, 1, 2, 2, 2"])
  }

  @Test func levelsAreRelations() {
    let result = Dataset(
      dimensions: [(2, names), (2, names), (2, ["trust", "advice"])],
      values: [0, 1, 0, 0, 0, 0, 1, 0]
    ).read()
    #expect(result.ties == ["Åse>Bo 🐟 trust 1", "Bo 🐟>Åse advice 1"])
  }

  @Test(arguments: ["V6403", "V6405", "DATE:"])
  func otherVersionsAreRefused(version: String) {
    let dataset = Dataset(version: version, dimensions: [(1, nil), (1, nil)], values: [0])
    let result = dataset.read()
    #expect(result.places == ["n.##h bad-version"])
    #expect(result.report.diagnostics.shown[0].hint?.contains("export DL from UCINET") == true)
  }

  @Test func everyLengthOfHeaderIsRefusedButTheWhole() {
    let dataset = Dataset(dimensions: [(2, names), (2, names)], values: [0, 1, 0, 0])
    for count in 0..<dataset.header.count {
      let result = dataset.read(header: Array(dataset.header.prefix(count)))
      #expect(result.region == nil)
      #expect(result.report.diagnostics.shown.count == 1)
    }
  }

  /// Announced sizes are not believed: no memory is taken for them.
  @Test func hugeDimensionsAreRefused() {
    for counts in [[1 << 31, 1 << 31], [0, 1 << 31], [1 << 31, 0], [2, 3]] {
      let dimensions = counts.map { (count: $0, labels: [String]?.none) }
      #expect(Dataset(dimensions: dimensions, values: [0]).read().region == nil)
    }
  }

  /// Nor are actors made for them where there can be no values.
  @Test(arguments: [[0, 1000], [1000, 0], [2, 2, 0]])
  func matricesWithoutValuesAreRefused(counts: [Int]) {
    let dimensions = counts.map { (count: $0, labels: [String]?.none) }
    let result = Dataset(dimensions: dimensions, values: []).read()
    #expect(result.places == ["n.##h empty-file"])
  }

  @Test func twoFilesAreFoundByTheNameOfEither() throws {
    let folder = RegionFolder()
    let dataset = Dataset(dimensions: [(2, names), (2, names)], values: [0, 1, 0, 0])
    folder.put(dataset.header, as: "n.##h")
    folder.put(dataset.values.flatMap { withUnsafeBytes(of: $0) { Array($0) } }, as: "n.##d")
    for name in ["n.##h", "n.##d"] {
      let result = try NetworkReader.read(folder.path + "/" + name)
      #expect(result.ties == ["Åse>Bo 🐟 tie 1"])
      #expect(result.report.files.count == 2)
    }
    for name in ["x", "x.##h"] {
      #expect(
        NetworkReader.read(bytes: dataset.header, name: name).places == ["\(name) format-not-read"]
      )
    }
    #expect(NetworkReader.read(bytes: [0x61], name: "x.##d").region == nil)
  }
}
