import GraphCore
import LearningRegion
import Synchronization

/// The quick way through an edge list of nothing but two numbers per line, as networks of millions of ties come.
///
/// It takes lines of exactly two numbers of at most nine digits, as a computer writes them (no sign, no zero in front), with one separator
/// between them and nothing else: no quotes, no spaces around, no empty lines, no comments. At the first byte that is anything
/// else it gives up, and the reader that knows all of CSV reads the file; what comes out is the same where both can read it.
///
/// Parts of the file are read side by side. Their lines are counted first, so that each part knows the rows it fills and the number
/// of threads changes nothing.
struct NumberedTies {
  /// First numbers of the lines.
  private(set) var sources: [Int32]
  /// Second numbers of the lines.
  private(set) var targets: [Int32]
  /// The largest of them.
  private let largest: Int

  /// Bytes of a part.
  private static let partSize = 1 << 20
  /// The largest number that the actors of so many rows may have: they are looked up in a table of that size.
  static func largestNumber(ofRows rows: Int) -> Int { max(1 << 16, 8 * rows) }

  /// Reads all lines from `start` on; `nil` where something is not as described.
  init?(
    _ text: UnsafeRawBufferPointer,
    from start: Int,
    separator: UInt8,
    largestNumber: (_ rows: Int) -> Int = NumberedTies.largestNumber,
    control: RunControl
  ) {
    let parts = Self.parts(of: text, from: start)
    var firstRows = [Int](repeating: 0, count: parts.count + 1)
    firstRows.withUnsafeMutableBufferPointer { rows in
      // Shards write to places of their own.
      nonisolated(unsafe) let rows = rows
      nonisolated(unsafe) let text = text
      control.forEachShard(parts.count) { part in
        rows[part + 1] = Self.lineCount(UnsafeRawBufferPointer(rebasing: text[parts[part]]))
      }
    }
    for part in parts.indices { firstRows[part + 1] += firstRows[part] }
    let rowCount = firstRows[parts.count]
    guard rowCount > 0, rowCount < Int(Int32.max) - 1 else { return nil }
    let isOdd = Atomic<Bool>(false)
    let maximum = Atomic<Int>(0)
    var targets: [Int32] = []
    let starts = firstRows
    sources = [Int32](filling: rowCount) { sources, sourcesFilled in
      targets = [Int32](filling: rowCount) { targets, targetsFilled in
        nonisolated(unsafe) let sources = sources
        nonisolated(unsafe) let targets = targets
        nonisolated(unsafe) let text = text
        control.forEachShard(parts.count) { part in
          guard !isOdd.load(ordering: .relaxed) else { return }
          let rows = starts[part]..<starts[part + 1]
          let found = LineParser(text, parts[part], separator).parse(
            UnsafeMutableBufferPointer(rebasing: sources[rows]),
            UnsafeMutableBufferPointer(rebasing: targets[rows])
          )
          guard let found else { return isOdd.store(true, ordering: .relaxed) }
          maximum.max(found, ordering: .relaxed)
        }
        targetsFilled = isOdd.load(ordering: .relaxed) ? 0 : rowCount
      }
      sourcesFilled = targets.count
    }
    self.targets = targets
    largest = maximum.load(ordering: .relaxed)
    // Also where the run was cancelled and parts were left out.
    guard targets.count == rowCount, !control.isCancelled, largest <= largestNumber(rowCount)
    else { return nil }
  }

  /// Gives the numbers places in the order in which they first appear, and returns them in that order.
  mutating func numberByAppearance() -> [Int32] {
    var places = [Int32](repeating: -1, count: largest + 1)
    var order: [Int32] = []
    places.withUnsafeMutableBufferPointer { places in
      sources.withUnsafeMutableBufferPointer { sources in
        targets.withUnsafeMutableBufferPointer { targets in
          func place(_ number: Int32) -> Int32 {
            let known = places[Int(number)]
            if known >= 0 { return known }
            let new = Int32(truncatingIfNeeded: order.count)
            places[Int(number)] = new
            order.append(number)
            return new
          }
          for row in 0..<sources.count {
            sources[row] = place(sources[row])
            targets[row] = place(targets[row])
          }
        }
      }
    }
    return order
  }

  /// Parts of about the same size that end where lines end.
  private static func parts(of text: UnsafeRawBufferPointer, from start: Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var place = start
    while place < text.count {
      var end = min(text.count, place + partSize)
      while end < text.count, text[end - 1] != 0x0a { end += 1 }
      parts.append(place..<end)
      place = end
    }
    return parts
  }

  /// Lines, the last one also where nothing ends it; eight bytes at a time.
  private static func lineCount(_ text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var place = 0
    while place &+ 8 <= text.count {
      let word = text.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ Bytes.all(0x0a)
      count &+= Bytes.zeros(word).nonzeroBitCount
      place &+= 8
    }
    while place < text.count {
      if text[place] == 0x0a { count &+= 1 }
      place &+= 1
    }
    return text.last == 0x0a ? count : count + 1
  }
}

/// Reads lines of two numbers.
private struct LineParser {
  private let base: UnsafeRawPointer
  private let end: Int
  private let start: Int
  private let separator: UInt8

  init(_ text: UnsafeRawBufferPointer, _ part: Range<Int>, _ separator: UInt8) {
    // A part is never empty, so the text is not.
    base = text.baseAddress!
    (start, end) = (part.lowerBound, part.upperBound)
    self.separator = separator
  }

  /// Fills the two columns; the largest number, or `nil` where a line is anything else.
  func parse(
    _ sources: UnsafeMutableBufferPointer<Int32>,
    _ targets: UnsafeMutableBufferPointer<Int32>
  ) -> Int? {
    var place = start
    var largest: UInt32 = 0
    for row in 0..<sources.count {
      guard let source = number(&place), place < end, byte(place) == separator else { return nil }
      place &+= 1
      guard let target = number(&place) else { return nil }
      if place < end {
        if byte(place) == 0x0d { place &+= 1 }
        guard place < end, byte(place) == 0x0a else { return nil }
        place &+= 1
      }
      sources[row] = Int32(bitPattern: source)
      targets[row] = Int32(bitPattern: target)
      largest = max(largest, source, target)
    }
    return place == end ? Int(largest) : nil
  }

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 {
    base.load(fromByteOffset: place, as: UInt8.self)
  }

  /// The number that begins at `place`, which moves past it; at most nine digits, no zero in front.
  @inline(__always)
  private func number(_ place: inout Int) -> UInt32? {
    if place &+ 8 <= end {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let digits = word ^ Bytes.all(0x30)
      // The high bit of every byte that is no digit; adding to seven bits never carries over.
      let others =
        (((digits & Bytes.all(0x7f)) &+ Bytes.all(0x76)) | digits) & Bytes.all(0x80)
      let length = others.trailingZeroBitCount &>> 3
      if length < 8 {
        guard length > 0, length == 1 || digits & 0xff != 0 else { return nil }
        place &+= length
        return Self.value(digits &<< UInt64(64 &- 8 &* length))
      }
    }
    return slowNumber(&place)
  }

  /// Eight decimal digits, the first in the lowest byte: neighbours are joined to pairs, to fours, to eight.
  @inline(__always)
  private static func value(_ digits: UInt64) -> UInt32 {
    let pairs = (digits &* 10 &+ digits &>> 8) & 0x00ff_00ff_00ff_00ff
    let fours = (pairs &* 100 &+ pairs &>> 16) & 0x0000_ffff_0000_ffff
    return UInt32(truncatingIfNeeded: fours &* 10_000 &+ fours &>> 32)
  }

  /// A number at the end of the text, or one of eight digits and more.
  private func slowNumber(_ place: inout Int) -> UInt32? {
    let first = place
    var value: UInt32 = 0
    while place < end, byte(place) &- 0x30 < 10 {
      guard place &- first < 9 else { return nil }
      value = value &* 10 &+ UInt32(byte(place) &- 0x30)
      place &+= 1
    }
    guard place > first, place == first &+ 1 || byte(first) != 0x30 else { return nil }
    return value
  }
}
