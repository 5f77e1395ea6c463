import Testing

@testable import NetworkFormats

/// The line `sep=;` that Excel writes and takes.
@Suite struct TableOpeningTests {
  @Test(arguments: [
    "sep=;\nsource;target;weight\na;b;1,5\nb;c;2\n",
    "SEP=;\r\nsource;target;weight\r\na;b;1,5\r\nb;c;2\r\n",
    "\u{feff}sep=;\rsource;target;weight\ra;b;1,5\rb;c;2\r",
  ])
  func itSaysTheSeparator(text: String) {
    let result = read(text, as: "x.csv")
    #expect(result.places == [])
    #expect(result.ties == ["a>b tie 1.5", "b>c tie 2"])
    #expect(
      result.assumed.contains(
        "separator: cells are separated by semicolons, as the first line says"
      )
    )
  }

  @Test func itGoesBeforeWhatTheRowsLookLike() {
    // Without the line both look as if the other sign separated their cells.
    let (one, other) = ("a;1;x,b;2;y\nb;2;y,c;3;z\n", "a,1,x;b,2,y\nb,2,y;c,3,z\n")
    #expect(read("sep=,\n" + one, as: "x.csv").ties == ["a;1;x>b;2;y tie 1", "b;2;y>c;3;z tie 1"])
    #expect(
      read("sep=;\n" + other, as: "x.csv").ties == ["a,1,x>b,2,y tie 1", "b,2,y>c,3,z tie 1"]
    )
  }

  @Test func problemsAreAtTheirLines() {
    let result = read("sep=;\nsource;target\na;b;c\n", as: "x.csv")
    #expect(result.places == ["x.csv:3:5 wrong-field-count"])
    let typed = read("sep=;\nSource;Target;Type\na;b;Undirected\n", as: "x.csv")
    #expect(typed.relations == ["tie undirected"])
  }

  @Test func otherSeparatorsAreRefused() {
    #expect(read("sep=|\na|b\n", as: "x.csv").places.first == "x.csv:1:5 bad-choice")
  }

  @Test func otherLinesAreRows() {
    #expect(read("sep=;b\nc;d\n", as: "x.csv", .edges).ties == ["sep=>b tie 1", "c>d tie 1"])
    #expect(read("sep,b\nc,d\n", as: "x.csv", .edges).ties == ["sep>b tie 1", "c>d tie 1"])
  }

  @Test func foldersAndGephiAndSurveysHaveIt() throws {
    let folder = try readFolder([
      "actors.csv": "sep=;\nid;label\na;A, b\nb;B\n", "ties.csv": "sep=,\nsource,target\na,b\n",
    ])
    #expect(folder.places == [] && folder.ties == ["a>b tie 1"])
    let gephi = read("sep=;\nSource;Target;Type\na;b;Undirected\n", as: "x.csv", .gephi)
    #expect(gephi.ties == ["a>b tie 1"])
  }
}
