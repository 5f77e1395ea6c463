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

  /// Whether the text, without white space around it, is a value of the type.
  func isValue(_ plain: String) -> Bool {
    switch self {
    case .text: true
    case .integer: XMLNumber.isInteger(plain)
    case .number: XMLNumber.isNumber(plain) || plain.lowercased() == "nan"
    case .flag: Self.flags[plain.lowercased()] != nil
    }
  }

  private static let flags = ["true": "true", "1": "true", "false": "false", "0": "false"]

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
    guard isValue(plain) else {
      report(
        plain,
        hint: "the \(declaration) says that \(SafeText.oneLine(name)) is one",
        assembly,
        place
      )
      return nil
    }
    switch self {
    case .number where !XMLNumber.isNumber(plain):
      if HeadingKey.key(name) == "weight" {
        assembly.report(
          .badNumber,
          "\(SafeText.quoted(plain)) is no weight",
          hint: "leave the value out where there is none",
          at: place
        )
        return nil
      }
      assembly.assume(.columns, "NaN in \(SafeText.quoted(name)) is no value")
      return ""
    case .flag: return Self.flags[plain.lowercased()]
    case .text, .number, .integer: return plain
    }
  }

  private func report(_ plain: String, hint: String, _ assembly: RegionAssembly, _ place: Int) {
    switch self {
    case .text: break
    case .integer:
      assembly.report(
        .badInteger,
        "\(SafeText.quoted(plain)) is not a whole number",
        hint: hint,
        at: place
      )
    case .number:
      assembly.report(
        .badNumber,
        "\(SafeText.quoted(plain)) is not a number",
        hint: hint,
        at: place
      )
    case .flag:
      assembly.report(
        .badChoice,
        "\(SafeText.quoted(plain.lowercased())) is no boolean",
        hint: "true or false",
        at: place
      )
    }
  }
}
