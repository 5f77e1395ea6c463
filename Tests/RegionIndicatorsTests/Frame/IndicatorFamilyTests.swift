import GraphCore
import LearningRegion
import Testing

@testable import RegionIndicators

@Suite("The families of indicators")
struct IndicatorFamilyTests {
  @Test("numbers and names stand once")
  func unique() {
    let all = IndicatorFamily.all
    #expect(Set(all.map(\.number)).count == all.count && Set(all.map(\.name)).count == all.count)
    #expect(all.allSatisfy { (1...20).contains($0.number) })
    let names = all.flatMap(\.texts).map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(IndicatorFamily.having(name)?.texts.contains { $0.name == name } == true)
    }
    #expect(IndicatorFamily.having("nothing") == nil)
    #expect(IndicatorFamily.having("reciprocity")?.name == "horizontality")
  }

  @Test("every text is there in Norwegian, and no text is left over")
  func norwegian() {
    let texts = IndicatorFamily.all.flatMap(\.texts)
    #expect(Set(texts.map(\.name)) == Set(NorwegianText.all.keys))
    for text in texts {
      guard let words = text.norwegian else { continue }
      for (one, other) in [
        (text.definition, words.definition), (text.reading, words.reading),
        (text.caution, words.caution),
      ] {
        #expect(!other.isEmpty && one != other, "\(text.name)")
      }
    }
  }

  @Test("a region of nobody, of one actor and of two has no value but says why or what")
  func small() throws {
    for types in [[], ["enterprise"], ["enterprise", "person"]] as [[String?]] {
      let region = try SmallRegions.region(types: types, "", directed: true)
      let input = try IndicatorInput(region, permutations: 9)
      for family in IndicatorFamily.all {
        for indicator in try family.indicators(input, RunControl()) {
          #expect(indicator.value?.isFinite ?? true, "\(indicator.name)")
          #expect(
            indicator.measurement != nil || !indicator.statements.isEmpty,
            "\(indicator.name)"
          )
        }
      }
    }
  }
}
