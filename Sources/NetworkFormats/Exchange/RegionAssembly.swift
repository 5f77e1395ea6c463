import LearningRegion

/// Which way a tie of a file goes.
enum TieDirection: UInt8 {
  case unsaid, directed, undirected
}

/// What readers of formats other than tables fill: nodes and ties with named texts, each with its
/// place in the file. ``finish()`` makes a region of it.
///
/// Ids are compared after NFC. A node may be named by a tie before it is declared; one that never is
/// makes an error, or an actor where the format or the caller allows that.
final class RegionAssembly {
  /// What to do about a node that only ties name.
  enum UndeclaredNodes { case refuse, create }

  let source: SourceText
  let reading: RegionReading
  var builder: ReportBuilder { reading.builder }

  /// What the format says about nodes that only ties name.
  var undeclared = UndeclaredNodes.refuse
  /// Which way ties go that do not say it themselves; nil where the format does not tell either.
  var usualDirection = TieDirection.unsaid
  /// What the whole network is called.
  var title: String?
  /// The column whose texts are the ids where they are all there and all different, and why.
  var idColumn: (name: String, reason: String)?

  // Exclusive access to these is not checked at run time, which took a tenth of reading a large file: each change is one call
  // that comes back before the next begins.
  @exclusivity(unchecked) private(set) var ids = IDTable()
  /// Where each node is declared, −1 where it is not.
  @exclusivity(unchecked) private(set) var declaredAt: [Int] = []
  @exclusivity(unchecked) private(set) var firstSeenAt: [Int] = []
  /// The rows of the ends of each tie; −1 until `lookUpEnds()` for ends that are looked up together.
  @exclusivity(unchecked) private(set) var sources: [Int32] = []
  @exclusivity(unchecked) private(set) var targets: [Int32] = []
  @exclusivity(unchecked) private(set) var directions: [TieDirection] = []
  @exclusivity(unchecked) private(set) var tiePlaces: [Int] = []
  @exclusivity(unchecked) var nodeColumns: CellColumns
  @exclusivity(unchecked) var tieColumns: CellColumns
  /// The ends of the last ties, which are not looked up yet.
  @exclusivity(unchecked) private var pending = PendingEnds()

  /// - Parameter inputSize: bytes of what is read, where the source does not have them.
  init(_ source: SourceText, _ reading: RegionReading, inputSize: Int? = nil) {
    let size = inputSize ?? source.bytes.count
    nodeColumns = CellColumns(inputSize: size)
    tieColumns = CellColumns(inputSize: size)
    self.source = source
    self.reading = reading
    reading.source = source
  }

  var nodeCount: Int { ids.count }
  var tieCount: Int { sources.count }

  // MARK: Filling

  /// Declares a node. An id that is empty or taken is reported; the row is then one of its own or
  /// the first one's.
  @discardableResult
  func declare(_ id: String, at place: Int) -> Int {
    let row = mention(id, at: place)
    if id.isEmpty {
      report(.missingValue, "the id of a node is empty", at: place)
    } else if declaredAt[row] >= 0 {
      let first = source
      let line = declaredAt[row]
      builder.error {
        first.diagnostic(
          .duplicateID,
          "the id \(SafeText.quoted(id)) is already used in \(first.lineName(at: line))",
          hint: "give each node an id of its own",
          at: place..<place + 1
        )
      }
    }
    declaredAt[row] = place
    return row
  }

  /// The row of a node that is named, made where it is new.
  func mention(_ id: String, at place: Int) -> Int {
    lookUpEnds()
    var id = NormalForm.text(id)
    let row = id.withUTF8 { ids.intern(UnsafeRawBufferPointer($0)) }
    if row == declaredAt.count {
      declaredAt.append(-1)
      firstSeenAt.append(place)
    }
    return row
  }

  /// The row of a node that is named, made where it is new.
  func mention(_ id: UnsafeRawBufferPointer, at place: Int) -> Int {
    guard NormalForm.isSurelyComposed(id) else {
      return mention(String(decoding: id, as: UTF8.self), at: place)
    }
    lookUpEnds()
    let row = ids.intern(id)
    if row == declaredAt.count {
      declaredAt.append(-1)
      firstSeenAt.append(place)
    }
    return row
  }

  /// The row of a node that was named before.
  func row(of id: String) -> Int? {
    lookUpEnds()
    return ids.index(of: NormalForm.text(id))
  }

  func isDeclared(_ row: Int) -> Bool { declaredAt[row] >= 0 }

  /// Adds a tie between two rows of nodes.
  @discardableResult
  func addTie(_ from: Int, _ to: Int, _ direction: TieDirection = .unsaid, at place: Int) -> Int {
    lookUpEnds()
    return append(from, to, direction, at: place)
  }

  /// Adds a tie between two nodes that are named, made where they are new.
  ///
  /// The names are looked up later, many at once: ``finish()`` and everything here that asks for a node sees to that.
  func addTie(
    from: UnsafeRawBufferPointer,
    to: UnsafeRawBufferPointer,
    _ direction: TieDirection,
    at place: Int
  ) -> Int {
    guard NormalForm.isSurelyComposed(from), NormalForm.isSurelyComposed(to) else {
      return addTie(mention(from, at: place), mention(to, at: place), direction, at: place)
    }
    pending.add(from)
    pending.add(to)
    let row = append(-1, -1, direction, at: place)
    if pending.isFull { lookUpEnds() }
    return row
  }

  /// Looks up the ends of the last ties, as if each had been when its tie was added.
  func lookUpEnds() {
    guard pending.count > 0 else { return }
    let first = sources.count - pending.count / 2
    pending.lookUp(in: &ids) { entries in
      for (number, entry) in entries.enumerated() {
        let row = first + number / 2
        if number % 2 == 0 { sources[row] = entry } else { targets[row] = entry }
        guard Int(entry) == declaredAt.count else { continue }
        declaredAt.append(-1)
        firstSeenAt.append(tiePlaces[row])
      }
    }
  }

  private func append(_ from: Int, _ to: Int, _ direction: TieDirection, at place: Int) -> Int {
    sources.append(Int32(from))
    targets.append(Int32(to))
    directions.append(direction == .unsaid ? usualDirection : direction)
    tiePlaces.append(place)
    return sources.count - 1
  }

  /// Adds the other way round of a tie, with all that is said of it.
  func addCopyReversed(_ row: Int) {
    lookUpEnds()
    let place = tiePlaces[row]
    let new = addTie(Int(targets[row]), Int(sources[row]), directions[row], at: place)
    for number in tieColumns.columns.indices {
      guard let text = tieColumns.columns[number].text(row: row),
        tieColumns.take(text.utf8.count, at: place)
      else { continue }
      tieColumns.append(text, column: number, row: new, at: place)
    }
  }

  func setDirection(_ direction: TieDirection, ofTie row: Int) { directions[row] = direction }

  /// Declares a node by the bytes of its id.
  func declare(_ id: UnsafeRawBufferPointer, at place: Int) -> Int {
    let row = mention(id, at: place)
    // Problems are told of by the other way.
    if id.isEmpty || declaredAt[row] >= 0 {
      return declare(String(decoding: id, as: UTF8.self), at: place)
    }
    declaredAt[row] = place
    return row
  }

  /// The number of the column of nodes of this name, made where it is new.
  func nodeColumn(_ name: String) -> Int { nodeColumns.number(of: NormalForm.text(name)) }

  /// The number of the column of ties of this name, made where it is new.
  func tieColumn(_ name: String) -> Int { tieColumns.number(of: NormalForm.text(name)) }

  /// Gives a column of nodes its place among the others before any node has a text in it.
  func declareNodeColumn(_ name: String) { _ = nodeColumns.number(of: NormalForm.text(name)) }

  /// Gives a column of ties its place among the others before any tie has a text in it.
  func declareTieColumn(_ name: String) { _ = tieColumns.number(of: NormalForm.text(name)) }

  /// Says something of a node; texts that are empty say nothing.
  func setNode(_ row: Int, _ name: String, _ text: String, at place: Int) {
    let size = name.utf8.count + text.utf8.count
    guard !text.isEmpty, nodeColumns.take(size, at: place) else { return }
    let column = nodeColumns.number(of: NormalForm.text(name))
    nodeColumns.append(NormalForm.text(text), column: column, row: row, at: place)
  }

  /// Says something of a node in a column that is known by its number.
  func setNode(_ row: Int, column: Int, _ text: UnsafeRawBufferPointer, at place: Int) {
    guard text.count > 0, nodeColumns.take(text.count, at: place) else { return }
    nodeColumns.append(text, column: column, row: row, at: place)
  }

  /// Says something of a tie in a column that is known by its number.
  func setTie(_ row: Int, column: Int, _ text: UnsafeRawBufferPointer, at place: Int) {
    guard text.count > 0, tieColumns.take(text.count, at: place) else { return }
    tieColumns.append(text, column: column, row: row, at: place)
  }

  /// Says something of a tie; texts that are empty say nothing.
  func setTie(_ row: Int, _ name: String, _ text: String, at place: Int) {
    let size = name.utf8.count + text.utf8.count
    guard !text.isEmpty, tieColumns.take(size, at: place) else { return }
    let column = tieColumns.number(of: NormalForm.text(name))
    tieColumns.append(NormalForm.text(text), column: column, row: row, at: place)
  }

  // MARK: Problems

  /// Reports an error at a place.
  func report(_ code: DiagnosticCode, _ message: String, hint: String? = nil, at place: Int) {
    report(code, message, hint: hint, at: place..<place + 1)
  }

  /// Reports an error at a part of the text.
  func report(
    _ code: DiagnosticCode,
    _ message: String,
    hint: String? = nil,
    at range: Range<Int>
  ) {
    let source = source
    builder.error {
      source.diagnostic(code, message, hint: hint, severity: .error, at: range)
    }
  }

  /// Notes something that was decided because the file does not say it, or that is not kept.
  func assume(_ subject: Assumption.Subject, _ text: String) {
    builder.assume(source.name, subject, text)
  }

  /// Replaces the ids by other texts, one per row, all different.
  func renameNodes(_ names: [String]) {
    precondition(names.count == ids.count, "one name per node")
    ids = IDTable()
    for name in names { ids.append(name) }
  }
}

extension RegionAssembly {
  /// What nodes have of which the file says nothing else.
  func setUsualOfNodes(_ name: String, _ text: String, at place: Int) {
    let column = nodeColumns.number(of: NormalForm.text(name))
    nodeColumns.setUsual(NormalForm.text(text), column: column, at: place)
  }

  /// What ties have of which the file says nothing else.
  func setUsualOfTies(_ name: String, _ text: String, at place: Int) {
    let column = tieColumns.number(of: NormalForm.text(name))
    tieColumns.setUsual(NormalForm.text(text), column: column, at: place)
  }
}

extension RegionAssembly {
  /// Takes another column of ties for their weights, if it is there.
  func takeAsWeight(_ name: String) {
    guard let number = tieColumns.known(name), tieColumns.known("weight") == nil,
      ColumnMeaning.number.unfitting(tieColumns.columns[number]).isEmpty
    else { return }
    tieColumns.rename(number, to: "weight")
    assume(.columns, "attribute \(SafeText.quoted(name)) is the weight")
  }
}
