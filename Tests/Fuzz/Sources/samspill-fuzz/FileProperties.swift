import LearningRegion

@testable import NetworkFormats

/// What holds for every file of every format.
enum FileProperties {
  /// Reads; what was read is written and read again.
  ///
  /// - Parameter format: nil where it is to be found out.
  static func check(_ bytes: [UInt8], _ format: NetworkFormat?) {
    let result = NetworkReader.read(bytes: bytes, name: "x", format: format)
    checkReport(result)
    guard let region = result.region, let format, let writer = format.writer(WritingOptions())
    else { return }
    // A few bytes can announce a million actors, which the sanitizer takes long to write.
    guard region.actors.count <= 100_000 else { return }
    let hasActors = writer.capacity.contains(.isolates)
    checkRoundTrip(region, format, hasActors ? .kept : .free)
  }

  /// The first byte tells how many of those behind it are the values of a UCINET dataset; the rest is
  /// its header.
  static func checkDataset(_ bytes: UnsafeRawBufferPointer) {
    guard let first = bytes.first else { return }
    let split = min(bytes.count, 1 + Int(first))
    checkReport(
      UCINETReader.read(
        header: UnsafeRawBufferPointer(rebasing: bytes[split...]),
        named: "x.##h",
        data: UnsafeRawBufferPointer(rebasing: bytes[1..<split]),
        named: "x.##d"
      )
    )
  }

  /// There is a region or an error, and every error says where.
  static func checkReport(_ result: ReadingResult) {
    let diagnostics = result.report.diagnostics
    if (result.region == nil) != diagnostics.hasErrors { failed("no region and no error, or both") }
    if diagnostics.shown.count > 20 { failed("\(diagnostics.shown.count) problems are shown") }
    for problem in diagnostics.shown where problem.severity == .error {
      if problem.location == nil { failed("an error without a place: \(problem.message)") }
    }
    if diagnostics.rendered(.terminal).utf8.count > 100_000 { failed("problems without end") }
  }

  /// What is written is read: the same region where the format says that it loses nothing of it,
  /// else something that is the same from then on.
  private static func checkRoundTrip(
    _ region: Region,
    _ format: NetworkFormat,
    _ order: RegionRows.ActorOrder
  ) {
    let isWhole = NetworkWriter.losses(of: region, in: format).isEmpty
    let first = NetworkWriter.bytes(region, as: format)
    guard let once = again(first, format) else {
      let refused = NetworkReader.read(bytes: first, name: "again", format: format)
      if isBinary([first], refused) { return }
      // A table of no ties, and a file of nothing but it, say nothing.
      if region.ties.count == 0 { return }
      failed("what was written is not read")
    }
    if isWhole, let change = RegionRows.difference(once, region, order) {
      failed("changed: \(change)")
    }
    let second = NetworkWriter.bytes(once, as: format)
    // The same bytes are read as they were.
    if second == first { return }
    guard let twice = again(second, format) else {
      if once.ties.count == 0 { return }
      failed("what was written the second time is not read")
    }
    if let change = RegionRows.difference(twice, once, order) { failed("never settles: \(change)") }
  }

  /// Whether what was written is rightly taken for no text: control characters of a name that is
  /// written for every tie can be more than a text may have, but there is never a NUL.
  static func isBinary(_ written: [[UInt8]], _ result: ReadingResult) -> Bool {
    func isControl(_ byte: UInt8) -> Bool {
      byte == 0x7f || byte < 0x20 && !(0x09...0x0a).contains(byte) && byte != 0x0d
    }
    return result.report.diagnostics.shown.contains { $0.code == .binaryFile }
      && !written.joined().contains(0)
      && written.contains { bytes in
        let head = bytes.prefix(4096)
        return head.count(where: isControl) * 10 > head.count
      }
  }

  private static func again(_ bytes: [UInt8], _ format: NetworkFormat) -> Region? {
    let result = NetworkReader.read(bytes: bytes, name: "again", format: format)
    checkReport(result)
    return result.region
  }
}
