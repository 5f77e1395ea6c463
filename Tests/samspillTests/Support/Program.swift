import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a run of the program left behind.
struct ProgramRun: CustomStringConvertible {
  let arguments: [String]
  /// The exit status, or minus the number of the signal that ended it.
  let status: Int32
  let output: [UInt8]
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
  var isSilent: Bool { output.isEmpty }

  var description: String {
    "samspill \(arguments.joined(separator: " ")): status \(status)\n\(text.prefix(2000))\n\(errors.prefix(2000))"
  }

  /// The parsed JSON document.
  func json() throws -> [String: Any] {
    let parsed = try JSONSerialization.jsonObject(with: Data(output))
    return try #require(parsed as? [String: Any])
  }

  /// The table that CSV holds; cells without commas or quotes only.
  func csv() -> (columns: [String], rows: [[String]]) {
    let cells = lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return (cells.first ?? [], Array(cells.dropFirst()))
  }
}

/// The built program, started as users start it.
enum Program {
  /// Where it lies: beside the test runner.
  static let path: String = {
    let arguments = CommandLine.arguments
    // On macOS a helper of the toolchain runs the tests and is told where the bundle is.
    let bundle = arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
    var folder = URL(fileURLWithPath: bundle ?? arguments[0]).deletingLastPathComponent()
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appending(path: "samspill").path
  }()

  static let repository: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The path of a bundled data set.
  static func dataset(_ name: String) -> String {
    repository.appending(path: "Datasets/\(name)").path
  }

  /// Names of the bundled networks; tables of published figures, whose `ties.csv` has a heading only, are none.
  static func datasets() throws -> [String] {
    let folder = repository.appending(path: "Datasets")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
      let file = folder.appending(path: "\(name)/ties.csv")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").count > 1
    }.sorted()
  }

  /// Whoever started the tests may have set a language or a wish for colours: runs have neither.
  private static func environment(_ extra: [String: String]) -> [String: String] {
    var all = ProcessInfo.processInfo.environment.filter { name, _ in
      !name.hasPrefix("LC_") && name != "LANG" && name != "LANGUAGE" && name != "NO_COLOR"
        && name != "LOCPATH"
    }
    all["LC_ALL"] = "C"
    all.merge(extra) { $1 }
    return all
  }

  /// A shell that goes to the folder and becomes the program.
  private static func inFolder(_ workspace: Workspace, _ arguments: [String]) -> [String] {
    ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", workspace.path] + arguments
  }

  /// A program that runs.
  struct Child {
    let pid: pid_t
    let workspace: Workspace
    let arguments: [String]
    private let outputPath: String
    private let errorPath: String

    fileprivate init(
      pid: pid_t,
      workspace: Workspace,
      arguments: [String],
      outputPath: String,
      errorPath: String
    ) {
      (self.pid, self.workspace, self.arguments) = (pid, workspace, arguments)
      (self.outputPath, self.errorPath) = (outputPath, errorPath)
    }

    /// What it has said on standard error so far.
    var errorsSoFar: String {
      String(decoding: FileManager.default.contents(atPath: errorPath) ?? Data(), as: UTF8.self)
    }

    /// Waits for its end; kills it when that takes too long, which fails the test.
    func wait(seconds: Double = 90) throws -> ProgramRun {
      let deadline = Date(timeIntervalSinceNow: seconds)
      var status: Int32 = 0
      while waitpid(pid, &status, WNOHANG) == 0 {
        if Date() > deadline {
          kill(pid, SIGKILL)
          waitpid(pid, &status, 0)
          Issue.record("samspill \(arguments) did not end within \(seconds) s: \(errorsSoFar)")
          break
        }
        usleep(3000)
      }
      let signal = status & 0x7F
      return ProgramRun(
        arguments: arguments,
        status: signal == 0 ? (status >> 8) & 0xFF : -signal,
        output: Array(FileManager.default.contents(atPath: outputPath) ?? Data()),
        errors: errorsSoFar
      )
    }
  }

  /// Starts the program in the folder of a workspace, standard output and error going to files of their own.
  ///
  /// - Parameters:
  ///   - input: what comes on standard input; nothing by default.
  ///   - outputPath: where standard output goes instead.
  static func start(
    _ arguments: [String],
    in workspace: Workspace,
    input: [UInt8] = [],
    environment extra: [String: String] = [:],
    outputPath: String? = nil
  ) throws -> Child {
    let number = workspace.nextNumber()
    let files = (1...3).map { workspace.hidden("run-\(number)-\($0)") }
    try Data(input).write(to: URL(fileURLWithPath: files[0]))
    var actions = spawnActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, outputPath ?? files[1], flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files[2], flags, 0o600)
    let pid = try spawn(inFolder(workspace, [path] + arguments), environment(extra), &actions)
    return Child(
      pid: pid,
      workspace: workspace,
      arguments: arguments,
      outputPath: outputPath ?? files[1],
      errorPath: files[2]
    )
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String],
    in workspace: Workspace,
    input: [UInt8] = [],
    environment: [String: String] = [:],
    outputPath: String? = nil,
    seconds: Double = 90
  ) throws -> ProgramRun {
    try start(
      arguments,
      in: workspace,
      input: input,
      environment: environment,
      outputPath: outputPath
    ).wait(seconds: seconds)
  }

  /// Runs another program to its end; its exit status and standard output.
  static func other(
    _ arguments: [String],
    in workspace: Workspace,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let output = workspace.hidden("other-\(workspace.nextNumber())")
    var actions = spawnActions()
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let pid = try spawn(inFolder(workspace, arguments), self.environment(environment), &actions)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
    let text = FileManager.default.contents(atPath: output) ?? Data()
    return ((status >> 8) & 0xFF, String(decoding: text, as: UTF8.self))
  }
}

#if canImport(Glibc)
  private func spawnActions() -> posix_spawn_file_actions_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    return actions
  }
#else
  private func spawnActions() -> posix_spawn_file_actions_t? {
    var actions: posix_spawn_file_actions_t?
    posix_spawn_file_actions_init(&actions)
    return actions
  }
#endif

/// Starts a program with all signals as they usually are.
#if canImport(Glibc)
  private func spawn(
    _ arguments: [String],
    _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t
  ) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    return try spawn(arguments, environment, &actions, &attributes)
  }
  private typealias Actions = posix_spawn_file_actions_t
  private typealias Attributes = posix_spawnattr_t
#else
  private func spawn(
    _ arguments: [String],
    _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t?
  ) throws -> pid_t {
    var attributes: posix_spawnattr_t?
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    return try spawn(arguments, environment, &actions, &attributes)
  }
  private typealias Actions = posix_spawn_file_actions_t?
  private typealias Attributes = posix_spawnattr_t?
#endif

private func spawn(
  _ arguments: [String],
  _ environment: [String: String],
  _ actions: inout Actions,
  _ attributes: inout Attributes
) throws -> pid_t {
  var usual = sigset_t()
  sigfillset(&usual)
  posix_spawnattr_setsigdefault(&attributes, &usual)
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
  let argv = arguments.map { strdup($0) } + [nil]
  let envp = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  var pid: pid_t = 0
  let failure = posix_spawn(&pid, arguments[0], &actions, &attributes, argv, envp)
  guard failure == 0 else {
    throw StartFault(what: "\(arguments[0]): \(String(cString: strerror(failure)))")
  }
  return pid
}

struct StartFault: Error { let what: String }
