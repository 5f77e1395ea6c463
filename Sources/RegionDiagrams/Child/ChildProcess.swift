#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Starts the drawing process, waits for it, and kills it at the deadline or when the caller wants.
///
/// `posix_spawn` rather than a process library: the caller is synchronous and cancels by a polled
/// closure, and with plain files on all three descriptors there is nothing to read while waiting.
struct ChildProcess {
  /// The program and its arguments.
  var program: String
  var arguments: [String]
  /// Says when to give up.
  var watch: DrawingWatch

  private static let answerLimit = 256 << 20
  private static let messageLimit = 1 << 20

  /// Feeds `input` to the program and returns its standard output.
  func run(_ input: [UInt8]) throws(DrawingError) -> [UInt8] {
    try watch.check()
    let files = [try UnlinkedFile(), try UnlinkedFile(), try UnlinkedFile()]
    try files[0].fill(with: input)
    let process = try start(descriptors: files.map(\.descriptor))
    let status = try wait(for: process)
    // Ctrl-C reaches the child too: what the caller wants comes before how the child took it.
    if status != 0 { try watch.check() }
    let signal = status & 0x7F
    guard signal == 0 else { throw .killed(signal: signal) }
    let exitStatus = (status >> 8) & 0xFF
    guard exitStatus == 0 else {
      let message = (try? files[2].contents(limit: Self.messageLimit)) ?? []
      throw .failed(status: exitStatus, message: Self.firstLine(of: message))
    }
    return try files[1].contents(limit: Self.answerLimit)
  }

  private func start(descriptors: [Int32]) throws(DrawingError) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0, posix_spawnattr_init(&attributes) == 0
    else {
      throw .notStarted(program: program, reason: "no memory")
    }
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // Signals as at the start of a program: a child that ignores SIGTERM with us could not be ended.
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    // The environment is the parent's (the loader needs it); the child clears its own at once.
    let error = posix_spawn(&process, program, &actions, &attributes, words, environ)
    guard error == 0 else {
      throw .notStarted(program: program, reason: String(cString: strerror(error)))
    }
    return process
  }

  /// The status of the ended process; it never outlives this call.
  private func wait(for process: pid_t) throws(DrawingError) -> Int32 {
    var pause = 1_000_000  // nanoseconds
    while true {
      var status: Int32 = 0
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      if ended < 0, errno != EINTR {
        throw .system("the drawing process was lost (\(UnlinkedFile.errorText))")
      }
      do {
        try watch.check()
      } catch {
        Self.end(process)
        throw error
      }
      var rest = timespec(tv_sec: 0, tv_nsec: pause)
      nanosleep(&rest, nil)
      pause = min(pause * 2, 20_000_000)
    }
  }

  private static func end(_ process: pid_t) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// At most 200 printable characters of what the child said.
  private static func firstLine(of bytes: [UInt8]) -> String {
    let line = bytes.prefix { $0 != 0x0A }.prefix(200).filter { $0 >= 0x20 && $0 != 0x7F }
    return String(decoding: line, as: UTF8.self)
  }
}
