import Foundation
import Testing

@Suite("Indicators of a learning region through the program")
struct IndicatorCommandsTests {
  private func run(_ arguments: String..., in workspace: Workspace? = nil) throws -> ProgramRun {
    try Program.run(arguments, in: workspace ?? Workspace())
  }

  private func innovations() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("region/ties.csv", "source,target\n")
    try workspace.write("region/actors.csv", "id,type\nworks,enterprise\nkari,person\n")
    try workspace.write(
      "region/innovations.csv",
      """
      id,actor,kind,status,sources
      bin,works,incremental,adopted,
      tidy,kari,incremental,adopted,bin
      buddy,works,incremental,adopted,bin
      cars,kari,radical,adopted,tidy|buddy

      """
    )
    return workspace
  }

  @Test("lineage: innovations, steps, actors; everything in JSON")
  func lineage() throws {
    let workspace = try innovations()
    let plain = try run("lineage", "region", in: workspace)
    #expect(plain.status == 0, "\(plain)")
    #expect(
      plain.csv().columns.prefix(3) == ["id", "label", "actor"] && plain.csv().rows.count == 4
    )
    #expect(plain.errors.contains("the main path: bin → tidy → cars"))
    #expect(!plain.text.contains("kari"))
    let links = try run("lineage", "region", "--show", "links", in: workspace).csv()
    #expect(links.rows.map { $0[2] } == ["1", "1", "1", "1"])
    let result = try #require(
      try run("lineage", "region", "--json", in: workspace).json()["result"] as? [String: Any]
    )
    #expect(result["main_path"] as? [String] == ["bin", "tidy", "cars"])
    #expect(result["paths"] as? String == "2")
  }

  @Test("lineage: a circle is bad data, shown with the circle")
  func circle() throws {
    let workspace = try Workspace()
    try workspace.write("region/ties.csv", "source,target\n")
    try workspace.write("region/innovations.csv", "id,sources\na,b\nb,a\n")
    let run = try run("lineage", "region", in: workspace)
    #expect(run.status == 2 && run.isSilent && run.errors.contains("circle"))
  }

  @Test("funnel: published programmes beside a region's own, or alone")
  func funnel() throws {
    let published = try run("funnel", Program.dataset("reference-funnels"))
    #expect(published.status == 0 && published.csv().rows.count == 10, "\(published)")
    let none = try run("funnel", Program.dataset("knoke-bureaucracies"))
    #expect(none.csv().rows.allSatisfy { $0[0] == "published" })
    #expect(none.errors.contains("funnel.csv"))
    let nothing = try run("funnel", Program.dataset("knoke-bureaucracies"), "--no-published")
    #expect(nothing.status == 0 && nothing.csv().rows.isEmpty)
  }

  @Test("triple helix: refused below five cases per cell; columns are checked")
  func tripleHelix() throws {
    let lawyers = Program.dataset("lazega-lawyers")
    let columns = ["--columns", "office,practice,gender"]
    let found = try Program.run(["triple-helix", lawyers] + columns, in: Workspace())
    #expect(found.status == 0 && found.csv().columns == ["measure", "value"], "\(found)")
    let wrong = try run("triple-helix", lawyers, "--columns", "office,practice")
    #expect(wrong.status == 64)
    let unknown = try run("triple-helix", lawyers, "--columns", "ofice,practice,gender")
    #expect(unknown.status == 64 && unknown.errors.contains("office"))
  }

  @Test(
    "profile: every bundled data set is measured as far as it goes",
    arguments: try Program.datasets()
  )
  func profile(name: String) throws {
    let found = try run("profile", Program.dataset(name), "--permutations", "19", "--csv")
    #expect(found.status == 0, "\(found)")
    #expect(found.text.contains("not_measured") && !found.errors.contains("error:"))
  }

  @Test("profile: the same bytes on one thread and on eight")
  func threads() throws {
    let region = Program.dataset("nfdi-consortia")
    let arguments = ["profile", region, "--permutations", "19", "--parts", "--csv"]
    let one = try Program.run(arguments + ["--threads", "1"], in: Workspace())
    let eight = try Program.run(arguments + ["--threads", "8"], in: Workspace())
    #expect(one.status == 0 && one.output == eight.output)
  }

  @Test("profile: text, Norwegian, Markdown by the file's ending, JSON, families, parts")
  func forms() throws {
    let region = Program.dataset("nfdi-consortia")
    let workspace = try Workspace()
    let text = try run("profile", region, "--format", "table", "--only", "growth,brokers")
    #expect(text.status == 0 && text.text.contains("Stage of growth: "), "\(text)")
    let norwegian = try run(
      "profile",
      region,
      "--format",
      "table",
      "--only",
      "growth",
      "--lang",
      "nb"
    )
    #expect(norwegian.text.hasPrefix("Vekststadium\n"))
    let page = try run("profile", region, "--only", "growth", "-o", "page.md", in: workspace)
    #expect(
      page.status == 0 && workspace.text("page.md")?.hasPrefix("# Learning-region profile") == true
    )
    let result = try #require(
      try run("profile", region, "--only", "growth", "--parts", "--json").json()["result"]
        as? [String: Any]
    )
    let families = try #require(result["families"] as? [[String: Any]])
    #expect(families.map { $0["family"] as? String } == ["growth"])
    let indicators = try #require(families[0]["indicators"] as? [[String: Any]])
    #expect((indicators.first?["parts"] as? [Any])?.isEmpty == false)
    let wrong = try run("profile", region, "--only", "growht")
    #expect(wrong.status == 64 && wrong.errors.contains("growth"))
    #expect(try run("profile", region, "--weighted").status == 64)
  }

  @Test("a briefing: brokers between two groups in sentences, what breaks, new ties")
  func briefing() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    let page = try run(
      "brokers",
      region,
      "--between",
      "work_life,research",
      "--undirected",
      "--format",
      "table"
    )
    #expect(page.status == 0, "\(page)")
    #expect(page.text.hasPrefix("Brokers between work_life and research\n  1. "))
    #expect(page.text.contains("If it leaves, "))
    #expect(page.text.contains("New ties between work_life and research that would bring"))
    #expect(!page.text.contains("Kari") && !page.text.contains("Ola"))
    let norwegian = try run("brokers", region, "--briefing", "--lang", "nb", "--format", "table")
    #expect(norwegian.text.hasPrefix("Meglere\n") && norwegian.text.contains("Om den slutter"))
    let json = try run(
      "brokers",
      region,
      "--briefing",
      "--top",
      "2",
      "--suggest-ties",
      "1",
      "--json"
    )
    let result = try #require(try json.json()["result"] as? [String: Any])
    #expect((result["brokers"] as? [Any])?.count == 2)
    #expect((result["suggested_ties"] as? [Any])?.count == 1)
    let unknown = try run("brokers", region, "--between", "work_life,reserch")
    #expect(unknown.status == 64 && unknown.errors.contains("research"))
    #expect(try run("brokers", region, "--between", "work_life").status == 64)
    #expect(try run("brokers", region, "--briefing", "--each", "wave").status == 64)
  }
}
