/// Where the parts of a text really stand that was put together from something else.
protocol PlaceMap: AnyObject {
  /// The separator of its tables, if that is known.
  var separator: CellSeparator? { get }
  /// The place of an offset.
  func location(of offset: Int) -> SourceLocation
  /// Where the row or line of an offset begins.
  func rowStart(of offset: Int) -> Int
  /// Whether the cell that begins at an offset is a number by itself, with no decimal mark of its own.
  func isStoredNumber(at offset: Int) -> Bool
}
