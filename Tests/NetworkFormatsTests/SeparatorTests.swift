import Testing

@testable import NetworkFormats

/// What separates cells where nobody says it.
@Suite struct SeparatorTests {
  @Test(arguments: [
    "Firm 1,Firm 2\nFirm 2,Firm 3\n", "Firm 1;Firm 2\nFirm 2;Firm 3\n",
    "Firm 1\tFirm 2\nFirm 2\tFirm 3\n", "Fra bedrift;Til bedrift\nFirm 1;Firm 2\nFirm 2;Firm 3",
    "Fra bedrift;Til bedrift;Antall møter\nFirm 1;Firm 2;1\nFirm 2;Firm 3;1\n",
    "Who knows whom\nsource,target\nFirm 1,Firm 2\nFirm 2,Firm 3\n",
    "Firm 1;Firm 2;1,0\nFirm 2;Firm 3;1,0\n",
  ])
  func blanksAreInNames(text: String) {
    let ties = readEdges(text).ties
    #expect(ties.suffix(2) == ["Firm 1>Firm 2 tie 1", "Firm 2>Firm 3 tie 1"])
  }

  @Test func namesOfSeveralWords() {
    #expect(readEdges("Anna Berg,Bo Li\nBo Li,C D\n").ties.first == "Anna Berg>Bo Li tie 1")
    #expect(readEdges("Anna Berg\tBo Li\n").ties == ["Anna Berg>Bo Li tie 1"])
    // One row that is too short is told of as such.
    let short = readEdges("Anna Berg,Bo Li\nBo Li,C D\nBo Li\n")
    #expect(short.places == ["edges.csv:3:1 wrong-field-count"])
  }

  @Test(arguments: [
    ("a b 1\nb c 2\n", ["a>b tie 1", "b>c tie 2"]),
    ("a;b;1,5\nb;c;2\n", ["a>b tie 1.5", "b>c tie 2"]),
    ("a b 1,5\nb c 2,5\n", ["a>b tie 1.5", "b>c tie 2.5"]),
    ("a b 1,5\nb c 2\nc d 3,5\n", ["a>b tie 1.5", "b>c tie 2", "c>d tie 3.5"]),
    ("from to weight\na b 1,5\n", ["a>b tie 1.5"]), ("Firm 1,2\n", ["Firm 1>2 tie 1"]),
  ])
  func blanksAndCommas(text: String, ties: [String]) {
    #expect(readEdges(text, name: "x.txt").ties == ties)
  }

  @Test func aTabGoesFirstWhereTheNameSaysSo() {
    let text = "Berg, A, B\tLi, B, C\nLi, B, C\tMo, C, D\n"
    #expect(readEdges(text, name: "x.TSV").ties.first == "Berg, A, B>Li, B, C tie 1")
    #expect(readEdges("a,b\nb,c\n", name: "x.tsv").ties == ["a>b tie 1", "b>c tie 1"])
  }

  /// What is cut off at the end of the sample is not counted.
  @Test func longFiles() {
    let row = (String(repeating: "long name ", count: 1000) + "," + "another name\n")
    #expect(readEdges(String(repeating: row, count: 9)).report.tiesRead == 9)
    let wide = (0..<16_000).map { "name \($0)" }.joined(separator: ";") + "\na;b\n"
    let found = Array(wide.utf8).withUnsafeBytes {
      SeparatorDetection.separator(
        of: $0,
        among: [.comma, .semicolon, .blanks],
        comments: .none,
        mostColumns: 16_384,
        isKnown: { _ in false }
      )
    }
    #expect(found == .semicolon)
  }

  @Test func whatIsSaidHasASubject() {
    #expect(
      readEdges("a b\n").assumed == [
        "separator: cells are separated by spaces", "columns: the columns are source and target",
        "heading: no heading: the first row is a tie",
      ]
    )
  }
}
