import Foundation
import Testing

@Suite("samspill report")
struct ReportCommandTests {
  private func report(_ options: [String]) throws -> (Workspace, ProgramRun) {
    let workspace = try Workspace()
    let path = try workspace.smallRegion()
    return (workspace, try Program.run(["report", path] + options, in: workspace))
  }

  @Test("one file, and the same bytes on standard output and with other threads")
  func oneFile() throws {
    let (workspace, run) = try report(["-o", "report.html"])
    #expect(run.status == 0 && run.isSilent, "\(run)")
    let bytes = try #require(workspace.bytes("report.html"))
    #expect(bytes.starts(with: "<!DOCTYPE html>".utf8))
    #expect(try workspace.names() == ["region", "report.html"])
    for threads in ["1", "2", "8"] {
      let (_, again) = try report(["-o", "-", "--threads", threads])
      #expect(again.output == bytes)
    }
  }

  @Test("an existing file is refused before the work, and replaced with --force")
  func existing() throws {
    let workspace = try Workspace()
    let region = try workspace.smallRegion()
    try workspace.write("report.html", "mine")
    let refused = try Program.run(["report", region, "-o", "report.html"], in: workspace)
    #expect(refused.status == 74 && refused.errors.contains("--force"))
    #expect(workspace.text("report.html") == "mine")
    let forced = try Program.run(["report", region, "-o", "report.html", "--force"], in: workspace)
    #expect(forced.status == 0 && workspace.text("report.html")?.hasPrefix("<!DOCTYPE") == true)
  }

  @Test("persons have pseudonyms unless they are to be named, with --anonymise everybody")
  func privacy() throws {
    let (_, usual) = try report(["-o", "-"])
    #expect(!usual.text.contains("Kari") && usual.text.contains("person-"))
    #expect(usual.text.contains("Ærlig Verk"))
    let (_, named) = try report(["-o", "-", "--name-persons"])
    #expect(named.text.contains("Kari Nordmann"))
    let (_, hidden) = try report(["-o", "-", "--anonymise"])
    for name in ["Kari", "Ærlig", "Bergen", "Voss"] {
      #expect(!hidden.text.contains(name), "\(name)")
    }
    let (_, filtered) = try report(["-o", "-", "--where", "label=Kari Nordmann"])
    #expect(filtered.status == 64 && filtered.isSilent)
  }

  @Test("the language, the title and the hash of the input stand in it")
  func words() throws {
    let (_, run) = try report(["-o", "-", "--lang", "nb", "--title", "Vår <region>"])
    #expect(run.text.contains("<html lang=\"nb\">") && run.text.contains("Vår &lt;region&gt;"))
    #expect(run.text.contains("Hvem som svarte"))
    #expect(run.text.firstMatch(of: /[0-9a-f]{64}/) != nil)
    let (_, unknown) = try report(["-o", "-", "--lang", "fr"])
    #expect(unknown.status == 64)
  }

  @Test("waves: the last one by default, all united on request")
  func waves() throws {
    let (_, last) = try report(["-o", "-"])
    #expect(last.text.contains("Figures are of wave 2024."))
    let (_, all) = try report(["-o", "-", "--wave", "all"])
    #expect(all.text.contains("Figures are of all waves together."))
    let (_, unknown) = try report(["-o", "-", "--wave", "1999"])
    #expect(unknown.status == 64 && unknown.isSilent)
  }
}
