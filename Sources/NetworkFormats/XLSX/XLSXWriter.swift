import LearningRegion

/// Writes a region as a workbook with a sheet for each file of its folder, `region.yaml` too, line by line.
///
/// Reading the workbook gives an equal region. Columns of numbers are numbers; everything else is text.
enum XLSXWriter: FormatWriter {
  static let capacity: FormatCapacity = [.all, .folder]

  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    var losses: [String] = []
    var long = 0
    for table in RegionTables(region: network.region).tables() {
      let rows = table.rowCount + 1 - WorkbookWriter.mostRows
      if rows > 0 { losses.append("the last \(rows) rows of \(table.schema.fileName) dropped") }
      for row in 0..<table.rowCount {
        for column in table.schema.columns.indices {
          if isLong(table.cell(row, column)) { long += 1 }
        }
        for extra in table.attributes where isLong(extra.values[row]) { long += 1 }
      }
    }
    if long > 0 {
      losses.append("\(long) texts cut after \(WorkbookWriter.longestText) characters")
    }
    return losses
  }

  private static func isLong(_ text: String?) -> Bool {
    guard let text, text.utf8.count > WorkbookWriter.longestText else { return false }
    return text.utf16.count > WorkbookWriter.longestText
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] {
    let region = network.region
    var sheets: [WorkbookSheet] = []
    for table in RegionTables(region: region).tables() { sheets.append(sheet(table)) }
    let yaml = RegionYAMLWriter.text(region).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    if yaml.count > 1 {
      sheets.append(
        WorkbookSheet(name: "region.yaml", rowCount: yaml.count, columnCount: 1) { row, _ in
          yaml[row].isEmpty ? .empty : .text(String(yaml[row]))
        }
      )
    }
    return WorkbookWriter.bytes(sheets)
  }

  private static func sheet(_ table: WrittenTable) -> WorkbookSheet {
    let columns = table.neededColumns()
    let areNumbers = table.attributes.map { attribute in
      let kind = FlatColumn(
        name: attribute.name,
        texts: attribute.values,
        rowCount: table.rowCount
      ).kind
      return kind == .integer || kind == .real
    }
    return WorkbookSheet(
      name: table.schema.table.rawValue,
      rowCount: table.rowCount + 1,
      columnCount: columns.count + table.attributes.count
    ) { row, column in
      if column < columns.count {
        let name = table.schema.columns[columns[column]].name
        if row == 0 { return .text(name) }
        return cell(table.cell(row - 1, columns[column]), isNumber: numbers.contains(name))
      }
      let extra = table.attributes[column - columns.count]
      if row == 0 { return .text(extra.name) }
      return cell(extra.values[row - 1], isNumber: areNumbers[column - columns.count])
    }
  }

  /// The columns of region folders that hold numbers.
  private static let numbers: Set<String> = [
    "weight", "employees", "rd_staff", "higher_education_share", "lat", "lon", "turns", "amount",
    "order", "count", "score",
  ]

  /// A cell with a text, or with the number that it says where its column holds numbers.
  static func cell(_ text: String?, isNumber: Bool) -> WorkbookCell {
    guard let text else { return .empty }
    // Whole numbers beyond 2⁵³ are text: a cell would change their last digits.
    if isNumber, let number = CellValue.number(text), NumberText.text(number) == text {
      return .number(number)
    }
    return .text(text)
  }
}
