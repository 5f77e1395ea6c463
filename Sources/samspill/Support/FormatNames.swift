import NetworkFormats

/// The names of formats on the command line.
enum FormatNames {
  /// All of them, separated by commas.
  static let list = NetworkFormat.allCases.map(\.rawValue).joined(separator: ", ")

  /// Those that are written.
  static let written = NetworkFormat.allCases.filter(\.isWritten).map(\.rawValue)
    .joined(separator: ", ")

  /// The format of this name.
  static func format(_ name: String) throws -> NetworkFormat {
    if let format = NetworkFormat(rawValue: name) { return format }
    throw ProgramError(
      .usage,
      "unknown format \"\(name)\"",
      hint: ProgramError.known(name, NetworkFormat.allCases.map(\.rawValue))
    )
  }
}
