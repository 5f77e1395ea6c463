import LearningRegion

/// The quick way through a table of ties with nothing but ends, relation and weight, as networks of millions of ties come.
///
/// It takes rows of plain cells: no quotes, no blanks around, none empty, ids in normal form, weights with a point, lines that end
/// with LF or CR LF. At the first row that is anything else it gives up, and the reader that knows all of CSV reads the file; what comes out is the same
/// where both can read it. Ends are looked up in batches, since each on its own waits for memory.
struct NamedTies {
  /// The columns of the table, by their place in the row.
  enum Column { case source, target, relation, weight }

  /// Actors in the order in which they are named, source before target.
  private(set) var actors = ActorTable()
  /// Indices of the actors each tie goes from.
  private(set) var sources: [Int32] = []
  /// Indices of the actors each tie goes to.
  private(set) var targets: [Int32] = []
  /// Names of the relations in the order in which they come; empty without such a column.
  private(set) var relationNames: [String] = []
  /// Places in ``relationNames``.
  private(set) var relations: [Int32] = []
  /// Weights; empty where all are 1.
  private(set) var weights: [Double] = []

  /// Ties of a batch.
  private static let batch = 1024
  private var relationIDs = IDTable()
  private var lastRelation = (place: 0..<0, number: Int32(-1))
  private var isWeighted = false

  /// Reads all rows from `start` on; `nil` where something is not as described.
  init?(
    _ text: UnsafeRawBufferPointer,
    from start: Int,
    separator: UInt8,
    columns: [Column]
  ) {
    guard columns.contains(.source), columns.contains(.target) else { return nil }
    var cells = PlainCells(text, from: start, separator: separator)
    var ends: [Range<Int>] = []
    ends.reserveCapacity(2 * Self.batch)
    while !cells.isAtEnd {
      ends.removeAll(keepingCapacity: true)
      while ends.count < 2 * Self.batch, !cells.isAtEnd {
        guard row(&cells, columns, &ends) else { return nil }
      }
      take(ends, text)
    }
    if !isWeighted { weights = [] }
    if relationNames.count == 1 { relations = [] }
    guard !sources.isEmpty, sources.count < Int(Int32.max) - 1 else { return nil }
  }

  /// Reads the cells of a row; false where it is not plain.
  private mutating func row(
    _ cells: inout PlainCells,
    _ columns: [Column],
    _ ends: inout [Range<Int>]
  ) -> Bool {
    var source = 0..<0
    var target = 0..<0
    for (place, column) in columns.enumerated() {
      guard let cell = cells.next(isLast: place == columns.count - 1) else { return false }
      switch column {
      case .source: source = cell
      case .target: target = cell
      case .relation:
        guard let number = relation(cell, cells.text) else { return false }
        relations.append(number)
      case .weight:
        let bytes = UnsafeRawBufferPointer(rebasing: cells.text[cell])
        guard let number = try? NumberReader.double(bytes), number.mark != .comma,
          !CSVNumbers.vanishes(number.value, bytes)
        else {
          return false
        }
        if number.value != 1 { isWeighted = true }
        weights.append(number.value)
      }
    }
    guard isNormal(source, cells.text), isNormal(target, cells.text) else { return false }
    ends.append(source)
    ends.append(target)
    return true
  }

  private func isNormal(_ cell: Range<Int>, _ text: UnsafeRawBufferPointer) -> Bool {
    let bytes = UnsafeRawBufferPointer(rebasing: text[cell])
    if NormalForm.isSurelyComposed(bytes) { return true }
    return NormalForm.text(bytes).utf8.elementsEqual(bytes)
  }

  /// The number of the relation; most rows have that of the row before.
  private mutating func relation(_ cell: Range<Int>, _ text: UnsafeRawBufferPointer) -> Int32? {
    let last = lastRelation.place
    if cell.count == last.count, text[cell].elementsEqual(text[last]) { return lastRelation.number }
    guard isNormal(cell, text) else { return nil }
    let number = relationIDs.intern(UnsafeRawBufferPointer(rebasing: text[cell]))
    if number == relationNames.count {
      guard relationNames.count < RegionReading.mostNames else { return nil }
      relationNames.append(String(decoding: text[cell], as: UTF8.self))
    }
    lastRelation = (cell, Int32(number))
    return Int32(number)
  }

  private mutating func take(_ ends: [Range<Int>], _ text: UnsafeRawBufferPointer) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: ends.count) { indices in
      ends.withUnsafeBufferPointer { actors.intern($0, of: text, into: indices) }
      for tie in 0..<ends.count / 2 {
        sources.append(indices[2 * tie])
        targets.append(indices[2 * tie + 1])
      }
    }
  }
}

/// Cells of plain text, one after the other.
private struct PlainCells {
  let text: UnsafeRawBufferPointer
  private let base: UnsafeRawPointer
  private let separator: UInt8
  private var place: Int

  init(_ text: UnsafeRawBufferPointer, from start: Int, separator: UInt8) {
    self.text = text
    // Of a text that is empty nothing is ever loaded.
    base = text.baseAddress ?? UnsafeRawPointer(bitPattern: 1)!
    self.separator = separator
    place = start
  }

  var isAtEnd: Bool { place >= text.count }

  /// The next cell, which the separator or, for the last of a row, the line's end must follow; nil where the cell is not plain.
  mutating func next(isLast: Bool) -> Range<Int>? {
    let start = place
    place = stop(from: start)
    var end = place
    if place < text.count {
      var byte = self.byte(place)
      if byte == 0x0d, place &+ 1 < text.count {
        place &+= 1
        byte = self.byte(place)
        guard byte == 0x0a else { return nil }
      }
      guard byte == (isLast ? 0x0a : separator) else { return nil }
      place &+= 1
    } else if !isLast {
      return nil
    }
    // A mark of a comment at the beginning of a line is left to the other reader, as are blanks.
    guard start < end, byte(start) > 0x25, byte(end &- 1) > 0x20 else { return nil }
    if end &- start > CSVScanner.longestField { end = start }
    return start < end ? start..<end : nil
  }

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 { base.load(fromByteOffset: place, as: UInt8.self) }

  /// The next separator, line end or quote.
  private func stop(from start: Int) -> Int {
    var place = start
    while place &+ 8 <= text.count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let found =
        Bytes.zeros(word ^ Bytes.all(separator)) | Bytes.zeros(word ^ Bytes.all(0x0a))
        | Bytes.zeros(word ^ Bytes.all(0x0d)) | Bytes.zeros(word ^ Bytes.all(0x22))
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    while place < text.count {
      switch byte(place) {
      case separator, 0x0a, 0x0d, 0x22: return place
      default: place &+= 1
      }
    }
    return place
  }
}
