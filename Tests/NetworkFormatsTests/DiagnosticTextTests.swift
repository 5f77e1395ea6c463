import Testing

@testable import NetworkFormats

@Suite struct DiagnosticTextTests {
  private func problem(_ text: String, at: Int, length: Int, line: Int = 14) -> Diagnostic {
    Diagnostic(
      .unknownActor,
      "unknown actor",
      hint: "add it",
      location: SourceLocation(file: "ties.csv", line: line, column: at + 1),
      excerpt: SourceExcerpt(
        text: text,
        caret: at,
        length: length,
        cutBefore: false,
        cutAfter: false
      )
    )
  }

  @Test func placeLineCaretAndHint() {
    #expect(
      problem("a,Sjøbris,trust", at: 2, length: 7).rendered() == """
        ties.csv:14:3: error: unknown actor
         14 | a,Sjøbris,trust
            |   ^~~~~~~
        hint: add it

        """
    )
  }

  @Test func colourIsOnlyForTerminals() {
    let problem = problem("a", at: 0, length: 1)
    #expect(!problem.rendered(.plain).contains("\u{1b}"))
    #expect(problem.rendered(.terminal).contains("\u{1b}[1;31merror:\u{1b}[0m"))
  }

  @Test func nothingCommandsTheTerminal() {
    let nasty = "a\u{1b}[2J\u{7f}\u{202e}\u{2066}\u{9b}\tz\u{0}"
    let diagnostic = Diagnostic(
      .badNumber,
      nasty,
      hint: nasty,
      location: SourceLocation(file: nasty, line: 1, column: 1),
      excerpt: SourceExcerpt(text: nasty, caret: 0, length: 3, cutBefore: false, cutAfter: false)
    )
    let text = diagnostic.rendered()
    let allowed = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && scalar.value != 0x7f && scalar.value != 0x9b
          && scalar.value != 0x202e && scalar.value != 0x2066)
    }
    #expect(allowed)
    #expect(text.contains("a␛[2J␡\u{fffd}\u{fffd}\u{fffd} z␀"))
  }

  @Test func longLinesAreCutAroundTheCaret() {
    let text = String(repeating: "x", count: 150) + "HERE" + String(repeating: "y", count: 150)
    let lines = problem(text, at: 150, length: 4).rendered().split(separator: "\n")
    #expect(lines[1].contains("HERE"))
    #expect(lines[1].count <= SourceExcerpt.widest + 10)
    #expect(lines[1].contains("…x") && lines[1].hasSuffix("y…"))
    let caret = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
    let place = lines[1].distance(from: lines[1].startIndex, to: lines[1].firstIndex(of: "H")!)
    #expect(caret == place)
  }

  @Test func caretCountsColumnsOfTheTerminal() {
    // A wide letter takes two columns, a combining mark none.
    let lines = problem("漢e\u{301},X", at: 4, length: 1).rendered().split(separator: "\n")
    #expect(lines[2] == "    |     ^")
  }

  @Test func collectorKeepsErrorsBeforeOthersAndCountsTheRest() {
    var all = Diagnostics(limit: 20)
    for _ in 0..<30 { all.add(Diagnostic(.misnamedFile, "w")) }
    var made = 0
    for _ in 0..<25 {
      all.add(.error) {
        made += 1
        return Diagnostic(.badNumber, "e")
      }
    }
    #expect(made == 20, "texts beyond the limit are not made")
    #expect(all.shown.count == 20)
    #expect(all.shown.allSatisfy { $0.severity == .error })
    #expect((all.errorCount, all.warningCount, all.hiddenCount) == (25, 30, 35))
    #expect(all.rendered().hasSuffix("… and 35 more problems\n"))
    var merged = Diagnostics(limit: 2)
    merged.add(Diagnostic(.misnamedFile, "w"))
    merged.merge(all)
    #expect((merged.errorCount, merged.warningCount) == (25, 31))
    #expect(merged.shown.map(\.severity) == [.error, .error])
  }

  @Test func orderOfFindingIsKept() {
    var all = Diagnostics(limit: 3)
    for (code, text) in [(DiagnosticCode.misnamedFile, "1"), (.badNumber, "2"), (.unknownKey, "3")]
    {
      all.add(Diagnostic(code, text))
    }
    #expect(all.shown.map(\.message) == ["1", "2", "3"])
  }

  @Test(arguments: [
    ("Sjøbris AS", "Sjøbris Havbruk AS"), ("boatyrad", "boatyard"), ("BOATYARD", "boatyard"),
    ("fisfarm", "fishfarm"),
  ])
  func suggestions(word: String, meant: String) {
    let candidates = ["town", "boatyard", "fishfarm", "Sjøbris Havbruk AS", "Universitetet i Oslo"]
    #expect(Suggestion.nearest(to: word, among: candidates) == meant)
  }

  @Test func nothingNearIsNothing() {
    let candidates = ["town", "boatyard", "Universitetet i Oslo"]
    for word in ["", "xyz", "Universitetet i Bergen", String(repeating: "a", count: 5_000)] {
      #expect(Suggestion.nearest(to: word, among: candidates) == nil, "\(word)")
    }
  }

  /// Distance by the definition: recursion over the last characters.
  @Test func distanceFollowsItsDefinition() {
    func naive(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
      guard let x = a.last, let y = b.last else { return a.count + b.count }
      var best = min(
        naive(a.dropLast(), b) + 1,
        naive(a, b.dropLast()) + 1,
        naive(a.dropLast(), b.dropLast()) + (x == y ? 0 : 1)
      )
      if a.count > 1, b.count > 1, a[a.endIndex - 2] == y, b[b.endIndex - 2] == x {
        best = min(best, naive(a.dropLast(2), b.dropLast(2)) + 1)
      }
      return best
    }
    var random = Seeded(seed: 4)
    for _ in 0..<300 {
      func word() -> [Unicode.Scalar] {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in
          ["a", "b", "c"].randomElement(using: &random)!
        }
      }
      let (a, b) = (word(), word())
      #expect(Suggestion.distance(a, b, below: 100) == naive(a[...], b[...]))
    }
  }
}
