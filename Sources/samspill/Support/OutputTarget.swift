import SafeFiles

/// A file that a command is going to write; `-` is standard output.
struct OutputTarget {
  let path: String
  let overwrite: AtomicWriter.Overwrite

  /// Refuses before the work what writing would refuse after it.
  func refuseEarly() throws {
    if path != "-" { try AtomicWriter.refuseEarly(path: path, overwrite: overwrite) }
  }
}
