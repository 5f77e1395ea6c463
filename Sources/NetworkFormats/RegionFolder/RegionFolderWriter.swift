import LearningRegion
import SafeFiles

/// Writes a region as a region folder.
///
/// Every file that has content, `ties.csv` always, the same bytes for the same region: commas, LF,
/// quotes only where needed, numbers in the shortest form that reads back as the same number,
/// columns in the order of the design and those the model does not know after them. Reading the
/// folder gives an equal region. Each file appears whole or not at all.
public enum RegionFolderWriter {
  /// What to do with a folder that has files already.
  public enum Target: Hashable, Sendable {
    /// The folder must be new or empty.
    case newOrEmpty
    /// Files of the same names are replaced, known files that this region does not have are
    /// removed, other files are left alone.
    case replace
  }

  /// Writes the folder.
  ///
  /// - Throws: `FileError`: `exists` where the folder is not empty, or what went wrong in writing.
  ///   Files written before the failure stay.
  public static func write(
    _ region: Region,
    to path: String,
    target: Target = .newOrEmpty,
    calls: SystemCalls = .live
  ) throws(FileError) {
    try prepare(path, target)
    let overwrite: AtomicWriter.Overwrite = target == .replace ? .replace : .refuse
    func file(_ name: String) throws(FileError) -> AtomicWriter {
      try AtomicWriter(path: path + "/" + name, overwrite: overwrite, calls: calls)
    }
    var written: [String] = []
    let yaml = RegionYAMLWriter.text(region)
    if !yaml.isEmpty {
      let writer = try file("region.yaml")
      try writer.write(yaml)
      try writer.commit()
      written.append("region.yaml")
    }
    for table in RegionTables(region: region).tables() {
      let writer = try file(table.schema.fileName)
      try table.write { (bytes) throws(FileError) in try writer.write(bytes) }
      try writer.commit()
      written.append(table.schema.fileName)
    }
    if target == .replace {
      for name in RegionFolderReader.fileNames where !written.contains(name) {
        try Folder.remove(path + "/" + name)
      }
    }
  }

  /// The files of the folder in memory, in the order they are written.
  public static func files(_ region: Region) -> [(name: String, bytes: [UInt8])] {
    var files: [(String, [UInt8])] = []
    let yaml = RegionYAMLWriter.text(region)
    if !yaml.isEmpty { files.append(("region.yaml", Array(yaml.utf8))) }
    for table in RegionTables(region: region).tables() {
      var bytes: [UInt8] = []
      table.write { bytes += $0 }
      files.append((table.schema.fileName, bytes))
    }
    return files
  }

  private static func prepare(_ path: String, _ target: Target) throws(FileError) {
    guard let kind = FileKind(path: path) else { return try Folder.create(path) }
    guard kind == .directory else {
      throw FileError(path: path, operation: .create, category: .notADirectory)
    }
    if target == .newOrEmpty, try !Folder.names(in: path).isEmpty {
      throw FileError(path: path, operation: .create, category: .exists)
    }
  }
}
