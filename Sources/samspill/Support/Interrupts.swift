import Dispatch
import GraphCore
import SafeFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C: the running computation is asked to stop; what has not stopped in half a second is ended, its temporary files removed.
enum Interrupts {
  /// Kept alive for the whole run; written once, by `listen`, on the main thread.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
  private static let asked = Atomic<Bool>(false)

  /// Whether somebody asked to stop.
  static var isAsked: Bool { asked.load(ordering: .relaxed) }

  /// Starts listening, on a queue of its own: the main thread is busy computing.
  static func listen(stopping control: RunControl) {
    let queue = DispatchQueue(label: "samspill.interrupts")
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        asked.store(true, ordering: .relaxed)
        control.cancel()
        queue.asyncAfter(deadline: .now() + 0.5) {
          TemporaryFiles.removeAll()
          _exit(ExitStatus.interrupted.rawValue)
        }
      }
      source.activate()
      sources.append(source)
    }
  }
}
