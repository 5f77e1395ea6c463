import LearningRegion
import Testing

@testable import NetworkFormats

/// The quick way through tables of ties between names, against the reader that knows all of CSV.
@Suite struct NamedTiesTests {
  /// A heading with one more column sends the same ties through the other reader.
  private func slowly(_ text: String) -> Region? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wider = lines.enumerated().map { number, line in
      line.isEmpty ? "" : number == 0 ? line + ",wave" : line + ","
    }
    return readEdges(wider.joined(separator: "\n")).region
  }

  private func quickly(_ text: String) -> NamedTies? {
    let bytes = Array(text.utf8)
    let start = (bytes.firstIndex(of: 0x0a) ?? -1) + 1
    let columns = text.prefix { $0 != "\n" }.split(separator: ",").map { name -> NamedTies.Column in
      switch name {
      case "source": return .source
      case "target": return .target
      case "relation": return .relation
      default: return .weight
      }
    }
    return bytes.withUnsafeBytes {
      NamedTies($0, from: start, separator: 0x2c, columns: columns)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func randomTablesAreReadAlike(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let headings = [
      "source,target", "target,source", "source,target,weight", "relation,source,target",
      "weight,target,relation,source",
    ]
    let heading = headings.randomElement(using: &random)!
    let names = ["a", "b", "Åse", "Bo Ek", "a-very-long-name-of-somebody", "12", "é", "Ŋ", "x.y"]
    var text = heading + "\n"
    for _ in 0..<Int.random(in: 1...3000, using: &random) {
      let cells = heading.split(separator: ",").map { column -> String in
        switch column {
        case "weight": ["1", "2.5", "1e-3", "-4", "0.1"].randomElement(using: &random)!
        case "relation": ["trust", "advice", "work"].randomElement(using: &random)!
        default:
          names.randomElement(using: &random)! + (Bool.random(using: &random) ? "" : "\(seed)")
        }
      }
      text += cells.joined(separator: ",") + "\n"
    }
    if Bool.random(using: &random) { text.removeLast() }
    #expect(quickly(text) != nil)
    let region = try #require(readEdges(text).region)
    #expect(region == slowly(text))
    let crlf = readEdges(text.replacing("\n", with: "\r\n")).region
    #expect(crlf == region)
  }

  @Test func manyNamesGetTheNumbersOfTheirFirstAppearance() throws {
    var text = "source,target\n"
    for number in 0..<20_000 { text += "n\(number % 7919),m\(number * 31 % 6007)\n" }
    let region = try #require(readEdges(text).region)
    #expect(quickly(text) != nil)
    var seen: [String] = []
    var places: [String: Int32] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      for name in line.split(separator: ",").map(String.init) where places[name] == nil {
        places[name] = Int32(seen.count)
        seen.append(name)
      }
    }
    #expect((0..<region.actors.count).map { region.actors.ids[$0] } == seen)
  }

  @Test(arguments: [
    "\"a\",b", "a, b", " a,b", "a,b ", "a,", ",b", "a,b,c", "a", "#a,b", "%a,b", "", "a,b\rc,d",
    "e\u{301},b", "a,b\n\nc,d", "a\",b",
  ])
  func whatIsNotPlainIsLeftToTheOtherReader(row: String) {
    #expect(quickly("source,target\nx,y\n\(row)\nx,y\n") == nil)
  }

  @Test(arguments: ["1,5", "nan", "", "x", "0x1", "1e999"])
  func weightsThatAreNotPlainAreLeftToTheOtherReader(weight: String) {
    #expect(quickly("source,target,weight\na,b,1\na,b,\(weight)\n") == nil)
  }

  @Test func problemsAreToldWhereTheyAre() {
    let text = "source,target,weight\na,b,1\nb,c,2\nc,d,x\n"
    #expect(readEdges(text).places == ["edges.csv:4:5 bad-number"])
    #expect(readEdges("source,target\na,b\nb\n").places == ["edges.csv:3:1 wrong-field-count"])
  }
}
