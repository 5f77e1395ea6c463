/// The kinds of problem that readers find. The raw value is the machine code; it does not change.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  // The file as a whole.
  case notARegionFolder = "not-a-region-folder"
  case emptyFile = "empty-file"
  case binaryFile = "binary-file"
  case formatNotRead = "format-not-read"
  case fileTooLarge = "file-too-large"
  case misnamedFile = "misnamed-file"

  // Text.
  case badEncoding = "bad-encoding"
  case assumedEncoding = "assumed-encoding"

  // Rows and cells.
  case unterminatedQuote = "unterminated-quote"
  case textAfterQuote = "text-after-quote"
  case strayQuote = "stray-quote"
  case wrongFieldCount = "wrong-field-count"
  case fieldTooLong = "field-too-long"
  case tooManyColumns = "too-many-columns"
  case missingColumn = "missing-column"
  case duplicateColumn = "duplicate-column"
  case unnamedColumn = "unnamed-column"
  case misnamedColumn = "misnamed-column"
  case missingValue = "missing-value"
  case badNumber = "bad-number"
  case badInteger = "bad-integer"
  case badDate = "bad-date"
  case badChoice = "bad-choice"
  case mixedDecimalMarks = "mixed-decimal-marks"
  case numberOutOfRange = "number-out-of-range"
  case noTies = "no-ties"
  case tooManyRows = "too-many-rows"

  // Archives and workbooks.
  case badArchive = "bad-archive"
  case badWorkbook = "bad-workbook"
  case badCell = "bad-cell"
  case cellError = "cell-error"
  case outerSpaces = "outer-spaces"
  case tableNotRead = "table-not-read"

  // XML and other languages.
  case badXML = "bad-xml"
  case badJSON = "bad-json"
  case badSyntax = "bad-syntax"
  case badVersion = "bad-version"

  // region.yaml.
  case badYAML = "bad-yaml"
  case unknownKey = "unknown-key"
  case duplicateKey = "duplicate-key"
  case wrongKind = "wrong-kind"

  // The region.
  case unknownActor = "unknown-actor"
  case unknownReference = "unknown-reference"
  case duplicateID = "duplicate-id"
  case cycle = "cycle"
  case endBeforeStart = "end-before-start"
  case outOfScale = "out-of-scale"
  case inconsistent = "inconsistent"

  // What is allowed and probably wrong; only looked for where that is asked for.
  case similarNames = "similar-names"
  case sharedName = "shared-name"
  case badOrganisationNumber = "bad-organisation-number"
  case repeatedOrganisationNumber = "repeated-organisation-number"
  case badMunicipalityNumber = "bad-municipality-number"
  case lostLeadingZero = "lost-leading-zero"
  case swappedCoordinates = "swapped-coordinates"
  case unknownLevel = "unknown-level"
  case otherLevels = "other-levels"
  case answersOfSilent = "answers-of-silent"
  case tiesToSilent = "ties-to-silent"
  case isolates = "isolates"
  case repeatedTies = "repeated-ties"
  case loops = "loops"

  // Survey exports.
  case unknownColumn = "unknown-column"
  case badPattern = "bad-pattern"
  case unknownWave = "unknown-wave"
  case unknownAnswer = "unknown-answer"
  case unknownAlter = "unknown-alter"
  case ambiguousName = "ambiguous-name"
  case unmatchedName = "unmatched-name"
  case repeatedRespondent = "repeated-respondent"
  case missingRespondent = "missing-respondent"
  case unfinishedAnswers = "unfinished-answers"
  case missingAnswers = "missing-answers"
  case emptySurvey = "empty-survey"
  case skippedColumn = "skipped-column"

  /// The severity where a reader says nothing else.
  public var severity: Diagnostic.Severity {
    switch self {
    case .misnamedFile, .misnamedColumn, .unknownKey, .noTies, .cellError, .outerSpaces,
      .tableNotRead:
      .warning
    case .similarNames, .badOrganisationNumber, .repeatedOrganisationNumber,
      .badMunicipalityNumber, .lostLeadingZero, .swappedCoordinates, .unknownLevel:
      .warning
    case .unmatchedName, .repeatedRespondent, .missingRespondent: .warning
    case .unfinishedAnswers, .missingAnswers, .skippedColumn: .note
    case .assumedEncoding, .sharedName, .otherLevels, .answersOfSilent, .tiesToSilent, .isolates,
      .repeatedTies, .loops:
      .note
    default: .error
    }
  }
}
