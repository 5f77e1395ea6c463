import SafeFiles

/// What the page allows itself: its own script and style by their hashes, and nothing from anywhere.
struct ContentSecurity {
  /// The content of the page's `Content-Security-Policy`.
  let policy: String

  init(script: String, style: String) {
    policy = [
      "default-src 'none'", "script-src '\(Self.hash(script))'", "style-src '\(Self.hash(style))'",
      "img-src data: blob:", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  /// `sha256-` and the hash in base 64 (RFC 4648).
  static func hash(_ text: String) -> String {
    let digits = Array(SHA256.hexadecimal(of: Array(text.utf8)).utf8)
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x57 }
    let bytes = stride(from: 0, to: digits.count, by: 2).map {
      value(digits[$0]) << 4 | value(digits[$0 + 1])
    }
    return "sha256-" + base64(bytes)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0...group.count {
        out.append(letters[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
      out += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
