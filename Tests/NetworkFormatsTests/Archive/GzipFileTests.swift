import Testing

@testable import NetworkFormats

/// `.graphmlz` and other files packed with gzip; made with gzip 1.12 (`gzip -n9`).
@Suite struct GzipFileTests {
  static let network: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 77, 141, 93, 14, 131, 48, 12, 131, 175, 18, 229, 0, 244, 29,
    81, 238, 82, 72, 8, 149, 250, 131, 66, 208, 118, 52, 222, 119, 177, 141, 142, 73, 123, 178, 236,
    207, 150, 7, 209, 176, 173, 57, 193, 51, 167, 178, 123, 92, 205, 182, 222, 185, 59, 237, 154,
    146, 134, 71, 44, 210, 85, 21, 215, 106, 56, 14, 13, 0, 147, 48, 241, 18, 142, 100, 30, 41, 42,
    207, 198, 244, 161, 165, 18, 67, 36, 143, 175, 19, 221, 159, 157, 46, 119, 141, 96, 175, 135,
    206, 220, 10, 96, 65, 133, 237, 166, 223, 235, 159, 230, 52, 190, 1, 52, 111, 239, 193, 162, 0,
    0, 0,
  ]

  private func read(_ bytes: [UInt8], name: String = "x.graphmlz") -> ReadingResult {
    NetworkReader.read(bytes: bytes, name: name)
  }

  @Test func aPackedNetworkIsRead() {
    let result = read(Self.network)
    #expect(result.report.diagnostics.rendered() == "")
    #expect(result.ties == ["ø>b tie 1"])
    #expect(read(Self.network, name: "x").ties == ["ø>b tie 1"])
  }

  @Test func everyBeginningIsRefused() {
    for count in 2..<Self.network.count {
      let result = read(Array(Self.network[..<count]))
      #expect(result.region == nil, "\(count) bytes")
      #expect(result.report.diagnostics.shown.map(\.code) == [.badArchive])
    }
  }

  @Test func changesAreFound() {
    // Header bytes 4 to 9 hold the date, flags and the system, which mean nothing here.
    for place in 10..<Self.network.count {
      var bytes = Self.network
      bytes[place] ^= 0x10
      // Bits that fill up the last byte before the checksum say nothing.
      let result = read(bytes)
      #expect(result.region == nil || result.ties == ["ø>b tie 1"], "byte \(place)")
    }
    #expect(read(Self.network + [0, 1]).region == nil)
    #expect(read(Self.network + [0x1f]).region == nil)
  }

  /// `gzip` passes over zeros that fill up the last block of a tape or a disk.
  @Test func zerosAfterTheEndAreNothing() {
    for count in [1, 2, 512, 70_000] {
      let padded = Self.network + [UInt8](repeating: 0, count: count)
      #expect(read(padded).ties == ["ø>b tie 1"], "\(count) zeros")
    }
  }

  @Test func severalMembersAreOneFile() throws {
    let twice = try (Self.network + Self.network).withUnsafeBytes { try GzipFile.unpack($0).count }
    let once = try Self.network.withUnsafeBytes { try GzipFile.unpack($0).count }
    #expect(twice == 2 * once)
  }

  /// 3 MB of zeros in 3 kB.
  @Test func bombs() {
    let head: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 1, 1, 0, 0, 0, 130, 32, 255, 175, 110, 72, 64, 1,
    ]
    let tail: [UInt8] = [47, 6, 101, 162, 1, 77, 192, 198, 45, 0]
    let result = read(head + [UInt8](repeating: 0, count: 2906) + tail)
    #expect(result.report.diagnostics.shown.map(\.code) == [.fileTooLarge])
  }
}
