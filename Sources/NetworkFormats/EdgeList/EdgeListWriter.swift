import LearningRegion
import SafeFiles

/// Writes the ties of a region as one table.
///
/// The columns of `ties.csv` that have content. What is not a tie (actors without one, labels,
/// everything else) is not in it.
public enum EdgeListWriter {
  /// Writes a CSV file.
  ///
  /// - Throws: `FileError`; then there is no file, or the old one.
  public static func write(
    _ region: Region,
    to path: String,
    overwrite: AtomicWriter.Overwrite = .refuse,
    calls: SystemCalls = .live
  ) throws(FileError) {
    let writer = try AtomicWriter(path: path, overwrite: overwrite, calls: calls)
    try RegionTables(region: region).ties().write { (bytes) throws(FileError) in
      try writer.write(bytes)
    }
    try writer.commit()
  }

  /// The bytes of the file.
  public static func bytes(_ region: Region) -> [UInt8] {
    var all: [UInt8] = []
    RegionTables(region: region).ties().write { all += $0 }
    return all
  }
}
