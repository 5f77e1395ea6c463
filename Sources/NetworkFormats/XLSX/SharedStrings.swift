/// The texts that cells of all sheets refer to by their numbers.
final class SharedStrings: XMLHandler {
  /// All texts one after the other.
  private(set) var bytes: [UInt8] = []
  private var starts = [0]
  private var current = RichText()
  private var path: [String] = []

  var count: Int { starts.count - 1 }

  /// Where a text lies in ``bytes``; nil where there is none of that number.
  func range(_ number: Int) -> Range<Int>? {
    guard number >= 0, number < count else { return nil }
    return starts[number]..<starts[number + 1]
  }

  func start(_ element: XMLElement, _ parser: XMLParser) {
    if path.isEmpty, element.name != "sst" || !SheetText.namespaces.contains(element.namespace) {
      parser.stop(.badWorkbook, "the part holds no shared strings")
    }
    if path.count == 1, element.name == "si" { current.begin() }
    if path.count > 1, path[1] == "si" { current.start(element.name) }
    path.append(element.name)
  }

  func end(_ parser: XMLParser) {
    let name = path.removeLast()
    if path.count > 1, path[1] == "si" { current.end(name) }
    guard path.count == 1, name == "si" else { return }
    if current.bytes.count > SheetText.longest {
      parser.stop(.fieldTooLong, "the text has more than \(SheetText.longest) bytes")
    }
    bytes.append(contentsOf: SheetText.unescaped(current.bytes[...]))
    starts.append(bytes.count)
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    if path.count > 2 { current.text(bytes) }
  }
}
