#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import LearningRegion
import SafeFiles

@testable import NetworkFormats

/// A region folder that goes away when the value does.
final class RegionFolder {
  let path: String

  init(_ files: [String: String] = [:]) {
    var template = Array("/tmp/networkformats-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    for (name, text) in files { put(Array(text.utf8), as: name) }
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  var names: [String] { (try? Folder.names(in: path)) ?? [] }

  func put(_ bytes: [UInt8], as name: String) {
    let file = fopen(path + "/" + name, "w")!
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func read(_ options: ReadingOptions = ReadingOptions()) throws(FileError) -> ReadingResult {
    try RegionFolderReader.read(path, options: options)
  }
}

/// Reads a folder of these files.
func readFolder(
  _ files: [String: String],
  _ options: ReadingOptions = ReadingOptions()
) throws -> ReadingResult {
  try RegionFolder(files).read(options)
}

/// Reads an edge list from text.
func readEdges(_ text: String, name: String = "edges.csv") -> ReadingResult {
  NetworkReader.read(bytes: Array(text.utf8), name: name)
}

extension ReadingResult {
  /// Every problem as `file:line:column code`.
  var places: [String] {
    report.diagnostics.shown.map { problem in
      let location = problem.location
      let parts =
        [location?.file] + [location?.line, location?.column].map { $0.map(String.init) }
      return parts.compactMap { $0 }.joined(separator: ":") + " " + problem.code.rawValue
    }
  }

  /// The ties as `source>target relation weight`.
  var ties: [String] {
    guard let region else { return [] }
    return (0..<region.ties.count).map { row in
      let tie = region.ties[row]
      let ids = region.actors.ids
      return "\(ids[Int(tie.source)])>\(ids[Int(tie.target)]) "
        + "\(region.relations[Int(tie.relation)].name) \(NumberText.text(tie.weight))"
    }
  }
}

/// What differs between two regions: the rows of the files they would be written as.
func differences(_ one: Region?, _ other: Region) -> [String] {
  guard let one else { return ["no region"] }
  if one == other { return [] }
  func rows(_ region: Region) -> [String] {
    RegionFolderWriter.files(region).flatMap { file in
      String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map {
        file.name + ": " + $0
      }
    }
  }
  let (a, b) = (rows(one), rows(other))
  let changes = a.difference(from: b).prefix(6).map { "\($0)" }
  return changes.isEmpty ? ["equal files, unequal regions"] : changes
}
