import Foundation

/// Runs the built program's hidden command on a description, as a parent would: files for input and
/// output, so that a child that stops reading cannot stop the test.
struct RendererProcess {
  /// The exit status, or nil where a signal ended the child.
  var exitStatus: Int32?
  var output: Data
  var messages: Data

  var text: String { String(decoding: output, as: UTF8.self) }

  /// The program that the build put beside the test runner (above its bundle on macOS).
  static var program: URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("samspill")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: "/nonexistent/samspill")
  }

  /// Runs `samspill __render` on `description` in an environment of its own.
  static func run(
    _ description: Data,
    environment: [String: String] = [:]
  ) throws -> RendererProcess {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("samspill-renderer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try description.write(to: files[0])
    try Data().write(to: files[1])
    try Data().write(to: files[2])
    let process = Process()
    process.executableURL = program
    process.arguments = ["__render"]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return RendererProcess(
      exitStatus: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try Data(contentsOf: files[1]),
      messages: try Data(contentsOf: files[2])
    )
  }

  /// Runs a description given as records without the first and the last line.
  static func run(
    records: [String],
    environment: [String: String] = [:]
  ) throws -> RendererProcess {
    try run(Data(WireText.description(records).utf8), environment: environment)
  }
}

/// Descriptions for the tests, with a blank for a tab where no text has blanks.
enum WireText {
  static func description(_ records: [String]) -> String {
    let lines = ["samspill-drawing\t1"] + records + ["end\t\(records.count)"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Two nodes and an edge, which every output and engine can draw.
  static func small(
    output: String = "svg",
    engine: String = "neato",
    text: String = "Sj\u{F8}bris"
  ) -> [String] {
    [
      "output\t\(output)", "engine\t\(engine)", "edges\tdirected",
      "node\tn1\t-\ttext\t\(text)\tshape\tellipse\tpos\t50,50",
      "node\tn2\t-\ttext\tB\tshape\tbox\tpos\t150,80",
      "edge\tn1\tn2\tpenwidth\t2\tpos\te,140,75 60,55 90,60 120,70 130,72",
    ]
  }
}
