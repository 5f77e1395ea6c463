/// Text in the parts of a workbook.
enum SheetText {
  /// Both namespaces of sheets: the usual one, and that of workbooks saved as "strict".
  static let namespaces = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
  ]

  /// The longest text of a cell, in bytes.
  static let longest = CSVScanner.longestField

  /// Characters that XML cannot hold are written as `_x0007_` (ECMA-376, 22.9.2.19).
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      if let scalar = escape(bytes, at) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        at += 7
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }

  /// The text with what needs it written as `_x0007_`, what already looks so too.
  static func escaped(_ text: String) -> String {
    let needsWork = text.unicodeScalars.contains {
      $0 == "_" || $0 == "\r" || !XMLText.isAllowed($0)
    }
    // Text that is nothing but space would be taken for an empty cell.
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
    guard needsWork || isBlank else { return text }
    let bytes = Array(text.utf8)[...]
    var out = String.UnicodeScalarView()
    var at = 0
    for scalar in text.unicodeScalars {
      let isEscape = scalar == "_" && escape(bytes, at) != nil
      if isBlank || scalar == "\r" || !XMLText.isAllowed(scalar) || isEscape {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: 4 - digits.count) + digits
        out.add("_x\(padded)_")
      } else {
        out.append(scalar)
      }
      at += UTF8.width(scalar)
    }
    return String(out)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Unicode.Scalar? {
    guard bytes[at] == 0x5f, at + 6 < bytes.endIndex, bytes[at + 1] == 0x78, bytes[at + 6] == 0x5f
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[(at + 2)..<(at + 6)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}

/// Collects the text of one string: its runs one after the other, without what tells how it is spoken.
///
/// Both shared strings (`si`) and strings in cells (`is`) are made like this.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var isOpen = false
  /// How deep inside of `rPh` or something else that is no text of the string.
  private var skipped = 0

  mutating func begin() { self = RichText() }

  mutating func start(_ name: String) {
    if skipped > 0 {
      skipped += 1
    } else if name == "t" {
      isOpen = true
    } else if name != "r" {
      skipped = 1
    }
  }

  mutating func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
    } else if name == "t" {
      isOpen = false
    }
  }

  mutating func text(_ more: UnsafeRawBufferPointer) {
    if isOpen { bytes.append(contentsOf: more) }
  }
}
