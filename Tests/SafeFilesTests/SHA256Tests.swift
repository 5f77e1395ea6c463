import SafeFiles
import Testing

@Suite struct SHA256Tests {
  /// NIST example values and CAVP short messages for SHA-256.
  static let known: [(message: [UInt8], digest: String)] = [
    ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      Array(
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu").utf8
      ),
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    ([0xbd], "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"),
    (
      [0xc9, 0x8c, 0x8e, 0x55],
      "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504"
    ),
    (
      [UInt8](repeating: 0x61, count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(arguments: known.indices)
  func publishedVectors(index: Int) {
    #expect(SHA256.hexadecimal(of: Self.known[index].message) == Self.known[index].digest)
  }

  @Test func piecesGiveTheSameDigestAsTheWhole() {
    let message = (0..<300).map { UInt8($0 % 251) }
    let whole = SHA256.hexadecimal(of: message)
    for size in [1, 3, 55, 56, 63, 64, 65, 127, 299] {
      var hash = SHA256()
      for start in stride(from: 0, to: message.count, by: size) {
        hash.update(Array(message[start..<min(start + size, message.count)]))
      }
      #expect(hash.hexadecimal() == whole, "pieces of \(size)")
    }
  }

  @Test func folderHashIsTheDigestOfTheSortedList() {
    let files = [(name: "ties.csv", hash: "bb"), (name: "actors.csv", hash: "aa")]
    let list = Array("actors.csv\0aa\nties.csv\0bb\n".utf8)
    #expect(SHA256.folderHash(files) == SHA256.hexadecimal(of: list))
    #expect(SHA256.folderHash(files.reversed()) == SHA256.folderHash(files))
  }
}
