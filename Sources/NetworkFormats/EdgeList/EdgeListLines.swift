/// Lines of an edge list between numbered nodes, for lists too long to be a region first.
public struct EdgeListLines: Sendable {
  /// How a tie stands on its line.
  public enum Layout: String, Sendable, CaseIterable {
    /// A heading, then `source,target`.
    case csv
    /// No heading, `source target`: what most network tools read.
    case plain
  }

  /// How a tie stands on its line.
  public let layout: Layout
  /// What has been added and not yet taken.
  private var bytes: [UInt8] = []

  /// No lines yet but the heading, if the layout has one.
  public init(_ layout: Layout) {
    self.layout = layout
    if layout == .csv { bytes += Array("source,target\n".utf8) }
  }

  /// Adds a line per tie; the columns are equally long.
  public mutating func append(_ sources: [Int32], _ targets: [Int32]) {
    precondition(sources.count == targets.count, "one target per source")
    bytes.reserveCapacity(bytes.count + 16 * sources.count)
    let separator: UInt8 = layout == .csv ? 0x2c : 0x20
    for tie in sources.indices {
      append(sources[tie])
      bytes.append(separator)
      append(targets[tie])
      bytes.append(0x0a)
    }
  }

  /// Hands over what was added so far.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ number: Int32) {
    precondition(number >= 0, "nodes are numbered from 0")
    let start = bytes.count
    var rest = UInt32(number)
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var low = start
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
