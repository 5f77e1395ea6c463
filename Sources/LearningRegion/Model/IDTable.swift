/// Ids in the order they came, as one arena of UTF-8 bytes with a hash index over it.
///
/// A million short ids take some twenty megabytes here and several times that as `String`s. Ids are compared byte for byte:
/// whoever reads a file brings them to one normal form (NFC) before they get here. The hash has a key of its own in every run, so that no
/// file can be made whose ids all fall together; nothing that can be seen depends on it.
public struct IDTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing, linear probing; −1 is free. Holds the first entry of each id only.
  private var slots: [Int32] = []
  /// Number of different ids.
  public private(set) var distinctCount = 0

  /// An empty table.
  public init() {}

  /// Number of entries.
  public var count: Int { ends.count }

  /// Makes room for `count` entries.
  public mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
  }

  /// The id at `index`.
  public subscript(index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  /// The bytes of the id at `index`.
  public func utf8(at index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The first entry with this id.
  public func index(of id: some StringProtocol) -> Int? {
    var copy = String(id)
    return copy.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
  }

  /// The first entry with these bytes.
  public func index(of id: UnsafeRawBufferPointer) -> Int? {
    guard !slots.isEmpty else { return nil }
    let entry = slots[slot(of: id)]
    return entry < 0 ? nil : Int(entry)
  }

  /// Adds an entry even if the id is there already, so that entries and rows of a file stay in step.
  ///
  /// - Returns: The entry that holds the id: the new one, or the first one for a repeated id.
  @discardableResult
  public mutating func append(_ id: UnsafeRawBufferPointer) -> Int {
    growIfNeeded()
    let place = slot(of: id)
    let new = ends.count
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    if slots[place] < 0 {
      slots[place] = Int32(new)
      distinctCount += 1
    }
    return Int(slots[place])
  }

  /// Adds an entry even if the id is there already; returns the entry that holds the id.
  @discardableResult
  public mutating func append(_ id: String) -> Int {
    var copy = id
    return copy.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// The entry of this id, added if it is new.
  public mutating func intern(_ id: UnsafeRawBufferPointer) -> Int {
    growIfNeeded()
    let place = slot(of: id)
    if slots[place] >= 0 { return Int(slots[place]) }
    let new = ends.count
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    slots[place] = Int32(new)
    distinctCount += 1
    return new
  }

  /// Where the id is, or the free slot where it would go.
  private func slot(of id: UnsafeRawBufferPointer) -> Int {
    let mask = slots.count - 1
    var place = Self.hash(id) & mask
    return bytes.withUnsafeBytes { arena in
      while slots[place] >= 0 {
        let held = range(Int(slots[place]))
        if held.count == id.count && Self.equal(arena, held.lowerBound, id) { return place }
        place = (place + 1) & mask
      }
      return place
    }
  }

  private static func equal(
    _ arena: UnsafeRawBufferPointer,
    _ start: Int,
    _ id: UnsafeRawBufferPointer
  ) -> Bool {
    for i in 0..<id.count where arena[start + i] != id[i] { return false }
    return true
  }

  private static func hash(_ id: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: id)
    return hasher.finalize()
  }

  private mutating func growIfNeeded() {
    guard slots.count < 2 * (distinctCount + 1) else { return }
    let size = max(16, slots.count * 2)
    slots = [Int32](repeating: -1, count: size)
    let mask = size - 1
    bytes.withUnsafeBytes { arena in
      for entry in 0..<ends.count {
        let held = range(entry)
        let id = UnsafeRawBufferPointer(rebasing: arena[held])
        var place = Self.hash(id) & mask
        var isRepeat = false
        while slots[place] >= 0 {
          let other = range(Int(slots[place]))
          if other.count == held.count && Self.equal(arena, other.lowerBound, id) {
            isRepeat = true
            break
          }
          place = (place + 1) & mask
        }
        if !isRepeat { slots[place] = Int32(entry) }
      }
    }
  }
}

extension IDTable: Equatable {
  /// Equal when the same ids stand in the same order.
  public static func == (left: IDTable, right: IDTable) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }
}
