import SafeFiles
import Testing

@testable import NetworkFormats

/// Folders with a table of ties and one of nodes.
@Suite struct TableFolderTests {
  private func read(_ files: [String: String], _ format: NetworkFormat) throws -> ReadingResult {
    let folder = RegionFolder(files)
    return try withExtendedLifetime(folder) {
      try NetworkReader.read(folder.path, format: format)
    }
  }

  /// `graph_from_data_frame(edges, vertices = vertices)` of igraph.
  @Test func edgesAndVerticesOfR() throws {
    let result = try read(
      [
        "edges.csv": "p1;p2;weight\nAnn;Bo;0,5\nBo;Cy;2\n",
        "vertices.csv": "who,age\nCy,3\nAnn,1\nBo,2\n", "notes.md": "x",
      ],
      .edges
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["Cy", "Ann", "Bo"])
    #expect(result.ties == ["Ann>Bo tie 0.5", "Bo>Cy tie 2"])
    #expect(result.actorColumns == ["age: 3, 1, 2"])
    #expect(result.report.files.map(\.name) == ["edges.csv", "vertices.csv"])
    #expect(result.report.sha256.count == 64)
  }

  @Test func norwegianHeadings() throws {
    let result = try read(
      [
        "edges.csv": "Fra;Til;Relasjon;Vekt\nÅse;Bo;tillit;0,5\nBo;Cy;råd;2,0\n",
        "nodes.csv": "Navn;Breddegrad;Lengdegrad\nÅse;62,5;6\nBo;;\nCy;;\n",
      ],
      .edges
    )
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ids == ["Åse", "Bo", "Cy"])
    #expect(result.ties == ["Åse>Bo tillit 0.5", "Bo>Cy råd 2"])
    #expect(result.region?.actors[0].latitude == 62.5)
  }

  @Test func everyEndIsInTheTableOfNodes() throws {
    let files = ["nodes.csv": "id\na\nb", "edges.csv": "from,to\na,b\nb,ø\nq,a\n"]
    let result = try read(files, .edges)
    #expect(result.places == ["edges.csv:3:3 unknown-actor", "edges.csv:4:1 unknown-actor"])
    let first = ["vertices.csv": "who\na\nb", "links.csv": "x,y\na,b\nb,ø\n"]
    #expect(try read(first, .edges).places == ["links.csv:3:3 unknown-actor"])
  }

  @Test func tablesOfGephi() throws {
    let result = try read(
      ["nodes.csv": "Id,Label\na,A\nb,B\n", "edges.csv": "Source,Target,Type\na,b,Undirected\n"],
      .gephi
    )
    #expect(result.relations == ["tie undirected"])
    #expect(result.actorColumns == ["label: A, B"])
  }

  @Test func tablesOfKumu() throws {
    let result = try read(
      [
        "elements.csv": "Label,Type\nBølge,x\nBølge,y\nBukt,x\n",
        "connections.csv": "From,To,Direction\nBukt,Bukt|Bølge (y),directed\n",
      ],
      .kumu
    )
    #expect(result.ids == ["Bølge (x)", "Bølge (y)", "Bukt"])
    #expect(result.ties == ["Bukt>Bukt tie 1", "Bukt>Bølge (y) tie 1"])
    let unclear = try read(
      [
        "elements.csv": "Label,Type\nBølge,x\nBølge,y\n",
        "connections.csv": "From,To\nBølge,Bukt\n",
      ],
      .kumu
    )
    #expect(
      unclear.places == ["connections.csv:2:1 unknown-actor", "connections.csv:2:7 unknown-actor"]
    )
    let byID = try read(
      [
        "elements.csv": "ID,Label\n1,Bølge\n2,Dønning\n1,Bølge\n",
        "connections.csv": "From,To,Direction\n1,2,directed\n",
      ],
      .kumu
    )
    #expect(byID.ties == ["1>2 tie 1"])
    #expect(byID.actorColumns == ["label: Bølge, Dønning"])
  }

  @Test func otherFoldersAreTold() throws {
    let without = try read(["nodes.csv": "id\na\n"], .edges)
    #expect(without.report.diagnostics.shown.map(\.code) == [.notARegionFolder])
    let folder = try RegionFolder(["edges.csv": "a,b\n"]).read()
    #expect(folder.report.diagnostics.rendered().contains("--from edges reads edges.csv"))
    #expect(throws: FileError.self) { try read(["nodes.csv": "id\n"], .graphml) }
  }
}
