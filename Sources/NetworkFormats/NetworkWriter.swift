import LearningRegion
import SafeFiles

/// Writes a network in any format: the one door for programs.
public enum NetworkWriter {
  /// What the format cannot hold of the region, a sentence each; empty where nothing is lost.
  public static func losses(
    of region: Region,
    in format: NetworkFormat,
    options: WritingOptions = WritingOptions()
  ) -> [String] {
    guard let writer = format.writer(options) else { return [] }
    let network = FlatNetwork(region)
    return FormatLosses.list(network, writer.capacity) + writer.furtherLosses(network)
  }

  /// The bytes of the file.
  ///
  /// - Precondition: the format is not a folder, which is several files (``RegionFolderWriter``).
  public static func bytes(
    _ region: Region,
    as format: NetworkFormat,
    options: WritingOptions = WritingOptions()
  ) -> [UInt8] {
    guard let writer = format.writer(options) else { preconditionFailure("a folder is no file") }
    return writer.bytes(FlatNetwork(region), options)
  }

  /// Writes a file or a folder; it appears whole or not at all.
  ///
  /// - Throws: `FileError`: `exists` where something is there that may not be replaced, or what went
  ///   wrong in writing.
  public static func write(
    _ region: Region,
    to path: String,
    as format: NetworkFormat,
    options: WritingOptions = WritingOptions(),
    overwrite: AtomicWriter.Overwrite = .refuse,
    calls: SystemCalls = .live
  ) throws(FileError) {
    if format == .folder {
      let target: RegionFolderWriter.Target = overwrite == .replace ? .replace : .newOrEmpty
      return try RegionFolderWriter.write(region, to: path, target: target, calls: calls)
    }
    let writer = try AtomicWriter(path: path, overwrite: overwrite, calls: calls)
    try writer.write(bytes(region, as: format, options: options))
    try writer.commit()
  }
}

extension EdgeListWriter: FormatWriter {
  static let capacity: FormatCapacity = [
    .tieColumns, .relations, .weights, .mixedDirections, .repeats,
  ]

  /// A list has no word for direction, so undirected ties need one.
  static func furtherLosses(_ network: FlatNetwork) -> [String] {
    let names = network.relationsInUse.filter { !network.isDirected(relation: $0) }
      .map { network.region.relations[$0].name }
    return names.isEmpty ? [] : ["that \(FormatLosses.quoted(names)) is undirected"]
  }

  static func bytes(_ network: FlatNetwork) -> [UInt8] { bytes(network.region) }
}
