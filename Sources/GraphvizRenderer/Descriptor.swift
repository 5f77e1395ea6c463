#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reading and writing a file descriptor to the end.
enum Descriptor {
  /// All bytes, refused as soon as there are more than the renderer takes.
  static func readAll(_ descriptor: Int32) throws(RenderFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .badDescription
      }
      if count == 0 { return bytes }
      bytes += piece[0..<count]
      guard bytes.count <= DrawingLimits.inputBytes else { throw .tooLarge }
    }
  }

  /// Writes all bytes or says that it could not.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(RenderFailure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + done, $0.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .writeFailed
      }
      done += count
    }
  }
}
