import Testing

@testable import NetworkFormats

/// Names of elements are told as they stand, also where many share the place of one.
@Suite struct XMLNamesTests {
  @Test func manyNames() {
    let names = XMLNames()
    var asked = 0
    func found(_ text: String) -> [String] {
      text.withCString { pointer in
        let name = names.name(pointer) { local, space in
          asked += 1
          return UInt8((local + space).utf8.count)
        }
        return [name.name, name.namespace, String(name.code)]
      }
    }
    for round in 0..<2 {
      for number in 0..<500 {
        let local = "navn\(number)"
        let wanted = [local, "urn:x", String(local.utf8.count + 5)]
        #expect(found("urn:x\n" + local) == wanted, "round \(round)")
        let before = asked
        #expect(found("urn:x\n" + local) == wanted)
        #expect(asked == before)
      }
    }
    #expect(found("bare") == ["bare", "", "4"])
    #expect(found("a") == ["a", "", "1"])
    #expect(found("\nå") == ["å", "", "2"])
  }
}
