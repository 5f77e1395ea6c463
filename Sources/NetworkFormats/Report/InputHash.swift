import Dispatch
import SafeFiles
import GraphCore

/// The SHA-256 of an input, of a large one worked out beside everything else: hashing takes as long as reading does, and a result
/// needs the hash last.
final class InputHash: Sendable {
  /// Up to here hashing is over sooner than a thread has begun: 20 microseconds.
  private static let small = 1 << 12

  private let found: Guarded<String>
  private let work = DispatchGroup()

  /// A hash that is known.
  init(_ hash: String) { found = Guarded(hash) }

  /// Begins to hash the bytes of `input`, which are kept until that is done.
  init(of input: InputBytes) {
    guard input.bytes.count > Self.small else {
      found = Guarded(SHA256.hexadecimal(of: input.bytes))
      return
    }
    found = Guarded("")
    DispatchQueue.global().async(group: work) {
      let hash = SHA256.hexadecimal(of: input.bytes)
      self.found.withLock { $0 = hash }
    }
  }

  /// 64 hexadecimal digits; waits until they are there.
  var value: String {
    work.wait()
    return found.withLock { $0 }
  }
}
