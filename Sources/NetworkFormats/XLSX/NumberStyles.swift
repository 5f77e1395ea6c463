/// The styles of a workbook's cells, as far as they say what numbers are.
final class NumberStyles: XMLHandler {
  private var styles: [NumberStyle] = []
  private var codes: [Int: NumberStyle] = [:]
  private var path: [String] = []

  /// The style of a cell by the number that the cell gives.
  subscript(number: Int) -> NumberStyle {
    number >= 0 && number < styles.count ? styles[number] : .plain
  }

  func start(_ element: XMLElement, _ parser: XMLParser) {
    defer { path.append(element.name) }
    if path.isEmpty {
      if element.name != "styleSheet" || !SheetText.namespaces.contains(element.namespace) {
        parser.stop(.badWorkbook, "the part holds no styles")
      }
      return
    }
    switch (path.last ?? "", element.name) {
    case ("numFmts", "numFmt"):
      guard let number = element["numFmtId"].flatMap(Int.init), let code = element["formatCode"]
      else { return }
      codes[number] = NumberStyle(code: code)
    case ("cellXfs", "xf"):
      let number = element["numFmtId"].flatMap(Int.init) ?? 0
      styles.append(codes[number] ?? NumberStyle(builtIn: number))
    default: break
    }
  }

  func end(_ parser: XMLParser) { path.removeLast() }
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {}
}
