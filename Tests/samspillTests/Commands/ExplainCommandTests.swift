import Foundation
import RegionAnalysis
import Testing

@Suite("samspill explain")
struct ExplainCommandTests {
  private func run(_ arguments: String...) throws -> ProgramRun {
    try Program.run(["explain"] + arguments, in: try Workspace())
  }

  @Test("every name of the list has a page of its own")
  func pages() throws {
    let names = try run("--csv").csv().rows.map { $0[0] }
    #expect(names == Catalogue.entries.map(\.name))
    for name in names {
      let page = try run(name)
      #expect(page.status == 0 && page.errors.isEmpty, "\(page)")
      for heading in [
        "What it is", "Formula", "How to read it", "How not to read it", "Source",
      ] {
        #expect(page.lines.contains(heading), "\(name): \(heading)")
      }
      #expect(page.lines.first?.hasPrefix("\(name): ") == true)
      #expect(page.lines.allSatisfy { $0.count <= 80 }, "\(name)")
    }
  }

  @Test("as JSON and CSV")
  func machineReadable() throws {
    let document = try run("constraint", "--json").json()
    #expect((document["schema"] as? [String: Any])?["name"] as? String == "samspill.explain")
    let result = try #require(document["result"] as? [String: Any])
    #expect(result["name"] as? String == "constraint" && result["of"] as? String == "node")
    #expect((result["source"] as? String)?.contains("Burt") == true)
    let table = try run("constraint", "--csv")
    #expect(table.lines.first == "field,text" && table.lines[1] == "name,constraint")
    let all = try run("--json").json()["result"] as? [String: Any]
    #expect((all?["rows"] as? [Any])?.count == Catalogue.entries.count)
  }

  @Test("in Norwegian where there is a text, and said where there is none")
  func norwegian() throws {
    let page = try run("trust_reach", "--lang", "nb")
    #expect(page.status == 0 && page.errors.isEmpty)
    #expect(page.lines.first == "trust_reach: tillitens rekkevidde")
    #expect(page.lines.contains("Slik leses det") && page.lines.contains("Hva det er"))
    #expect(page.lines.allSatisfy { $0.count <= 80 })
    let english = try run("betweenness", "--lang", "nb")
    #expect(english.status == 0 && english.lines.contains("How to read it"))
    #expect(english.errors.contains("betweenness is explained in English only"))
    #expect(try run("--lang", "nb", "--csv").text.contains(",tillitens rekkevidde"))
    #expect(try run("--lang", "de").status == 64)
  }

  @Test("a name that there is not")
  func unknown() throws {
    let wrong = try run("betweeness")
    #expect(wrong.status == 64 && wrong.isSilent)
    #expect(wrong.errors.contains("did you mean \"betweenness\"?"))
    let nothing = try run("xyzzy")
    #expect(nothing.status == 64 && nothing.errors.contains("`samspill explain` lists"))
  }
}
