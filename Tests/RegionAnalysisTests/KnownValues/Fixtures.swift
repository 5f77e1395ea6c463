import Foundation
import LearningRegion
import NetworkFormats
import GraphCore

/// A table of a fixture: RFC 4180, comma, line feed, a heading line.
struct FixtureTable {
  let columns: [String]
  let rows: [[String]]

  init(_ url: URL) throws {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in try Data(contentsOf: url) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0A where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field = []
        records.append(record)
        record = []
      default: field.append(byte)
      }
    }
    guard let heading = records.first, field.isEmpty, record.isEmpty,
      records.allSatisfy({ $0.count == heading.count })
    else { throw FixtureFault("\(url.lastPathComponent) is no table") }
    columns = heading
    rows = Array(records.dropFirst())
  }

  /// The texts under a heading.
  func values(_ column: String) throws -> [String] {
    guard let place = columns.firstIndex(of: column) else {
      throw FixtureFault("no column \(column)")
    }
    return rows.map { $0[place] }
  }

  /// Each row as a dictionary.
  var records: [[String: String]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }
}

/// Something is wrong with a fixture, not with the program.
struct FixtureFault: Error {
  let what: String
  init(_ what: String) { self.what = what }
}

/// Where fixtures and data sets are, found from where this file is.
enum Fixtures {
  static let repository: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()
  static let knownValues = repository.appending(path: "Tests/Fixtures/known-values")
  static let referenceValues = repository.appending(path: "Tests/Fixtures/reference-values")
  static let datasets = repository.appending(path: "Datasets")

  /// Names of the folders with ties of real networks, sorted: tables of published figures have a heading only, and what was planted in synthetic regions stands
  /// in a file of its own.
  static let datasetNames: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: datasets.path)) ?? []
    return names.filter { name in
      let file = datasets.appending(path: "\(name)/ties.csv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      let truth = datasets.appending(path: "\(name)/truth.json")
      return text.split(separator: "\n").count > 1
        && !FileManager.default.fileExists(atPath: truth.path)
    }.sorted()
  }()

  private static let read = Guarded<[String: Region]>([:])

  /// A data set, read once.
  static func region(_ name: String) throws -> Region {
    if let known = read.withLock({ $0[name] }) { return known }
    let result = try NetworkReader.read(datasets.appending(path: name).path)
    guard let region = result.region, !result.report.diagnostics.hasErrors else {
      throw FixtureFault("\(name) cannot be read: \(result.report.diagnostics.rendered())")
    }
    read.withLock { $0[name] = region }
    return region
  }
}
