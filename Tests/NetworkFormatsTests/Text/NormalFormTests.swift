import Testing

@testable import NetworkFormats

/// Eight bytes at a time say the same as one by one.
@Suite struct NormalFormTests {
  @Test func surelyComposed() {
    var random = Seeded(seed: 5)
    for length in 0..<40 {
      for _ in 0..<50 {
        var bytes = (0..<length).map { _ in UInt8.random(in: 0..<0xcc, using: &random) }
        #expect(bytes.withUnsafeBytes(NormalForm.isSurelyComposed))
        guard length > 0 else { continue }
        bytes[Int.random(in: 0..<length, using: &random)] = UInt8.random(
          in: 0xcc...0xff,
          using: &random
        )
        #expect(!bytes.withUnsafeBytes(NormalForm.isSurelyComposed))
      }
    }
  }
}
