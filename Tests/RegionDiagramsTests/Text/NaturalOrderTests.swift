import Testing

@testable import RegionDiagrams

@Suite("The order of a register")
struct NaturalOrderTests {
  @Test("Numbers inside names are compared as numbers")
  func numbers() {
    let sorted = [
      "Lawyer 10", "Lawyer 9", "Lawyer 090", "Lawyer", "A2b10", "A2b9", "7", "Ærø", "B",
    ]
    .sorted { NaturalOrder.precedes($0, $1) }
    #expect(
      sorted == ["7", "A2b9", "A2b10", "B", "Lawyer", "Lawyer 9", "Lawyer 10", "Lawyer 090", "Ærø"]
    )
  }

  @Test("Exactly one of two different names comes first, none of two equal ones")
  func total() {
    let names = ["", "0", "00", "1", "01", "a", "a1", "a01", "a1b", "a01b", "b", "10", "9"]
    for a in names {
      for b in names {
        let count = [NaturalOrder.precedes(a, b), NaturalOrder.precedes(b, a)].count { $0 }
        #expect(count == (a == b ? 0 : 1))
      }
    }
  }
}
