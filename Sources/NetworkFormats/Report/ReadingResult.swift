import LearningRegion
import SafeFiles
import GraphCore

/// A network, or why there is none.
public struct ReadingResult: Sendable {
  /// The region; nil where `report` has an error.
  public let region: Region?
  /// Problems, assumptions, counts and hashes.
  public internal(set) var report: ReadingReport
}

/// The bytes of one input file, kept while its text is in use.
final class InputBytes: Sendable {
  private let file: MappedFile
  /// SHA-256 of the bytes, begun when it is first asked for.
  private let begun = Guarded<InputHash?>(nil)

  init(path: String, limit: Int) throws(FileError) {
    file = try MappedFile(path: path, limit: limit)
  }

  /// Bytes that are in memory already, copied.
  init(_ bytes: [UInt8]) { file = MappedFile(copying: bytes) }

  init(descriptor: Int32, name: String, limit: Int) throws(FileError) {
    file = try MappedFile(
      descriptor: descriptor,
      name: name,
      limit: min(limit, MappedFile.streamLimit)
    )
  }

  /// SHA-256 of the bytes.
  var hash: InputHash {
    begun.withLock { begun in
      let hash = begun ?? InputHash(of: self)
      begun = hash
      return hash
    }
  }

  /// The text, or nil after the problem was reported.
  func text(_ name: String, _ builder: ReportBuilder) -> SourceText? {
    do throws(DecodingProblem) {
      return try SourceText(name: name, raw: bytes, owner: self)
    } catch {
      builder.add(error.diagnostic(file: name, raw: bytes))
      return nil
    }
  }

  /// The bytes; valid while this object lives.
  var bytes: UnsafeRawBufferPointer { file.withBytes { $0 } }
}
