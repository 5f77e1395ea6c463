import Foundation
import Synchronization

/// A folder of its own for one test, gone when the test is.
final class Workspace: Sendable {
  /// Where the program runs.
  let path: String
  private let root: String
  private let number = Atomic<Int>(0)

  init() throws {
    let name = "samspill-tests-\(UUID().uuidString)"
    root = FileManager.default.temporaryDirectory.appending(path: name).path
    path = root + "/work"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func nextNumber() -> Int { number.add(1, ordering: .relaxed).newValue }

  /// A path beside the folder, for what the test itself needs.
  func hidden(_ name: String) -> String { "\(root)/\(name)" }

  /// The path of a file inside.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, its folders too.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of a file inside, or nil where there is none.
  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: file(name)).map { Array($0) }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Everything inside, sorted, hidden files too.
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(folder)).sorted()
  }
}

extension Workspace {
  /// A small region folder with everything the commands look at: two spheres, persons, a town column, waves, weights, two
  /// relations (one undirected), a loop, a parallel tie.
  func smallRegion(_ name: String = "region") throws -> String {
    try write(
      "\(name)/region.yaml",
      """
      title: Small region
      date: "2024-05-01"
      relations:
        advice:
          kind: advice
          directed: true
        joint:
          kind: collaboration
          directed: false
      waves:
        - name: "2023"
        - name: "2024"

      """
    )
    try write(
      "\(name)/actors.csv",
      """
      id,label,type,town,size
      works,Ærlig Verk,enterprise,Bergen,10
      yard,Øst Yard,enterprise,Bergen,20
      uni,The University,university,Voss,30
      lab,The Lab,research_institute,Voss,5
      kari,Kari Nordmann,person,Bergen,1
      ola,Ola Hansen,person,Voss,1
      alone,Nobody's,civil,Voss,2

      """
    )
    try write(
      "\(name)/ties.csv",
      """
      source,target,relation,weight,wave
      works,yard,advice,2,2024
      works,kari,advice,1,2024
      kari,uni,advice,3,2024
      uni,lab,advice,1,2024
      lab,uni,advice,1,2024
      kari,ola,advice,1,2024
      ola,lab,advice,2,2024
      yard,works,advice,1,2023
      works,works,advice,1,2024
      works,yard,joint,4,
      works,yard,joint,1,
      yard,kari,joint,2,

      """
    )
    return file(name)
  }
}
