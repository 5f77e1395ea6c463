import CZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A ZIP archive made in memory: the same bytes for the same parts, whatever the clock and the time zone.
final class ZipOutput {
  /// 1 January 1980, the first day that the format knows.
  private static let date: UInt16 = 1 << 5 | 1

  private let source: OpaquePointer
  /// Nil once the archive is finished.
  private var archive: OpaquePointer?
  /// The parts, kept until the archive is written.
  private var parts: [UnpackedBytes] = []

  init() {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { Self.outOfMemory() }
    // One more owner, as the archive takes the source with it when it is closed.
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      Self.outOfMemory()
    }
    self.source = source
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(source)
  }

  /// Adds a part.
  func add(_ name: String, _ bytes: UnpackedBytes) {
    guard let archive else { preconditionFailure("the archive is finished") }
    parts.append(bytes)
    guard
      let content = zip_source_buffer(
        archive,
        bytes.bytes.baseAddress,
        UInt64(bytes.count),
        0
      )
    else { Self.outOfMemory() }
    let place = zip_file_add(archive, name, content, UInt32(ZIP_FL_ENC_UTF_8))
    guard place >= 0,
      zip_set_file_compression(archive, UInt64(place), Int32(ZIP_CM_DEFLATE), 6) == 0,
      zip_file_set_dostime(archive, UInt64(place), 0, Self.date, 0) == 0
    else { Self.outOfMemory() }
  }

  /// The archive; nothing can be added afterwards.
  func finish() -> [UInt8] {
    guard let archive else { preconditionFailure("the archive is finished") }
    guard zip_close(archive) == 0, zip_source_open(source) == 0 else { Self.outOfMemory() }
    self.archive = nil
    defer { zip_source_close(source) }
    guard zip_source_seek(source, 0, SEEK_END) == 0 else { Self.outOfMemory() }
    let size = Int(zip_source_tell(source))
    guard zip_source_seek(source, 0, SEEK_SET) == 0 else { Self.outOfMemory() }
    parts = []
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = zip_source_read(source, buffer.baseAddress! + count, UInt64(size - count))
        guard got > 0 else { Self.outOfMemory() }
        count += Int(got)
      }
    }
  }

  /// Nothing else can go wrong with an archive in memory, and nothing can go on without memory.
  private static func outOfMemory() -> Never { fatalError("no memory for an archive") }
}

extension UnpackedBytes {
  /// Adds text.
  func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      room(bytes.count).copyMemory(from: UnsafeRawBufferPointer(bytes))
      add(bytes.count)
    }
  }
}
