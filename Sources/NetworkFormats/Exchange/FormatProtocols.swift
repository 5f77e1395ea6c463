import LearningRegion

/// Reads a format from text.
protocol FormatReader {
  /// Fills the assembly; what is wrong is reported there.
  static func read(into assembly: RegionAssembly)
}

/// Writes a format.
protocol FormatWriter {
  /// What the format can hold.
  static var capacity: FormatCapacity { get }
  /// What else is lost of this network.
  static func furtherLosses(_ network: FlatNetwork) -> [String]
  /// The bytes of the file.
  static func bytes(_ network: FlatNetwork) -> [UInt8]
  /// The bytes of the file, with the choices that the format leaves.
  static func bytes(_ network: FlatNetwork, _ options: WritingOptions) -> [UInt8]
}

extension FormatWriter {
  static func furtherLosses(_ network: FlatNetwork) -> [String] { [] }
  static func bytes(_ network: FlatNetwork, _ options: WritingOptions) -> [UInt8] {
    bytes(network)
  }
}

/// Text on its way into a file.
struct TextOutput {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func add(byte: UInt8) { bytes.append(byte) }
  mutating func line(_ text: String) {
    add(text)
    bytes.append(0x0a)
  }
}
