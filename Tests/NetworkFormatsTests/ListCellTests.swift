import Testing

@testable import NetworkFormats

@Suite struct ListCellTests {
  @Test func bars() {
    #expect(ListCell.split("a|b| c d ") == ["a", "b", "c d"])
    #expect(ListCell.split("a\\|b|c") == ["a|b", "c"])
    #expect(ListCell.split("C:\\dir|x") == ["C:\\dir", "x"])
    #expect(ListCell.split("a\\\\|b") == ["a\\", "b"])
    #expect(ListCell.split("||a||") == ["a"])
    #expect(ListCell.split(" ") == [])
    #expect(ListCell.split("a\\") == ["a\\"])
  }

  @Test func joinIsUndoneBySplit() {
    var random = Seeded(seed: 8)
    let pieces = ["a", "|", "\\", "ø", "b c", "\\\\"]
    for _ in 0..<5_000 {
      let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          pieces.randomElement(using: &random)!
        }.joined()
      }
      #expect(ListCell.split(ListCell.join(items)) == items)
    }
  }
}
