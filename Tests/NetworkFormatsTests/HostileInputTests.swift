import LearningRegion
import Testing

@testable import NetworkFormats

/// Whatever the bytes, there is a region or an error, and never neither.
@Suite struct HostileInputTests {
  private func check(_ result: ReadingResult) {
    let diagnostics = result.report.diagnostics
    #expect((result.region == nil) == diagnostics.hasErrors)
    #expect(diagnostics.shown.count <= 20)
    // Showing must not fail either.
    #expect(diagnostics.rendered(.terminal).utf8.count < 100_000)
  }

  @Test func randomBytes() {
    var random = Seeded(seed: 21)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...200, using: &random)
      let high: UInt8 = Bool.random(using: &random) ? 127 : 255
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...high, using: &random) }
      check(NetworkReader.read(bytes: bytes, name: "x", format: .edges))
      check(NetworkReader.read(bytes: bytes, name: "x"))
    }
  }

  @Test func structuredNoise() {
    var random = Seeded(seed: 22)
    let pieces = [
      "source", "target", "weight", "type", ",", ";", "\t", " ", "\"", "\"\"", "\n", "\r\n", "\r",
      "a", "1",
      "1,5", "#", "%", "\u{301}", "\u{2028}", "\u{feff}", "directed", "|", "ø", "-", "1e400",
      "\u{0}",
    ]
    for _ in 0..<6_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      check(NetworkReader.read(bytes: Array(text.utf8), name: "x", format: .edges))
    }
  }

  /// Every file of the template, each time changed in a few places.
  @Test func mutatedFolders() throws {
    var random = Seeded(seed: 23)
    let files = RegionTemplate.files().filter { $0.name != "README.md" }
    let folder = RegionFolder()
    for file in files { folder.put(file.bytes, as: file.name) }
    let pieces: [[UInt8]] = [
      [0x22], [0x2c], [0x3b], [0x0a], [0x0d], [0x7c], [0x5c], [0], [0xff], [0xf8], [0x3a], [0x20],
      [0x26],
      [0x2a], [0x5b], [0x7b], Array("union".utf8), Array("-9e99".utf8), [0xcc, 0x81],
      [0xef, 0xbb, 0xbf],
    ]
    for _ in 0..<700 {
      let file = files.randomElement(using: &random)!
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: at)
        case 1: bytes.removeSubrange(min(at, bytes.count)..<min(at + 3, bytes.count))
        case 2 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(at...)
        }
      }
      folder.put(bytes, as: file.name)
      let result = try folder.read()
      check(result)
      if let region = result.region {
        // What was accepted can be written down again, and means the same then.
        let again = RegionFolder()
        for (name, bytes) in RegionFolderWriter.files(region) { again.put(bytes, as: name) }
        let back = try again.read()
        let changes = differences(back.region, region)
        #expect(changes == [], "\(back.report.diagnostics.rendered())")
      }
      folder.put(file.bytes, as: file.name)
    }
  }

  @Test func truncatedFilesOfEveryLength() throws {
    for file in RegionTemplate.files() where file.name != "README.md" {
      let folder = RegionFolder()
      for other in RegionTemplate.files() { folder.put(other.bytes, as: other.name) }
      for count in stride(from: 0, through: file.bytes.count, by: 13) {
        folder.put(Array(file.bytes.prefix(count)), as: file.name)
        check(try folder.read())
      }
    }
  }

  /// Text that is named by its beginning: a test names its arguments, and a megabyte is no name.
  struct Monotony: Sendable, CustomTestStringConvertible {
    var start = ""
    let unit: String
    let count: Int
    var end = ""
    var text: String { start + String(repeating: unit, count: count) + end }
    var testDescription: String {
      "\(start.debugDescription) and \(count) × \(unit.debugDescription)"
    }
  }

  @Test(arguments: [
    Monotony(unit: "a,", count: 500_000), Monotony(unit: "\"", count: 500_001),
    Monotony(unit: "\"\n", count: 200_000), Monotony(unit: "a\"\n", count: 200_000),
    Monotony(start: "source,target\n", unit: "\"a\"b,c\n", count: 100_000),
    Monotony(start: "source,target,source", unit: ",source", count: 4_000, end: "\n"),
    Monotony(start: "source,target\n", unit: "a,b,c\n", count: 100_000),
    Monotony(start: "source,target\n", unit: "\u{1f468}\u{200d}", count: 100_000, end: ",b\n"),
    Monotony(unit: "\n", count: 1_000_000), Monotony(unit: "# x\n", count: 250_000),
  ])
  func aMegabyteOfTheSame(_ monotony: Monotony) {
    let clock = ContinuousClock()
    let time = clock.measure {
      check(NetworkReader.read(bytes: Array(monotony.text.utf8), name: "x", format: .edges))
    }
    #expect(time < .seconds(20))
  }
}
