/// Where the legend of small multiples stands: in the cells that the last row leaves free, else beside all.
struct WaveKey {
  var furniture: [Furniture]
  /// To the right and down from the top left corner of the first panel.
  var corner: Point
  var width: Double
  /// How far down it reaches.
  var height: Double

  init(
    _ legend: Legend,
    columns: Int,
    rows: Int,
    panels: Int,
    cell: (width: Double, height: Double),
    gap: Double
  ) {
    let free = columns * rows - panels
    let inside = legend.columns(height: cell.height - gap)
    if free > 0, inside.width <= Double(free) * cell.width, inside.height <= cell.height {
      corner = Point(
        x: Double(columns - free) * cell.width,
        y: Double(rows - 1) * cell.height
      )
      (furniture, width, height) = (inside.furniture, inside.width, corner.y + inside.height)
    } else {
      let tall = legend.columnHeight(besides: Double(rows) * cell.height)
      let beside = legend.columns(height: tall)
      corner = Point(x: Double(columns) * cell.width, y: 0)
      (furniture, width, height) = (beside.furniture, beside.width, beside.height)
    }
  }
}
