import Testing

@testable import NetworkFormats

@Suite("Similar names")
struct SimilarNamesTests {
  @Test(
    "two spellings of one name have one key",
    arguments: [
      ("Sjøbris AS", "SJØBRIS A/S"), ("Sjøbris AS", "Sjoebris"), ("Sjøbris", "sjöbris asa"),
      ("A/S Norske Verk", "Norske Verk"), ("AS Norske Verk", "norske verk AS"),
      ("Haaland Mek.", "Håland Mek"), ("Bærum kommune", "Baerum Kommune"),
      ("Møre & Romsdal", "Møre og Romsdal"), ("Møre and Romsdal", "møre + romsdal"),
      ("Sjø Bris", "Sjøbris"), ("Per's Verksted", "Pers verksted"), ("Café Ljós", "Cafe Ljos"),
      ("Kárášjoga gielda", "Karasjoga gielda"), ("Δήμος Αθηναίων", "ΔΗΜΟΣ ΑΘΗΝΑΙΩΝ"),
      ("Helse Nord HF", "Helse-Nord"), ("e\u{301}cole nord", "\u{e9}cole nord"),
    ]
  )
  func oneKey(one: String, other: String) {
    #expect(NameKey(one) == NameKey(other) || NameKey(one).joined == NameKey(other).joined)
    #expect(SimilarNames.pairs(of: [one, "between", other]) == [.init(first: 0, second: 2)])
  }

  @Test(
    "one slip of the pen",
    arguments: [
      ("Fjordlaks", "Fjorldaks"), ("Sunnmøre Tekstil", "Sunmøre Tekstil"),
      ("Kystnett AS", "Kystnettt"), ("Nordhavn Verft", "Nordhamn Verft"),
    ]
  )
  func slip(one: String, other: String) {
    #expect(SimilarNames.pairs(of: [one, other]) == [.init(first: 0, second: 1)])
  }

  @Test(
    "names that are two",
    arguments: [
      ("Hansen", "Jansen"), ("Skole 1", "Skole 2"), ("Avdeling A", "Avdeling B"), ("Nord", "Nora"),
      ("Fisk 🐟", "Fisk 🐠"), ("Ås", "Øs"), ("AS", "SA"), ("", " "), ("---", "!!!"),
      ("Nordlaks", "Nordfisk"), ("Ola Berg", "Ola Borg"),
    ]
  )
  func two(one: String, other: String) {
    #expect(SimilarNames.pairs(of: [one, other]).isEmpty)
  }

  @Test("forms of a company alone are a name")
  func formAlone() {
    #expect(NameKey("AS").words == ["as"])
    #expect(NameKey("A/S").words == ["a", "s"])
    #expect(NameKey("DA BA AS").words == ["da"])
  }

  @Test("words in another order have one sorted key")
  func order() {
    #expect(NameKey("Nordmann, Kari").sorted == NameKey("Kari Nordmann").sorted)
    #expect(NameKey("Nordmann, Kari").joined != NameKey("Kari Nordmann").joined)
  }

  @Test("each name is told of once, with the earliest that it is like")
  func once() {
    let names = ["Sjøbris AS", "x", "SJØBRIS", "Sjøbris A/S", "Sjøbriss"]
    #expect(
      SimilarNames.pairs(of: names) == [
        .init(first: 0, second: 2), .init(first: 0, second: 3), .init(first: 0, second: 4),
      ]
    )
  }

  /// All pairs, by the definition.
  private func naive(_ names: [String]) -> Set<Int> {
    let keys = names.map { NameKey($0) }
    var found: Set<Int> = []
    for second in names.indices {
      for first in 0..<second
      where keys[first].joined == keys[second].joined
        || SimilarNames.isSlip(keys[first], keys[second])
      {
        found.insert(second)
      }
    }
    return found
  }

  @Test("the same names are found as by comparing all with all")
  func allPairs() {
    // Words of few letters, so that slips are many; a fixed linear congruence chooses them.
    var state: UInt32 = 7
    func next(_ bound: UInt32) -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return (state >> 8) % bound
    }
    let names = (0..<300).map { _ in
      String((0..<(6 + next(2))).map { _ in Character(["a", "b", "k"][Int(next(3))]) })
    }
    let found = Set(SimilarNames.pairs(of: names).map(\.second))
    #expect(found.isSubset(of: naive(names)))
    // Only names that share a variant with more than eight others may be passed over.
    #expect(naive(names).subtracting(found).count <= 3)
  }

  @Test("many names take no comparison of all with all", .timeLimit(.minutes(1)))
  func many() {
    let names = (0..<3000).map { "Virksomhet med et langt navn \(String($0, radix: 5))" }
    #expect(SimilarNames.pairs(of: names).isEmpty)
  }
}
