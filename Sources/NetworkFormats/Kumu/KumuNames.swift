/// What elements of Kumu without an ID are called: by their label, and where elements of several types have
/// the same label, by both.
struct KumuNames {
  /// The first type of a label.
  private var types: [String: String] = [:]
  /// Labels that elements of several types have.
  private var shared: Set<String> = []

  mutating func add(_ label: String, type: String) {
    guard !type.isEmpty else { return }
    let first = types[label, default: type]
    types[label] = first
    if first != type { shared.insert(label) }
  }

  func isShared(_ label: String) -> Bool { shared.contains(label) }

  func name(_ label: String, type: String?) -> String {
    guard isShared(label), let type, !type.isEmpty else { return label }
    return "\(label) (\(type))"
  }
}

extension RegionAssembly {
  /// Reports ends of connections that could be one of several elements, and warns, where there are elements, of those
  /// that no element is: Kumu makes one.
  func checkEnds(among names: KumuNames, hasElements: Bool) {
    for row in 0..<nodeCount where !isDeclared(row) && !ids.utf8(at: row).isEmpty {
      let (name, place) = (ids[row], firstSeenAt[row])
      if names.isShared(name) {
        report(
          .unknownActor,
          "elements of several types are called \(SafeText.quoted(name))",
          hint: "give the elements an ID, and write that in From and To",
          at: place
        )
      } else if hasElements {
        let source = source
        builder.report.diagnostics.add(.warning) {
          source.diagnostic(
            .unknownActor,
            "no element is called \(SafeText.quoted(name)); one is made, as Kumu does",
            hint: "is the name misspelled?",
            severity: .warning,
            at: place..<place + 1
          )
        }
      }
    }
  }
}
