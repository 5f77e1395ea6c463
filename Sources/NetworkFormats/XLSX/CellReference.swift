/// Cells as spreadsheets name them: letters for the column, a number for the row, both from 1.
enum CellReference {
  /// The last row of a sheet (ECMA-376: 2²⁰).
  static let lastRow = 1_048_576
  /// The last column of a sheet, XFD (2¹⁴).
  static let lastColumn = 16_384

  /// The cell that a reference such as `B7` names; nil where there is no such cell in a sheet.
  static func parse(_ text: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    var letters = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5a where row == 0 && letters < 3:
        column = column * 26 + Int(byte - 0x40)
        letters += 1
      case 0x30...0x39 where letters > 0 && row <= lastRow && !(byte == 0x30 && row == 0):
        row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    guard (1...lastRow).contains(row), (1...lastColumn).contains(column) else { return nil }
    return (row, column)
  }

  /// The letters of a column, from 1.
  static func letters(of column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(0x41 + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
