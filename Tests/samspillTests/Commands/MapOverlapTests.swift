import Testing

/// The finished pictures, read back: no name lies on another, hardly any on an actor.
@Suite("Nothing lies on anything on a map")
struct MapOverlapTests {
  private func drawn(_ path: String, _ options: [String] = []) throws -> DrawnMap {
    let workspace = try Workspace()
    let run = try Program.run(
      ["map", path, "-o", "-", "--to", "svg", "-q"] + options,
      in: workspace
    )
    #expect(run.status == 0, "\(run)")
    return DrawnMap(svg: run.text)
  }

  @Test("every bundled data set at its default engine", arguments: try Program.datasets())
  func bundled(name: String) throws {
    let map = try drawn(Program.dataset(name))
    #expect(map.actors.count > 1 && map.texts.count > map.actors.count / 10)
    #expect(map.textsOnTexts == [])
    let share = Double(map.textsOnActors.count) / Double(map.texts.count)
    #expect(share <= 0.02, "\(map.textsOnActors)")
  }

  @Test(
    "whole learning regions, and what else the overlap must not break",
    arguments: [
      ("150", []), ("500", []), ("150", ["--groups", "--halos", "5"]),
      ("150", ["--kind", "levels"]), ("150", ["--kind", "waves"]),
    ]
  )
  func regions(actors: String, options: [String]) throws {
    let workspace = try Workspace()
    let made = try Program.run(
      ["generate", "region", "--actors", actors, "-o", "made", "-q"],
      in: workspace
    )
    #expect(made.status == 0, "\(made)")
    let map = try drawn(workspace.file("made"), options)
    #expect(map.actors.count >= Int(actors) ?? 0 && map.texts.count >= 40)
    #expect(map.textsOnTexts == [])
    let share = Double(map.textsOnActors.count) / Double(map.texts.count)
    #expect(share <= 0.01, "\(map.textsOnActors)")
  }

  @Test("500 actors")
  func fiveHundred() throws {
    let workspace = try Workspace()
    let made = try Program.run(
      ["generate", "region", "--nodes", "500", "--ties", "1500", "-o", "net.csv", "-q"],
      in: workspace
    )
    #expect(made.status == 0, "\(made)")
    let map = try drawn(workspace.file("net.csv"), ["--undirected"])
    #expect(map.actors.count == 500 && map.texts.count >= 40)
    let touching = map.textsOnTexts.count + map.textsOnActors.count
    #expect(Double(touching) <= 0.01 * Double(map.texts.count))
  }

  @Test("the reader of pictures sees what overlaps")
  func reader() {
    let text = { (x: Int, y: Int) in
      "<g class=\"node\"><text text-anchor=\"start\" x=\"\(x)\" y=\"\(y)\" font-size=\"10\">mm</text></g>"
    }
    let disc =
      "<g class=\"node\"><title>A</title><ellipse cx=\"50\" cy=\"50\" rx=\"9\" ry=\"9\"></ellipse></g>"
    #expect(DrawnMap(svg: text(0, 0) + text(15, 5)).textsOnTexts.count == 1)
    #expect(DrawnMap(svg: text(0, 0) + text(25, 5)).textsOnTexts.isEmpty)
    #expect(DrawnMap(svg: disc + text(57, 52)).textsOnActors == ["mm"])
    #expect(DrawnMap(svg: disc + text(60, 52)).textsOnActors.isEmpty)
    // At the corner of a disc there is room.
    #expect(DrawnMap(svg: disc + text(57, 42)).textsOnActors.isEmpty)
  }
}
