/// A ZIP archive of parts that are not packed, with the checksums that the fuzzer would never find.
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xffff_ffff) { crc, byte in
      crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
    }
  }

  /// Adds a part.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    var common: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 33, 0]
    common += Self.four(Self.checksum(bytes))
    common += Self.four(UInt32(bytes.count))
    common += Self.four(UInt32(bytes.count))
    common += Self.two(UInt16(name.utf8.count))
    common += [0, 0]
    directory += [0x50, 0x4b, 1, 2, 20, 0]
    directory += common
    directory += [UInt8](repeating: 0, count: 10)
    directory += Self.four(UInt32(body.count))
    directory += Array(name.utf8)
    body += [0x50, 0x4b, 3, 4]
    body += common
    body += Array(name.utf8)
    body += bytes
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var out = body + directory
    out += [0x50, 0x4b, 5, 6, 0, 0, 0, 0]
    out += Self.two(count)
    out += Self.two(count)
    out += Self.four(UInt32(directory.count))
    out += Self.four(UInt32(body.count))
    out += [0, 0]
    return out
  }

  private static func two(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: value)) + two(UInt16(truncatingIfNeeded: value >> 16))
  }
}
