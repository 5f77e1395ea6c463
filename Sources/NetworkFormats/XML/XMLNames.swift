import CExpat
import Foundation

/// The name of an element as text.
final class XMLName {
  /// Without its namespace.
  let name: String
  /// Empty where there is none.
  let namespace: String
  /// What the handler calls it.
  let code: UInt8
  /// The bytes as expat gives them.
  fileprivate let bytes: UnsafeBufferPointer<XML_Char>

  fileprivate init(
    _ given: UnsafeBufferPointer<XML_Char>,
    _ code: (_ name: String, _ namespace: String) -> UInt8
  ) {
    let copy = UnsafeMutableBufferPointer<XML_Char>.allocate(capacity: given.count)
    _ = copy.initialize(from: given)
    bytes = UnsafeBufferPointer(copy)
    // Expat puts a line end, which no name can have, between namespace and name.
    let end = given.lastIndex(of: 0x0a)
    let text = UnsafeRawBufferPointer(given)
    let space = String(decoding: text[..<(end ?? 0)], as: UTF8.self)
    let local = String(decoding: text[(end.map { $0 + 1 } ?? 0)...], as: UTF8.self)
    (namespace, name) = (space, local)
    self.code = code(local, space)
  }

  deinit { bytes.deallocate() }
}

/// Names of elements that came before, so that a file of a million elements is not a million texts.
///
/// Each name has one place, by its length and its last letters; another one of the same place takes it.
final class XMLNames {
  private static let size = 64
  private let places: UnsafeMutablePointer<XMLName?>

  init() {
    places = .allocate(capacity: Self.size)
    places.initialize(repeating: nil, count: Self.size)
  }

  deinit {
    places.deinitialize(count: Self.size)
    places.deallocate()
  }

  /// The name that expat gives, ended by zero.
  func name(
    _ given: UnsafePointer<XML_Char>,
    _ code: (_ name: String, _ namespace: String) -> UInt8
  ) -> XMLName {
    let count = strlen(given)
    var hash = count
    if count >= 2 {
      hash &+= 7 &* Int(given[count &- 1]) &+ 13 &* Int(given[count &- 2])
    }
    let place = hash & (Self.size &- 1)
    if let known = places[place], known.bytes.count == count,
      memcmp(known.bytes.baseAddress!, given, count) == 0
    {
      return known
    }
    let new = XMLName(UnsafeBufferPointer(start: given, count: count), code)
    places[place] = new
    return new
  }
}
