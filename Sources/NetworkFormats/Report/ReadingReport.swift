/// Something a reader decided because the file did not say it.
public struct Assumption: Hashable, Sendable {
  /// What was decided about.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    case encoding, separator
    case decimalMark = "decimal_mark"
    case format, heading, columns, direction, relation, actors
  }

  /// The file, or nil where the whole network is meant.
  public let file: String?
  /// What was decided about.
  public let subject: Subject
  /// What was decided, in a few words.
  public let text: String

  /// A decision about a file.
  public init(file: String?, subject: Subject, text: String) {
    self.file = file
    self.subject = subject
    self.text = text
  }
}

/// A file that was read, with its hash.
public struct InputFile: Hashable, Sendable {
  /// The file's name; inside a region folder without the folder.
  public let name: String
  private let hash: InputHash
  /// SHA-256 of its bytes, 64 hexadecimal digits; of a large file it may be waited for.
  public var sha256: String { hash.value }

  init(name: String, hash: InputHash) {
    self.name = name
    self.hash = hash
  }

  /// Equal when names and contents are.
  public static func == (left: InputFile, right: InputFile) -> Bool {
    left.name == right.name && left.sha256 == right.sha256
  }

  /// As `==` needs it.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(sha256)
  }
}

/// What reading a network found out besides the network.
public struct ReadingReport: Sendable {
  /// The problems.
  public internal(set) var diagnostics = Diagnostics()
  /// What was decided because the files did not say it, in the order decided.
  public internal(set) var assumptions: [Assumption] = []
  /// The files read, sorted by name.
  public internal(set) var files: [InputFile] = []
  /// Hash of the whole input: of the file, or of the folder (`SHA256.folderHash`); of a large file it may be waited for.
  public var sha256: String { hash.value }
  var hash = InputHash("")
  /// Rows of every table that was read, in file order (before loops and repeats are looked at).
  public internal(set) var rowCounts: [(file: String, rows: Int)] = []
  /// Ties read, loops and repeats included.
  public internal(set) var tiesRead = 0
  /// Actors that were made because a file named them and `actors.csv` did not.
  public internal(set) var actorsCreated = 0
}
