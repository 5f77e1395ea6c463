import GraphCore

/// Ids in the order they came, as one arena of UTF-8 bytes with a hash index over it.
///
/// A million short ids take some thirty megabytes here and several times that as `String`s. Ids are compared byte for byte:
/// whoever reads a file brings them to one normal form (NFC) before they get here. The hash has a key of its own in every run, so that no
/// file can be made whose ids all fall together; nothing that can be seen depends on it.
public struct IDTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing, linear probing, at most three quarters full; 0 is free. The upper half of a slot is a part of the id's hash, so
  /// that ids are looked at only where they are all but certain to be equal, the lower half is one more than the first entry of the id.
  private var slots: [UInt64] = []
  private let key = IDHash.Key.ofThisRun
  /// Stands for ``slots`` where nobody may ever look an id up: then they are made when somebody does.
  private var deferred: DeferredSlots?
  /// Number of different ids.
  public private(set) var distinctCount = 0

  /// An empty table.
  public init() {}

  /// Number of entries.
  public var count: Int { ends.count }

  /// Makes room for `count` entries.
  public mutating func reserveCapacity(_ count: Int) {
    ends.reserveCapacity(count)
    growSlots(for: count)
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
    if let made = deferred?.slots(of: self) {
      return Self.entry(made[slot(of: id, IDHash.part(of: id, key), in: made)])
    }
    guard !slots.isEmpty else { return nil }
    return Self.entry(slots[slot(of: id, IDHash.part(of: id, key), in: slots)])
  }

  /// Adds an entry even if the id is there already, so that entries and rows of a file stay in step.
  ///
  /// - Returns: The entry that holds the id: the new one, or the first one for a repeated id.
  @discardableResult
  public mutating func append(_ id: UnsafeRawBufferPointer) -> Int {
    growSlots(for: distinctCount + 1)
    let hash = IDHash.part(of: id, key)
    let place = slot(of: id, hash, in: slots)
    let first = Self.entry(slots[place])
    let new = add(id)
    if let first { return first }
    occupy(place, hash, new)
    return new
  }

  /// Adds an entry even if the id is there already; returns the entry that holds the id.
  @discardableResult
  public mutating func append(_ id: String) -> Int {
    var copy = id
    return copy.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// The entry of this id, added if it is new.
  public mutating func intern(_ id: UnsafeRawBufferPointer) -> Int {
    growSlots(for: distinctCount + 1)
    let hash = IDHash.part(of: id, key)
    let place = slot(of: id, hash, in: slots)
    if let first = Self.entry(slots[place]) { return first }
    let new = add(id)
    occupy(place, hash, new)
    return new
  }

  /// The entries of ids that are parts of a text, each added if it is new; the same as one after the other, and quicker.
  ///
  /// In a large table every look at an id waits for memory three times. Here those of many ids wait together: first all slots are fetched, then
  /// all places in the arena, then the ids; what is not found that way is looked up on its own, in the order given.
  ///
  /// - Parameter entries: as long as `ids`.
  public mutating func intern(
    _ ids: UnsafeBufferPointer<Range<Int>>,
    of text: UnsafeRawBufferPointer,
    into entries: UnsafeMutableBufferPointer<Int32>
  ) {
    precondition(ids.count == entries.count, "one entry per id")
    growSlots(for: distinctCount + ids.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ids.count) { hashes in
      for place in 0..<ids.count {
        hashes[place] = IDHash.part(of: UnsafeRawBufferPointer(rebasing: text[ids[place]]), key)
      }
      find(ids, of: text, UnsafeBufferPointer(hashes), entries)
      for place in 0..<ids.count where entries[place] < 0 {
        let id = UnsafeRawBufferPointer(rebasing: text[ids[place]])
        let free = slot(of: id, hashes[place], in: slots)
        if let known = Self.entry(slots[free]) {
          entries[place] = Int32(truncatingIfNeeded: known)
        } else {
          let new = add(id)
          occupy(free, hashes[place], new)
          entries[place] = Int32(truncatingIfNeeded: new)
        }
      }
    }
  }

  /// The entries of ids that stand in the first slot of their hash; −1 for all others.
  private func find(
    _ ids: UnsafeBufferPointer<Range<Int>>,
    of text: UnsafeRawBufferPointer,
    _ hashes: UnsafeBufferPointer<UInt32>,
    _ entries: UnsafeMutableBufferPointer<Int32>
  ) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      for place in 0..<ids.count {
        let slot = slots[Int(hashes[place]) & mask]
        let isSame = UInt32(truncatingIfNeeded: slot &>> 32) == hashes[place]
        // A free slot is 0, and stands for no entry.
        entries[place] = isSame ? Int32(truncatingIfNeeded: slot & 0xFFFF_FFFF) &- 1 : -1
      }
    }
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: ids.count) { places in
      ends.withUnsafeBufferPointer { ends in
        for place in 0..<ids.count {
          let entry = Int(entries[place])
          let start = entry > 0 ? ends[entry &- 1] : 0
          places[place] = Range(uncheckedBounds: (start, entry >= 0 ? ends[entry] : start))
        }
      }
      bytes.withUnsafeBytes { arena in
        for place in 0..<ids.count where entries[place] >= 0 {
          let id = UnsafeRawBufferPointer(rebasing: text[ids[place]])
          let isEqual =
            places[place].count == id.count && Self.equal(arena, places[place].lowerBound, id)
          if !isEqual { entries[place] = -1 }
        }
      }
    }
  }

  /// Ids that are these numbers in decimal digits, all different.
  ///
  /// Where nobody looks an id up they take only the room of their digits: the index over them is made when it is needed.
  init(distinctNumbers numbers: [Int32]) {
    ends.reserveCapacity(numbers.count)
    bytes.reserveCapacity(7 * numbers.count)
    withUnsafeTemporaryAllocation(byteCount: 16, alignment: 1) { digits in
      for number in numbers {
        precondition(number >= 0, "numbers that name actors have no sign")
        var place = digits.count
        var rest = UInt32(number)
        repeat {
          place -= 1
          digits[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        } while rest > 0
        _ = add(UnsafeRawBufferPointer(rebasing: digits[place...]))
      }
    }
    distinctCount = numbers.count
    deferred = DeferredSlots()
  }

  /// Slots over all entries, which are all different.
  fileprivate func slotsOfDistinctEntries() -> [UInt64] {
    var table = IDTable()
    table.reserveCapacity(count)
    bytes.withUnsafeBytes { arena in
      for entry in 0..<count {
        let number = table.intern(UnsafeRawBufferPointer(rebasing: arena[range(entry)]))
        precondition(number == entry, "ids that were said to be different are not")
      }
    }
    return table.slots
  }

  private mutating func add(_ id: UnsafeRawBufferPointer) -> Int {
    precondition(ends.count < Int(Int32.max), "entries are numbered with 32 bits")
    bytes.append(contentsOf: id)
    ends.append(bytes.count)
    return ends.count - 1
  }

  // MARK: Slots

  private static func entry(_ slot: UInt64) -> Int? {
    let low = slot & 0xFFFF_FFFF
    return low == 0 ? nil : Int(low) - 1
  }

  private mutating func occupy(_ place: Int, _ hash: UInt32, _ entry: Int) {
    slots[place] = UInt64(hash) << 32 | UInt64(entry + 1)
    distinctCount += 1
  }

  /// Where the id is, or the free slot where it would go.
  private func slot(of id: UnsafeRawBufferPointer, _ hash: UInt32, in slots: [UInt64]) -> Int {
    // The one loop in which reading millions of ties spends its time: raw pointers, on places that the mask keeps inside.
    slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBytes { arena in
        ends.withUnsafeBufferPointer { ends in
          let mask = slots.count &- 1
          var place = Int(hash) & mask
          while slots[place] != 0 {
            if UInt32(truncatingIfNeeded: slots[place] &>> 32) == hash {
              let entry = Int(slots[place] & 0xFFFF_FFFF) &- 1
              let start = entry == 0 ? 0 : ends[entry &- 1]
              if ends[entry] &- start == id.count && Self.equal(arena, start, id) { return place }
            }
            place = (place &+ 1) & mask
          }
          return place
        }
      }
    }
  }

  private static func equal(
    _ arena: UnsafeRawBufferPointer,
    _ start: Int,
    _ id: UnsafeRawBufferPointer
  ) -> Bool {
    var i = 0
    while id.count &- i >= 8 {
      let here = arena.loadUnaligned(fromByteOffset: start &+ i, as: UInt64.self)
      if here != id.loadUnaligned(fromByteOffset: i, as: UInt64.self) { return false }
      i &+= 8
    }
    while i < id.count {
      if arena[start &+ i] != id[i] { return false }
      i &+= 1
    }
    return true
  }

  /// Makes room for so many different ids; what is there moves by the hash it keeps.
  private mutating func growSlots(for distinct: Int) {
    if let deferred {
      slots = deferred.slots(of: self)
      self.deferred = nil
    }
    guard slots.count * 3 < distinct * 4 || slots.isEmpty else { return }
    var size = max(16, slots.count * 2)
    while size * 3 < distinct * 4 { size *= 2 }
    let old = slots
    slots = [UInt64](repeating: 0, count: size)
    let mask = size - 1
    for slot in old where slot != 0 {
      var place = Int(slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}

extension IDTable: Equatable {
  /// Equal when the same ids stand in the same order.
  public static func == (left: IDTable, right: IDTable) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }
}

/// The index over a table's ids, made by the first who asks for it.
private final class DeferredSlots: Sendable {
  private let made = Guarded<[UInt64]?>(nil)

  func slots(of table: IDTable) -> [UInt64] {
    made.withLock { made in
      let slots = made ?? table.slotsOfDistinctEntries()
      made = slots
      return slots
    }
  }
}
