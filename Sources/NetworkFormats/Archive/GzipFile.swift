import CZlib

/// Files packed with gzip (RFC 1952), such as `.graphmlz`.
enum GzipFile {
  /// Whether the bytes begin like one.
  static func isOne(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// What is in the file, all members one after the other; checksums and sizes are checked. Zeros may
  /// follow the last member.
  static func unpack(_ packed: UnsafeRawBufferPointer) throws(ArchiveProblem) -> UnpackedBytes {
    var budget = UnpackBudget(packedSize: packed.count)
    let out = UnpackedBytes(expecting: packed.count)
    var stream = z_stream()
    guard samspill_inflate_gzip(&stream) == Z_OK else {
      throw ArchiveProblem(.damaged, detail: "no memory")
    }
    defer { inflateEnd(&stream) }
    var at = 0
    while true {
      // The library counts in 32 bits.
      let part = min(packed.count - at, 1 << 30)
      stream.next_in = UnsafeMutableRawPointer(mutating: packed.baseAddress)?
        .advanced(by: at).assumingMemoryBound(to: UInt8.self)
      stream.avail_in = UInt32(part)
      let room = out.room(1)
      let size = min(room.count, 1 << 30)
      stream.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(size)
      let status = inflate(&stream, Z_NO_FLUSH)
      at += part - Int(stream.avail_in)
      let got = size - Int(stream.avail_out)
      out.add(got)
      try budget.take(got)
      switch status {
      case Z_STREAM_END where at == packed.count: return out
      case Z_STREAM_END where packed[at] == 0x1f:
        guard inflateReset(&stream) == Z_OK else { throw ArchiveProblem(.damaged) }
      // Tapes and disks fill their last block with zeros; gzip itself passes over them.
      case Z_STREAM_END where packed[at...].allSatisfy({ $0 == 0 }): return out
      case Z_STREAM_END:
        throw ArchiveProblem(.damaged, detail: "something follows the end of the packed file")
      case Z_OK where at < packed.count || got > 0: continue
      case Z_OK, Z_BUF_ERROR:
        throw ArchiveProblem(.damaged, detail: "the file is not complete")
      default:
        throw ArchiveProblem(.damaged, detail: stream.msg.map { String(cString: $0) })
      }
    }
  }
}
