import Foundation
import GraphCore
import LearningRegion
import NetworkFormats

/// The benchmark program.
@main
enum Main {
  private static let usage = """
    usage: samspill-bench worker THREADS            take orders on standard input
           samspill-bench time FILE THREADS RUNS KERNEL…   one line of JSON per run
           samspill-bench open FILE THREADS         reads any file to a region, one line of JSON
           samspill-bench instructions KERNEL       one run on a small graph, for callgrind
    kernels: read \(Kernel.allCases.map(\.rawValue).joined(separator: " "))

    """

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    do {
      switch words.first {
      case "worker" where words.count == 2: Worker(threads: Int(words[1]) ?? 1).serve()
      case "time" where words.count >= 5: try time(words)
      case "open" where words.count == 3: try open(words[1], threads: Int(words[2]) ?? 1)
      case "instructions" where words.count == 2: try InstructionCase.run(words[1])
      default:
        FileHandle.standardError.write(Data(usage.utf8))
        exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("samspill-bench: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Reads a file of any format; its hash, made beside, does not count.
  private static func open(_ path: String, threads: Int) throws {
    let start = ContinuousClock.now
    let reading = try NetworkReader.read(path, options: ReadingOptions(threads: threads))
    let time = ContinuousClock.now - start
    guard let region = reading.region else {
      throw GraphFileError(description: "\(path) cannot be read; samspill check says why")
    }
    Worker.say(["seconds": time / .seconds(1), "ties": region.ties.count])
  }

  private static func time(_ words: [String]) throws {
    guard let threads = Int(words[2]), let runs = Int(words[3]) else {
      throw GraphFileError(description: "THREADS and RUNS are numbers")
    }
    let worker = Worker(threads: threads)
    var graph = try worker.answer(["load", words[1]])
    graph["file"] = words[1]
    Worker.say(graph)
    for kernel in words[4...] {
      for run in 1...max(1, runs) {
        let order = kernel == "read" ? ["read", words[1]] : ["run", kernel]
        var result = try worker.answer(order)
        result["file"] = words[1]
        result["kernel"] = kernel
        result["run"] = run
        result["threads"] = threads
        Worker.say(result)
      }
    }
  }
}
