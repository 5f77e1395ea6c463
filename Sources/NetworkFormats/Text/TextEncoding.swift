/// How the characters of a file were written.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf8WithMark = "UTF-8 with byte order mark"
  case utf16LittleEndian = "UTF-16 little endian"
  case utf16BigEndian = "UTF-16 big endian"
  case windows1252 = "Windows-1252"
}

/// Why the bytes of a file are no text.
enum DecodingProblem: Error, Hashable, Sendable {
  /// A known kind of file that is no text, by its first bytes.
  case recognised(name: String)
  /// NUL bytes or other control characters: no text at all.
  case binary(offset: Int)
  /// Neither UTF-8 nor clearly Windows-1252: the first bad byte.
  case badByte(offset: Int, value: UInt8)
  /// UTF-16 with half a character, or an odd number of bytes.
  case badUTF16(offset: Int)
  /// UTF-32 is not read.
  case utf32
}
