@testable import NetworkFormats

/// What holds for every workbook.
enum WorkbookProperties {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let sheet = """
    <worksheet xmlns="\(main)"><sheetData><row><c t="str"><v>source</v></c><c t="str"><v>target</v></c></row>\
    <row><c t="str"><v>a</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>
    """
  private static let list = """
    <workbook xmlns="\(main)" xmlns:r="\(links)"><sheets><sheet name="A" r:id="s0"/>\
    <sheet name="B" r:id="s1"/></sheets></workbook>
    """

  /// The parts of a workbook of two sheets, as far as the fuzzer gives no others.
  private static let usual: [(name: String, text: String)] = [
    (name: "_rels/.rels", text: relationships([["a", "officeDocument", "xl/workbook.xml"]])),
    (name: "xl/workbook.xml", text: list),
    (
      name: "xl/_rels/workbook.xml.rels",
      text: relationships([
        ["s0", "worksheet", "sheet0.xml"], ["s1", "worksheet", "sheet1.xml"],
        ["t", "sharedStrings", "strings.xml"], ["f", "styles", "styles.xml"],
      ])
    ),
    (name: "xl/sheet0.xml", text: sheet),
    (name: "xl/sheet1.xml", text: "<worksheet xmlns=\"\(main)\"/>"),
    (name: "xl/strings.xml", text: "<sst xmlns=\"\(main)\"><si><t>b</t></si></sst>"),
    (name: "xl/styles.xml", text: "<styleSheet xmlns=\"\(main)\"/>"),
    (name: "[Content_Types].xml", text: "<Types/>"),
  ]

  /// Each as its id, the last word of its type, and its target.
  private static func relationships(_ entries: [[String]]) -> String {
    var text = "<Relationships>"
    for entry in entries {
      text += "<Relationship Id=\"\(entry[0])\" Type=\"\(links)/\(entry[1])\""
      text += " Target=\"\(entry[2])\"/>"
    }
    return text + "</Relationships>"
  }

  /// The bytes are parts one after the other: a line `=== NAME` begins each.
  static func checkParts(_ bytes: UnsafeRawBufferPointer) {
    let given = BundledFiles.files(bytes, named: usual.map(\.name))
    var zip = StoredZip()
    for part in usual {
      zip.add(part.name, given.first { $0.name == part.name }?.bytes ?? Array(part.text.utf8))
    }
    FileProperties.check(zip.bytes, .xlsx)
  }
}
