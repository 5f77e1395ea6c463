import CLibFuzzer
import Foundation

/// `samspill-fuzz TARGET [options of libFuzzer] [folders]`; without a target their names are printed.
@main
enum Main {
  /// The target of this run; the fuzzer's callback cannot carry anything.
  nonisolated(unsafe) static var target = FuzzTarget.all[0]

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let chosen = FuzzTarget.all.first(where: { $0.name == arguments[1] })
    else {
      for target in FuzzTarget.all { print(target.name) }
      exit(arguments.count > 1 ? 64 : 0)
    }
    target = chosen
    // The fuzzer keeps what it is given for as long as the process lives.
    var pointers = (arguments.prefix(1) + arguments.dropFirst(2)).map { strdup($0) }
    var count = Int32(pointers.count)
    pointers.append(nil)
    let status = pointers.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      return LLVMFuzzerRunDriver(&count, &base) { data, size in
        Main.target.run(UnsafeRawBufferPointer(start: data, count: size))
        return 0
      }
    }
    exit(status)
  }
}
