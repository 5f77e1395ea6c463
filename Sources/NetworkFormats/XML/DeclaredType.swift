/// What a file of GraphML or GEXF says that the values of an attribute are.
enum DeclaredType {
  case text, number, integer, flag

  /// Whether the text is kept as it stands.
  func takes(_ text: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .text: true
    case .number: CellValue.number(text) != nil
    case .integer: (try? NumberReader.integer(text)) != nil
    case .flag: false
    }
  }

  /// The text as it is kept; nil where it is no value of this type, which is reported at `place`.
  ///
  /// - Parameters:
  ///   - name: the attribute's.
  ///   - declaration: what the format calls the place that says the type.
  func value(
    _ text: String,
    of name: String,
    saidBy declaration: String,
    _ assembly: RegionAssembly,
    _ place: Int
  ) -> String? {
    if self == .text { return text }
    let plain = XMLNumber.trimmed(text)
    if plain.isEmpty { return plain }
    let hint = "the \(declaration) says that \(SafeText.oneLine(name)) is one"
    switch self {
    case .text: return text
    case .integer:
      if XMLNumber.isInteger(plain) { return plain }
      assembly.report(
        .badInteger,
        "\(SafeText.quoted(plain)) is not a whole number",
        hint: hint,
        at: place
      )
    case .number:
      if XMLNumber.isNumber(plain) { return plain }
      if plain.lowercased() == "nan" {
        assembly.assume(.columns, "NaN in \(SafeText.quoted(name)) is no value")
        return ""
      }
      assembly.report(
        .badNumber,
        "\(SafeText.quoted(plain)) is not a number",
        hint: hint,
        at: place
      )
    case .flag:
      switch plain.lowercased() {
      case "true", "1": return "true"
      case "false", "0": return "false"
      default:
        assembly.report(
          .badChoice,
          "\(SafeText.quoted(plain.lowercased())) is no boolean",
          hint: "true or false",
          at: place
        )
      }
    }
    return nil
  }
}
