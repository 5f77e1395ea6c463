import Foundation
import Testing

/// `samspill map --kind …`: every kind of drawing, and what each refuses.
@Suite("samspill map, kinds of drawings")
struct MapKindTests {
  /// A region with everything that a kind of drawing looks at.
  private func region(_ workspace: Workspace) throws -> String {
    try workspace.write("r/region.yaml", "title: All kinds\n")
    try workspace.write(
      "r/actors.csv",
      """
      id,label,type,parent,lat,lon
      net,The Network,network,,59.3,9.6
      yard,The Yard,enterprise,net,59.1,9.7
      mill,The Mill,enterprise,net,59.2,9.4
      shop,Shop floor,department,yard,,
      kari,Kari Nordmann,person,shop,,
      uni,The University,university,,59.4,9.5
      town,The Town,municipality,,59.5,9.9

      """
    )
    try workspace.write(
      "r/ties.csv",
      """
      source,target,relation,weight,wave
      yard,mill,trust,2,2023
      mill,uni,trust,1,2023
      yard,mill,trust,3,2024
      uni,yard,trust,1,2024
      kari,uni,trust,1,2024
      town,uni,trust,1,2024

      """
    )
    try workspace.write(
      "r/innovations.csv",
      """
      id,label,kind,status,sources
      basket,Laundry basket moved,incremental,adopted,
      tidy,Room tidied,incremental,adopted,basket
      buddy,Buddy scheme,incremental,tried,tidy
      cars,Nine cars become eight,radical,adopted,buddy|tidy

      """
    )
    try workspace.write(
      "r/flows.csv",
      """
      source,target,topic,amount,amount_unit
      uni,yard,welding,30,hours
      yard,uni,practice,12,hours
      town,mill,planning,6,hours

      """
    )
    return workspace.file("r")
  }

  private func map(_ kind: String, _ options: String...) throws -> ProgramRun {
    let workspace = try Workspace()
    let arguments = ["map", try region(workspace), "--kind", kind, "-o", "-", "--to", "svg"]
    return try Program.run(arguments + options, in: workspace)
  }

  @Test(
    "each shows what it is about",
    arguments: [
      ("network", [">The Yard</text>", "Area: Betweenness"]),
      (
        "levels", [">Organisations</text>", ">Departments</text>", "Part of (", ">The Yard</text>"]
      ),
      ("heatmap", ["The Yard → The Mill: 3", "Rows: from, columns: to"]),
      ("flows", ["Gives: hours", "Education → Work life: 30 hours", ">Government</text>"]),
      ("lineage", [">Main path</text>", "Innovations: 4", ">Room tidied</text>", ">radical (1)<"]),
      ("waves", [">2023</text>", ">2024</text>", "(new: 3)", "New since the wave before"]),
    ]
  )
  func shows(kind: String, texts: [String]) throws {
    let run = try map(kind)
    #expect(run.status == 0, "\(run)")
    for text in texts { #expect(run.text.contains(text), "\(text)") }
    #expect(try map(kind).output == run.output)
    let norwegian = try map(kind, "--lang", "nb", "--theme", "dark")
    #expect(norwegian.status == 0 && norwegian.output != run.output)
    #expect(norwegian.text.contains("#15181c"))
  }

  @Test("nothing lies on anything", arguments: ["levels", "lineage", "network"])
  func overlaps(kind: String) throws {
    let drawn = DrawnMap(svg: try map(kind).text)
    #expect(!drawn.actors.isEmpty && drawn.textsOnTexts == [] && drawn.textsOnActors == [])
  }

  @Test("flows go between the groups of a column as well, and are ties where there are none")
  func flowGroups() throws {
    let byType = try map("flows", "--color-by", "type")
    #expect(byType.text.contains("university → enterprise: 30 hours"), "\(byType)")
    let workspace = try Workspace()
    let run = try Program.run(
      ["map", workspace.smallRegion(), "--kind", "flows", "-o", "-", "--to", "svg"],
      in: workspace
    )
    #expect(run.status == 0 && run.text.contains("Gives: ties"), "\(run)")
  }

  @Test("rings around the first brokers")
  func halos() throws {
    let run = try map("network", "--halos", "2", "--wave", "all")
    #expect(run.status == 0 && run.text.contains("First brokers (2)"), "\(run)")
  }

  @Test("a coast behind places; a file that is none is told with its place")
  func outline() throws {
    let workspace = try Workspace()
    let folder = try region(workspace)
    try workspace.write(
      "coast.geojson",
      "{\"type\":\"Polygon\",\"coordinates\":[[[9,58],[9.6,58],[9.6,60],[9,60]]]}"
    )
    try workspace.write("broken.geojson", "{\"type\":")
    func run(_ file: String) throws -> ProgramRun {
      try Program.run(
        ["map", folder, "--engine", "geo", "--outline", file, "-o", "-", "--to", "svg"],
        in: workspace
      )
    }
    let drawn = try run("coast.geojson")
    #expect(drawn.status == 0 && drawn.text.contains("#f1f1ec"), "\(drawn)")
    #expect(drawn.text.contains("Without a place (2)"))
    #expect(drawn.errors.contains("1 tie is not drawn: an end of it has no place"))
    let broken = try run("broken.geojson")
    #expect(broken.status == 2 && broken.isSilent && broken.errors.contains("broken.geojson:1"))
    #expect(try run("nowhere.geojson").status == 74)
  }

  @Test(
    "what does not go together is wrong usage",
    arguments: [
      ["--kind", "heatmap", "--to", "png"], ["--kind", "waves", "--to", "dot"],
      ["--kind", "flows", "--ego", "uni"], ["--kind", "waves", "--wave", "2024"],
      ["--kind", "levels", "--level", "clusters"], ["--outline", "coast.geojson"],
      ["--kind", "poster"], ["--halos", "-1"], ["--kind", "levels", "--anonymise"],
    ]
  )
  func usage(options: [String]) throws {
    let workspace = try Workspace()
    let to = options.contains("--to") ? [] : ["--to", "svg"]
    let run = try Program.run(
      ["map", region(workspace), "-o", "-"] + to + options,
      in: workspace
    )
    #expect(run.status == 64 && run.isSilent, "\(run)")
  }

  @Test(
    "what the data do not hold is told with what to fill in",
    arguments: [("levels", "parent"), ("lineage", "innovations.csv"), ("waves", "wave")]
  )
  func missing(kind: String, hint: String) throws {
    let workspace = try Workspace()
    try workspace.write("t.csv", "source,target\na,b\nb,c\n")
    let run = try Program.run(
      ["map", "t.csv", "--kind", kind, "-o", "-", "--to", "svg"],
      in: workspace
    )
    #expect(run.status == 70 && run.isSilent && run.errors.contains(hint), "\(run)")
  }

  @Test("hidden names stay hidden", arguments: ["levels", "heatmap", "waves", "network"])
  func hidden(kind: String) throws {
    let run = try map(kind)
    #expect(run.status == 0 && !run.text.contains("Kari"))
    guard kind != "levels" else { return }
    let anonymous = try map(kind, "--anonymise")
    #expect(anonymous.status == 0, "\(anonymous)")
    #expect(!anonymous.text.contains("Yard") && anonymous.text.contains("actor-"))
  }
}
