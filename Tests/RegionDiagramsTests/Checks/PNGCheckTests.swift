import Testing

@testable import RegionDiagrams

@Suite("The first bytes of a PNG")
struct PNGCheckTests {
  private func picture(width: UInt32, height: UInt32) -> [UInt8] {
    func bytes(_ number: UInt32) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + bytes(13) + Array("IHDR".utf8)
      + bytes(width) + bytes(height) + [8, 6, 0, 0, 0] + [UInt8](repeating: 0, count: 20)
      + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  }

  @Test("Sides from 1 to 8 000 pass")
  func sides() {
    #expect(throws: Never.self) { try PNGCheck.check(picture(width: 1, height: 8_000)) }
    for (width, height) in [(0, 5), (5, 0), (8_001, 5), (5, 8_001), (.max, 5)] as [(UInt32, UInt32)]
    {
      #expect(throws: DrawingError.self) {
        try PNGCheck.check(picture(width: width, height: height))
      }
    }
  }

  @Test("Truncated and foreign bytes are refused")
  func foreign() {
    let whole = picture(width: 9, height: 9)
    #expect(throws: DrawingError.self) { try PNGCheck.check(Array(whole.dropLast())) }
    #expect(throws: DrawingError.self) { try PNGCheck.check([]) }
    #expect(throws: DrawingError.self) { try PNGCheck.check([0x25] + whole.dropFirst()) }
  }
}
