@testable import NetworkFormats

/// One thing to try: what is done with the bytes that the fuzzer makes up.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable (UnsafeRawBufferPointer) -> Void

  /// A target per format, and those that are no format of a whole network.
  static let all: [FuzzTarget] =
    NetworkFormat.allCases.map { format in
      switch format {
      case .folder: FuzzTarget(name: "folder", run: FolderProperties.check)
      case .ucinet: FuzzTarget(name: "ucinet", run: FileProperties.checkDataset)
      // Its parts; the archive around them is a target of its own.
      case .xlsx: FuzzTarget(name: "xlsx", run: WorkbookProperties.checkParts)
      default: FuzzTarget(name: format.rawValue) { FileProperties.check(Array($0), format) }
      }
    } + [
      // Whatever it is, as the program takes it without `--from`.
      FuzzTarget(name: "any") { FileProperties.check(Array($0), nil) },
      FuzzTarget(name: "zip") { FileProperties.check(Array($0), .xlsx) },
      FuzzTarget(name: "gzip") { FileProperties.check([0x1f, 0x8b] + $0, nil) },
      FuzzTarget(name: "survey", run: SurveyProperties.check),
      FuzzTarget(name: "yaml", run: FolderProperties.checkDescription),
      FuzzTarget(name: "numbers", run: NumberProperties.check),
    ]
}

/// Ends the process, so that the fuzzer keeps the bytes that led here.
func failed(_ message: @autoclosure () -> String) -> Never { fatalError(message()) }
