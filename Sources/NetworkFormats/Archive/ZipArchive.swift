import CZip

/// A ZIP archive in memory, whose parts are unpacked into memory and never to disk.
///
/// Refused: directories that contradict the parts, names that lead out of the archive or are there twice (without
/// regard to case), encryption, other methods than Deflate, and more than ``UnpackBudget`` allows. A part
/// is read to its end, so that its size and its checksum are known to be right.
final class ZipArchive {
  /// The most parts.
  static let mostEntries = 10_000

  private let archive: OpaquePointer
  /// Indices by name in lower case: names of parts compare without case.
  private var places: [String: UInt64] = [:]
  /// The names in the order of the archive.
  private(set) var names: [String] = []
  private var budget: UnpackBudget

  /// Opens the archive; `bytes` must live as long as this object.
  init(_ bytes: UnsafeRawBufferPointer) throws(ArchiveProblem) {
    budget = UnpackBudget(packedSize: bytes.count)
    if ZipDirectory.announcesTooMuch(bytes) { throw ArchiveProblem(.tooManyEntries) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { throw ArchiveProblem(.damaged, detail: Self.text(&error)) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      zip_source_free(source)
      throw ArchiveProblem(.damaged, detail: Self.text(&error))
    }
    self.archive = archive
    try list()
  }

  deinit { zip_discard(archive) }

  /// Whether there is a part of this name.
  func contains(_ name: String) -> Bool { places[name.lowercased()] != nil }

  /// Counts bytes that are made of what came out, as if they had.
  func spend(_ count: Int) throws(ArchiveProblem) { try budget.take(count) }

  /// Unpacks a part.
  func read(_ name: String) throws(ArchiveProblem) -> UnpackedBytes {
    guard let place = places[name.lowercased()] else { throw ArchiveProblem(.missing, part: name) }
    var status = zip_stat_t()
    guard zip_stat_index(archive, place, 0, &status) == 0 else {
      throw ArchiveProblem(.damaged, part: name)
    }
    guard status.comp_method == UInt16(ZIP_CM_STORE) || status.comp_method == UInt16(ZIP_CM_DEFLATE)
    else { throw ArchiveProblem(.method, part: name) }
    guard let file = zip_fopen_index(archive, place, 0) else {
      throw ArchiveProblem(
        .damaged,
        part: name,
        detail: Self.text(zip_strerror(archive))
      )
    }
    defer { zip_fclose(file) }
    let packed = Int(clamping: status.comp_size)
    // One byte more, so that the end is seen without taking memory again.
    let out = UnpackedBytes(expecting: min(Int(clamping: status.size), 1 << 20) + 1)
    while true {
      let room = out.room(1)
      let got = zip_fread(file, room.baseAddress!, UInt64(room.count))
      guard got >= 0 else {
        throw ArchiveProblem(
          .damaged,
          part: name,
          detail: Self.text(zip_file_strerror(file))
        )
      }
      if got == 0 { break }
      out.add(Int(got))
      try budget.take(Int(got))
      if UnpackBudget.isBomb(out.count, from: packed) { throw ArchiveProblem(.bomb, part: name) }
    }
    // The library checks the checksum, and this only for parts that are not packed.
    guard UInt64(out.count) == status.size else {
      throw ArchiveProblem(.damaged, part: name, detail: "its size is another than announced")
    }
    return out
  }

  private func list() throws(ArchiveProblem) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.mostEntries else { throw ArchiveProblem(.tooManyEntries) }
    for place in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, place, 0, &status) == 0, let pointer = status.name else {
        throw ArchiveProblem(.damaged)
      }
      let name = String(cString: pointer)
      // The library makes pictures of control characters, so the bytes are looked at as well.
      let raw = zip_get_name(archive, place, UInt32(ZIP_FL_ENC_RAW))
      if Self.travels(name) || Self.travels(Self.text(raw)) {
        throw ArchiveProblem(.badName, part: name)
      }
      if places.updateValue(place, forKey: name.lowercased()) != nil {
        throw ArchiveProblem(.repeatedName, part: name)
      }
      if status.encryption_method != UInt16(ZIP_EM_NONE) { throw ArchiveProblem(.encrypted) }
      names.append(name)
    }
  }

  /// Whether a name is no plain path inside the archive.
  static func travels(_ name: String) -> Bool {
    if name.isEmpty || name.hasPrefix("/") { return true }
    let bytes = name.utf8
    if bytes.contains(0x5c) || bytes.contains(0x3a) || bytes.contains(where: { $0 < 0x20 }) {
      return true
    }
    return name.split(separator: "/", omittingEmptySubsequences: false)
      .contains { $0 == ".." || $0 == "." }
  }

  private static func text(_ error: inout zip_error_t) -> String {
    text(zip_error_strerror(&error))
  }

  /// What the library says; its versions differ in whether it may say nothing.
  private static func text(_ said: UnsafePointer<CChar>?) -> String {
    said.map { String(cString: $0) } ?? "no archive"
  }
}

/// The end of a ZIP archive, looked at before the library takes memory for what it announces.
private enum ZipDirectory {
  /// Whether the 64-bit end of the directory, which libraries believe, speaks of more parts than there can be.
  static func announcesTooMuch(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // The end record has 22 bytes and a comment of at most 65 535.
    let first = max(0, bytes.count - 22 - 65_535)
    var at = bytes.count - 22
    while at >= first {
      defer { at -= 1 }
      guard is4(bytes, at, 0x06), is4(bytes, at - 20, 0x07) else { continue }
      let record = number(bytes, at - 12)
      guard record <= UInt64(bytes.count), is4(bytes, Int(record), 0x06, second: 0x06) else {
        continue
      }
      if max(number(bytes, Int(record) + 24), number(bytes, Int(record) + 32))
        > UInt64(ZipArchive.mostEntries)
      {
        return true
      }
    }
    return false
  }

  /// Whether a record of the directory begins here: `PK`, 5 or the number given, and this number.
  private static func is4(
    _ bytes: UnsafeRawBufferPointer,
    _ at: Int,
    _ last: UInt8,
    second: UInt8? = nil
  ) -> Bool {
    guard at >= 0, at + 4 <= bytes.count else { return false }
    let third = second ?? (last == 0x06 ? 0x05 : 0x06)
    return bytes[at] == 0x50 && bytes[at + 1] == 0x4b && bytes[at + 2] == third
      && bytes[at + 3] == last
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    guard at >= 0, at + 8 <= bytes.count else { return 0 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
}
