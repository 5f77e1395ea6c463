/// Where the parts of a workbook are, as its relationships tell (ECMA-376 part 2).
final class Relationships: XMLHandler {
  struct Entry {
    let id: String
    /// The last word of the type: `worksheet`, `sharedStrings`, `styles` …, the same in both dialects.
    let kind: String
    /// The part's name in the archive; nil where it is outside or leads out of it.
    let target: String?
  }
  private(set) var entries: [Entry] = []
  private let folder: [Substring]

  /// - Parameter folder: the folder of the part whose relationships these are.
  init(folder: String) { self.folder = folder.split(separator: "/") }

  func start(_ element: XMLElement, _ parser: XMLParser) {
    guard parser.depth == 2, element.name == "Relationship", let id = element["Id"],
      let type = element["Type"], let target = element["Target"]
    else { return }
    let isOutside = element["TargetMode"] == "External"
    entries.append(
      Entry(
        id: id,
        kind: String(type.split(separator: "/").last ?? ""),
        target: isOutside ? nil : resolve(target)
      )
    )
  }

  func end(_ parser: XMLParser) {}
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {}

  /// The name in the archive that a target means; nil where it leads out of it.
  private func resolve(_ target: String) -> String? {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..":
        if steps.popLast() == nil { return nil }
      default: steps.append(step)
      }
    }
    return steps.isEmpty ? nil : steps.joined(separator: "/")
  }
}

/// The list of sheets of a workbook.
final class WorkbookPart: XMLHandler {
  struct Sheet {
    let name: String
    let relationship: String
    let isHidden: Bool
  }
  private(set) var sheets: [Sheet] = []
  private(set) var dates = ExcelDate.System.from1900
  private var path: [String] = []

  func start(_ element: XMLElement, _ parser: XMLParser) {
    defer { path.append(element.name) }
    if path.isEmpty {
      if element.name != "workbook" || !SheetText.namespaces.contains(element.namespace) {
        parser.stop(.badWorkbook, "the part is no workbook")
      }
      return
    }
    switch (path.last ?? "", element.name) {
    case ("workbook", "workbookPr"):
      if ["1", "true", "on"].contains(element["date1904"] ?? "") { dates = .from1904 }
    case ("sheets", "sheet"):
      guard let name = element["name"], let relationship = element.qualified("id") else {
        return parser.stop(.badWorkbook, "a sheet has no name or no part")
      }
      let state = element["state"] ?? "visible"
      sheets.append(
        Sheet(
          name: NormalForm.text(name),
          relationship: relationship,
          isHidden: state != "visible"
        )
      )
    default: break
    }
  }

  func end(_ parser: XMLParser) { path.removeLast() }
  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {}
}
