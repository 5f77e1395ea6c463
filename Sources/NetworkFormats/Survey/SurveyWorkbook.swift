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

  /// The exports of one file that are read: the first, its repeated groups, and those with the same headings, such as
  /// waves kept on a sheet each. The others are told.
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
      if export.isRepeat || export.headings == first.headings {
        taken.append(export)
      } else {
        builder.assume(
          export.sheet.file,
          .format,
          "not read: its headings are not those of \(SafeText.oneLine(first.sheet.file))"
        )
      }
    }
    return taken.count == 1 ? [taken[0].renamed(path)] : taken
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
