/// The problems found while reading: the first ones are kept, the rest are counted.
///
/// Errors never go missing behind warnings: up to `limit` errors and up to `limit` others are
/// kept, and errors take the places of others in `shown`.
public struct Diagnostics: Sendable {
  /// How many are shown.
  public let limit: Int
  /// Errors found.
  public private(set) var errorCount = 0
  /// Warnings found.
  public private(set) var warningCount = 0
  /// Notes found.
  public private(set) var noteCount = 0
  private var errors: [(order: Int, diagnostic: Diagnostic)] = []
  private var others: [(order: Int, diagnostic: Diagnostic)] = []

  /// An empty collection that shows up to `limit` problems.
  public init(limit: Int = 20) {
    precondition(limit > 0, "at least one problem is shown")
    self.limit = limit
  }

  /// Whether there is an error.
  public var hasErrors: Bool { errorCount > 0 }
  /// How many problems there are in all.
  public var count: Int { errorCount + warningCount + noteCount }
  /// How many are not in `shown`.
  public var hiddenCount: Int { count - shown.count }

  /// The problems to show, in the order they were found; at most `limit`.
  public var shown: [Diagnostic] {
    let kept = errors + others.prefix(limit - errors.count)
    return kept.sorted { $0.order < $1.order }.map(\.diagnostic)
  }

  /// Adds a problem. The text is only made where it will be kept: a file with a million mistakes
  /// costs a million additions.
  public mutating func add(
    _ severity: Diagnostic.Severity,
    _ make: () -> Diagnostic
  ) {
    let order = count
    switch severity {
    case .error:
      errorCount += 1
      if errors.count < limit { errors.append((order, make())) }
    case .warning:
      warningCount += 1
      if others.count < limit { others.append((order, make())) }
    case .note:
      noteCount += 1
      if others.count < limit { others.append((order, make())) }
    }
  }

  /// Adds a problem.
  public mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.severity) { diagnostic }
  }

  /// Counts errors of which nothing more is known.
  mutating func countErrors(_ more: Int) { errorCount += more }

  /// Puts what is shown in the order of the files given, then of lines and columns; files not given
  /// come first.
  mutating func sort(files: [String]) {
    let sorted = shown.enumerated().sorted { one, other in
      Self.key(one, files).lexicographicallyPrecedes(Self.key(other, files))
    }
    errors.removeAll()
    others.removeAll()
    for (order, entry) in sorted.enumerated() {
      if entry.element.severity == .error {
        errors.append((order, entry.element))
      } else {
        others.append((order, entry.element))
      }
    }
  }

  private static func key(
    _ entry: EnumeratedSequence<[Diagnostic]>.Element,
    _ files: [String]
  ) -> [Int] {
    let location = entry.element.location
    let file = location.flatMap { files.firstIndex(of: $0.file) } ?? -1
    let sheet = location?.cell?.sheetNumber ?? 0
    return [file, sheet, location?.line ?? 0, location?.column ?? 0, entry.offset]
  }

  /// Adds everything of another collection, its hidden ones as numbers.
  public mutating func merge(_ other: Diagnostics) {
    for diagnostic in other.shown { add(diagnostic) }
    let shown = other.shown
    errorCount += other.errorCount - shown.count { $0.severity == .error }
    warningCount += other.warningCount - shown.count { $0.severity == .warning }
    noteCount += other.noteCount - shown.count { $0.severity == .note }
  }
}
