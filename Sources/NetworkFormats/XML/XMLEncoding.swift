/// The encoding that an XML document declares, against what its bytes are.
enum XMLEncoding {
  private static let latin = [
    "iso-8859-1", "iso8859-1", "iso-8859-15", "latin1", "latin-1", "windows-1252", "cp1252",
  ]
  private static let eightBits = latin + ["utf-8", "utf8", "us-ascii", "ascii"]

  /// Reports an encoding that is not read, or is not that of the bytes; false where nothing can be read.
  static func check(_ source: SourceText, _ builder: ReportBuilder) -> Bool {
    let declared = declared(source.bytes)
    let isWide = source.encoding == .utf16LittleEndian || source.encoding == .utf16BigEndian
    if let declared, !isWide, !eightBits.contains(declared.name) {
      let isKnown = declared.name.hasPrefix("utf-16") || declared.name == "utf16"
      report(
        isKnown
          ? "the file declares \(SafeText.oneLine(declared.name)), and is not in it"
          : "the encoding \(SafeText.quoted(declared.name)) is not read",
        at: declared.at,
        source,
        builder
      )
      return false
    }
    let isLatin = declared.map { latin.contains($0.name) } ?? false
    guard source.encoding == .windows1252 else {
      if isLatin, !isWide, source.bytes.contains(where: { $0 >= 0x80 }) {
        builder.assume(source.name, .encoding, "UTF-8, whatever the file declares")
      }
      return true
    }
    if isLatin { return true }
    let first = source.bytes.firstIndex { $0 >= 0x80 } ?? 0
    report(
      "the file has bytes that are not UTF-8 and declares no other encoding",
      at: first,
      source,
      builder
    )
    return false
  }

  private static func report(
    _ message: String,
    at place: Int,
    _ source: SourceText,
    _ builder: ReportBuilder
  ) {
    builder.error {
      source.diagnostic(
        .badEncoding,
        message,
        hint: "save it as UTF-8, or declare encoding=\"windows-1252\" in its first line",
        at: place..<place + 1
      )
    }
  }

  /// The name in the declaration at the beginning, in lower case, and where it stands.
  private static func declared(_ bytes: UnsafeRawBufferPointer) -> (name: String, at: Int)? {
    guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
    let head = bytes.prefix(while: { $0 != 0x3e }).prefix(400)
    let mark = Array("encoding".utf8)
    guard let start = head.indices.first(where: { head[$0...].starts(with: mark) }),
      let open = head[start...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = head[(open + 1)...].firstIndex(of: head[open])
    else { return nil }
    return (String(decoding: head[(open + 1)..<close], as: UTF8.self).lowercased(), open + 1)
  }
}
