import SafeFiles

/// Answers in the sheets of a workbook: a tool's own export, or tables that somebody keeps by hand.
enum SurveyWorkbook {
  /// Every sheet with something in it, under the name of the file and its own; nil where the file is no workbook, none
  /// after an error was reported.
  static func sheets(
    _ input: InputBytes,
    _ path: String,
    _ builder: ReportBuilder
  ) -> [SurveySheet]? {
    let bytes = input.bytes
    if FileSignature.isOldWorkbook(bytes) {
      builder.add(WorkbookKind.oldWorkbook(bytes, path))
      return []
    }
    guard FileSignature.isZip(bytes) else { return nil }
    guard let workbook = Workbook.open(bytes, name: path, builder),
      let tables = WorkbookTables.wholeSheets(workbook, builder)
    else { return [] }
    return tables.compactMap { CSVSheetReader.read($0.source, builder) }
  }

  /// The exports of one file that are read: the first, its repeated groups, and those that ask the same or are of the same
  /// tool, such as waves kept on a sheet each. The others are told.
  ///
  /// - Returns: each under a name of its own, that of the file where there is one.
  static func belonging(
    _ exports: [SurveyExport],
    _ path: String,
    _ builder: ReportBuilder
  ) -> [SurveyExport] {
    guard let first = exports.first else { return [] }
    var taken: [SurveyExport] = []
    for export in exports {
      if export.isRepeat || asksAlike(export, first) {
        taken.append(export)
      } else {
        builder.assume(
          export.sheet.file,
          .format,
          "not read: its headings are not those of \(SafeText.oneLine(first.sheet.file)); if it holds answers too, save it as a"
            + " file of its own and give both files"
        )
      }
    }
    return taken.count == 1 ? [taken[0].renamed(path)] : taken
  }

  /// Whether two sheets are waves of one survey: of a tool that marks its exports, or with half of the headings in common. A question
  /// may be new in one, or gone.
  private static func asksAlike(_ one: SurveyExport, _ other: SurveyExport) -> Bool {
    guard one.tool == other.tool else { return false }
    guard one.tool == .table || one.tool == .long else { return true }
    let common = Set(one.headings).intersection(other.headings).count
    return common * 2 >= min(one.headings.count, other.headings.count)
  }
}

extension SurveyExport {
  /// The same export under the name of another file.
  fileprivate func renamed(_ file: String) -> SurveyExport {
    var sheet = self.sheet
    sheet.file = file
    return SurveyExport(sheet: sheet, tool: tool, wordings: wordings, firstRow: firstRow)
  }
}
