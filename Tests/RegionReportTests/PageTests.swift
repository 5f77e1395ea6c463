import Foundation
import RegionAnalysis
import RegionIndicators
import Testing

@testable import RegionReport

@Suite("parts of the page")
struct PageTests {
  // Known answers of SHA-256 (FIPS 180-4), in base 64.
  @Test(
    "hashes as a policy writes them",
    arguments: [
      ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    ]
  )
  func hashes(text: String, hash: String) { #expect(ContentSecurity.hash(text) == hash) }

  @Test("escaping goes scalar by scalar")
  func escaping() {
    #expect(
      HTMLText.escaped("<a b='c' d=\"e\">&") == "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;"
    )
    let marked = HTMLText.escaped("\"\u{338}<\u{301}")
    #expect(Array(marked.unicodeScalars) == Array("&quot;\u{338}&lt;\u{301}".unicodeScalars))
    #expect(HTMLText.escaped("a\u{0}b\u{1B}c\u{85}d") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    #expect(HTMLText.escaped("Ærlig שלום 漢字 😀") == "Ærlig שלום 漢字 😀")
  }

  @Test("numbers as people read them")
  func numbers() {
    let (en, nb) = (ReportLanguage.english, ReportLanguage.norwegian)
    #expect(en.number(0.12345) == "0.1235" && nb.number(0.12345) == "0,1235")
    #expect(nb.number(-2.5) == "−2,5" && nb.number(3) == "3" && nb.number(1234) == "1234")
    #expect(nb.whole(1_234_567) == "1\u{202F}234\u{202F}567" && en.whole(12_345) == "12\u{202F}345")
    #expect(en.percent(0.62) == "62\u{A0}%" && en.percent(0.001) == "under 1 %")
    #expect(nb.number(0.000_012) == "0,000012")
    #expect(nb.number(14_697.624_4) == "14\u{202F}698" && en.number(-1_234.5) == "−1235")
    #expect(nb.number(123.456) == "123,5" && en.number(12.345_6) == "12.35")
    #expect(nb.number(5_301.2, decimals: 1) == "5301" && en.number(91.16, decimals: 1) == "91.2")
    #expect(en.list(["a", "b", "c"]) == "a, b and c" && nb.list(["a", "b"]) == "a og b")
  }

  @Test("the script holds nothing that a policy or an old page would trip over")
  func script() {
    let script = Page.script
    #expect(!script.contains("</script") && !script.contains("<!--"))
    for word in ["innerHTML", "eval(", "Function(", "document.write", "http://", "https://"] {
      let found = script.components(separatedBy: word).count - 1
      // The name of the SVG vocabulary is an address that nobody asks.
      #expect(found == (word == "http://" ? 1 : 0), "\(word)")
    }
  }

  @Test("every figure of a report is explained, in Norwegian too")
  func glossary() {
    let measures = ReportStudy.actorMeasures + ReportStudy.networkMeasures
    for name in measures {
      #expect(Catalogue.entry(name) != nil && NorwegianGlossary.entry(name) != nil, "\(name)")
      #expect(
        FigureWords.heading(name, .english) != FigureWords.heading(name, .norwegian)
          || name == "diameter",
        "\(name)"
      )
    }
  }

  @Test(
    "remarks in Norwegian keep their names and figures",
    arguments: [
      ("8 parallel ties added to others", "8 parallelle bånd er lagt til andre"),
      ("25 of 30 actors that were asked answered (83 %)", "25 av 30 spurte aktører svarte (83 %)"),
      ("ties.csv: decimal comma", "ties.csv: desimalkomma"),
      ("relation \"a: b\" is directed by its rows", "relasjonen \"a: b\" er rettet etter radene"),
      ("seed 7", "frø 7"),
    ]
  )
  func remarks(english: String, norwegian: String) {
    #expect(NorwegianRemarks.translated(english) == norwegian)
    #expect(NorwegianRemarks.translated(english + " or not") == nil || english.hasPrefix("seed"))
  }

  @Test("a share as a bar of a hundred, with its interval and chance; nothing for other figures")
  func bars() throws {
    let whole = Measurement(0.625, n: 8, interval: 0.5...0.75, chance: 0.25)
    let svg = try #require(ShareBar(whole, .share)?.svg)
    for part in ["width=\"62.5\"", "M50 5H75", "M25 0V10"] {
      #expect(svg.contains(part), "\(part)")
    }
    #expect(ShareBar(Measurement(0.6, n: 8), .index) == nil)
    #expect(ShareBar(Measurement(1.5, n: 8), .share) == nil)
  }

  @Test("both languages have every word, and none is empty")
  func words() {
    let en = PageWords.all(.english)
    let nb = PageWords.all(.norwegian)
    #expect(en.count == nb.count && !en.values.contains("") && !nb.values.contains(""))
  }
}
